#include "conf/toml.hpp"

#include <doctest/doctest.h>

using namespace pa;
using conf::Document;
using conf::parse_toml;
using conf::Reader;
using conf::Value;

namespace {

const std::vector<std::string> severities = {"low", "medium", "high"};

// Reads a rule as a pack reader would: every kind of key once.
void read_rule(Reader& rule)
{
    rule.required_string("id");
    rule.required_text("title");
    rule.one_of("severity", severities);
    rule.integer("count");
    rule.number("weight");
    rule.boolean("strict");
    rule.date("since");
    rule.date_time("checked");
    rule.strings("words");
    rule.table("options");
    rule.tables("cases");
    rule.finish();
}

// All messages about `source`, as a user sees them.
std::string messages(const std::string& source)
{
    const Result<Document> document = parse_toml(source, "a.toml");
    if (!document) {
        return render(document.error(), Lang::en);
    }
    Diagnostics diagnostics;
    Reader rule(*document, document->root, diagnostics);
    read_rule(rule);
    std::string out;
    for (const Error& error : diagnostics.errors()) {
        CHECK(error.kind == ErrorKind::config);
        out += render(error, Lang::en);
    }
    return out;
}

struct Row {
    std::string_view lines;
    std::string_view message;
};

const std::string good = "id = \"a\"\ntitle = { vi = \"Một\", en = \"One\" }\n";

}  // namespace

TEST_CASE("what is right is told nothing about")
{
    CHECK(messages(good).empty());
    CHECK(messages(good + R"(severity = "high"
count = 3
weight = 1
strict = true
since = 2026-11-23
checked = 2026-11-23T08:00:00+07:00
words = ["một", "hai"]
options = { x = 1 }
[[cases]]
a = 1
[[cases]]
)")
              .empty());
}

