// What HTML elements are without a role attribute: HTML Accessibility API Mappings 1.0 and ARIA in HTML.
#pragma once

#include "access/survey.hpp"

namespace pa::access {

/// What is around an element, as far as it decides its role.
struct Surroundings {
    Role table = Role::unknown;    ///< of the nearest table: `table`, `grid`, `treegrid` or `none`; unknown outside of tables
    bool is_in_section = false;    ///< inside article, aside, main, nav or section
    bool is_in_list = false;       ///< the parent is a list
    bool is_plain_list = false;    ///< the parent is a list without a role
};

/// The implicit role of an element, `Role::unknown` when it has none.
Role native_role(html::Node node, Tag tag, const Surroundings& around);

/// Whether an element takes the focus as it is, were it not for `disabled`, and its type. `is_first_summary` is for `summary`.
bool is_natively_focusable(html::Node node, Tag tag);

/// Elements that the attribute `disabled` turns off.
bool can_be_disabled(Tag tag);

/// Elements that are never shown: head, script, template and the like, `input type=hidden`, closed dialogs.
bool is_never_shown(html::Node node, Tag tag);

}  // namespace pa::access
