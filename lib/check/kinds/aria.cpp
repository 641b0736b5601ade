// aria: are the roles, states and properties of WAI-ARIA used as the standard says?
#include "check/aria_checks.hpp"

namespace pa::check {

namespace {

constexpr AccessCheck checks[] = {
    {"role-valid", "the attribute role has a role of WAI-ARIA", "1.3.1, 4.1.2", "674b10", true, [] { return msg("the attribute role has no role that exists"); },
     aria::look_at_roles},
    {"aria-attribute-known", "aria attributes are some of WAI-ARIA", "", "5f99a7", true, [] { return msg("the element has an aria attribute that does not exist"); },
     aria::look_at_unknown_attributes},
    {"aria-attribute-fits", "aria attributes fit the role of their element", "1.3.1, 4.1.2", "5c01ea", true,
     [] { return msg("the element has an aria attribute that does not fit its role"); }, aria::look_at_unsupported_attributes},
    {"aria-value", "aria attributes have values that they take", "1.3.1, 4.1.2", "6a7281", true,
     [] { return msg("the element has an aria attribute with a value that it does not take"); }, aria::look_at_values},
    {"aria-name-allowed", "no aria attribute names what has no name by the standard", "4.1.2", "kb1m8s", true,
     [] { return msg("an aria attribute names an element whose role takes no name"); }, aria::look_at_prohibited_names},
    {"aria-required", "elements with a role have the attributes that it needs", "4.1.2", "4e8ab6", true,
     [] { return msg("the element's role needs an aria attribute that is not there"); }, aria::look_at_required_attributes},
    {"aria-parent", "elements with a role are inside what the role belongs to", "1.3.1", "ff89c9", true,
     [] { return msg("the element is not inside what its role belongs to"); }, aria::look_at_parents},
    {"aria-children", "lists, tables, menus and the like have the parts that belong to them, and no others", "1.3.1", "bc4a75", true,
     [] { return msg("the element's parts are not those of its role"); }, aria::look_at_children},
    {"hidden-focus", "what is hidden from assistive technology does not take the focus", "1.3.1, 4.1.2", "6cfa84", true,
     [] { return msg("hidden from assistive technology, but reached by keyboard"); }, aria::look_at_hidden_focus},
    {"flat-focus", "buttons, images and the like have nothing inside that takes the focus", "4.1.2", "307n5z", true,
     [] { return msg("can be reached by keyboard, but is inside an element whose parts are not told of"); }, aria::look_at_flat_focus},
    {"label-in-name", "the name of a link or button has the text that is seen on it", "2.5.3", "2ee8b8", false,
     [] { return msg("the name does not have the text that is seen"); }, aria::look_at_seen_labels},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind aria()
{
    Kind kind = access_kind({.name = "aria",
                             .summary = "whether roles, states and properties of WAI-ARIA are used as the standard says",
                             .document = "Looks at role and aria attributes, at lists and tables, and at what takes the focus, by WAI-ARIA 1.2. What a script sets "
                                         "later is not seen. Not applicable on pages that use none of it.",
                             .example = "checks = [\"role-valid\", \"hidden-focus\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
