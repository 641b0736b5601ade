#include "html/text.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <array>
#include <cstdint>

namespace pa::html {

namespace {

constexpr std::array<std::string_view, 51> block_names = {
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "legend", "li", "main", "marquee", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody",
    "td", "textarea", "tfoot", "th", "thead", "tr", "ul"};
constexpr std::array<std::string_view, 9> unseen = {"datalist", "head", "iframe", "noscript", "object", "script", "style", "svg", "template"};

// Names looked up by their first letter; every element of a page is asked about more than once.
template <std::size_t N>
class Names {
public:
    consteval explicit Names(const std::array<std::string_view, N>& sorted) : names_(sorted)
    {
        for (std::size_t letter = 0, at = 0; letter < begins_.size(); ++letter) {
            while (at < N && static_cast<std::size_t>(sorted[at][0] - 'a') < letter) {
                ++at;
            }
            begins_[letter] = static_cast<std::uint8_t>(at);
        }
    }

    bool has(std::string_view name) const
    {
        const std::size_t letter = name.empty() ? letters : static_cast<unsigned char>(name[0]) - std::size_t{'a'};
        if (letter >= letters) {
            return false;
        }
        for (std::size_t at = begins_[letter]; at < begins_[letter + 1]; ++at) {
            if (names_[at].size() == name.size() && std::char_traits<char>::compare(names_[at].data() + 1, name.data() + 1, name.size() - 1) == 0) {
                return true;
            }
        }
        return false;
    }

private:
    static constexpr std::size_t letters = 26;

    std::array<std::string_view, N> names_;
    std::array<std::uint8_t, letters + 1> begins_{};
};

constexpr Names blocks_by_letter(block_names);
constexpr Names unseen_by_letter(unseen);

bool style_hides(std::string_view style)
{
    std::string plain;
    for (const char c : style) {
        if (c != ' ' && c != '\t' && c != '\n') {
            plain += ascii_lower(c);
        }
    }
    return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

}  // namespace

bool is_hidden(Node element)
{
    for (pugi::xml_attribute one = element.first_attribute(); one; one = one.next_attribute()) {
        const std::string_view name = one.name();
        const bool hides = name == "hidden" || (name == "style" && style_hides(one.value())) ||
                           (name == "type" && std::string_view(one.value()) == "hidden" && std::string_view(element.name()) == "input");
        if (hides) {
            return true;
        }
    }
    return false;
}

bool is_unseen(std::string_view name) { return unseen_by_letter.has(name); }

bool is_block(std::string_view name) { return blocks_by_letter.has(name); }

std::string visible_text(Node top, std::size_t limit, bool with_alt)
{
    std::string out;
    walk(
        top,
        [&](Node node) {
            if (node.type() == pugi::node_pcdata) {
                if (out.size() < limit) {
                    out += node.value();
                }
                return false;
            }
            const std::string_view name = node.name();
            if (unseen_by_letter.has(name) || (node != top && is_hidden(node))) {
                return false;
            }
            if (is_block(name)) {
                out += ' ';
            }
            if (with_alt && (name == "img" || (name == "input" && attribute(node, "type") == "image"))) {
                out += ' ';
                out += attribute(node, "alt");
                out += ' ';
            }
            return out.size() < limit;
        },
        [&](Node node) {
            if (is_block(node.name())) {
                out += ' ';
            }
        });
    out.resize(utf8_prefix(out, limit).size());
    return text::collapsed(out);
}

std::string name_of(Node node)
{
    std::string name = text::collapsed(attribute(node, "aria-label"));
    if (name.empty()) {
        name = visible_text(node, 2048, true);
    }
    if (name.empty()) {
        name = text::collapsed(attribute(node, "title"));
    }
    if (name.empty()) {
        for (Node image = node.child("img"); image && name.empty(); image = image.next_sibling("img")) {
            name = text::collapsed(attribute(image, "title"));
        }
    }
    return name;
}

std::vector<Block> blocks(Node top, std::size_t limit)
{
    std::vector<Block> out;
    std::string line;
    std::vector<Node> owners{top};  // the block elements around the place
    const auto flush = [&] {
        std::string text = text::collapsed(line);
        line.clear();
        if (!text.empty() && out.size() < limit) {
            out.push_back({owners.back(), std::move(text)});
        }
    };
    walk(
        top,
        [&](Node node) {
            if (node.type() == pugi::node_pcdata) {
                line += node.value();
                return false;
            }
            const std::string_view name = node.name();
            if (unseen_by_letter.has(name) || (node != top && is_hidden(node))) {
                return false;
            }
            if (is_block(name)) {
                flush();
                if (name != "br" && node != top) {
                    owners.push_back(node);
                }
            }
            return true;
        },
        [&](Node node) {
            if (is_block(node.name())) {
                flush();
                if (node != top && owners.back() == node) {
                    owners.pop_back();
                }
            }
        });
    flush();
    return out;
}

}  // namespace pa::html
