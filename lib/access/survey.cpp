#include "access/survey.hpp"

#include "access/attributes.hpp"
#include "access/native.hpp"
#include "access/words.hpp"

#include <algorithm>
#include <charconv>

namespace pa::access {

namespace {

// Class names by which frameworks hide things; what they do stands in a sheet that is not at hand.
bool may_hide(std::string_view word)
{
    constexpr std::string_view exact[] = {"collapse", "d-none", "dropdown-menu", "fade", "invisible", "is-hidden", "mfp-hide", "modal", "ng-hide",
                                          "popup", "sub-menu", "submenu", "tab-pane", "uk-hidden", "x-hidden"};
    const auto starts = [word](std::string_view start) { return word.substr(0, start.size()) == start; };
    return starts("hid") || starts("visible-") || std::find(std::begin(exact), std::end(exact), word) != std::end(exact);
}

bool may_be_out_of_sight(std::string_view word)
{
    return word == "sr-only" || word == "visually-hidden" || word == "screen-reader-text" || word == "visuallyhidden";
}

}  // namespace

// Fills a survey: first the tree as a list, then, parents before children, what the elements are.
class Surveyor {
public:
    explicit Surveyor(Survey& survey) : survey_(survey), elements_(survey.elements_) {}

    void run(html::Node root)
    {
        survey_.by_tag_.resize(static_cast<std::size_t>(Tag::video) + 1);
        survey_.by_role_.resize(static_cast<std::size_t>(Role::treeitem) + 1);
        list(root);
        for (const Index index : survey_.with_tag(Tag::style)) {
            styles_.add(elements_[index].node.text().get());
        }
        read_sheets(root);
        states_.resize(elements_.size());
        for (Index index = 0; index < elements_.size(); ++index) {
            look_at(index);
        }
        for (const Tag tag : {Tag::img, Tag::object, Tag::input}) {
            for (const Index user : survey_.with_tag(tag)) {
                const std::string_view used = elements_[user].attribute("usemap");
                if (used.starts_with('#') && elements_[user].hidden == Sure::no) {
                    survey_.used_maps_.insert(used.substr(1));
                }
            }
        }
    }

private:
    // What children inherit.
    struct State {
        Sure removed = Sure::no;
        Sure invisible = Sure::no;
        bool is_aria_hidden = false;
        bool is_inert = false;
        bool is_disabled = false;
        bool is_aside = false;
        bool is_in_svg = false;
        bool is_flat = false;
        bool is_in_section = false;
        Role table = Role::unknown;
    };

    // The attributes that matter, found in one go.
    struct Attributes {
        const char* role = nullptr;
        const char* style = nullptr;
        const char* tabindex = nullptr;
        const char* css_class = nullptr;
        const char* editable = nullptr;
        bool is_hidden = false;
        bool is_inert = false;
        bool is_disabled = false;
        bool is_aria_hidden = false;
        bool has_global_aria = false;
    };

    void list(html::Node root)
    {
        std::vector<Index> open;
        html::walk(
            root,
            [&](html::Node node) {
                if (node.type() != pugi::node_element) {
                    return false;
                }
                Element element;
                element.node = node;
                element.parent = open.empty() ? nowhere : open.back();
                element.tag = tag_named(node.name());
                open.push_back(static_cast<Index>(elements_.size()));
                survey_.by_tag_[static_cast<std::size_t>(element.tag)].push_back(open.back());
                elements_.push_back(element);
                return true;
            },
            [&](html::Node) {
                elements_[open.back()].end = static_cast<Index>(elements_.size());
                open.pop_back();
            });
    }

    void read_sheets(html::Node root)
    {
        const auto looks_like_icons = [](std::string_view text) { return text.find("icon") != std::string_view::npos || text.find("Icon") != std::string_view::npos; };
        for (const Index index : survey_.with_tag(Tag::link)) {
            if (lower(elements_[index].attribute("rel")).find("stylesheet") != std::string::npos) {
                survey_.has_linked_sheet_ = true;
                survey_.has_icon_font_ = survey_.has_icon_font_ || looks_like_icons(elements_[index].attribute("href"));
            }
        }
        for (const Index index : survey_.with_tag(Tag::style)) {
            const std::string_view sheet = elements_[index].node.text().get();
            survey_.has_linked_sheet_ = survey_.has_linked_sheet_ || sheet.find("@import") != std::string_view::npos;
            survey_.has_icon_font_ = survey_.has_icon_font_ || looks_like_icons(sheet.substr(0, Styles::most_bytes));
        }
        survey_.root_ = root;
    }

