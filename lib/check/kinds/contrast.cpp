// contrast: do texts whose colours stand in their own style attribute stand out from their background?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Survey;
using access::Sure;
using access::Tag;

constexpr std::size_t most_style = 2000;  // bytes of a style attribute

struct Colour {
    std::array<double, 3> parts{};  ///< red, green, blue, each 0 to 255
    double alpha = 1;
};

std::optional<Colour> hex_colour(std::string_view digits)
{
    Colour out;
    const std::size_t width = digits.size() == 3 ? 1 : 2;
    if (digits.size() != 3 * width) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        int part = 0;
        const char* from = digits.data() + i * width;
        if (std::from_chars(from, from + width, part, 16).ptr != from + width) {
            return std::nullopt;
        }
        out.parts[i] = width == 1 ? part * 17 : part;
    }
    return out;
}

// rgb(…) and rgba(…) with numbers.
std::optional<Colour> function_colour(std::string_view value)
{
    const std::size_t open = value.find('(');
    if (!value.starts_with("rgb") || !value.ends_with(')')) {
        return std::nullopt;
    }
    std::string inner(value.substr(open + 1, value.size() - open - 2));
    std::replace_if(inner.begin(), inner.end(), [](char c) { return c == ',' || c == '/'; }, ' ');
    std::vector<double> numbers;
    bool is_plain = true;
    access::each_word(inner, [&](std::string_view word) {
        double number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        is_plain = is_plain && error == std::errc() && end == word.data() + word.size();
        numbers.push_back(number);
        return numbers.size() < 5;
    });
    if (!is_plain || numbers.size() < 3 || numbers.size() > 4) {
        return std::nullopt;
    }
    return Colour{{numbers[0], numbers[1], numbers[2]}, numbers.size() == 4 ? std::clamp(numbers[3], 0.0, 1.0) : 1};
}

std::optional<Colour> colour_of(const std::string& value)
{
    struct Row {
        std::string_view name;
        std::string_view hex;
    };
    constexpr Row names[] = {{"aqua", "00ffff"}, {"black", "000000"}, {"blue", "0000ff"}, {"fuchsia", "ff00ff"}, {"gray", "808080"}, {"green", "008000"}, {"grey", "808080"},
                             {"lime", "00ff00"}, {"maroon", "800000"}, {"navy", "000080"}, {"olive", "808000"}, {"orange", "ffa500"}, {"purple", "800080"}, {"red", "ff0000"},
                             {"silver", "c0c0c0"}, {"teal", "008080"}, {"white", "ffffff"}, {"yellow", "ffff00"}};
    if (value.starts_with('#')) {
        return hex_colour(std::string_view(value).substr(1));
    }
    for (const Row& row : names) {
        if (row.name == value) {
            return hex_colour(row.hex);
        }
    }
    return function_colour(value);
}

