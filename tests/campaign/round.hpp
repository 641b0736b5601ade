// A round for tests: units and what was learned of them, said briefly.
#pragma once

#include "campaign/roll_up.hpp"

#include <fmt/format.h>

namespace pa::campaign {

/// Builds rounds. Scores are in percent; all units have the same two rules.
class RoundBuilder {
public:
    RoundBuilder& unit(const std::string& id, const std::string& parent, bool has_portal = true)
    {
        Unit unit;
        unit.id = id;
        unit.name = "Unit " + id;
        unit.type = "commune";
        unit.parent = parent;
        unit.url = has_portal ? "https://" + id + ".gov.vn/" : "";
        units_.push_back(std::move(unit));
        return *this;
    }

    Round build() const { return begin_round(units_, 50); }

private:
    std::vector<Unit> units_;
};

inline audit::Audit audit_with(double low, double high, double coverage, const std::string& first, const std::string& second)
{
    audit::Audit audit;
    audit.unit_type = "commune";
    audit.profile = "vn-2026";
    audit.as_of = "2026-11-23";
    audit.score.percent = {low, high, coverage};
    audit.score.grade_low = low >= 50 ? "B" : "C";
    audit.score.grade_high = "A";
    for (const auto& [rule, verdict] : {std::pair{"p/first", first}, std::pair{"p/second", second}}) {
        audit::Finding finding;
        finding.rule = rule;
        finding.title = {"Quy tắc", "Rule"};
        finding.verdict = verdict;
        finding.share = verdict == "partly" ? 0.25 : 0;
        finding.points = {verdict == "passed" ? 4.0 : 0.0, verdict == "failed" ? 0.0 : 4.0, 4};
        audit.findings.push_back(std::move(finding));
        ++audit.score.verdicts[verdict];
    }
    audit.items.push_back({.id = "news", .state = first == "passed" ? "present" : "absent", .rule = "", .title = {}, .label = "", .pages = {}, .clicks = {}, .newest = "", .oldest = "", .entries_per_month = {}, .longest_gap = {}, .suspicions = {}, .why = {}});
    return audit;
}

}  // namespace pa::campaign