    Attributes read_attributes(Index index)
    {
        Attributes out;
        Element& element = elements_[index];
        for (const pugi::xml_attribute attribute : element.node.attributes()) {
            const std::string_view name = attribute.name();
            const char* value = attribute.value();
            if (name.starts_with("aria-")) {
                element.has_aria = true;
                if (name == "aria-hidden") {
                    out.is_aria_hidden = is_same(value, "true");
                } else if (!out.has_global_aria) {
                    const AriaAttribute* known = aria_attribute(name.substr(5));
                    out.has_global_aria = known != nullptr && known->is_global;
                }
            } else if (name == "id") {
                survey_.ids_.try_emplace(value, index);
            } else if (name == "class") {
                out.css_class = value;
            } else if (name == "style") {
                out.style = value;
            } else if (name == "role") {
                out.role = value;
            } else if (name == "tabindex") {
                out.tabindex = value;
            } else if (name == "hidden") {
                out.is_hidden = true;
            } else if (name == "inert") {
                out.is_inert = true;
            } else if (name == "disabled") {
                out.is_disabled = true;
            } else if (name == "lang") {
                survey_.with_lang_.push_back(index);
            } else if (name == "contenteditable") {
                out.editable = value;
            } else if (name == "for" && element.tag == Tag::label) {
                survey_.labels_for_[value].push_back(index);
            }
        }
        return out;
    }

    void look_at(Index index)
    {
        Element& element = elements_[index];
        const Attributes attributes = read_attributes(index);
        const State outer = element.parent == nowhere ? State{} : states_[element.parent];
        State& own = states_[index];
        own = outer;
        see(element, attributes, own);
        focus(element, attributes, outer, own);
        give_role(index, attributes, outer);
        own.is_flat = outer.is_flat || facts_of(element.role).is_flat;
        own.is_in_section = outer.is_in_section || element.tag == Tag::article || element.tag == Tag::aside || element.tag == Tag::main ||
                            element.tag == Tag::nav || element.tag == Tag::section;
        if (element.tag == Tag::table) {
            const bool is_table = element.role == Role::table || element.role == Role::grid || element.role == Role::treegrid;
            own.table = is_table ? element.role : Role::none;
        }
        element.is_flattened = outer.is_flat;
        survey_.by_role_[static_cast<std::size_t>(element.role)].push_back(index);
        if (element.is_focusable) {
            survey_.focusable_.push_back(index);
        }
        if (element.has_aria) {
            survey_.with_aria_.push_back(index);
        }
    }

    void see(Element& element, const Attributes& attributes, State& own)
    {
        const Tag around = element.parent == nowhere ? Tag::other : elements_[element.parent].tag;
        own.is_in_svg = own.is_in_svg || element.tag == Tag::svg;
        element.is_in_svg = own.is_in_svg;
        const bool is_gone = attributes.is_hidden || is_never_shown(element.node, element.tag) || around == Tag::video || around == Tag::audio ||
                             around == Tag::iframe || (element.tag == Tag::title && !own.is_in_svg);
        own.removed = is_gone ? Sure::yes : around == Tag::object ? std::max(own.removed, Sure::maybe) : own.removed;
        if (attributes.style != nullptr || !styles_.empty()) {
            const Effects effects = styles_.effects_on(element.node, attributes.style == nullptr ? "" : attributes.style);
            own.removed = std::max(own.removed, effects.removed);
            own.invisible = effects.visible == Sure::yes     ? Sure::no
                            : effects.visible == Sure::maybe ? std::max(std::min(own.invisible, Sure::maybe), effects.invisible)
                                                             : std::max(own.invisible, effects.invisible);
            own.is_aside = own.is_aside || effects.is_aside;
            element.has_text_added = effects.has_text;
            element.is_inline = effects.is_inline;
        }
        if (attributes.css_class != nullptr && survey_.has_linked_sheet_) {
            each_word(attributes.css_class, [&](std::string_view word) {
                own.removed = may_hide(word) ? std::max(own.removed, Sure::maybe) : own.removed;
                own.is_aside = own.is_aside || may_be_out_of_sight(word);
                return true;
            });
        }
        own.is_aria_hidden = own.is_aria_hidden || attributes.is_aria_hidden;
        own.is_inert = own.is_inert || attributes.is_inert;
        element.is_aside = own.is_aside;
        element.hidden = std::max(own.removed, own.invisible);
        element.concealed = own.is_aria_hidden || own.is_inert ? Sure::yes : element.hidden;
    }

