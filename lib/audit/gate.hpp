// The gate: whether an audit, alone or beside an earlier one, is good enough for a release. A pure function of the audits and
// the conditions.
#pragma once

#include "audit/audit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::audit {

/// Which end of the score's interval counts. The low end takes what is not decided for lost.
enum class ScoreEnd { low, high };

struct GateConditions {
    ScoreEnd end = ScoreEnd::low;
    std::optional<double> min_score = {};       ///< percent
    std::optional<double> min_coverage = {};    ///< percent
    std::optional<double> max_score_drop = {};  ///< percentage points against the baseline
    std::string fail_on = {};                   ///< a severity; findings of it and graver ones fail
    std::vector<std::string> fail_on_rules = {};  ///< ids, with or without their pack
};

enum class GateOutcome { passed, failed, low_coverage };

struct GateResult {
    GateOutcome outcome = GateOutcome::passed;
    std::vector<Message> failures;  ///< one for each condition that is not met and each finding that fails
    std::vector<Message> notes;     ///< what was fixed, excused or could not be told; changes nothing
};

/// "gate: passed", or what it did instead.
Message words_of(const GateResult& result);

/// Findings fail when they are failed or partly and no act excuses from them. With a baseline only those fail that are new: not
/// in it, by their stable id, or with a verdict that got worse. A baseline whose findings no other condition is about (no
/// `fail_on`, `fail_on_rules` or `max_score_drop`) makes every new finding fail. Coverage under the floor goes before every
/// other failure, because such an audit decides too little. Fails with `usage` when nothing is asked, no rule applied, a rule is
/// unknown, or the baseline is missing or of another portal.
Result<GateResult> gate(const Audit& audit, const Audit* baseline, const GateConditions& conditions);

}  // namespace pa::audit
