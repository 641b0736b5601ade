#include "check/aria_checks.hpp"

#include "access/attributes.hpp"
#include "access/words.hpp"

#include <algorithm>

namespace pa::check::aria {

namespace {

using access::AriaAttribute;
using access::Element;
using access::Index;
using access::Role;
using access::Survey;
using access::Sure;
using access::Tag;

// Calls `visit(name without "aria-", value)` for the ARIA attributes of an element.
template <class Visit>
void each_aria(const Element& element, Visit visit)
{
    for (const pugi::xml_attribute attribute : element.node.attributes()) {
        if (const std::string_view name = attribute.name(); name.starts_with("aria-")) {
            visit(name.substr(5), access::trimmed(attribute.value()));
        }
    }
}

bool has_value(const Element& element, std::string_view name)
{
    bool found = false;
    each_aria(element, [&](std::string_view one, std::string_view value) { found = found || (one == name && !value.empty()); });
    return found;
}

// Attributes that are no global ones, yet fit an element that has no role of its own.
bool fits_without_role(const Element& element, std::string_view name)
{
    if (element.tag == Tag::audio || element.tag == Tag::video) {
        return false;
    }
    const bool is_field = element.tag == Tag::input;
    return !is_field || access::lists(access::facts_of(Role::textbox).supported, name) || access::lists(access::facts_of(Role::spinbutton).supported, name);
}

bool is_supported(const Element& element, std::string_view name)
{
    return element.role == Role::unknown ? fits_without_role(element, name) : access::lists(access::facts_of(element.role).supported, name);
}

// Whether HTML itself tells what the attribute would.
bool is_native(const Element& element)
{
    return element.native == element.role || (element.tag == Tag::input && element.native != Role::textbox && element.native != Role::unknown) ||
           element.tag == Tag::select || element.tag == Tag::option || element.tag == Tag::summary;
}

}  // namespace

void look_at_roles(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role_attribute()) {
        if (survey[index].is_exposed()) {
            finds.judge(index, survey[index].asked == Role::unknown);
        }
    }
}

void look_at_unknown_attributes(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_aria()) {
        bool is_known = true;
        each_aria(survey[index], [&](std::string_view name, std::string_view) { is_known = is_known && access::aria_attribute(name) != nullptr; });
        finds.judge(index, !is_known);
    }
}

void look_at_unsupported_attributes(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_aria()) {
        const Element& element = survey[index];
        if (!element.is_exposed() || element.tag == Tag::custom) {
            continue;
        }
        bool fits = true;
        each_aria(element, [&](std::string_view name, std::string_view) {
            const AriaAttribute* attribute = access::aria_attribute(name);
            fits = fits && (attribute == nullptr || attribute->is_global || is_supported(element, name));
        });
        finds.judge(index, !fits);
    }
}

void look_at_values(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_aria()) {
        bool fits = true;
        bool any = false;
        each_aria(survey[index], [&](std::string_view name, std::string_view value) {
            const AriaAttribute* attribute = access::aria_attribute(name);
            any = any || (attribute != nullptr && !value.empty());
            fits = fits && (attribute == nullptr || value.empty() || access::is_valid(*attribute, value));
        });
        if (any) {
            finds.judge(index, !fits);
        }
    }
}

void look_at_prohibited_names(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_aria()) {
        const Element& element = survey[index];
        const bool is_empty_role = element.role == Role::generic || element.asked == Role::none;
        if (!element.is_exposed() || element.tag == Tag::custom) {
            continue;
        }
        bool fits = true;
        each_aria(element, [&](std::string_view name, std::string_view value) {
            const bool is_name = name == "label" || name == "labelledby" || name == "braillelabel";
            const bool is_description = name == "roledescription" || name == "brailleroledescription";
            const bool is_prohibited = (is_name && (access::facts_of(element.role).nameless || is_empty_role)) || (is_description && is_empty_role);
            fits = fits && (value.empty() || !is_prohibited);
        });
        finds.judge(index, !fits);
    }
}

void look_at_required_attributes(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role_attribute()) {
        const Element& element = survey[index];
        if (!element.is_exposed() || element.role != element.asked || is_native(element)) {
            continue;
        }
        const bool is_splitter = element.role == Role::separator && element.is_focusable;
        const std::string_view required = is_splitter ? " valuenow " : access::facts_of(element.role).required;
        bool has_all = true;
        access::each_word(required, [&](std::string_view name) { return has_all = has_all && has_value(element, name); });
        if (!required.empty()) {
            finds.judge(index, !has_all);
        }
    }
}

}  // namespace pa::check::aria
