// An audit.json may have been edited by hand; a report of one that contradicts itself would mislead.
#include "audit/audit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace pa::audit {

namespace {

constexpr std::array<std::string_view, 6> verdicts = {"passed", "partly", "failed", "cannot-tell", "not-applicable", "needs-human"};

long hundredths(double points) { return std::lround(points * 100); }

bool is_percent(const Percent& percent)
{
    return percent.low >= 0 && percent.low <= percent.high && percent.high <= 100 && percent.coverage >= 0 && percent.coverage <= 100;
}

bool is_possible(const Points& points) { return points.low >= 0 && points.low <= points.high && points.high <= points.possible && points.possible <= 1e9; }

// The points that a verdict allows.
bool fits(const Finding& finding)
{
    const Points& points = finding.points;
    if (finding.verdict == "passed") {
        return points.low == points.possible;
    }
    if (finding.verdict == "failed") {
        return points.high == 0;
    }
    if (finding.verdict == "cannot-tell" || finding.verdict == "needs-human") {
        return points.low == 0 && points.high == points.possible;
    }
    return finding.verdict != "not-applicable" || points.possible == 0;
}

}  // namespace

std::optional<Message> contradiction(const Audit& audit)
{
    if (audit.findings.empty()) {
        return msg("it has no findings");
    }
    long low = 0;
    long high = 0;
    long possible = 0;
    for (const Finding& finding : audit.findings) {
        const bool known = std::find(verdicts.begin(), verdicts.end(), finding.verdict) != verdicts.end();
        if (!known) {
            return msg("{}: unknown verdict \"{}\"", finding.rule, finding.verdict);
        }
        if (!is_possible(finding.points) || !fits(finding) || finding.share < 0 || finding.share > 1) {
            return msg("{}: the points do not fit the verdict \"{}\"", finding.rule, finding.verdict);
        }
        low += hundredths(finding.points.low);
        high += hundredths(finding.points.high);
        possible += hundredths(finding.points.possible);
    }
    const Points& sum = audit.score.points;
    if (!is_percent(audit.score.percent) || hundredths(sum.low) != low || hundredths(sum.high) != high || hundredths(sum.possible) != possible) {
        return msg("the score is not the sum of its findings");
    }
    return std::nullopt;
}

}  // namespace pa::audit
