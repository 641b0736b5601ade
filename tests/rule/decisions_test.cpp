// Overlays and waivers: what they do, and each mistake with the text that its author sees.
#include "check/kind.hpp"
#include "rule/lint.hpp"
#include "rule/tailoring.hpp"
#include "rule/waiver.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

const std::string pack = R"([pack]
id = "vn.test"
version = "1.0.0"
title = { vi = "Thử", en = "Test" }
instrument = { number = "1/2026/TT", issued = 2026-01-01, in_force = { from = 2026-02-01 } }
[[group]]
id = "g"
title = { vi = "Nhóm", en = "Group" }
[[rule]]
id = "news"
title = { vi = "Tin tức", en = "News" }
why = { vi = "vì", en = "because" }
remedy = { vi = "sửa", en = "mend" }
article = "1"
source = "seen"
applies_to = ["ministry"]
severity = "major"
points = 5
group = "g"
kind = "information-item"
labels = ["Tin tức"]
newest_within = "P10D"
[[rule]]
id = "contact"
title = { vi = "Liên hệ", en = "Contact" }
why = { vi = "vì", en = "because" }
remedy = { vi = "sửa", en = "mend" }
article = "2"
source = "seen"
applies_to = ["ministry"]
severity = "minor"
group = "g"
kind = "information-item"
labels = ["Liên hệ"]
)";

const std::string profile = R"([profile]
id = "vn-test"
title = { vi = "Thử", en = "Test" }
in_force = { from = 2026-02-01 }
packs = ["vn.test"]
[[profile.grade]]
name = "A"
from = 0
)";

conf::Document parsed(const std::string& toml, const char* file)
{
    auto document = conf::parse_toml(toml, file);
    REQUIRE(document);
    return *document;
}

rule::Library library(const std::string& more = "")
{
    rule::Library out;
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    rule::read_document(parsed(pack, "pack.toml"), kinds, out, diagnostics);
    rule::read_document(parsed(profile + more, "profile.toml"), kinds, out, diagnostics);
    REQUIRE_FALSE(diagnostics.failed());
    return out;
}

std::string errors_of(const Diagnostics& diagnostics)
{
    std::string out;
    for (const Error& error : diagnostics.errors()) {
        out += error.message.en() + (error.hint.empty() ? "" : " (" + error.hint.en() + ")") + "\n";
    }
    return out;
}

const std::string head = "[tailoring]\nid = \"t\"\ntitle = { vi = \"a\", en = \"b\" }\nauthority = \"UBND tỉnh\"\n";
const std::string change = "[[change]]\nreason = { vi = \"a\", en = \"b\" }\n";

std::string tailored(const std::string& toml, rule::Library& into, rule::Tailoring* out = nullptr)
{
    Diagnostics diagnostics;
    const rule::Tailoring tailoring = rule::apply_tailoring(parsed(toml, "t.toml"), check::kind_specs(), into, into.profiles[0], diagnostics);
    if (out != nullptr) {
        *out = tailoring;
    }
    return errors_of(diagnostics);
}

