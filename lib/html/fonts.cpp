#include "html/fonts.hpp"

#include <array>
#include <vector>

namespace pa::html {

namespace {

using text::FontEncoding;
using text::FontKind;
using text::Readings;

constexpr const char* read_attributes[] = {"title", "alt", "value", "placeholder", "label", "summary", "aria-label", "content"};

// The families that an element sets for its text; empty when it sets none.
std::string_view families_of(Node element)
{
    const std::string_view face = element.attribute("face").value();
    if (!face.empty()) {
        return face;
    }
    const std::string_view style = element.attribute("style").value();
    std::size_t at = style.find("font");
    if (at == std::string_view::npos || (at = style.find(':', at)) == std::string_view::npos) {
        return {};
    }
    return style.substr(at + 1);
}

// Calls `visit(text, font)` for all texts of a page, with what is known of the font they stand in.
template <class Visit>
void each_text(Node top, Visit visit)
{
    std::vector<FontKind> fonts{FontKind::other};
    const auto enter = [&](Node node) {
        if (node.type() == pugi::node_pcdata) {
            visit(node, pugi::xml_attribute(), fonts.back());
            return false;
        }
        const std::string_view families = families_of(node);
        fonts.push_back(families.empty() ? fonts.back() : text::kind_of_font(families));
        for (const char* name : read_attributes) {
            if (const pugi::xml_attribute attribute = node.attribute(name)) {
                visit(Node(), attribute, FontKind::other);
            }
        }
        const std::string_view name = node.name();
        return name != "script" && name != "style";
    };
    walk(top, enter, [&](Node) { fonts.pop_back(); });
}

// Where no font tells texts apart, a page may have some of both kinds.
bool is_right_as_is(std::string_view value, FontEncoding encoding)
{
    Readings own;
    text::read_in_all(value, own);
    return own.as_is > (encoding == FontEncoding::vni ? own.vni : own.tcvn3);
}

}  // namespace

FontEncoding convert_fonts(const Document& document, bool named)
{
    constexpr std::size_t least_under_font = 1;
    constexpr std::size_t least_on_page = 3;
    constexpr std::size_t least_unnamed = 20;
    std::array<Readings, 4> readings;  // by the kind of font
    each_text(document.root(), [&](Node node, pugi::xml_attribute attribute, FontKind font) {
        text::read_in_all(node ? node.value() : attribute.value(), readings[static_cast<std::size_t>(font)]);
    });
    std::array<FontEncoding, 4> encodings{};
    std::array<std::size_t, 3> words{};  // by encoding
    for (std::size_t font = 0; font < readings.size(); ++font) {
        encodings[font] = text::recognised(readings[font], font > 0 ? least_under_font : named ? least_on_page : least_unnamed);
        words[static_cast<std::size_t>(encodings[font])] += readings[font].words;
    }
    const auto tcvn3 = words[static_cast<std::size_t>(FontEncoding::tcvn3)];
    const auto vni = words[static_cast<std::size_t>(FontEncoding::vni)];
    if (tcvn3 + vni == 0) {
        return FontEncoding::none;
    }
    each_text(document.root(), [&](Node node, pugi::xml_attribute attribute, FontKind font) {
        const FontEncoding encoding = encodings[static_cast<std::size_t>(font)];
        const std::string_view value = node ? node.value() : attribute.value();
        if (encoding == FontEncoding::none || (font == FontKind::other && is_right_as_is(value, encoding))) {
            return;
        }
        const std::string converted = text::from_font_encoding(value, encoding, font == FontKind::tcvn3_capitals);
        if (converted != value) {
            node ? node.set_value(converted.c_str()) : attribute.set_value(converted.c_str());
        }
    });
    return tcvn3 > vni ? FontEncoding::tcvn3 : FontEncoding::vni;
}

}  // namespace pa::html
