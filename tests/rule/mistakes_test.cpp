// Mistakes in packs and profiles, each with the whole text that its author sees.
#include "check/kind.hpp"
#include "rule/rule.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

const std::string head = R"([pack]
id = "vn.test"
version = "1.0.0"
title = { vi = "Thử", en = "Test" }
instrument = { number = "1/2026/TT", issued = 2026-01-01, in_force = { from = 2026-02-01 } }
[[group]]
id = "g"
title = { vi = "Nhóm", en = "Group" }
)";

const std::string rule_head = R"([[rule]]
id = "news"
title = { vi = "Tin tức", en = "News" }
why = { vi = "vì", en = "because" }
remedy = { vi = "sửa", en = "mend" }
article = "1"
source = "seen"
applies_to = ["ministry"]
severity = "major"
group = "g"
)";

const std::string kind = "kind = \"information-item\"\nlabels = [\"Tin tức\"]\n";

std::string many(std::string_view text, std::size_t times)
{
    std::string out;
    while (times-- > 0) {
        out += text;
    }
    return out;
}

// All messages of a pack, rendered in English.
std::string told(const std::string& toml)
{
    auto document = conf::parse_toml(toml, "pack.toml");
    if (!document) {
        return render(document.error(), Lang::en);
    }
    rule::Library library;
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    rule::read_document(*document, kinds, library, diagnostics);
    if (!diagnostics.failed()) {
        for (const rule::Pack& pack : library.packs) {
            for (const rule::Rule& rule : pack.rules) {
                if (const auto made = check::kind_named(rule.kind)->make(rule); !made) {
                    diagnostics.error(made.error());
                }
            }
        }
    }
    std::string out;
    for (const Error& error : diagnostics.errors()) {
        out += render(error, Lang::en);
    }
    return out;
}

struct Row {
    const char* about;
    std::string toml;
    std::string text;
};

}  // namespace

TEST_CASE("a right pack has no mistakes") { CHECK(told(head + rule_head + kind) == ""); }

