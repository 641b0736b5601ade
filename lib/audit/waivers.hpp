// Acts that excuse from rules, held against the findings.
#pragma once

#include "audit/audit.hpp"
#include "rule/waiver.hpp"

#include <span>

namespace pa::audit {

/// Marks the findings that an act of `waivers` excuses on the day of the audit's law, puts all acts with what became of
/// them into the audit, and adds the score without the excused rules. Acts that are expired, not yet in force or of no use
/// are named in the notes.
void apply_waivers(std::span<const rule::Waiver> waivers, std::string_view host, time::Day day, Audit& audit);

}  // namespace pa::audit