// WCAG 2.0, "relative luminance".
double luminance(const Colour& colour)
{
    std::array<double, 3> parts{};
    std::transform(colour.parts.begin(), colour.parts.end(), parts.begin(), [](double part) {
        const double share = part / 255;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

// The contrast ratio of an element whose own style tells it; nothing for the others.
std::optional<double> contrast_in(std::string_view style)
{
    for (const std::string_view word : {"shadow", "opacity", "filter", "gradient", "url", "blend", "image"}) {
        if (style.find(word) != std::string_view::npos) {
            return std::nullopt;
        }
    }
    const std::string back = access::declaration_of(style, "background-color").value;
    const auto behind = colour_of(back.empty() ? access::declaration_of(style, "background").value : back);
    const auto front = colour_of(access::declaration_of(style, "color").value);
    if (!behind || !front || behind->alpha < 1 || (!back.empty() && !access::declaration_of(style, "background").value.empty())) {
        return std::nullopt;
    }
    Colour seen;
    for (std::size_t i = 0; i < 3; ++i) {
        seen.parts[i] = front->parts[i] * front->alpha + behind->parts[i] * (1 - front->alpha);
    }
    const double a = luminance(seen);
    const double b = luminance(*behind);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// A text of a language has two letters next to each other; ornaments and single signs have not.
bool has_words(const Element& element)
{
    for (html::Node child = element.node.first_child(); child; child = child.next_sibling()) {
        const std::string text = child.type() == pugi::node_pcdata ? access::lower(child.value()) : std::string();
        const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
        if (std::adjacent_find(text.begin(), text.end(), [&](char a, char b) { return is_letter(a) && is_letter(b); }) != text.end()) {
            return true;
        }
    }
    return false;
}

// Whether a style attribute may speak of something; a very long one is not read.
bool may_mention(const Element& element, std::string_view word)
{
    const std::string_view style = element.attribute("style");
    return style.size() > most_style || style.find(word) != std::string_view::npos;
}

// Large text needs less contrast. It is surely not large only where no sheet speaks and no size is given around it.
bool is_surely_small(const Survey& survey, Index index)
{
    if (survey.has_linked_sheet() || !survey.with_tag(Tag::style).empty()) {
        return false;
    }
    for (Index at = index; at != nowhere; at = survey[at].parent) {
        const Element& element = survey[at];
        const bool is_heading = element.tag >= Tag::h1 && element.tag <= Tag::h6;
        if (is_heading || element.tag == Tag::font || element.tag == Tag::other || may_mention(element, "font")) {
            return false;
        }
    }
    return true;
}

// What cannot be used, and its label, may be pale.
bool is_off(const Survey& survey, Index index)
{
    const auto is_disabled = [](const Element& element) { return element.is_disabled || access::is_same(element.attribute("aria-disabled"), "true"); };
    for (Index at = index; at != nowhere; at = survey[at].parent) {
        if (is_disabled(survey[at]) || may_mention(survey[at], "opacity")) {
            return true;
        }
    }
    return survey[index].tag == Tag::label || !survey[index].attribute("id").empty()
               ? std::any_of(survey.elements().begin(), survey.elements().end(), is_disabled)
               : false;
}

void look_at(const Survey& survey, Finds& finds, double for_large, double for_small)
{
    constexpr std::size_t most_looks = 200;  // at elements that could be faults
    std::size_t looks = 0;
    for (Index index = 0; index < survey.elements().size() && looks < most_looks; ++index) {
        const Element& element = survey[index];
        const std::string_view style = element.attribute("style");
        if (style.size() > most_style || style.find("color") == std::string_view::npos || !element.is_exposed() || element.is_aside || element.is_in_svg || !has_words(element)) {
            continue;
        }
        const std::optional<double> contrast = contrast_in(style);
        if (!contrast) {
            continue;
        }
        finds.saw();
        if (*contrast < for_small && ++looks > 0 && *contrast < (is_surely_small(survey, index) ? for_small : for_large) && !is_off(survey, index)) {
            finds.fault(index);
        }
    }
}

constexpr AccessCheck checks[] = {
    {"text-contrast", "texts stand out from their background by 4.5 to 1, large ones by 3 to 1", "1.4.3", "afw4f7", true,
     [] { return msg("the text does not stand out from its background enough"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_at(survey, finds, 3, 4.5); }},
    {"text-contrast-enhanced", "texts stand out from their background by 7 to 1, large ones by 4.5 to 1", "1.4.6", "09o5cg", false,
     [] { return msg("the text does not stand out from its background enough"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_at(survey, finds, 4.5, 7); }},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind contrast()
{
    Kind kind = access_kind({.name = "contrast",
                             .summary = "whether texts whose colours stand in their own style attribute stand out from their background",
                             .document = "Looks at elements whose style attribute has both the colour of the text and a plain colour behind it, as texts pasted from "
                                         "word processors have. Where a style sheet may make the text large, the ratio for large text is asked for. Colours "
                                         "that come from style sheets, images, gradients and shadows are not judged; a browser has to draw them.",
                             .example = ""},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
