// What a person sees or hears of an element.
#pragma once

#include "html/document.hpp"

#include <string>
#include <vector>

namespace pa::html {

/// The text of a subtree as it reads: script, style, template and hidden elements left out, images by their
/// alt text when `with_alt`, a blank between blocks, white space collapsed. At most `limit` bytes.
std::string visible_text(Node node, std::size_t limit = 65536, bool with_alt = false);

/// The name of a link or button, in the order of the accessible-name computation as far as a stored page
/// can follow it: aria-label, the text with alt texts of its images, title.
std::string name_of(Node node);

/// `style` and `hidden` that take an element off the page (display:none and visibility:hidden inline,
/// the hidden attribute, input type=hidden). Style sheets are not looked at.
bool is_hidden(Node element);

/// Elements whose content is no text of the page: script, style, template, head, noscript, object, svg, iframe, datalist.
bool is_unseen(std::string_view name);

/// Elements that begin a new line in a browser's default style.
bool is_block(std::string_view name);

/// The value of an attribute, or an empty view.
inline std::string_view attribute(Node node, const char* name) { return node.attribute(name).value(); }

/// Text of one block (a run of inline content inside one block element) of a page.
struct Block {
    Node element;      ///< the nearest block element
    std::string text;  ///< collapsed, not empty
};

/// The blocks of a subtree in order, at most `limit` of them.
std::vector<Block> blocks(Node top, std::size_t limit = 20000);

}  // namespace pa::html
