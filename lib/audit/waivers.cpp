#include "audit/waivers.hpp"

#include "score/score.hpp"

#include <algorithm>

namespace pa::audit {

namespace {

bool can_be_excused(const Finding& finding) { return finding.verdict != "passed" && finding.verdict != "not-applicable"; }

// What becomes of the act; its findings are marked.
std::string used(const rule::Waiver& waiver, std::string_view host, time::Day day, Audit& audit)
{
    if (!waiver.is_for(host)) {
        return "other-portal";
    }
    if (day >= waiver.until) {
        return "expired";
    }
    if (day < waiver.from) {
        return "not-yet";
    }
    std::string state = "unused";
    for (Finding& finding : audit.findings) {
        const bool named = std::find(waiver.rules.begin(), waiver.rules.end(), finding.rule) != waiver.rules.end();
        if (named && can_be_excused(finding) && finding.waiver.empty()) {
            finding.waiver = waiver.number;
            state = "used";
        }
    }
    return state;
}

void note(const Waiver& waiver, Audit& audit)
{
    if (waiver.state == "expired") {
        audit.notes.push_back(msg("the act {} of {} excused until {} and no longer counts", waiver.number, waiver.authority, waiver.until).text());
    } else if (waiver.state == "not-yet") {
        audit.notes.push_back(msg("the act {} of {} excuses from {} on and does not count yet", waiver.number, waiver.authority, waiver.from).text());
    } else if (waiver.state == "unused") {
        audit.notes.push_back(msg("the act {} of {} excuses from rules that are all met, or are not applied here", waiver.number, waiver.authority).text());
    }
}

score::Centipoints hundredths(double points) { return score::centipoints(points); }

void add_score(Audit& audit)
{
    score::Sum sum;
    for (const Finding& finding : audit.findings) {
        if (finding.waiver.empty()) {
            sum.add({hundredths(finding.points.low), hundredths(finding.points.high), hundredths(finding.points.possible)});
        }
    }
    std::vector<rule::Grade> grades;
    for (const Grade& grade : audit.score.grades) {
        grades.push_back({grade.name, grade.from});
    }
    const auto points = [](score::Centipoints value) { return static_cast<double>(value) / 100; };
    audit.with_waivers.percent = {sum.low_percent(), sum.high_percent(), sum.coverage_percent()};
    audit.with_waivers.points = {points(sum.low), points(sum.high), points(sum.possible)};
    audit.with_waivers.grade_low = score::grade_of(sum.low_percent(), grades);
    audit.with_waivers.grade_high = score::grade_of(sum.high_percent(), grades);
}

}  // namespace

void apply_waivers(std::span<const rule::Waiver> waivers, std::string_view host, time::Day day, Audit& audit)
{
    for (const rule::Waiver& waiver : waivers) {
        audit.waivers.push_back({waiver.authority, waiver.number, waiver.issued, time::to_string(waiver.from), time::to_string(waiver.until), waiver.reason,
                                 waiver.rules, waiver.portals, used(waiver, host, day, audit)});
        note(audit.waivers.back(), audit);
    }
    add_score(audit);
}

}  // namespace pa::audit