std::string waiver(const std::string& changed_key, const std::string& value)
{
    const std::pair<const char*, const char*> keys[] = {
        {"authority", "\"UBND tỉnh\""},      {"number", "\"12/QĐ-UBND\""},    {"issued", "2026-10-01"}, {"reason", "{ vi = \"a\", en = \"b\" }"},
        {"rules", "[\"vn.test/news\"]"}, {"portals", "[\"a.example.gov.vn\"]"}, {"from", "2026-10-01"},   {"until", "2027-10-01"},
    };
    std::string out = "[[waiver]]\n";
    for (const auto& [key, fallback] : keys) {
        const std::string text = key == changed_key ? value : fallback;
        out += text.empty() ? "" : std::string(key) + " = " + text + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("an overlay selects, weighs and sets, and says what it changed")
{
    rule::Library rules = library();
    rule::Tailoring tailoring;
    const std::string toml = head + change + "rule = \"vn.test/news\"\npoints = 8\n[change.set]\nnewest_within = \"P30D\"\n" + change + "rule = \"vn.test/contact\"\nselect = false\n";
    REQUIRE(tailored(toml, rules, &tailoring) == "");
    const rule::Rule& news = rules.packs[0].rules[0];
    CHECK(rules.profiles[0].points_of(news) == 8);
    CHECK(news.integer("newest_within", 0) == 30);
    CHECK(rules.profiles[0].has(news));
    CHECK_FALSE(rules.profiles[0].has(rules.packs[0].rules[1]));
    REQUIRE(tailoring.changes.size() == 3);
    CHECK(tailoring.changes[0].what == "points");
    CHECK(tailoring.changes[0].from == "5");
    CHECK(tailoring.changes[0].to == "8");
    CHECK(tailoring.changes[1].what == "newest_within");
    CHECK(tailoring.changes[1].from == "10");
    CHECK(tailoring.changes[1].to == "30");
    CHECK(tailoring.changes[2].what == "unselected");
    CHECK(tailoring.changes[2].reason.en == "b");
}

TEST_CASE("mistakes of an overlay")
{
    const std::pair<std::string, const char*> rows[] = {
        {change + "rule = \"vn.test/news\"\npoints = 6\n", "the key \"tailoring\" is missing\n"},
        {head, "the key \"change\" is missing\n"},
        {head + change + "rule = \"vn.test/new\"\npoints = 6\n", "unknown rule \"vn.test/new\" (did you mean \"vn.test/news\"?)\n"},
        {head + change + "rule = \"vn.test/news\"\n", "the change of \"vn.test/news\" changes nothing (name select, points or set)\n"},
        {head + change + "rule = \"vn.test/news\"\npoints = 5\n", "the change of \"vn.test/news\" changes nothing (name select, points or set)\n"},
        {head + change + "rule = \"vn.test/news\"\nselect = true\n", "the change of \"vn.test/news\" changes nothing (name select, points or set)\n"},
        {head + change + "rule = \"vn.test/news\"\npoints = 1e9\n", "\"points\" must be between 0 and 1000\n"},
        {head + change + "rule = \"vn.test/news\"\n[change.set]\nlabel = [\"x\"]\n", nullptr},
        {head + change + "rule = \"vn.test/news\"\npoints = 6\n" + change + "rule = \"vn.test/news\"\npoints = 7\n", "the rule \"vn.test/news\" is changed twice\n"},
        {head + "profile = \"vn-2011\"\n" + change + "rule = \"vn.test/news\"\npoints = 6\n", "the overlay is for the profile \"vn-2011\", not for \"vn-test\"\n"},
    };
    for (const auto& [toml, text] : rows) {
        CAPTURE(toml);
        rule::Library rules = library();
        const std::string told = tailored(toml, rules);
        if (text != nullptr) {
            CHECK(told == text);
        } else {
            CHECK(told.starts_with("unknown key \"label\" (did you mean \"labels\"?)\n"));
        }
    }
}

TEST_CASE("mistakes of a waiver")
{
    struct Row {
        const char* key;
        const char* value;
        const char* text;
    };
    const Row rows[] = {
        {"", "", ""},
        {"authority", "", "the key \"authority\" is missing\n"},
        {"number", "\"\"", "\"number\" must not be empty\n"},
        {"until", "", "the key \"until\" is missing\n"},
        {"until", "2026-10-01", "\"until\" must be later than \"from\"\n"},
        {"until", "2032-10-01", "the act is too broad: it lasts more than 5 years\n"},
        {"rules", "[\"vn.test/*\"]", "\"vn.test/*\" is too broad: an act excuses from single rules (name each rule, pack/rule)\n"},
        {"rules", "[\"vn.test/contacts\"]", "unknown rule \"vn.test/contacts\" (did you mean \"vn.test/contact\"?)\n"},
        {"portals", "[\".gov.vn\"]", "\".gov.vn\" is too broad: it is shared by the portals of many owners\n"},
        {"portals", "[\"https://a.example.gov.vn/\"]", "\"https://a.example.gov.vn/\" is no host name (write soxd.example.gov.vn, or .example.gov.vn for all hosts below)\n"},
    };
    const rule::Library rules = library();
    for (const Row& row : rows) {
        CAPTURE(row.key);
        CAPTURE(row.value);
        Diagnostics diagnostics;
        rule::read_waivers(parsed(waiver(row.key, row.value), "w.toml"), rules, diagnostics);
        CHECK(errors_of(diagnostics) == row.text);
    }
}

TEST_CASE("whose portal an act is for")
{
    rule::Waiver act;
    act.portals = {"a.example.gov.vn", ".b.gov.vn"};
    CHECK(act.is_for("a.example.gov.vn"));
    CHECK_FALSE(act.is_for("x.a.example.gov.vn"));
    CHECK_FALSE(act.is_for("aa.example.gov.vn"));
    CHECK(act.is_for("b.gov.vn"));
    CHECK(act.is_for("x.b.gov.vn"));
    CHECK_FALSE(act.is_for("xb.gov.vn"));
}

TEST_CASE("a profile chooses and weighs; its total has to be right")
{
    struct Row {
        const char* more;
        const char* text;
    };
    const Row rows[] = {
        {"[[profile.weight]]\nrule = \"vn.test/news\"\npoints = 12\n", ""},
        {"[[profile.weight]]\nrule = \"vn.test/news\"\npoints = 12\n[[profile.weight]]\nrule = \"vn.test/contact\"\npoints = 3\n", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.more);
        CHECK(library(row.more).profiles[0].points_of(library().packs[0].rules[0]) == 12);
    }
    for (const bool right : {true, false}) {
        rule::Library rules = library();
        rules.profiles[0].total = right ? 7 : 8;  // news 5, contact 2
        Diagnostics diagnostics;
        rule::lint(rules, check::kind_specs(), diagnostics);
        CHECK((errors_of(diagnostics).find("states a total of 8 points, its rules have 7") != std::string::npos) == !right);
    }
}

TEST_CASE("lint asks for examples, and warns of labels that shadow others")
{
    rule::Library rules = library();
    Diagnostics diagnostics;
    rules.packs[0].rules[1].params["labels"] = rules.packs[0].rules[0].params["labels"];
    rule::lint(rules, check::kind_specs(), diagnostics);
    CHECK(errors_of(diagnostics).starts_with("the rule \"vn.test/news\" has no example that is \"passed\""));
    CHECK(diagnostics.errors().size() == 4);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].message.en() == "the rules \"vn.test/news\" and \"vn.test/contact\" look for different things by the label \"Tin tức\"");
}
