// What changed between two audits, and why.
#include "audit/compare.hpp"
#include "support/sample_audit.hpp"

#include <doctest/doctest.h>

using namespace pa;
using audit::Cause;
using audit::Turn;

namespace {

audit::Finding& finding(audit::Audit& audit, const std::string& rule)
{
    for (audit::Finding& one : audit.findings) {
        if (one.rule.ends_with("/" + rule)) {
            return one;
        }
    }
    FAIL("no such rule: " << rule);
    return audit.findings[0];
}

void set(audit::Finding& finding, const char* verdict, double share, audit::Points points)
{
    finding.verdict = verdict;
    finding.share = share;
    finding.points = points;
}

audit::Audit later()
{
    audit::Audit out = sample::audit_of_all();
    out.evidence_sha256[0] = '0';
    out.evidence_begun = "2026-12-01T08:00:00+07:00";
    return out;
}

}  // namespace

TEST_CASE("compare: the same audit twice has no changes")
{
    const audit::Audit audit = sample::audit_of_all();
    const auto out = audit::compare(audit, audit);
    REQUIRE(out.has_value());
    CHECK(out->is_same_evidence);
    CHECK(out->is_same_rules);
    CHECK(out->findings.empty());
    CHECK(out->groups.empty());
    CHECK(out->items.empty());
    CHECK(out->documents.empty());
    CHECK(out->crawl.empty());
    CHECK(out->circumstances.empty());
    CHECK_FALSE(out->pages.has_value());
}

TEST_CASE("compare: each turn of a finding, and its cause with other evidence and the same rules")
{
    struct Row {
        const char* rule;
        const char* verdict;
        double share;
        audit::Points points;
        Turn turn;
    };
    const Row rows[] = {
        {"intro.duties", "failed", 0, {0, 0, 5}, Turn::worse},
        {"intro.duties", "partly", 0.4, {2, 2, 5}, Turn::worse},
        {"legal.documents", "failed", 0, {0, 0, 5}, Turn::worse},
        {"legal.documents", "partly", 0.2, {1, 1, 5}, Turn::worse},
        {"legal.documents", "partly", 0.8, {4, 4, 5}, Turn::better},
        {"strategy.plans", "passed", 1, {10, 10, 10}, Turn::better},
        {"strategy.plans", "partly", 0.5, {5, 5, 10}, Turn::better},
        {"strategy.plans", "cannot-tell", 0, {0, 10, 10}, Turn::undecided},
        {"intro.duties", "cannot-tell", 0, {0, 5, 5}, Turn::undecided},
        {"https.services", "passed", 1, {5, 5, 5}, Turn::decided},
        {"https.services", "failed", 0, {0, 0, 5}, Turn::worse},  // a defect counts more than that it was decided
    };
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        CAPTURE(row.verdict);
        const audit::Audit before = sample::audit_of_all();
        audit::Audit after = later();
        set(finding(after, row.rule), row.verdict, row.share, row.points);
        const auto out = audit::compare(before, after);
        REQUIRE(out.has_value());
        REQUIRE(out->findings.size() == 1);
        CHECK(out->findings[0].turn == row.turn);
        CHECK(out->findings[0].cause == Cause::portal);
        CHECK(out->is_same_rules);
    }
}

TEST_CASE("compare: where a change comes from")
{
    const audit::Audit before = sample::audit_of_all();
    const auto cause = [&](const audit::Audit& after) {
        const auto out = audit::compare(before, after);
        REQUIRE(out.has_value());
        REQUIRE(out->findings.size() == 1);
        return out->findings[0].cause;
    };
    audit::Audit after = later();
    set(finding(after, "intro.duties"), "failed", 0, {0, 0, 5});
    CHECK(cause(after) == Cause::portal);

    after.packs[0].version = "1.1.0";
    CHECK(cause(after) == Cause::unclear);
    after.packs[0].version = "1.0.0";
    after.as_of = "2026-12-01";  // the rule is the same on another day
    CHECK(cause(after) == Cause::portal);
    finding(after, "intro.duties").asked.en = "More.";
    CHECK(cause(after) == Cause::unclear);
    after.evidence_sha256 = before.evidence_sha256;
    CHECK(cause(after) == Cause::rules);
}

TEST_CASE("compare: rules that come and go, other weights, acts")
{
    const audit::Audit before = sample::audit_of_all();
    audit::Audit after = later();
    after.findings.erase(after.findings.begin());
    finding(after, "strategy.plans").points.possible = 20;
    finding(after, "strategy.plans").waiver = "";
    finding(after, "mobile.width").waiver = "";
    finding(after, "foreign.language").verdict = "failed";
    finding(after, "foreign.language").points = {0, 0, 1};
    after.findings.push_back(sample::finding("00000000000000b1", "vn.nd43-2011/new.rule", "passed", "minor", {2, 2, 2}));
    const auto out = audit::compare(before, after);
    REQUIRE(out.has_value());
    REQUIRE(out->findings.size() == 5);
    CHECK(out->findings[0].turn == Turn::exposed);
    CHECK(out->findings[0].cause == Cause::decision);
    CHECK(out->findings[0].known().rule == "vn.tt32-2017/mobile.width");
    CHECK(out->findings[1].turn == Turn::asked);
    CHECK(out->findings[1].known().rule == "vn.nd43-2011/foreign.language");
    CHECK(out->findings[2].turn == Turn::asked);
    CHECK(out->findings[2].before == nullptr);
    CHECK(out->findings[3].turn == Turn::dropped);
    CHECK(out->findings[3].after == nullptr);
    CHECK(out->findings[3].cause == Cause::rules);
    CHECK(out->findings[4].turn == Turn::weighed);
    CHECK(out->findings[4].cause == Cause::rules);
}

