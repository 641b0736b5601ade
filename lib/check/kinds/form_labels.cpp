// form-labels: do fields and buttons have names, and do fields say rightly what browsers may fill in?
#include "check/accessibility.hpp"

#include "access/words.hpp"

#include <algorithm>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Role;
using access::Survey;
using access::Tag;

bool has_type(const Element& element, std::initializer_list<std::string_view> types)
{
    const std::string_view type = element.attribute("type");
    return std::any_of(types.begin(), types.end(), [type](std::string_view one) { return access::is_same(type, one); });
}

bool is_field(const Element& element)
{
    switch (element.role) {
    case Role::checkbox: case Role::combobox: case Role::listbox: case Role::menuitemcheckbox: case Role::menuitemradio: case Role::radio:
    case Role::searchbox: case Role::slider: case Role::spinbutton: case Role::switch_: case Role::textbox: return true;
    case Role::unknown: return element.tag == Tag::input;  // passwords, dates, files: no role corresponds
    default: return false;
    }
}

void look_at_fields(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (Index index = 0; index < survey.elements().size(); ++index) {
        const Element& element = survey[index];
        if (is_field(element) && element.is_exposed() && !element.is_flattened) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_buttons(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role(Role::button)) {
        const Element& button = survey[index];
        const bool is_image = button.tag == Tag::input && has_type(button, {"image"});
        if (button.is_exposed() && !is_image && !button.is_flattened) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_menu_items(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role(Role::menuitem)) {
        if (survey[index].is_exposed()) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_summaries(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::summary)) {
        const Element& summary = survey[index];
        const bool opens_something = summary.parent != nowhere && survey[summary.parent].tag == Tag::details && !summary.node.previous_sibling("summary");
        if (opens_something && summary.is_exposed() && (summary.asked == Role::unknown || summary.asked == Role::none)) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

// HTML Living Standard, 4.10.18.7.1. The second list holds what "home", "work" and the like may stand before.
constexpr std::string_view personal_fields =
    " name honorific-prefix given-name additional-name family-name honorific-suffix nickname organization-title username new-password"
    " current-password one-time-code organization street-address address-line1 address-line2 address-line3 address-level4 address-level3"
    " address-level2 address-level1 country country-name postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp"
    " cc-exp-month cc-exp-year cc-csc cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo ";
constexpr std::string_view contact_fields =
    " tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp ";

bool is_autofill(std::string_view value)
{
    const std::string plain = access::lower(value);
    std::vector<std::string_view> words;
    access::each_word(plain, [&](std::string_view word) {
        words.push_back(word);
        return words.size() < 10;
    });
    std::size_t at = 0;
    const auto take = [&](std::string_view list) {
        const bool fits = at < words.size() && access::lists(list, words[at]);
        at += fits ? 1U : 0U;
        return fits;
    };
    at += !words.empty() && words[0].starts_with("section-") ? 1U : 0U;
    take(" shipping billing ");
    const bool is_contact = take(" home work mobile fax pager ");
    if (!take(contact_fields) && (is_contact || !take(personal_fields))) {
        return false;
    }
    take(" webauthn ");
    return at == words.size();
}

void look_at_autofill(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Tag tag : {Tag::input, Tag::select, Tag::textarea}) {
        for (const Index index : survey.with_tag(tag)) {
            const Element& field = survey[index];
            const std::string_view value = access::trimmed(field.attribute("autocomplete"));
            const bool is_switch = access::is_same(value, "on") || access::is_same(value, "off");
            const bool is_off = field.is_disabled || access::is_same(field.attribute("aria-disabled"), "true") || !field.is_exposed();
            const bool takes_none = tag == Tag::input && has_type(field, {"hidden", "button", "submit", "reset", "image", "checkbox", "radio", "file"});
            if (!value.empty() && !is_switch && !is_off && !takes_none) {
                finds.judge(index, !is_autofill(value));
            }
        }
    }
}

constexpr AccessCheck checks[] = {
    {"field-name", "form fields have a label or another name", "3.3.2, 4.1.2", "e086e5", true,
     [] { return msg("the form field has no label"); }, look_at_fields},
    {"button-name", "buttons have a text or another name", "4.1.2", "97a4e1", true, [] { return msg("the button has no name"); }, look_at_buttons},
    {"menu-item-name", "entries of menus have a name", "4.1.2", "m6b1q3", true, [] { return msg("the menu entry has no name"); }, look_at_menu_items},
    {"summary-name", "what opens and closes a part of the page has a name", "4.1.2", "2t702h", true,
     [] { return msg("the summary has no name"); }, look_at_summaries},
    {"autofill", "the attribute autocomplete has a value of the HTML standard", "1.3.5", "73f2c2", false,
     [] { return msg("the value of autocomplete is none of the HTML standard"); }, look_at_autofill},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind form_labels()
{
    Kind kind = access_kind({.name = "form-labels",
                             .summary = "whether form fields and buttons have names",
                             .document = "Looks at the fields, buttons and menu entries that assistive technology is told of. A label element, aria-label, "
                                         "aria-labelledby, title and placeholder give names. Whether a label describes its field is for a person to judge.",
                             .example = "checks = [\"field-name\", \"button-name\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
