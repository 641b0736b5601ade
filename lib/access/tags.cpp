#include "access/tags.hpp"

#include "html/text.hpp"

#include <array>

namespace pa::access {

namespace {

constexpr std::string_view names[] = {
    "", "", "a", "abbr", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "blink", "blockquote", "body", "button", "canvas",
    "caption", "circle", "code", "col", "colgroup", "data", "datalist", "dd", "defs", "del", "details", "dfn", "dialog", "div", "dl", "dt", "em",
    "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee",
    "math", "menu", "meta", "meter", "nav", "noscript", "object", "ol", "optgroup", "option", "output", "p", "path", "pre", "progress", "q", "rect",
    "s", "samp", "script", "search", "section", "select", "slot", "small", "span", "strong", "style", "sub", "summary", "sup", "svg", "symbol",
    "table", "tbody", "td", "template", "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "var", "video"};
constexpr std::size_t count = std::size(names);
static_assert(count == static_cast<std::size_t>(Tag::video) + 1);

constexpr std::size_t slots = 512;

constexpr std::size_t slot_of(std::string_view name)
{
    std::size_t hash = name.size();
    for (const char c : name) {
        hash = hash * 31 + static_cast<unsigned char>(c);
    }
    return hash % slots;
}

// Open addressing; a quarter full.
constexpr std::array<std::uint8_t, slots> table = [] {
    std::array<std::uint8_t, slots> out{};
    for (std::size_t i = 2; i < count; ++i) {
        std::size_t slot = slot_of(names[i]);
        while (out[slot] != 0) {
            slot = (slot + 1) % slots;
        }
        out[slot] = static_cast<std::uint8_t>(i);
    }
    return out;
}();

}  // namespace

bool is_block(Tag tag)
{
    static const std::array<bool, count> blocks = [] {
        std::array<bool, count> out{};
        for (std::size_t i = 0; i < count; ++i) {
            out[i] = html::is_block(names[i]);
        }
        return out;
    }();
    return blocks[static_cast<std::size_t>(tag)];
}

Tag tag_named(std::string_view name)
{
    if (name.size() > 10) {
        return name.find('-') == std::string_view::npos ? Tag::other : Tag::custom;
    }
    for (std::size_t slot = slot_of(name); table[slot] != 0; slot = (slot + 1) % slots) {
        if (names[table[slot]] == name) {
            return static_cast<Tag>(table[slot]);
        }
    }
    return name.find('-') == std::string_view::npos ? Tag::other : Tag::custom;
}

}  // namespace pa::access
