#include "check/aria_checks.hpp"

#include "access/words.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::check::aria {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Role;
using access::Survey;
using access::Sure;
using access::Tag;

// Elements that relations reach through, as they mean nothing by themselves.
bool is_transparent(const Element& element)
{
    if (element.role == Role::none || element.role == Role::unknown) {
        return true;
    }
    return element.role == Role::generic && !element.has_aria && !element.is_focusable;
}

bool is_opaque(const Element& element)
{
    return element.tag == Tag::custom || element.tag == Tag::slot || element.tag == Tag::iframe || element.tag == Tag::object || element.has_text_added;
}

bool is_one_of(const Element& element, std::string_view roles) { return access::lists(roles, access::facts_of(element.role).name); }

// Elements by the ids that their aria-owns names.
std::unordered_map<std::string_view, Index> owners_of(const Survey& survey)
{
    std::unordered_map<std::string_view, Index> owners;
    for (const Index index : survey.with_aria()) {
        access::each_word(survey[index].attribute("aria-owns"), [&](std::string_view id) {
            owners.try_emplace(id, index);
            return true;
        });
    }
    return owners;
}

// What an element owns: the nearest things that mean something inside it and in what its aria-owns names.
class Owned {
public:
    /// Stops when `work`, the elements looked at for the whole page, is over the bound.
    Owned(const Survey& survey, std::string_view allowed, std::size_t& work) : survey_(survey), allowed_(allowed), work_(work) {}

    void look_inside(Index top)
    {
        for (Index at = top + 1; at < survey_[top].end; at = look_at(at)) {
        }
        std::size_t count = 0;
        access::each_word(survey_[top].attribute("aria-owns"), [&](std::string_view id) {
            if (const Index index = survey_.by_id(id); index != nowhere) {
                for (Index at = index; at < survey_[index].end; at = look_at(at)) {
                }
            }
            return ++count < 100;
        });
    }

    bool has_right() const { return has_right_; }
    bool has_wrong() const { return has_wrong_; }
    bool is_unsure() const { return is_unsure_; }

private:
    // The next one to look at: behind the subtree where there is nothing more to see.
    Index look_at(Index at)
    {
        const Element& element = survey_[at];
        if (++work_ > 50 * survey_.elements().size() + 10'000) {
            is_unsure_ = true;
            return nowhere;
        }
        const bool is_markup = element.tag == Tag::script || element.tag == Tag::style || element.tag == Tag::template_;
        if (element.concealed != Sure::no) {
            is_unsure_ = is_unsure_ || !is_markup;
            return element.end;
        }
        if (is_opaque(element)) {
            is_unsure_ = true;
            return element.end;
        }
        if (element.role == Role::group && access::lists(allowed_, "group")) {
            return at + 1;
        }
        if (is_transparent(element)) {
            return at + 1;
        }
        (is_one_of(element, allowed_) || element.role == Role::caption ? has_right_ : has_wrong_) = true;
        return element.end;
    }

    const Survey& survey_;
    std::string_view allowed_;
    std::size_t& work_;
    bool has_right_ = false;
    bool has_wrong_ = false;
    bool is_unsure_ = false;
};

bool has_content(const Element& element)
{
    for (html::Node child = element.node.first_child(); child; child = child.next_sibling()) {
        if (child.type() == pugi::node_element || !access::trimmed(child.value()).empty()) {
            return true;
        }
    }
    return !access::trimmed(element.attribute("aria-owns")).empty();
}

// A script that speaks of the element may lead the focus on, as dialogs do at their ends.
bool may_lead_on(const Survey& survey, Index index)
{
    const Element& element = survey[index];
    const std::string_view id = element.attribute("id");
    if (element.node.attribute("onfocus")) {
        return true;
    }
    return !id.empty() && std::any_of(survey.with_tag(Tag::script).begin(), survey.with_tag(Tag::script).end(), [&](Index script) {
        return std::string_view(survey[script].node.text().get()).find(id) != std::string_view::npos;
    });
}

}  // namespace

void look_at_parents(const Survey& survey, const AccessSettings&, Finds& finds)
{
    const auto owners = owners_of(survey);
    for (const Index index : survey.with_role_attribute()) {
        const Element& element = survey[index];
        const std::string_view context = access::facts_of(element.role).context;
        if (!element.is_exposed() || context.empty() || element.role != element.asked || element.role == element.native) {
            continue;
        }
        if (const auto owner = owners.find(element.attribute("id")); owner != owners.end()) {
            finds.judge(index, !is_one_of(survey[owner->second], context));
            continue;
        }
        Index at = element.parent;
        bool is_unsure = false;
        while (at != nowhere && is_transparent(survey[at])) {
            is_unsure = is_unsure || is_opaque(survey[at]);
            at = survey[at].parent;
        }
        finds.judge(index, !is_unsure && (at == nowhere || !is_one_of(survey[at], context)));
    }
}

void look_at_children(const Survey& survey, const AccessSettings&, Finds& finds)
{
    std::size_t work = 0;
    for (const Role role : {Role::feed, Role::grid, Role::list, Role::listbox, Role::menu, Role::menubar, Role::row, Role::rowgroup, Role::table, Role::tablist,
                            Role::tree, Role::treegrid}) {
        for (const Index index : survey.with_role(role)) {
            const Element& element = survey[index];
            const bool is_busy = access::is_same(element.attribute("aria-busy"), "true");
            if (!element.is_exposed() || is_busy || !has_content(element)) {
                continue;
            }
            Owned owned(survey, access::facts_of(role).owned, work);
            owned.look_inside(index);
            finds.judge(index, owned.has_wrong() || (!owned.has_right() && !owned.is_unsure()));
        }
    }
}

void look_at_hidden_focus(const Survey& survey, const AccessSettings&, Finds& finds)
{
    constexpr std::size_t most_asked = 50;  // elements for which scripts are searched
    std::size_t asked = 0;
    for (const Index index : survey.with_aria()) {
        if (access::is_same(survey[index].attribute("aria-hidden"), "true")) {
            finds.saw();
            break;
        }
    }
    for (const Index index : survey.focusable()) {
        const Element& element = survey[index];
        const bool is_reached = element.is_in_order && element.hidden == Sure::no && element.concealed == Sure::yes;
        if (is_reached && asked++ < most_asked && !may_lead_on(survey, index)) {
            finds.fault(index);
        }
    }
}

void look_at_flat_focus(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Role role : {Role::button, Role::checkbox, Role::img, Role::option, Role::radio, Role::switch_, Role::tab}) {
        if (!survey.with_role(role).empty()) {
            finds.saw();
        }
    }
    for (const Index index : survey.focusable()) {
        const Element& element = survey[index];
        if (element.is_flattened && element.is_in_order && element.is_exposed()) {
            finds.fault(index);
        }
    }
}

}  // namespace pa::check::aria
