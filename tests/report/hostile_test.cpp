// Texts of strangers in every field: the formats stay what they are.
#include "report/format.hpp"
#include "report/summary.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace pa;

namespace {

const std::string evil = "<script>alert(1)</script>\"'&\x1b[31m\xff\u202E]]>{{unit}}";

audit::Audit hostile_audit()
{
    audit::Audit audit;
    audit.tool_name = "portalaudit";
    audit.tool_version = "1";
    audit.start = audit.home = "javascript:alert(1)";
    audit.unit_name = evil;
    audit.unit_type = evil;
    audit.profile_title = {evil, evil};
    audit.notes = {{evil, evil}};
    audit.score.grades = {{"A", 90}, {"E", 0}};
    audit.score.points = {0, 0, 8};
    audit.score.percent = {0, 0, 100};
    audit.with_waivers.percent = {0, 0, 100};
    audit.with_waivers.points = {0, 0, 8};
    audit.score.groups = {{"g", {evil, evil}, {20, 30, 90}, {2, 3, 10}}};
    audit.score.verdicts = {{"failed", 1}};
    audit::Finding finding;
    finding.id = "0123456789abcdef";
    finding.verdict = "failed";
    finding.rule = finding.instrument = finding.article = evil;
    finding.title = finding.why = finding.asked = finding.remedy = {evil, evil};
    finding.points = {0, 0, 8};
    finding.searched = {{evil, evil}};
    finding.proof = {{{evil, evil}, "javascript:alert(2)", evil}};
    audit.findings = {finding};
    audit::Item item;
    item.id = item.label = evil;
    item.state = "absent";
    item.title = {evil, evil};
    item.pages = {"data:text/html,x"};
    item.page_count = 1;
    audit.items = {item};
    audit.failed_examples = {evil};
    return audit;
}

}  // namespace

TEST_CASE("HTML: no markup, no script link, no control character gets through")
{
    const std::string page = report::format_named("html")->write(hostile_audit(), {Lang::vi, 80, false});
    CHECK(page.find("<script>alert") == std::string::npos);
    CHECK(page.find("href=\"javascript:") == std::string::npos);
    CHECK(page.find("href=\"data:") == std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
    CHECK(page.find("\u202E") == std::string::npos);
    CHECK(page.find('\xff') == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(page.find("{{unit}}") != std::string::npos);  // what a page wrote is no template
}

TEST_CASE("terminal: nothing steers it")
{
    const std::string text = report::format_named("text")->write(hostile_audit(), {Lang::en, 60, false});
    CHECK(std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
    CHECK(text.find("\u202E") == std::string::npos);
}

TEST_CASE("JSON: what is written can be read, and gives the same again")
{
    const std::string json = audit::to_json(hostile_audit());
    const auto read = audit::from_json(json, "a.json");
    REQUIRE(read.has_value());
    CHECK(audit::to_json(*read) == json);
}

TEST_CASE("an audit.json with something missing or of the wrong type is told")
{
    struct Row {
        const char* old;
        const char* now;
        const char* message;
    };
    const Row rows[] = {
        {"\"schema_version\": \"1.3\"", "\"schema_version\": \"2.0\"", "a.json: no audit of schema version 1.3\n"},
        {"\"as_of\": \"\"", "\"as_off\": \"\"", "a.json: no valid audit: /as_of is missing\n"},
        {"\"as_of\": \"\"", "\"as_of\": 3", "a.json: no valid audit: /as_of has the wrong type\n"},
        {"\"share\": 0.0", "\"share\": \"x\"", "a.json: no valid audit: /findings/0/share has the wrong type\n"},
        {"\"page_count\": 1", "\"page_count\": -1", "a.json: no valid audit: /items/0/page_count has the wrong type\n"},
        {"\"verdict\": \"failed\"", "\"verdict\": \"ok\"", nullptr},
        {"\"low\": 0.0", "\"low\": 8.0", "a.json: the audit contradicts itself: the score is not the sum of its findings\n"},
        {"{", "[", "a.json: no valid JSON object, so no audit\n"},
    };
    const std::string json = audit::to_json(hostile_audit());
    for (const Row& row : rows) {
        CAPTURE(row.now);
        std::string text = json;
        REQUIRE(text.find(row.old) != std::string::npos);
        text.replace(text.find(row.old), std::string(row.old).size(), row.now);
        const auto read = audit::from_json(text, "a.json");
        REQUIRE_FALSE(read.has_value());
        // The rule's id of this audit is hostile, so the message about its verdict is looked at only in part.
        const std::string told = render(read.error(), Lang::en);
        CHECK((row.message == nullptr ? told.find("unknown verdict \"ok\"") != std::string::npos : told == row.message));
    }
}

TEST_CASE("an audit of an earlier version of the schema is read; what came later is missing only in later ones")
{
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(audit::to_json(hostile_audit()));
    for (const char* name : {"http_version", "http_to_https", "security_headers", "sitemap_files", "hosts"}) {
        REQUIRE(json["portal"].erase(name) == 1);
    }
    for (const char* name : {"blocked", "blocked_examples", "soft_404", "duplicates", "traps", "sample_seed", "sample", "resumed"}) {
        REQUIRE(json["crawl"].erase(name) == 1);
    }
    CHECK(render(audit::from_json(json.dump(), "a.json").error(), Lang::en) == "a.json: no valid audit: /portal/http_version is missing\n");
    json["schema_version"] = "1.0";
    const auto read = audit::from_json(json.dump(), "a.json");
    REQUIRE(read.has_value());
    CHECK(read->findings.size() == hostile_audit().findings.size());
    CHECK(read->hosts.empty());
}

TEST_CASE("the way to the next grade is the shortest, and says nothing when there is none")
{
    audit::Audit audit = hostile_audit();
    audit.score.grades = {{"A", 90}, {"C", 60}, {"E", 0}};
    const report::NextGrade goal = report::next_grade(audit);
    CHECK(goal.name == "C");  // the nearest grade above, although mending reaches more
    CHECK(goal.points == 4.8);
    CHECK(goal.mend.size() == 1);
    audit.findings.clear();
    CHECK(report::next_grade(audit).name == "");
}
