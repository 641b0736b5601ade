// The checks of the kind `aria`, by what they look at. Each says what it finds to `finds`.
#pragma once

#include "check/accessibility.hpp"

namespace pa::check::aria {

// Roles and attributes of single elements.
void look_at_roles(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_unknown_attributes(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_unsupported_attributes(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_values(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_prohibited_names(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_required_attributes(const access::Survey& survey, const AccessSettings& settings, Finds& finds);

// What elements are inside of, and what is inside of them.
void look_at_parents(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_children(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_hidden_focus(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
void look_at_flat_focus(const access::Survey& survey, const AccessSettings& settings, Finds& finds);

// Names against what is seen.
void look_at_seen_labels(const access::Survey& survey, const AccessSettings& settings, Finds& finds);

}  // namespace pa::check::aria
