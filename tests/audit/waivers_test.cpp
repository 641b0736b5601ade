// Acts against findings: which are excused, and what the score is with and without.
#include "audit/waivers.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

audit::Finding finding(const char* rule, const char* verdict, double low, double high)
{
    audit::Finding out;
    out.rule = rule;
    out.verdict = verdict;
    out.points = {low, high, 10};
    return out;
}

audit::Audit sample()
{
    audit::Audit out;
    out.findings = {finding("p/a", "passed", 10, 10), finding("p/b", "failed", 0, 0), finding("p/c", "cannot-tell", 0, 10), finding("p/d", "failed", 0, 0)};
    out.score.percent = {25, 50, 75};
    out.score.points = {10, 20, 40};
    out.score.grades = {{"A", 90}, {"B", 30}, {"C", 0}};
    return out;
}

rule::Waiver act(std::vector<std::string> rules, const char* from = "2026-01-01", const char* until = "2027-01-01")
{
    rule::Waiver out;
    out.authority = "UBND";
    out.number = "12/QĐ-UBND";
    out.rules = std::move(rules);
    out.portals = {"a.example.gov.vn"};
    out.from = *time::parse_day(from);
    out.until = *time::parse_day(until);
    return out;
}

}  // namespace

TEST_CASE("what becomes of an act")
{
    struct Row {
        rule::Waiver act;
        const char* host;
        const char* state;
        const char* excused;  // the rules
        std::size_t notes;
    };
    const Row rows[] = {
        {act({"p/b"}), "a.example.gov.vn", "used", "p/b ", 0},
        {act({"p/a", "p/b", "p/c"}), "a.example.gov.vn", "used", "p/b p/c ", 0},
        {act({"p/a"}), "a.example.gov.vn", "unused", "", 1},
        {act({"p/x"}), "a.example.gov.vn", "unused", "", 1},
        {act({"p/b"}), "b.example.gov.vn", "other-portal", "", 0},
        {act({"p/b"}, "2025-01-01", "2026-11-23"), "a.example.gov.vn", "expired", "", 1},
        {act({"p/b"}, "2025-01-01", "2026-11-24"), "a.example.gov.vn", "used", "p/b ", 0},
        {act({"p/b"}, "2026-11-24"), "a.example.gov.vn", "not-yet", "", 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.state);
        audit::Audit audit = sample();
        const std::vector<rule::Waiver> acts{row.act};
        audit::apply_waivers(acts, row.host, *time::parse_day("2026-11-23"), audit);
        REQUIRE(audit.waivers.size() == 1);
        CHECK(audit.waivers[0].state == row.state);
        std::string excused;
        for (const audit::Finding& one : audit.findings) {
            excused += one.waiver.empty() ? "" : one.rule + " ";
        }
        CHECK(excused == row.excused);
        CHECK(audit.notes.size() == row.notes);
        CHECK(audit.score.points.possible == 40);
        CHECK_FALSE(audit::contradiction(audit));
    }
}

TEST_CASE("the score with waivers leaves excused rules out of both sums")
{
    audit::Audit audit = sample();
    const std::vector<rule::Waiver> acts{act({"p/b", "p/d"})};
    audit::apply_waivers(acts, "a.example.gov.vn", *time::parse_day("2026-11-23"), audit);
    CHECK(audit.with_waivers.points.low == 10);
    CHECK(audit.with_waivers.points.high == 20);
    CHECK(audit.with_waivers.points.possible == 20);
    CHECK(audit.with_waivers.percent.low == 50);
    CHECK(audit.with_waivers.percent.high == 100);
    CHECK(audit.with_waivers.grade_low == "B");
    CHECK(audit.with_waivers.grade_high == "A");
    CHECK_FALSE(audit::contradiction(audit));
    audit.waivers[0].state = "expired";
    CHECK(audit::contradiction(audit)->en() == "p/b: no act 12/QĐ-UBND excuses from it");
}
