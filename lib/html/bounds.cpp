// The scan that makes a hostile page harmless before gumbo sees it. Tags are found by HTML's own tokenizer
// rules (13.2.5), because whatever the two read differently, a page can hide a deep nest in.
#include "html/document.hpp"

#include "base/ascii.hpp"
#include "html/aside.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace pa::html {

namespace {

constexpr std::array<std::string_view, 21> void_elements = {
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "image",
    "input", "keygen", "link", "meta", "param", "source", "track", "wbr", "isindex", "nextid"};

// Void elements that end svg and math instead of standing in them.
constexpr std::array<std::string_view, 5> breaking_void = {"br", "embed", "hr", "img", "meta"};

// A second start tag of these closes the first or is passed over, so they do not nest by being left open.
constexpr std::array<std::string_view, 13> self_closing = {"p",  "li", "dt",    "dd",    "option", "tr",  "td",
                                                           "th", "tbody", "thead", "tfoot", "html", "body"};

// The end tag of these closes them also when something is open inside.
constexpr std::array<std::string_view, 38> closed_by_name = {
    "address", "applet", "article", "aside", "blockquote", "button", "center", "details", "dir", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "listing", "main", "marquee", "menu", "nav",
    "object", "ol", "pre", "section", "select", "summary", "table", "template", "ul"};

constexpr std::array<std::string_view, 8> raw_text = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};

