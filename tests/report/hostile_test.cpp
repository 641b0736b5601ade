// Texts of strangers in every field: the formats stay what they are.
#include "report/format.hpp"
#include "base/utf8.hpp"
#include "report/summary.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>

using namespace pa;

namespace {

const std::string worst = "<script>alert(1)</script>\"'&\x1b[31m\xff\u202E]]>{{unit}}";

audit::Audit hostile_audit(const std::string& evil = worst)
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

// The same text in every field besides.
audit::Audit fully_hostile_audit(const std::string& evil)
{
    audit::Audit audit = hostile_audit(evil);
    audit.tool_name = audit.tool_version = audit.profile = audit.as_of = audit.evidence_begun = audit.evidence_ended = audit.evidence_sha256 = evil;
    audit.scope = audit.source = audit.robots = audit.start = evil;
    audit.score.grade_low = audit.score.grade_high = audit.with_waivers.grade_low = audit.with_waivers.grade_high = evil;
    audit.score.verdicts[evil] = 1;
    audit.packs = {{evil, evil, {evil, evil}, evil, evil, evil, evil}};
    audit::Finding finding = audit.findings[0];
    finding.id = finding.group = finding.kind = finding.form = finding.severity = finding.source = finding.in_force_from = finding.in_force_until = finding.item = evil;
    finding.rule = evil + "/2";
    finding.proof.push_back({{evil, evil}, "https://a.vn/" + evil, evil});
    audit.findings.push_back(finding);
    finding.waiver = evil;
    finding.rule = evil + "/3";
    audit.findings.push_back(finding);
    for (const char* verdict : {"passed", "cannot-tell", "needs-human", "not-applicable"}) {
        finding.verdict = verdict;
        finding.points = {0, 8, 8};
        audit.findings.push_back(finding);
    }
    audit.waivers = {{evil, evil, evil, evil, evil, {evil, evil}, {evil}, {evil}, "used"}};
    audit::Item item = audit.items[0];
    item.rule = item.newest = item.oldest = item.state = evil;
    item.suspicions = {{evil, evil}};
    item.why = {evil, evil};
    audit.items.push_back(item);
    audit.documents = {{evil, evil, evil, evil, evil, evil, evil, evil, {{evil, evil, {evil, evil}}, {evil, "broken", {evil, evil}}}}};
    return audit;
}

const std::vector<std::string>& evils()
{
    static const std::vector<std::string> all = {
        worst,
        "=HYPERLINK(\"http://evil\",\"x\")",
        "+1+cmd|' /C calc'!A0",
        "-2",
        "@SUM(1)",
        "\t=1",
        "\uFF1D1",
        "a\r\n::error::x\n/close\n# x\n=1",
        "![x](javascript:alert(1)) @everyone #1 `a` | b | <!-- {0} {{0}} [a](http://evil)",
        "]]><x y=\"&#27;&xxe;\"/>\uFFFE\uFFFF\u200F\u2028",
        std::string(1'000'000, 'x') + "\u202E",
        std::string("\0\x01\x7f\xc2\x85\xed\xa0\x80\xf4\x90\x80\x80", 12),
        "",
    };
    return all;
}

// The audit of the last text is kept: with a megabyte in each field it takes longer to make than to report.
std::string in_format(const char* name, const std::string& evil)
{
    static std::string last = evil;
    static audit::Audit audit = fully_hostile_audit(evil);
    if (last != evil) {
        last = evil;
        audit = fully_hostile_audit(evil);
    }
    return report::format_named(name)->write(audit, {Lang::en, 80, false});
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

TEST_CASE("every format of text: UTF-8, no control character, no turned reading direction, of bounded size")
{
    for (const std::string& text : evils()) {
        for (const report::Format& format : report::formats()) {
            if (format.is_binary || format.name == "json") {
                continue;  // JSON keeps what a page wrote, escaped
            }
            CAPTURE(format.name);
            CAPTURE(text.substr(0, 40));
            const std::string out = in_format(format.name.c_str(), text);
            CHECK(utf8_repaired(out) == out);
            const bool is_csv = format.name.starts_with("csv");
            CHECK(std::none_of(out.begin(), out.end(), [&](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && !(c == '\r' && is_csv)) || c == '\x7f'; }));
            for (const char* mark : {"\u202E", "\u0085", "\u200F"}) {
                CHECK(out.find(mark) == std::string::npos);
            }
            CHECK(out.size() < 200'000);
        }
    }
}

TEST_CASE("XML formats: well-formed, and what a page wrote is text")
{
    for (const std::string& text : evils()) {
        for (const std::string name : {"junit", "badge"}) {
            CAPTURE(name);
            CAPTURE(text.substr(0, 40));
            pugi::xml_document document;
            const std::string out = in_format(name.c_str(), text);
            const pugi::xml_parse_result result = document.load_buffer(out.data(), out.size());
            CHECK(result.status == pugi::status_ok);
            CHECK(document.select_nodes("//script | //x | //*[local-name()='script']").empty());
            CHECK(document.select_nodes("//testcase").size() == (name == "junit" ? 7U : 0U));
        }
    }
    pugi::xml_document document;
    REQUIRE(document.load_string(in_format("junit", worst).c_str()));
    CHECK(std::string(document.select_node("//failure/@message").attribute().value()).find("<script>alert(1)</script>\"'&\uFFFD[31m") != std::string::npos);
}

TEST_CASE("JSON formats: well-formed, and no address but those of the web")
{
    for (const std::string& text : evils()) {
        for (const std::string name : {"sarif", "sarif-github", "gitlab", "earl"}) {
            CAPTURE(name);
            CAPTURE(text.substr(0, 40));
            const std::string out = in_format(name.c_str(), text);
            const nlohmann::json json = nlohmann::json::parse(out, nullptr, false);
            REQUIRE_FALSE(json.is_discarded());
            const nlohmann::json flat = json.flatten();
            for (const auto& [path, value] : flat.items()) {
                if (path.ends_with("/uri") || path.ends_with("source/@id") || path.ends_with("/target")) {
                    CAPTURE(path);
                    REQUIRE(value.is_string());
                    const std::string address = value.get<std::string>();
                    CHECK((address.starts_with("https://a.vn/") || address == "audit.json"));
                }
            }
        }
    }
    const nlohmann::json web = nlohmann::json::parse(in_format("sarif", "[a](http://evil) {0}"));
    CHECK(web["runs"][0]["results"][0]["message"]["text"] == "[a] (http://evil) {{0}}: [a] (http://evil) {{0}}");
}

TEST_CASE("CSV: no cell begins a formula, and each row has as many cells as the header")
{
    for (const std::string& text : evils()) {
        for (const std::string name : {"csv", "csv-items", "csv-documents"}) {
            CAPTURE(name);
            CAPTURE(text.substr(0, 40));
            const std::string out = in_format(name.c_str(), text).substr(3);
            std::vector<std::size_t> cells{0};
            bool is_quoted = false;
            bool is_start = true;
            for (std::size_t i = 0; i < out.size(); ++i) {
                if (is_start && (out[i] != '"' || is_quoted)) {
                    CHECK(std::string("=+-@\t\r").find(out[i] == '\r' ? 'x' : out[i]) == std::string::npos);
                    is_start = false;
                }
                if (out[i] == '"') {
                    is_quoted = !is_quoted;
                } else if (!is_quoted && out[i] == ',') {
                    ++cells.back();
                    is_start = true;
                } else if (!is_quoted && out[i] == '\n') {
                    cells.push_back(0);
                    is_start = true;
                }
            }
            CHECK_FALSE(is_quoted);
            CHECK(out.find(",\uFF1D") == std::string::npos);  // the full-width "="
            REQUIRE(cells.back() == 0);
            cells.pop_back();
            CHECK(cells.size() == (name == "csv" ? 8U : name == "csv-items" ? 3U : 2U));
            CHECK(std::all_of(cells.begin(), cells.end(), [&](std::size_t count) { return count == cells.front(); }));
        }
    }
}

TEST_CASE("GitHub's annotations: one command a line, whatever a page wrote")
{
    for (const std::string& text : evils()) {
        CAPTURE(text.substr(0, 40));
        const std::string out = in_format("github", text);
        std::size_t lines = 0;
        for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1, ++lines) {
            CHECK((out.substr(at).starts_with("::notice title=") || out.substr(at).starts_with("::error title=")));
        }
        CHECK(lines == 3);
    }
}

TEST_CASE("Markdown: within its bound, however many findings and however long their texts")
{
    audit::Audit audit = fully_hostile_audit(std::string(900, '*'));
    audit.findings.resize(3000, audit.findings[1]);
    audit.notes.resize(3000, audit.notes[0]);
    audit.score.groups.resize(3000, audit.score.groups[0]);
    const std::string out = report::format_named("markdown")->write(audit, {Lang::vi, 80, false});
    CHECK(utf8_points(out).size() <= 60000);
    CHECK(utf8_points(out).size() > 50000);
    CHECK(out.find("and 2940 more") != std::string::npos);  // of the groups, of which 60 are shown
    const std::string plain = in_format("markdown", worst);
    CHECK(plain.find("<script>") == std::string::npos);
    CHECK(plain.find("](javascript:") == std::string::npos);
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
        {"\"schema_version\": \"1.4\"", "\"schema_version\": \"2.0\"", "a.json: no audit of schema version 1.4\n"},
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
    for (const std::string name : {"http_version", "http_to_https", "security_headers", "sitemap_files", "hosts"}) {
        REQUIRE(json["portal"].erase(name) == 1);
    }
    for (const std::string name : {"blocked", "blocked_examples", "soft_404", "duplicates", "traps", "sample_seed", "sample", "resumed"}) {
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