TEST_CASE("mistakes in values, each where it stands")
{
    const Row rows[] = {
        // the wrong type, of every type
        {"count = \"3\"", "a.toml:3:9: \"count\" must be a whole number, not a string\n  count = \"3\"\n          ^\n"},
        {"count = 3.5", "a.toml:3:9: \"count\" must be a whole number, not a number\n  count = 3.5\n          ^\n"},
        {"weight = true", "a.toml:3:10: \"weight\" must be a number, not true or false\n  weight = true\n           ^\n"},
        {"strict = 1", "a.toml:3:10: \"strict\" must be true or false, not a whole number\n  strict = 1\n           ^\n"},
        {"since = \"2026-11-23\"",
         "a.toml:3:9: \"since\" must be a date such as 2026-11-23, not a string\n  since = \"2026-11-23\"\n          ^\n"},
        {"since = 2026-11-23T08:00:00Z",
         "a.toml:3:9: \"since\" must be a date such as 2026-11-23, not a moment such as 2026-11-23T08:00:00+07:00\n"
         "  since = 2026-11-23T08:00:00Z\n          ^\n"},
        {"checked = 2026-11-23",
         "a.toml:3:11: \"checked\" must be a moment such as 2026-11-23T08:00:00+07:00, not a date such as 2026-11-23\n"
         "  checked = 2026-11-23\n            ^\n"},
        {"words = \"one\"", "a.toml:3:9: \"words\" must be an array, not a string\n  words = \"one\"\n          ^\n"},
        {"options = []", "a.toml:3:11: \"options\" must be a table, not an array\n  options = []\n            ^\n"},
        // a table where a value is wanted, and an array
        {"[count]", "a.toml:3:1: \"count\" must be a whole number, not a table\n  [count]\n  ^\n"},
        {"[[count]]", "a.toml:3:1: \"count\" must be a whole number, not an array\n  [[count]]\n  ^\n"},
        {"[cases]", "a.toml:3:1: \"cases\" must be an array, not a table\n  [cases]\n  ^\n"},
        // elements of arrays, told one by one
        {"words = [\"a\", 2, \"\"]",
         "a.toml:3:15: \"words\" must hold strings that are not empty\n  words = [\"a\", 2, \"\"]\n                ^\n"
         "a.toml:3:18: \"words\" must hold strings that are not empty\n  words = [\"a\", 2, \"\"]\n                   ^\n"},
        {"cases = [1]", "a.toml:3:10: \"cases\" must hold tables, written [[cases]]\n  cases = [1]\n           ^\n"},
        // one of a few
        {"severity = \"hihg\"", "a.toml:3:12: unknown value \"hihg\" for \"severity\"\n  severity = \"hihg\"\n             ^\n  did you mean \"high\"?\n"},
        {"severity = \"worst\"",
         "a.toml:3:12: unknown value \"worst\" for \"severity\"\n  severity = \"worst\"\n             ^\n  known are: low, medium, high\n"},
        {"severity = 1", "a.toml:3:12: \"severity\" must be a string, not a whole number\n  severity = 1\n             ^\n"},
        // keys that nobody asked for
        {"sevrity = \"high\"", "a.toml:3:1: unknown key \"sevrity\"\n  sevrity = \"high\"\n  ^\n  did you mean \"severity\"?\n"},
        {"colour = 1", "a.toml:3:1: unknown key \"colour\"\n  colour = 1\n  ^\n"},
        {"ID = 1", "a.toml:3:1: unknown key \"ID\"\n  ID = 1\n  ^\n"},
        {"\"\" = 1", "a.toml:3:1: unknown key \"\"\n  \"\" = 1\n  ^\n"},
        // after Vietnamese text the column is still that of the character, not of the byte
        {"words = [\"một\", \"đường\", 3]",
         "a.toml:3:26: \"words\" must hold strings that are not empty\n  words = [\"một\", \"đường\", 3]\n                           ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lines);
        CHECK(messages(good + std::string(row.lines) + "\n") == row.message);
        // a line of Windows ends alike
        CHECK(messages(good + std::string(row.lines) + "\r\n") == row.message);
    }
}

TEST_CASE("what is missing or empty")
{
    const Row rows[] = {
        {"", "a.toml:1:1: the key \"id\" is missing\na.toml:1:1: the key \"title\" is missing\n"},
        {"id = \"a\"", "a.toml:1:1: the key \"title\" is missing\n  id = \"a\"\n  ^\n"},
        {"id = \"\"\ntitle = { vi = \"x\", en = \"y\" }", "a.toml:1:6: \"id\" must not be empty\n  id = \"\"\n       ^\n"},
        {"id = \"a\"\ntitle = \"x\"", "a.toml:2:9: \"title\" must be a table, not a string\n  title = \"x\"\n          ^\n"},
        {"id = \"a\"\ntitle = { vi = \"x\" }", "a.toml:2:9: the key \"en\" is missing\n  title = { vi = \"x\" }\n          ^\n"},
        {"id = \"a\"\ntitle = { vi = \"\", en = \"y\" }",
         "a.toml:2:16: \"vi\" must not be empty\n  title = { vi = \"\", en = \"y\" }\n                 ^\n"},
        {"id = \"a\"\n[title]\nvi = \"x\"\nen = \"y\"\nfr = \"z\"", "a.toml:5:1: unknown key \"fr\"\n  fr = \"z\"\n  ^\n"},
        {"id = \"a\"\n[title]\nvi = \"x\"", "a.toml:2:1: the key \"en\" is missing\n  [title]\n  ^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lines);
        CHECK(messages(std::string(row.lines)) == row.message);
    }
}

TEST_CASE("all mistakes are told in one run, and reading goes on")
{
    const Document document = *parse_toml("a = 1\nb = \"x\"\nc = [1, \"y\"]\nd = 2\n", "a.toml");
    Diagnostics diagnostics;
    Reader reader(document, document.root, diagnostics);
    CHECK_FALSE(reader.string("a"));
    CHECK(reader.string("b") == "x");
    CHECK(reader.strings("c") == std::vector<std::string>{"y"});
    CHECK_FALSE(reader.string("none"));
    CHECK(reader.number("d") == 2.0);
    reader.warning("d", msg("odd"), msg("even"));
    reader.error("none", msg("not here"));
    reader.finish();
    CHECK(diagnostics.errors().size() == 3);
    CHECK(diagnostics.warnings().size() == 1);
    CHECK(render(diagnostics.warnings()[0], Lang::en) == "a.toml:4:5: odd\n  d = 2\n      ^\n  even\n");
    CHECK(render(diagnostics.errors()[2], Lang::en) == "a.toml:1:1: not here\n  a = 1\n  ^\n");
}
