// The scan that makes a hostile page harmless before gumbo sees it.
#include "html/document.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace pa::html {

namespace {

constexpr std::array<std::string_view, 21> void_elements = {
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "image",
    "input", "keygen", "link", "meta", "param", "source", "track", "wbr", "!doctype", "nextid"};

// A second start tag of these closes the first, so they do not nest by being left open.
constexpr std::array<std::string_view, 16> self_closing = {"p",  "li",    "dt",     "dd",       "option", "optgroup", "tr",  "td",
                                                           "th", "tbody", "thead", "tfoot", "rp", "rt", "html", "body"};

constexpr std::array<std::string_view, 8> raw_text = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

struct Tag {
    std::string name;
    std::size_t end = 0;             // behind the `>`
    std::size_t attributes = 0;
    std::size_t attribute_cut = 0;   // where the first attribute over the limit begins; 0 when none does
};

// Reads the tag whose name is at `name_at`: its name, its attributes, its end.
Tag read_tag(std::string_view text, std::size_t name_at, std::size_t limit)
{
    Tag tag;
    std::size_t i = name_at;
    while (i < text.size() && !is_blank(text[i]) && text[i] != '>' && text[i] != '/') {
        const char c = text[i++];
        tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    bool in_value = false;  // behind a `=`
    while (i < text.size() && text[i] != '>') {
        const char c = text[i];
        if (is_blank(c) || c == '/') {
            ++i;
        } else if (c == '=') {
            in_value = true;
            ++i;
        } else if (in_value && (c == '"' || c == '\'')) {
            const std::size_t close = text.find(c, i + 1);
            i = close == std::string_view::npos ? text.size() : close + 1;
            in_value = false;
        } else {
            if (!in_value && ++tag.attributes > limit && tag.attribute_cut == 0) {
                tag.attribute_cut = i;
            }
            in_value = false;
            while (i < text.size() && !is_blank(text[i]) && text[i] != '>' && text[i] != '=' && text[i] != '/') {
                ++i;
            }
        }
    }
    tag.end = std::min(i + 1, text.size());
    return tag;
}

// Behind the raw text that follows a <script> or the like: at its `</script`.
std::size_t end_of_raw_text(std::string_view text, std::size_t from, const std::string& name)
{
    for (std::size_t at = text.find("</", from); at != std::string_view::npos; at = text.find("</", at + 2)) {
        const std::string_view found = text.substr(at + 2, name.size());
        if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                       [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; })) {
            return at;
        }
    }
    return text.size();
}

}  // namespace

std::string bounded(std::string_view utf8, const Limits& limits, bool& cut)
{
    if (utf8.size() > limits.bytes) {
        cut = true;
        utf8 = utf8_prefix(utf8, limits.bytes);
    }
    std::string out;
    out.reserve(utf8.size());
    std::size_t depth = 0;
    std::size_t copied = 0;  // everything before this offset is in `out` or was left out
    std::size_t at = 0;
    while ((at = utf8.find('<', at)) != std::string_view::npos && at + 1 < utf8.size()) {
        if (utf8.substr(at, 4) == "<!--") {
            const std::size_t end = utf8.find("-->", at + 4);
            at = end == std::string_view::npos ? utf8.size() : end + 3;
            continue;
        }
        const bool closing = utf8[at + 1] == '/';
        const std::size_t name_at = at + (closing ? 2 : 1);
        if (name_at >= utf8.size() || !(is_letter(utf8[name_at]) || utf8[name_at] == '!')) {
            ++at;
            continue;
        }
        const Tag tag = read_tag(utf8, name_at, limits.attributes);
        const bool nests = !in(void_elements, tag.name) && !in(self_closing, tag.name);
        if (closing) {
            depth -= nests && depth > 0 ? 1 : 0;
        } else if (nests && depth >= limits.depth) {
            out += utf8.substr(copied, at - copied);
            copied = tag.end;
            cut = true;
        } else {
            depth += nests ? 1 : 0;
            if (tag.attribute_cut != 0) {
                out += utf8.substr(copied, tag.attribute_cut - copied);
                out += '>';
                copied = tag.end;
                cut = true;
            }
        }
        at = tag.end;
        if (!closing && in(raw_text, tag.name)) {
            at = end_of_raw_text(utf8, at, tag.name);
        }
    }
    out += utf8.substr(copied);
    return out;
}

}  // namespace pa::html