TEST_CASE("mistakes of the file")
{
    const Row rows[] = {
        {"neither pack nor profile", "x = 1\n",
         "pack.toml:1:1: neither a rule pack nor a profile\n  x = 1\n  ^\n  a pack has a table [pack], a profile a table [profile]\n"},
        {"no rule", head, "pack.toml:1:1: the pack has no rule\n  [pack]\n  ^\n"},
        {"misspelt table", head + rule_head + kind + "[[rules]]\nid = \"x\"\n",
         "pack.toml:21:3: unknown key \"rules\"\n  [[rules]]\n    ^\n  did you mean \"rule\"?\n"},
        {"rule as one table", head + "[rule]\nid = \"x\"\n",
         "pack.toml:9:1: \"rule\" must be an array, not a table\n  [rule]\n  ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(told(row.toml) == row.text);
    }
}

TEST_CASE("mistakes of the head")
{
    std::string upper = head;
    upper.replace(upper.find("vn.test"), 7, "VN Test");
    std::string one_language = head;
    one_language.replace(one_language.find(", en = \"Test\""), 13, "");
    std::string upside_down = head;
    upside_down.replace(upside_down.find("from = 2026-02-01"), 17, "from = 2026-02-01, until = 2025-01-01");
    std::string text_date = head;
    text_date.replace(text_date.find("issued = 2026-01-01"), 19, "issued = \"01/01/2026\"");
    const Row rows[] = {
        {"id in capitals", upper + rule_head + kind,
         "pack.toml:2:6: \"VN Test\" is no id\n  id = \"VN Test\"\n       ^\n  use lower-case letters, digits, \"-\" and \".\" only\n"},
        {"one language missing", one_language + rule_head + kind,
         "pack.toml:4:9: the key \"en\" is missing\n  title = { vi = \"Thử\" }\n          ^\n"},
        {"until before from", upside_down + rule_head + kind,
         "pack.toml:5:99: \"until\" must be later than \"from\"\n  ssued = 2026-01-01, in_force = { from = 2026-02-01, until = 2025-01-01 }\n"
         "                                                              ^\n"},
        {"a date as text", text_date + rule_head + kind,
         "pack.toml:5:47: \"issued\" must be a date such as 2026-11-23, not a string\n"
         "  instrument = { number = \"1/2026/TT\", issued = \"01/01/2026\", in_force = {\n                                                ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(told(row.toml) == row.text);
    }
}

TEST_CASE("mistakes of a rule")
{
    const auto with = [](const std::string& old, const std::string& now) {
        std::string text = head + rule_head + kind;
        text.replace(text.rfind(old), old.size(), now);
        return text;
    };
    const Row rows[] = {
        {"missing key", with("article = \"1\"\n", ""), "pack.toml:9:1: the key \"article\" is missing\n  [[rule]]\n  ^\n"},
        {"empty text", with("article = \"1\"", "article = \"\""),
         "pack.toml:14:11: \"article\" must not be empty\n  article = \"\"\n            ^\n"},
        {"unknown key", with("severity = \"major\"", "severity = \"major\"\nserverity = 1"),
         "pack.toml:18:1: unknown key \"serverity\"\n  serverity = 1\n  ^\n  did you mean \"severity\"?\n"},
        {"unknown severity", with("\"major\"", "\"mayor\""),
         "pack.toml:17:12: unknown value \"mayor\" for \"severity\"\n  severity = \"mayor\"\n             ^\n  did you mean \"major\"?\n"},
        {"a source that may not be cited", with("\"seen\"", "\"recalled\""),
         "pack.toml:15:10: unknown value \"recalled\" for \"source\"\n  source = \"recalled\"\n           ^\n  known are: seen, seen-2\n"},
        {"unknown unit type", with("[\"ministry\"]", "[\"ministery\"]"),
         "pack.toml:16:14: unknown unit type \"ministery\"\n  applies_to = [\"ministery\"]\n               ^\n  did you mean \"ministry\"?\n"},
        {"no unit type", with("[\"ministry\"]", "[]"),
         "pack.toml:16:14: \"applies_to\" must not be empty\n  applies_to = []\n               ^\n"},
        {"unknown group", with("group = \"g\"", "group = \"h\""),
         "pack.toml:18:9: unknown group \"h\"\n  group = \"h\"\n          ^\n  did you mean \"g\"?\n"},
        {"too many points", with("severity = \"major\"", "severity = \"major\"\npoints = 2000"),
         "pack.toml:18:10: \"points\" must be between 0 and 1000\n  points = 2000\n           ^\n"},
        {"points in words", with("severity = \"major\"", "severity = \"major\"\npoints = \"five\""),
         "pack.toml:18:10: \"points\" must be a number, not a string\n  points = \"five\"\n           ^\n"},
        {"unknown kind", with("information-item", "information-items"),
         "pack.toml:19:8: unknown value \"information-items\" for \"kind\"\n  kind = \"information-items\"\n         ^\n  did you mean \"information-item\"?\n"},
        {"the same rule twice", head + rule_head + kind + rule_head + kind,
         "pack.toml:22:6: the rule \"news\" is there twice\n  id = \"news\"\n       ^\n"},
        {"several at once", with("article = \"1\"\nsource = \"seen\"\n", "sorce = \"seen\"\n"),
         "pack.toml:9:1: the key \"article\" is missing\n  [[rule]]\n  ^\n"
         "pack.toml:9:1: the key \"source\" is missing\n  [[rule]]\n  ^\n"
         "pack.toml:14:1: unknown key \"sorce\"\n  sorce = \"seen\"\n  ^\n  did you mean \"source\"?\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(told(row.toml) == row.text);
    }
}

TEST_CASE("mistakes of a kind's parameters")
{
    const std::string start = head + rule_head;
    const Row rows[] = {
        {"missing parameter", start + "kind = \"information-item\"\n", "pack.toml:9:1: the key \"labels\" is missing\n  [[rule]]\n  ^\n"},
        {"parameter of another kind", start + kind + "xpath = \"//a\"\n", "pack.toml:21:1: unknown key \"xpath\"\n  xpath = \"//a\"\n  ^\n"},
        {"a label that is no text", start + "kind = \"information-item\"\nlabels = [\"Tin\", 3]\n",
         "pack.toml:20:18: \"labels\" must hold strings that are not empty\n  labels = [\"Tin\", 3]\n                   ^\n"},
        {"no duration", start + kind + "newest_within = \"10 ngày\"\n",
         "pack.toml:21:17: \"10 ngày\" is no duration\n  newest_within = \"10 ngày\"\n                  ^\n  write P10D, P2W, P3M or P1Y\n"},
        {"negative number", start + kind + "max_clicks = -1\n",
         "pack.toml:21:14: \"max_clicks\" must be between 0 and 1000000000\n  max_clicks = -1\n               ^\n"},
        {"unknown choice", start + "kind = \"page-element\"\nxpath = \"//a\"\nwhere = \"everywhere\"\n",
         "pack.toml:21:9: unknown value \"everywhere\" for \"where\"\n  where = \"everywhere\"\n          ^\n  known are: home, every-page, any-page, item-pages, item-entries\n"},
        {"broken pattern", start + "kind = \"page-element\"\nxpath = \"//a\"\nwhere = \"home\"\npattern = \"(a\"\n",
         "pack.toml:22:11: no valid pattern: missing ): (a\n  pattern = \"(a\"\n            ^\n"},
        {"broken XPath", start + "kind = \"page-element\"\nxpath = \"//a[\"\nwhere = \"home\"\n",
         "pack.toml:20:9: no valid XPath at character 5: Unrecognized node test\n  xpath = \"//a[\"\n          ^\n"},
        {"XPath that gives a number", start + "kind = \"page-element\"\nxpath = \"count(//a)\"\nwhere = \"home\"\n",
         "pack.toml:20:9: the XPath expression must find nodes, not give a number, text or truth value\n  xpath = \"count(//a)\"\n          ^\n"},
        {"neither labels nor path", start + "kind = \"link-target\"\n",
         "pack.toml:9:1: a rule of kind link-target needs either \"labels\" or \"path\"\n  [[rule]]\n  ^\n"},
        {"an item without pages of an item", start + "kind = \"page-element\"\nxpath = \"//a\"\nwhere = \"home\"\nitem = \"news\"\n",
         "pack.toml:22:8: \"item\" goes with where = \"item-pages\" or \"item-entries\"\n  item = \"news\"\n         ^\n"},
        {"too many patterns", start + "kind = \"channels-list\"\nleast = 1\nchannels = [" + many("\"a\", ", 33) + "]\n",
         "pack.toml:21:12: must hold 1 to 32 patterns\n  channels = [" + many("\"a\", ", 12) + "\n             ^\n"},
        {"a pattern of a list", start + "kind = \"statistics-shown\"\nfigures = [\"đúng hạn\", \"(\"]\n",
         "pack.toml:20:11: no valid pattern: missing ): (\n  figures = [\"đúng hạn\", \"(\"]\n            ^\n"},
        {"more than there are", start + "kind = \"channels-list\"\nchannels = [\"a\", \"b\"]\nleast = 3\n",
         "pack.toml:21:9: must be between 1 and the number of channels\n  least = 3\n          ^\n"},
        {"no time at all", start + "kind = \"question-answer-delay\"\nitem = \"qa\"\nwithin_working_days = 0\n",
         "pack.toml:21:23: must be 1 or more\n  within_working_days = 0\n                        ^\n"},
        {"a domain that is no pattern", start + "kind = \"official-email\"\nitem = \"contact\"\nofficial = \"*.gov.vn\"\n",
         "pack.toml:21:12: no valid pattern: no argument for repetition operator: *\n  official = \"*.gov.vn\"\n             ^\n"},
        {"an item that is not named", start + "kind = \"telephone-numbers\"\n", "pack.toml:9:1: the key \"item\" is missing\n  [[rule]]\n  ^\n"},
        {"an example without its verdict", start + kind + "[[rule.example]]\nhtml = \"<p>\"\n",
         "pack.toml:21:1: the key \"expect\" is missing\n  [[rule.example]]\n  ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(told(row.toml) == row.text);
    }
}

TEST_CASE("mistakes of a profile")
{
    const std::string start = "[profile]\nid = \"p\"\ntitle = { vi = \"a\", en = \"b\" }\nin_force = { from = 2026-01-01 }\npacks = [\"vn.test\"]\n";
    const Row rows[] = {
        {"no grades", start, "pack.toml:1:1: the key \"grade\" is missing\n  [profile]\n  ^\n"},
        {"grades upside down", start + "[[profile.grade]]\nname = \"B\"\nfrom = 0\n[[profile.grade]]\nname = \"A\"\nfrom = 90\n",
         "pack.toml:11:8: grades must go from best to worst, between 100 and 0\n  from = 90\n         ^\n"
         "pack.toml:6:1: the last grade must begin at 0\n  [[profile.grade]]\n  ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(told(row.toml) == row.text);
    }
}
