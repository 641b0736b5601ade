// A page as assistive technology is told of it: for every element its role, whether it is hidden, whether it takes the focus. Made in
// one walk over the tree, for WAI-ARIA 1.2, HTML-AAM and Accessible Name and Description Computation 1.2, as far as a stored page can
// tell. What only a browser knows is "maybe", and a check never calls a "maybe" a fault.
//
// Sheets in other files are not read: what only they hide counts as shown, unless a class says so in its name.
#pragma once

#include "access/roles.hpp"
#include "access/styles.hpp"
#include "access/tags.hpp"
#include "html/document.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pa::access {

using Index = std::uint32_t;
constexpr Index nowhere = 0xFFFFFFFF;

struct Element {
    html::Node node;
    Index parent = nowhere;
    Index end = 0;                    ///< behind its last descendant, in document order
    Tag tag = Tag::other;
    Role role = Role::unknown;        ///< explicit or implicit, with conflicts resolved
    Role asked = Role::unknown;       ///< what the `role` attribute asks for
    Role native = Role::unknown;      ///< what the element is without a `role` attribute
    Sure hidden = Sure::no;           ///< from everybody
    Sure concealed = Sure::no;        ///< from assistive technology: hidden, or `aria-hidden` on it or around it
    bool is_focusable = false;        ///< also by a script only (tabindex=-1)
    bool is_in_order = false;         ///< reached with the tab key
    bool is_disabled = false;
    bool has_aria = false;            ///< any `aria-*` attribute
    bool is_aside = false;            ///< perhaps out of sight
    bool has_text_added = false;      ///< perhaps a sheet adds text
    bool is_in_svg = false;
    bool is_inline = false;           ///< made so by its style attribute
    bool is_flattened = false;        ///< inside something whose children are presentational, such as a button

    bool is_exposed() const { return concealed == Sure::no; }
    std::string_view attribute(const char* name) const { return node.attribute(name).value(); }
};

struct Name {
    std::string text;          ///< collapsed, at most `most_name` bytes
    bool is_unsure = false;    ///< there may be more of it than can be seen
    bool is_from_author = false;  ///< of `aria-label` or `aria-labelledby`

    /// Surely without a name.
    bool is_missing() const { return text.empty() && !is_unsure; }
};

constexpr std::size_t most_name = 2000;

/// Read-only but for what it keeps of names; for one thread.
class Survey {
public:
    explicit Survey(const html::Document& document);

    const std::vector<Element>& elements() const { return elements_; }
    const Element& operator[](Index index) const { return elements_[index]; }
    html::Node root() const { return root_; }

    /// The elements of a sort, in document order. Hidden ones too.
    const std::vector<Index>& with_tag(Tag tag) const { return by_tag_[static_cast<std::size_t>(tag)]; }
    const std::vector<Index>& with_role(Role role) const { return by_role_[static_cast<std::size_t>(role)]; }
    const std::vector<Index>& with_role_attribute() const { return asking_; }
    const std::vector<Index>& with_aria() const { return with_aria_; }
    const std::vector<Index>& with_lang() const { return with_lang_; }
    const std::vector<Index>& focusable() const { return focusable_; }

    /// The first element with an id.
    Index by_id(std::string_view id) const;
    /// Whether an image of the page uses this element's map; true for everything that is in no map.
    bool has_used_map(Index index) const;

    /// The accessible name. Work on names is bounded for the page; what is over the bound is unsure.
    const Name& name(Index index) const;
    /// The text that is seen of an element; unsure where parts may be out of sight.
    Name visible_label(Index index) const;

    /// The nearest element around with one of these roles (names between blanks), or `nowhere`.
    Index around(Index index, std::string_view roles) const;

    bool has_script() const { return !with_tag(Tag::script).empty(); }
    /// A sheet in another file.
    bool has_linked_sheet() const { return has_linked_sheet_; }
    /// A sheet or a font that is named after icons; short texts may be pictures then.
    bool has_icon_font() const { return has_icon_font_; }

private:
    friend class Surveyor;
    friend class Namer;

    html::Node root_;
    std::vector<Element> elements_;
    std::vector<std::vector<Index>> by_tag_;
    std::vector<std::vector<Index>> by_role_;
    std::vector<Index> asking_;
    std::vector<Index> with_aria_;
    std::vector<Index> with_lang_;
    std::vector<Index> focusable_;
    std::unordered_map<std::string_view, Index> ids_;
    std::unordered_map<std::string_view, std::vector<Index>> labels_for_;  ///< `label` elements by their `for`
    std::unordered_set<std::string_view> used_maps_;
    bool has_linked_sheet_ = false;
    bool has_icon_font_ = false;

    mutable std::unordered_map<Index, Name> names_;
    mutable std::unordered_map<Index, Index> first_fields_;  ///< of `label` elements that hold some
    mutable std::size_t work_ = 0;  ///< nodes visited for names
};

}  // namespace pa::access
