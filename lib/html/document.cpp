#include "html/document.hpp"

#include "base/ascii.hpp"
#include "html/aside.hpp"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace pa::html {

namespace {

// Memory for gumbo's tree: taken piece after piece and given back all at once, without gumbo's walk over the tree. What
// gumbo gives back earlier stays taken; that is a small multiple of the page.
class Arena {
public:
    void* take(std::size_t size)
    {
        const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
        if (rounded > left_) {
            left_ = std::max(chunk_size, rounded);
            chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
            next_ = chunks_.back().get();
        }
        left_ -= rounded;
        return std::exchange(next_, next_ + rounded);
    }

private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);
    static constexpr std::size_t chunk_size = 256U << 10U;

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

// XML names have no room for what HTML allows (`@click`, `"`); such an attribute gets `_` in their places.
std::string xml_name(std::string_view name)
{
    std::string out(name);
    for (char& c : out) {
        c = ascii_lower(c);
        const auto u = static_cast<unsigned char>(c);
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || u >= 0x80;
        c = fits ? c : '_';
    }
    if (out.empty() || (out[0] >= '0' && out[0] <= '9') || out[0] == '-' || out[0] == '.') {
        out.insert(out.begin(), '_');
    }
    return out;
}

std::string element_name(const GumboElement& element)
{
    const char* name = gumbo_normalized_tagname(element.tag);
    if (*name != '\0') {
        return name;
    }
    GumboStringPiece tag = element.original_tag;
    gumbo_tag_from_original_text(&tag);
    return tag.data == nullptr ? "unknown" : xml_name({tag.data, tag.length});
}

void copy_element(const GumboElement& from, Node to)
{
    for (unsigned i = 0; i < from.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(from.attributes.data[i]);
        to.append_attribute(xml_name(attribute->name).c_str()).set_value(attribute->value);
    }
}

struct Place {
    const GumboVector* children;
    unsigned next;
    Node to;
};

// Copies gumbo's tree with an explicit stack. Comments are left out. False when the limit was reached.
bool copy_tree(const GumboNode* root, const Aside& aside, Node document, std::size_t limit)
{
    std::string room;
    Node html = document.append_child(element_name(root->v.element).c_str());
    copy_element(root->v.element, html);
    std::vector<Place> stack{{&root->v.element.children, 0, html}};
    std::size_t copied = 1;
    while (!stack.empty()) {
        Place& place = stack.back();
        if (place.next == place.children->length) {
            stack.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(place.children->data[place.next++]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA) {
            place.to.append_child(pugi::node_pcdata).set_value(aside.restored(child->v.text.text, room));
        } else if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
            if (++copied > limit) {
                return false;
            }
            Node to = place.to.append_child(element_name(child->v.element).c_str());
            copy_element(child->v.element, to);
            stack.push_back({&child->v.element.children, 0, to});
        }
    }
    return true;
}

}  // namespace

Document Document::parse(std::string_view utf8, const Limits& limits)
{
    Document document;
    document.tree_ = std::make_unique<pugi::xml_document>();
    Aside aside(utf8);
    const std::string text = bounded(utf8, limits, document.cut_, &aside);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;  // each would hold a copy of all open elements, and nobody reads them
    Arena arena;
    options.userdata = &arena;
    options.allocator = [](void* from, std::size_t size) { return static_cast<Arena*>(from)->take(size); };
    options.deallocator = [](void*, void*) {};
    const GumboOutput* output = gumbo_parse_with_options(&options, text.data(), text.size());
    if (!copy_tree(output->root, aside, *document.tree_, limits.elements)) {
        document.cut_ = true;
    }
    return document;
}

}  // namespace pa::html