    void focus(Element& element, const Attributes& attributes, const State& outer, State& own) const
    {
        const bool is_legend_out = element.tag == Tag::legend && element.parent != nowhere && elements_[element.parent].tag == Tag::fieldset &&
                                   element.node.previous_sibling("legend").empty();
        own.is_disabled = is_legend_out ? element.parent != nowhere && elements_[element.parent].parent != nowhere && states_[elements_[element.parent].parent].is_disabled
                                        : outer.is_disabled || (element.tag == Tag::fieldset && attributes.is_disabled);
        element.is_disabled = can_be_disabled(element.tag) && (attributes.is_disabled || own.is_disabled);
        int order = 0;
        bool has_order = false;
        if (attributes.tabindex != nullptr) {
            const std::string_view text = trimmed(attributes.tabindex);
            has_order = std::from_chars(text.data(), text.data() + text.size(), order).ec == std::errc();
        }
        const bool is_summary = element.tag == Tag::summary && element.parent != nowhere && elements_[element.parent].tag == Tag::details &&
                                element.node.previous_sibling("summary").empty();
        const bool is_editable = attributes.editable != nullptr && !is_same(attributes.editable, "false");
        element.is_focusable = (is_natively_focusable(element.node, element.tag) || is_summary || has_order || is_editable) && !element.is_disabled &&
                               !own.is_inert && element.hidden != Sure::yes;
        element.is_in_order = element.is_focusable && (!has_order || order >= 0);
    }

    void give_role(Index index, const Attributes& attributes, const State& outer)
    {
        Element& element = elements_[index];
        Surroundings around{outer.table, outer.is_in_section};
        if (element.tag == Tag::li && element.parent != nowhere) {
            const Element& parent = elements_[element.parent];
            const bool is_native = parent.tag == Tag::ul || parent.tag == Tag::ol || parent.tag == Tag::menu;
            around.is_in_list = parent.role == Role::list;
            around.is_plain_list = is_native && parent.role == Role::none;
        }
        element.native = native_role(element.node, element.tag, around);
        element.role = element.native;
        if (attributes.role != nullptr) {
            each_word(attributes.role, [&](std::string_view word) {
                element.asked = role_named(word).value_or(Role::unknown);
                return element.asked == Role::unknown;
            });
            if (!trimmed(attributes.role).empty()) {
                survey_.asking_.push_back(index);
            }
        }
        if (element.asked != Role::unknown) {
            element.role = element.asked;
        }
        // WAI-ARIA 1.2, 7.3: what takes the focus or has a global attribute is not presentational.
        if (element.role == Role::none && (element.is_focusable || attributes.has_global_aria)) {
            element.role = element.native == Role::none && element.tag == Tag::img ? Role::img : element.native == Role::none ? Role::generic : element.native;
        }
    }

    Survey& survey_;
    std::vector<Element>& elements_;
    std::vector<State> states_;
    Styles styles_;
};

Survey::Survey(const html::Document& document) { Surveyor(*this).run(document.root()); }

Index Survey::by_id(std::string_view id) const
{
    const auto found = ids_.find(id);
    return found == ids_.end() ? nowhere : found->second;
}

bool Survey::has_used_map(Index index) const
{
    Index map = index;
    while (map != nowhere && elements_[map].tag != Tag::map) {
        map = elements_[map].parent;
    }
    if (map == nowhere) {
        return elements_[index].tag != Tag::area;
    }
    return used_maps_.contains(elements_[map].attribute("name"));
}

Index Survey::around(Index index, std::string_view roles) const
{
    for (Index at = elements_[index].parent; at != nowhere; at = elements_[at].parent) {
        if (elements_[at].role != Role::unknown && lists(roles, facts_of(elements_[at].role).name)) {
            return at;
        }
    }
    return nowhere;
}

}  // namespace pa::access
