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

struct PointSum {
    long low = 0;
    long high = 0;
    long possible = 0;

    void add(const Points& points)
    {
        low += hundredths(points.low);
        high += hundredths(points.high);
        possible += hundredths(points.possible);
    }
    bool is(const Points& points) const { return hundredths(points.low) == low && hundredths(points.high) == high && hundredths(points.possible) == possible; }
};

}  // namespace

std::optional<Message> contradiction(const Audit& audit)
{
    if (audit.findings.empty()) {
        return msg("it has no findings");
    }
    PointSum all;
    PointSum not_waived;
    for (const Finding& finding : audit.findings) {
        const bool known = std::find(verdicts.begin(), verdicts.end(), finding.verdict) != verdicts.end();
        if (!known) {
            return msg("{}: unknown verdict \"{}\"", finding.rule, finding.verdict);
        }
        if (!is_possible(finding.points) || !fits(finding) || finding.share < 0 || finding.share > 1) {
            return msg("{}: the points do not fit the verdict \"{}\"", finding.rule, finding.verdict);
        }
        all.add(finding.points);
        if (finding.waiver.empty()) {
            not_waived.add(finding.points);
            continue;
        }
        const bool granted = std::any_of(audit.waivers.begin(), audit.waivers.end(), [&](const Waiver& waiver) {
            return waiver.number == finding.waiver && waiver.state == "used" && std::find(waiver.rules.begin(), waiver.rules.end(), finding.rule) != waiver.rules.end();
        });
        if (!granted) {
            return msg("{}: no act {} excuses from it", finding.rule, finding.waiver);
        }
    }
    if (!is_percent(audit.score.percent) || !all.is(audit.score.points)) {
        return msg("the score is not the sum of its findings");
    }
    if (!is_percent(audit.with_waivers.percent) || !not_waived.is(audit.with_waivers.points)) {
        return msg("the score with waivers is not the sum of the findings that are not waived");
    }
    return std::nullopt;
}

}  // namespace pa::audit
