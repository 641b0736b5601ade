// The gate over the sample audit: low end 25.86, high end 50, coverage 75.86; a critical and an excused minor failure, a major one
// that is partly met, one rule each that cannot be told, needs a human, and is not asked.
#include "audit/gate.hpp"
#include "support/sample_audit.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace pa;
using audit::GateConditions;
using audit::GateOutcome;
using audit::ScoreEnd;

namespace {

audit::Finding& named(audit::Audit& audit, const char* rule)
{
    const auto found = std::find_if(audit.findings.begin(), audit.findings.end(), [&](const audit::Finding& finding) { return finding.rule.ends_with(rule); });
    REQUIRE(found != audit.findings.end());
    return *found;
}

std::string told(const std::vector<Message>& messages)
{
    std::string out;
    for (const Message& message : messages) {
        out += message.en() + "\n";
    }
    return out;
}

const char* const plans = "vn.nd43-2011/strategy.plans (critical): Strategies, orientations and plans; there is no such section; “Quy hoạch | Kế hoạch” answers 404\n";
const char* const documents = "vn.nd43-2011/legal.documents (major): Legal documents; 2 of 4 documents lack the day of issue\n";
const char* const excused = "vn.tt32-2017/mobile.width (minor): Access with mobile devices; excused by the act 12/QĐ-UBND\n";

}  // namespace

TEST_CASE("one audit: each condition at its edge and beyond")
{
    struct Row {
        std::string what;
        GateConditions conditions;
        GateOutcome outcome;
        std::string failures;
        std::string notes;
    };
    const Row rows[] = {
        {"the low end counts unless told otherwise", {.min_score = 25.86}, GateOutcome::passed, "", ""},
        {"a hundredth under", {.min_score = 25.87}, GateOutcome::failed, "the score is 25.86 %, under 25.87 % (low end of 25.86 – 50 %)\n", ""},
        {"the high end", {.end = ScoreEnd::high, .min_score = 50}, GateOutcome::passed, "", ""},
        {"over the high end", {.end = ScoreEnd::high, .min_score = 50.01}, GateOutcome::failed, "the score is 50 %, under 50.01 % (high end of 25.86 – 50 %)\n", ""},
        {"coverage at the floor", {.min_coverage = 75.86}, GateOutcome::passed, "", ""},
        {"coverage under the floor", {.min_coverage = 80}, GateOutcome::low_coverage, "only 75.86 % of the points are decided, under 80 %\n", ""},
        {"coverage goes before the score; both are told",
         {.min_score = 80, .min_coverage = 80},
         GateOutcome::low_coverage,
         "the score is 25.86 %, under 80 % (low end of 25.86 – 50 %)\nonly 75.86 % of the points are decided, under 80 %\n",
         ""},
        {"critical only", {.fail_on = "critical"}, GateOutcome::failed, plans, ""},
        {"major and graver; partly is a defect, what cannot be told is none",
         {.fail_on = "major"},
         GateOutcome::failed,
         std::string(plans) + documents,
         "rules that would fail the gate, but are not decided: 1\n"},
        {"minor and graver: what an act excuses is told and does not fail",
         {.fail_on = "minor"},
         GateOutcome::failed,
         std::string(plans) + documents,
         std::string(excused) + "rules that would fail the gate, but are not decided: 2\n"},
        {"a rule by its whole id", {.fail_on_rules = {"vn.nd43-2011/legal.documents"}}, GateOutcome::failed, documents, ""},
        {"rules without their pack", {.fail_on_rules = {"intro.duties", "foreign.language"}}, GateOutcome::passed, "", ""},
        {"a rule that cannot be told does not fail, and that is said",
         {.fail_on_rules = {"https.services"}},
         GateOutcome::passed,
         "",
         "rules that would fail the gate, but are not decided: 1\n"},
    };
    const audit::Audit audit = sample::audit_of_all();
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const auto result = audit::gate(audit, nullptr, row.conditions);
        REQUIRE(result.has_value());
        CHECK(result->outcome == row.outcome);
        CHECK(told(result->failures) == row.failures);
        CHECK(told(result->notes) == row.notes);
    }
}