// How much deeper than the limit a page may be that closes other elements than it opens.
constexpr std::size_t sloppiness = 8;

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view name)
{
    // The first letter tells most names apart without a call.
    return std::any_of(list.begin(), list.end(), [name](std::string_view one) {
        return one.size() == name.size() && one.front() == name.front() && one == name;
    });
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

struct Tag {
    std::string name;
    std::size_t end = 0;            // behind the `>`
    std::size_t attributes = 0;
    std::size_t attribute_cut = 0;  // where the first attribute over the limit begins; 0 when none does
    bool is_closed = false;         // `/>`
};

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

// Behind the attribute, with its value, that begins at `at`; a `=` there belongs to its name.
std::size_t end_of_attribute(std::string_view text, std::size_t at)
{
    const std::size_t name_end = std::min(text.find_first_of(" \t\n\r\f/>=", at + 1), text.size());
    std::size_t i = skip_blanks(text, name_end);
    if (i >= text.size() || text[i] != '=') {
        return name_end;
    }
    i = skip_blanks(text, i + 1);
    if (i < text.size() && (text[i] == '"' || text[i] == '\'')) {
        const std::size_t close = text.find(text[i], i + 1);
        return close == std::string_view::npos ? text.size() : close + 1;
    }
    return std::min(text.find_first_of(" \t\n\r\f>", i), text.size());
}

// Reads the tag whose name is at `name_at`: its name, its attributes, its end.
Tag read_tag(std::string_view text, std::size_t name_at, std::size_t limit)
{
    Tag tag;
    std::size_t i = name_at;
    while (i < text.size() && !is_blank(text[i]) && text[i] != '>' && text[i] != '/') {
        const char c = text[i++];
        tag.name += ascii_lower(c);
    }
    while (i < text.size() && text[i] != '>') {
        if (is_blank(text[i]) || text[i] == '/') {
            tag.is_closed = text[i] == '/';
            ++i;
            continue;
        }
        if (++tag.attributes > limit && tag.attribute_cut == 0) {
            tag.attribute_cut = i;
        }
        tag.is_closed = false;
        i = end_of_attribute(text, i);
    }
    tag.is_closed = tag.is_closed && tag.attribute_cut == 0 && i > 0 && i < text.size() && text[i - 1] == '/';
    tag.end = std::min(i + 1, text.size());
    return tag;
}

// Whether a tag `prefix``name`, such as `</script`, stands at `at`.
bool is_tag_at(std::string_view text, std::size_t at, std::string_view prefix, std::string_view name)
{
    const std::size_t name_at = at + prefix.size();
    const std::size_t behind = name_at + name.size();
    if (behind >= text.size() || text.substr(at, prefix.size()) != prefix) {
        return false;
    }
    const std::string_view found = text.substr(name_at, name.size());
    return (is_blank(text[behind]) || text[behind] == '/' || text[behind] == '>') &&
           std::equal(found.begin(), found.end(), name.begin(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// The `</name` that ends the raw text begun at `from`. In a script, `<!-- <script>` hides the next one.
std::size_t end_of_raw_text(std::string_view text, std::size_t from, std::string_view name)
{
    bool escaped = false;
    bool twice = false;
    for (std::size_t at = text.find_first_of("<-", from); at != std::string_view::npos; at = text.find_first_of("<-", at + 1)) {
        if (is_tag_at(text, at, "</", name)) {
            if (!twice) {
                return at;
            }
            twice = false;
        } else if (name != "script") {
            continue;
        } else if (text.substr(at, 4) == "<!--" && !escaped) {
            escaped = true;
            ++at;  // its dashes may be those of `-->`
        } else if (text.substr(at, 3) == "-->") {
            escaped = false;
            twice = false;
        } else if (escaped && is_tag_at(text, at, "<", name)) {
            twice = true;
        }
    }
    return text.size();
}

// Behind the comment that begins at `at`; `<!-->` and `<!--->` are whole ones.
std::size_t end_of_comment(std::string_view text, std::size_t at)
{
    for (std::size_t i = text.find("--", at + 2); i != std::string_view::npos; i = text.find("--", i + 1)) {
        if (text.substr(i + 2, 1) == ">") {
            return i + 3;
        }
        if (i >= at + 4 && text.substr(i + 2, 2) == "!>") {
            return i + 4;
        }
    }
    return text.size();
}

// Counts what is open, twice. `likely_` is what an honest page has open, where a stray end tag closes
// something. `stack_` is never less than what a tree builder has open but for a small factor: an end tag
// takes off the innermost element if it is its own, and nothing else.
class Depth {
public:
    explicit Depth(std::size_t limit) : limit_(limit) {}

    bool is_foreign() const { return foreign_ > 0; }
    bool is_in_select() const { return selects_ > 0; }

    // False when the start tag is one too many.
    bool open(const Tag& tag)
    {
        const std::string_view name = tag.name;
        if (is_foreign() ? tag.is_closed || in(breaking_void, name) : in(void_elements, name)) {
            return true;
        }
        const bool nests = !in(self_closing, name);
        if (!nests && !is_foreign()) {
            if (!stack_.empty()) {
                ++stack_.back().loose;
            }
            return true;
        }
        if (likely_ >= limit_ || stack_.size() + kept_ >= limit_ * sloppiness) {
            return false;
        }
        likely_ += nests ? 1U : 0U;
        stack_.push_back({hash64(name), 0});
        foreign_ += name == "svg" || name == "math" ? 1U : 0U;
        selects_ += name == "select" ? 1U : 0U;
        return true;
    }

    void close(std::string_view name)
    {
        const bool nests = !in(void_elements, name) && !in(self_closing, name);
        likely_ -= nests && likely_ > 0 ? 1U : 0U;
        if (stack_.empty()) {
            return;
        }
        Open& top = stack_.back();
        if (!nests && !is_foreign()) {
            top.loose -= top.loose > 0 ? 1U : 0U;
        } else if (top.name == hash64(name) && (is_foreign() || top.loose == 0 || in(closed_by_name, name))) {
            stack_.pop_back();
            foreign_ -= name == "svg" || name == "math" ? 1U : 0U;
            selects_ -= name == "select" ? 1U : 0U;
            kept_ += name == "form" ? 1U : 0U;  // the end tag may have met another form, or none
        }
    }

private:
    struct Open {
        std::uint64_t name;
        std::size_t loose;  // self-closing elements inside that were not closed
    };

    std::size_t limit_;
    std::size_t likely_ = 0;
    std::size_t kept_ = 0;
    std::size_t foreign_ = 0;
    std::size_t selects_ = 0;
    std::vector<Open> stack_;
};

// Behind a `<` that begins no element: a comment, a declaration, or a mere character.
std::size_t end_of_other(std::string_view text, std::size_t at)
{
    if (text.substr(at, 4) == "<!--") {
        return end_of_comment(text, at);
    }
    const char next = text[at + 1];
    if (next == '!' || next == '?' || (next == '/' && at + 2 < text.size())) {
        const std::size_t end = text.find('>', at);
        return end == std::string_view::npos ? text.size() : end + 1;
    }
    return at + 1;
}

}  // namespace

std::string bounded(std::string_view utf8, const Limits& limits, bool& cut, Aside* aside)
{
    if (utf8.size() > limits.bytes) {
        cut = true;
        utf8 = utf8_prefix(utf8, limits.bytes);
    }
    std::string out;
    out.reserve(utf8.size());
    Depth depth(limits.depth);
    std::size_t copied = 0;  // everything before this offset is in `out` or was left out
    std::size_t at = 0;
    std::size_t tags = 0;
    std::size_t cdata_end = 0;  // in what may be a CDATA section, nothing is closed
    const auto copy_text = [&](std::size_t from, std::size_t to) {
        if (aside != nullptr && !depth.is_foreign() && from < to) {
            out += utf8.substr(copied, from - copied);
            aside->put(utf8.substr(from, to - from), out);
            copied = to;
        }
    };
    while (true) {
        const std::size_t text_begin = at;
        at = std::min(utf8.find('<', at), utf8.size());
        copy_text(text_begin, at);
        if (at + 1 >= utf8.size()) {
            break;
        }
        const bool closing = utf8[at + 1] == '/';
        const std::size_t name_at = at + (closing ? 2 : 1);
        const bool is_cdata = utf8.substr(at, 9) == "<![CDATA[";
        if (aside != nullptr && is_cdata) {
            aside->stop();
        }
        if (depth.is_foreign() && is_cdata) {
            cdata_end = at < cdata_end ? cdata_end : std::min(utf8.find("]]>", at), utf8.size());
            at += 9;
            continue;
        }
        if (name_at >= utf8.size() || !is_ascii_letter(utf8[name_at])) {
            at = end_of_other(utf8, at);
            continue;
        }
        const Tag tag = read_tag(utf8, name_at, limits.attributes);
        if (closing) {
            if (at >= cdata_end) {
                depth.close(tag.name);
            }
        } else if (!depth.open(tag)) {
            out += utf8.substr(copied, at - copied);
            copied = tag.end;
            cut = true;
        } else if (++tags > limits.elements) {
            out += utf8.substr(copied, at - copied);
            cut = true;
            return out;
        } else if (tag.attribute_cut != 0) {
            out += utf8.substr(copied, tag.attribute_cut - copied);
            out += '>';
            copied = tag.end;
            cut = true;
        }
        at = tag.end;
        const std::string_view name = tag.name;
        const bool is_raw = !closing && !depth.is_foreign() && in(raw_text, name) && (name == "script" || name == "textarea" || !depth.is_in_select());
        if (is_raw) {
            const std::size_t end = end_of_raw_text(utf8, at, name);
            if (utf8.substr(at, end - at).find("<!--") == std::string_view::npos) {
                copy_text(at, end);
            }
            at = end;
        }
        if (aside != nullptr && (name == "frameset" || name == "template")) {
            aside->stop();
        }
    }
    out += utf8.substr(copied);
    return out;
}

}  // namespace pa::html
