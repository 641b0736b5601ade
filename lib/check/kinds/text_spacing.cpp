// text-spacing: may visitors widen the spaces between lines, words and letters?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"

#include <charconv>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Survey;
using access::Sure;

constexpr std::size_t most_faults = 200;  // on one page; what is around each of them is looked at

constexpr std::size_t most_style = 2000;  // bytes of a style attribute that are read

bool has_own_text(const Element& element)
{
    for (html::Node child = element.node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_pcdata && !access::trimmed(child.value()).empty()) {
            return true;
        }
    }
    return false;
}

// A length in font sizes; nothing where it hangs on a size that is not told.
std::optional<double> in_font_sizes(const std::string& value, bool is_factor)
{
    if (value == "normal" || value == "initial") {
        return is_factor ? 1.2 : 0;  // browsers' line height is about that
    }
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(value.data() + value.size() - end));
    if (error != std::errc()) {
        return std::nullopt;
    }
    if (unit == "em" || (unit.empty() && (is_factor || number == 0))) {
        return number;
    }
    return unit == "%" && is_factor ? std::optional(number / 100) : std::nullopt;
}

// The lines of what scrolls sideways need not wrap.
bool is_in_scroller(const Survey& survey, Index index)
{
    for (Index at = index; at != nowhere; at = survey[at].parent) {
        const std::string_view style = survey[at].attribute("style");
        if (style.size() > most_style || style.find("overflow") != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

// A style attribute with !important is beyond the reach of a visitor's own sheet. WCAG 1.4.12 names the widths.
void look_at(const Survey& survey, Finds& finds, std::string_view property, double least, bool is_factor)
{
    std::size_t faults = 0;
    for (Index index = 0; index < survey.elements().size() && faults < most_faults; ++index) {
        const Element& element = survey[index];
        const std::string_view style = element.attribute("style");
        if (style.find('!') == std::string_view::npos || element.hidden != Sure::no || element.is_aside || element.is_in_svg || !has_own_text(element)) {
            continue;
        }
        const access::Declaration declaration = access::declaration_of(style, property);
        const std::optional<double> width = declaration.is_important ? in_font_sizes(declaration.value, is_factor) : std::nullopt;
        if (!width) {
            continue;
        }
        const bool is_narrow = *width < least;
        faults += is_narrow ? 1U : 0U;
        if (!is_narrow || !is_factor || !is_in_scroller(survey, index)) {
            finds.judge(index, is_narrow);
        }
    }
}

Message too_narrow() { return msg("the style attribute keeps visitors from widening the space"); }

constexpr AccessCheck checks[] = {
    {"letter-spacing", "no style attribute fixes a space between letters below 0.12 of the font size", "1.4.12", "24afc2", true, too_narrow,
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_at(survey, finds, "letter-spacing", 0.12, false); }},
    {"line-height", "no style attribute fixes a line height below 1.5 of the font size", "1.4.12", "78fd32", true, too_narrow,
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_at(survey, finds, "line-height", 1.5, true); }},
    {"word-spacing", "no style attribute fixes a space between words below 0.16 of the font size", "1.4.12", "9e45ec", true, too_narrow,
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_at(survey, finds, "word-spacing", 0.16, false); }},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind text_spacing()
{
    Kind kind = access_kind({.name = "text-spacing",
                             .summary = "whether visitors may widen the spaces between lines, words and letters",
                             .document = "Looks at style attributes that fix a space with !important, in sizes of the font. Spaces in pixels and those of style "
                                         "sheets are not judged. WCAG 2.1 asks for this, WCAG 2.0 does not.",
                             .example = ""},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
