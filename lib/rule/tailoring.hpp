// An overlay on packs and profiles: an agency's or a province's own choice of rules, weights and thresholds. Packs are
// never edited; the overlay says what is different, who decided it and why, and all of it stands in the audit.
#pragma once

#include "rule/rule.hpp"

namespace pa::rule {

/// One thing that an overlay changed.
struct Change {
    std::string rule;  ///< full id
    std::string what;  ///< "selected", "unselected", "points", "severity", or a parameter's name
    std::string from;
    std::string to;
    Text reason;
};

struct Tailoring {
    std::string id;
    Text title;
    std::string authority;  ///< who decided it
    std::string file;
    std::string digest;     ///< SHA-256 of the file; for whoever reads it in
    std::vector<Change> changes;
};

/// Reads an overlay and lays it on `profile` and on the rules of `library`. `document` has a table [tailoring] and one
/// [[change]] a rule. Mistakes go to `diagnostics`: a rule that is not there, a parameter that its kind does not have, a
/// change that changes nothing, two changes of one rule.
Tailoring apply_tailoring(const conf::Document& document, std::span<const KindSpec> kinds, Library& library, Profile& profile, Diagnostics& diagnostics);

}  // namespace pa::rule