TEST_CASE("compare: items and documents")
{
    const audit::Audit before = sample::audit_of_all();
    audit::Audit after = later();
    after.items[0].newest = "2026-11-28";
    after.items[0].page_count = 6;
    after.items[1].state = "present";
    after.documents[0].files[1].state = "sound";
    after.documents[1].files[0].state = "broken";
    audit::Document added = after.documents[0];
    added.number = "14/QĐ-SXD";
    after.documents.push_back(added);
    const auto out = audit::compare(before, after);
    REQUIRE(out.has_value());
    REQUIRE(out->items.size() == 2);
    CHECK(out->items[0].values.size() == 2);
    CHECK(out->items[0].values[0].to.en == "2026-11-28");
    CHECK(out->items[1].values[0].from.en == "absent");
    REQUIRE(out->documents.size() == 3);
    std::map<std::string, audit::DocumentChange::Kind> kinds;
    for (const audit::DocumentChange& change : out->documents) {
        kinds[change.number] = change.kind;
    }
    CHECK(kinds["12/QĐ-SXD"] == audit::DocumentChange::Kind::mended);
    CHECK(kinds["-13/QĐ-SXD"] == audit::DocumentChange::Kind::broken);
    CHECK(kinds["14/QĐ-SXD"] == audit::DocumentChange::Kind::added);
}

TEST_CASE("compare: pages, by address")
{
    const audit::PageStates before = {{"https://a.vn/1", {"200", 1, ""}}, {"https://a.vn/2", {"200", 2, ""}}, {"https://a.vn/3", {"200", 3, ""}}, {"https://a.vn/4", {"404", 0, ""}}};
    const audit::PageStates after = {{"https://a.vn/1", {"200", 1, ""}}, {"https://a.vn/2", {"200", 9, ""}}, {"https://a.vn/4", {"200", 4, ""}}, {"https://a.vn/5", {"200", 5, ""}}};
    const std::vector<audit::PageChange> out = audit::compare(before, after);
    REQUIRE(out.size() == 4);
    CHECK(out[0].kind == audit::PageChange::Kind::text);
    CHECK(out[1].kind == audit::PageChange::Kind::removed);
    CHECK(out[2].kind == audit::PageChange::Kind::answer);
    CHECK(out[2].from == "404");
    CHECK(out[2].to == "200");
    CHECK(out[3].kind == audit::PageChange::Kind::added);
}

TEST_CASE("compare: a later day over the same paragraphs is a new stamp, whatever else changed")
{
    const auto stamped = [](std::uint64_t text, std::uint64_t prose, const std::string& day) { return audit::PageStates{{"https://a.vn/1", {"200", text, "", prose, day}}}; };
    const std::string old = "2026-03-01";
    const std::string late = "2026-11-20";
    using Kind = audit::PageChange::Kind;
    struct Row {
        audit::PageStates before;
        audit::PageStates after;
        std::optional<Kind> kind;
    };
    const Row rows[] = {
        {stamped(1, 7, old), stamped(2, 7, late), Kind::restamped},
        {stamped(1, 7, old), stamped(1, 7, late), Kind::restamped},  // the day stands in metadata alone
        {stamped(1, 7, old), stamped(2, 8, late), Kind::text},
        {stamped(1, 7, late), stamped(2, 7, old), Kind::text},       // an earlier day gains nothing
        {stamped(1, 0, old), stamped(2, 0, late), Kind::text},       // no paragraph to go by
        {stamped(1, 7, ""), stamped(2, 7, late), Kind::text},
        {stamped(1, 7, old), stamped(1, 7, old), std::nullopt},
    };
    for (const Row& row : rows) {
        const std::vector<audit::PageChange> out = audit::compare(row.before, row.after);
        CHECK(out.size() == (row.kind ? 1U : 0U));
        if (row.kind && !out.empty()) {
            CHECK(out[0].kind == *row.kind);
            CHECK((out[0].kind != Kind::restamped || (out[0].from == "2026-03-01" && out[0].to == "2026-11-20")));
        }
    }
}

TEST_CASE("compare: audits of different portals are refused")
{
    audit::Audit other = sample::audit_of_all();
    other.home = "https://sogtvt.example.gov.vn/";
    const auto out = audit::compare(sample::audit_of_all(), other);
    REQUIRE_FALSE(out.has_value());
    CHECK(out.error().kind == ErrorKind::usage);
    CHECK(out.error().message.en() == "these are audits of different portals: soxd.example.gov.vn and sogtvt.example.gov.vn");
}
