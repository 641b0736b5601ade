// An HTML page as a tree, with XPath 1.0 for rule authors. gumbo parses by the HTML standard; the tree is
// kept as a pugixml document. Names of elements and attributes are in lower case and without a namespace.
//
// Pages come from strangers: gumbo's cost grows faster than linearly with nesting depth and with the
// number of attributes on one tag, and freeing its tree recurses, so all three are bounded by a scan
// before gumbo sees the text. Nothing here or in users of the tree may recurse to a page's depth; walk
// with `walk`.
#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pa::html {

using Node = pugi::xml_node;
class Aside;

struct Limits {
    std::size_t bytes = 8U << 20U;       ///< of the page's text; the rest is not looked at
    /// Open elements; a deeper start tag is passed over (browsers: 512). A page that closes other elements
    /// than it opens can reach a small multiple of it.
    std::size_t depth = 480;
    std::size_t attributes = 256;        ///< on one tag; the others are passed over
    std::size_t elements = 60'000;      ///< the rest is passed over: a tree costs a hundred times its tags
};

class Document {
public:
    /// Never fails: HTML has no invalid text. `utf8` must be UTF-8.
    static Document parse(std::string_view utf8, const Limits& limits = {});

    Node root() const { return tree_->document_element(); }  ///< the html element
    Node head() const { return root().child("head"); }
    Node body() const { return root().child("body"); }
    const pugi::xml_document& tree() const { return *tree_; }
    bool cut() const { return cut_; }  ///< a limit was reached

private:
    std::unique_ptr<pugi::xml_document> tree_;
    bool cut_ = false;
};

/// `utf8` within the limits on bytes, elements, depth and attributes; what had to go is left out and `cut` is set.
/// With `aside`, long stretches of its text are set aside. For `Document::parse`, and for its tests.
std::string bounded(std::string_view utf8, const Limits& limits, bool& cut, Aside* aside = nullptr);

/// Visits a subtree in document order without recursion. `enter` is called for every node and says whether
/// to go into its children; `leave` is called once for every element that `enter` saw, behind its children.
template <class Enter, class Leave>
void walk(Node top, Enter enter, Leave leave)
{
    Node node = top;
    while (node) {
        if (enter(node) && node.first_child()) {
            node = node.first_child();
            continue;
        }
        if (node.type() == pugi::node_element) {
            leave(node);
        }
        while (node && node != top && !node.next_sibling()) {
            node = node.parent();
            if (node != top || node.type() == pugi::node_element) {
                leave(node);
            }
        }
        if (!node || node == top) {
            return;
        }
        node = node.next_sibling();
    }
}

}  // namespace pa::html
