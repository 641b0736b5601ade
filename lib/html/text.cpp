#include "html/text.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace pa::html {

namespace {

constexpr std::array<std::string_view, 46> block_names = {
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "legend", "li", "main", "marquee", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "td", "th", "tr"};
constexpr std::array<std::string_view, 5> more_block_names = {"ul", "tbody", "thead", "tfoot", "textarea"};
constexpr std::array<std::string_view, 9> unseen = {"script", "style", "template", "head", "noscript", "object", "svg", "iframe", "datalist"};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view name)
{
    // The first letter tells most names apart without a call.
    return std::any_of(list.begin(), list.end(), [name](std::string_view one) {
        return one.size() == name.size() && one.front() == name.front() && one == name;
    });
}

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
    if (element.attribute("hidden")) {
        return true;
    }
    const std::string_view style = attribute(element, "style");
    return (!style.empty() && style_hides(style)) ||
           (std::string_view(element.name()) == "input" && attribute(element, "type") == "hidden");
}

bool is_unseen(std::string_view name) { return in(unseen, name); }

bool is_block(std::string_view name) { return in(block_names, name) || in(more_block_names, name); }

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
            if (in(unseen, name) || (node != top && is_hidden(node))) {
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
            if (in(unseen, name) || (node != top && is_hidden(node))) {
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