TEST_CASE("against a baseline: only what is new or worse fails; what was fixed is told")
{
    struct Row {
        std::string what;
        GateConditions conditions;
        void (*before)(audit::Audit& baseline);  ///< what was otherwise in the baseline
        GateOutcome outcome;
        std::string failures;
        std::string notes;
    };
    const std::string same = "findings that are as in the baseline, or better: 3\n";
    const std::string two = "findings that are as in the baseline, or better: 2\n";
    const std::string open = "rules that would fail the gate, but are not decided: 2\n";
    const Row rows[] = {
        {"nothing changed", {}, [](audit::Audit&) {}, GateOutcome::passed, "", open + same},
        {"passed before", {}, [](audit::Audit& was) { named(was, "strategy.plans").verdict = "passed"; }, GateOutcome::failed, "new: " + std::string(plans), open + two},
        {"partly before", {}, [](audit::Audit& was) { named(was, "strategy.plans").verdict = "partly"; }, GateOutcome::failed, "new: " + std::string(plans), open + two},
        {"failed before, partly now: better", {}, [](audit::Audit& was) { named(was, "legal.documents").verdict = "failed"; }, GateOutcome::passed, "", open + same},
        {"not known before", {}, [](audit::Audit& was) { named(was, "legal.documents").verdict = "cannot-tell"; }, GateOutcome::failed, "new: " + std::string(documents), open + two},
        {"not asked before", {}, [](audit::Audit& was) { was.findings.erase(was.findings.begin() + 1); }, GateOutcome::failed, "new: " + std::string(plans), open + two},
        {"fixed", {}, [](audit::Audit& was) { named(was, "intro.duties").verdict = "failed"; }, GateOutcome::passed, "", open + same + "fixed: vn.nd43-2011/intro.duties: Functions and duties\n"},
        {"no longer known: not fixed",
         {},
         [](audit::Audit& was) { named(was, "https.services").verdict = "failed"; },
         GateOutcome::passed,
         "",
         open + same + "was failed or partly, is now cannot tell: vn.tt32-2017/https.services: Encrypted connection\n"},
        {"a rule that is gone",
         {},
         [](audit::Audit& was) {
             was.findings.push_back(sample::finding("b1", "vn.old/rule", "failed", "major", {0, 0, 1}));
             was.findings.back().title = {"Cũ", "Old"};
         },
         GateOutcome::passed,
         "",
         open + same + "no longer asked: vn.old/rule: Old\n"},
        {"new, but excused", {}, [](audit::Audit& was) { named(was, "mobile.width").verdict = "passed"; }, GateOutcome::passed, "", excused + open + two},
        {"the act that excused it no longer counts", {}, [](audit::Audit& was) { named(was, "strategy.plans").waiver = "9/QĐ"; }, GateOutcome::failed, "new: " + std::string(plans), open + two},
        {"new, but milder than asked",
         {.fail_on = "critical"},
         [](audit::Audit& was) { named(was, "legal.documents").verdict = "passed"; },
         GateOutcome::passed,
         "",
         "findings that are as in the baseline, or better: 1\n"},
        {"a drop at its edge: findings are not asked about then", {.max_score_drop = 10}, [](audit::Audit& was) { was.score.percent.low = 35.86; }, GateOutcome::passed, "", ""},
        {"a drop beyond",
         {.max_score_drop = 10},
         [](audit::Audit& was) { was.score.percent.low = 35.87; },
         GateOutcome::failed,
         "the score fell by 10.01, more than 10: from 35.87 to 25.86 % (low end)\n",
         ""},
        {"other rules",
         {.max_score_drop = 10},
         [](audit::Audit& was) { was.packs[0].version = "0.9.0"; },
         GateOutcome::passed,
         "",
         "the baseline was judged by other rules, so a change may come from them and not from the portal\n"},
    };
    const audit::Audit audit = sample::audit_of_all();
    for (const Row& row : rows) {
        CAPTURE(row.what);
        audit::Audit baseline = audit;
        row.before(baseline);
        const auto result = audit::gate(audit, &baseline, row.conditions);
        REQUIRE(result.has_value());
        CHECK(result->outcome == row.outcome);
        CHECK(told(result->failures) == row.failures);
        CHECK(told(result->notes) == row.notes);
    }
}

TEST_CASE("a gate over nothing is an error, and so is one that asks for what is not there")
{
    struct Row {
        GateConditions conditions;
        std::string error;
    };
    const Row rows[] = {
        {{}, "the gate has no condition, so everything would pass\n  name one, such as --min-score or --fail-on\n"},
        {{.max_score_drop = 1}, "a drop of the score needs an earlier audit\n  name it with --baseline\n"},
        {{.fail_on_rules = {"legal.document"}}, "the audit has no rule \"legal.document\"\n  did you mean \"legal.documents\"?\n"},
        {{.fail_on = "mayor"}, "unknown severity \"mayor\"\n  known are: advisory, minor, major, critical\n"},
        {{.min_score = std::numeric_limits<double>::quiet_NaN()}, "a percentage lies between 0 and 100\n"},
        {{.min_coverage = 100.5}, "a percentage lies between 0 and 100\n"},
    };
    const audit::Audit audit = sample::audit_of_all();
    for (const Row& row : rows) {
        CAPTURE(row.error);
        const auto result = audit::gate(audit, nullptr, row.conditions);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().kind == ErrorKind::usage);
        CHECK(render(result.error(), Lang::en) == row.error);
    }
    const GateConditions any{.min_score = 0};
    audit::Audit empty = audit;
    empty.findings.clear();
    CHECK_FALSE(audit::gate(empty, nullptr, any).has_value());
    audit::Audit unasked = audit;
    for (audit::Finding& finding : unasked.findings) {
        finding.verdict = "not-applicable";
    }
    CHECK(render(audit::gate(unasked, nullptr, any).error(), Lang::en) == "no rule was applied in this audit, so there is nothing to judge\n");
    audit::Audit other = audit;
    other.home = "https://other.example.gov.vn/";
    CHECK(render(audit::gate(audit, &other, any).error(), Lang::en) == "the baseline is an audit of other.example.gov.vn, not of soxd.example.gov.vn\n");
}
