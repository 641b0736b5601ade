#include "conf/left_out.hpp"
#include "conf/toml.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("tables are left out and the other lines keep their numbers")
{
    struct Row {
        const char* about;
        std::string_view source;
        std::string_view left;
    };
    const Row rows[] = {
        {"nothing to leave out", "a = 1\n[[rule]]\nb = 2", "a = 1\n[[rule]]\nb = 2"},
        {"one in the middle", "[[rule]]\na = 1\n[[rule.example]]\nb = 1\n\n[[rule]]\nc = 1\n", "[[rule]]\na = 1\n\n\n\n[[rule]]\nc = 1\n"},
        {"one at the end", "a = 1\n[[rule.example]]\nb = 1", "a = 1\n\n"},
        {"tables below it", "[[rule.example]]\n[[rule.example.page]]\n[rule.example.server]\n[rule.in_force]\na = 1\n", "\n\n\n[rule.in_force]\na = 1\n"},
        {"blanks and quotes in headers", " [[ rule . \"example\" ]] # [x]\na = 1\n\t[b]\n", "\n\n\t[b]\n"},
        {"another name", "[[rule.examples]]\na = 1\n", "[[rule.examples]]\na = 1\n"},
        {"Windows' ends of lines", "[[rule.example]]\r\na = 1\r\n[b]\r\n", "\n\n[b]\r\n"},
        // what looks like a header and is none
        {"in a literal string", "[[rule.example]]\nh = '''\n[b]\n'''\n[c]\n", "\n\n\n\n[c]\n"},
        {"in a basic string", "h = \"\"\"\n[[rule.example]]\n\\\"\"\"\n[b]\n\\\\\"\"\"\"\"\n[c]\n", "h = \"\"\"\n[[rule.example]]\n\\\"\"\"\n[b]\n\\\\\"\"\"\"\"\n[c]\n"},
        {"in an array", "[[rule.example]]\nh = [ # ]\n[1],\n[2]\n]\n[c]\n", "\n\n\n\n\n[c]\n"},
        {"after quotes in strings", "a = '\"'\nb = \"'''\\\\\" # '\nc = '''''''\nd = \"\"\n[[rule.example]]\n", "a = '\"'\nb = \"'''\\\\\" # '\nc = '''''''\nd = \"\"\n\n"},
        // broken text is for the parser to tell of
        {"a string without end", "[[rule.example]]\nh = \"x\n[b]\n", "[[rule.example]]\nh = \"x\n[b]\n"},
        {"three quotes without end", "[[rule.example]]\nh = '''x\n[b]\n", "[[rule.example]]\nh = '''x\n[b]\n"},
        {"an array without end", "[[rule.example]]\nh = [1\n[b]\n", "[[rule.example]]\nh = [1\n[b]\n"},
        {"a bracket too many", "[[rule.example]]]\n", "[[rule.example]]]\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.about);
        CHECK(conf::without_tables(row.source, "rule.example") == row.left);
    }
}

TEST_CASE("a document without its examples: places and lines are those of the file")
{
    const auto document = conf::parse_toml("[[rule]]\nid = 1\n[[rule.example]]\nhtml = 'x'\n[[rule]]\nid = 2\n", "a.toml", "rule.example");
    REQUIRE(document);
    const std::vector<conf::Value>& rules = document->root.find("rule")->items;
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].members.size() == 1);
    CHECK(rules[1].find("id")->line == 6);
    CHECK(document->at(6, 6).line_text == "id = 2");
    CHECK(document->at(4, 1).line_text == "html = 'x'");
    const auto broken = conf::parse_toml("[[rule.example]]\nhtml = 'x'\n[[rule]]\nid == 2\n", "a.toml", "rule.example");
    CHECK(render(broken.error(), Lang::en) == "a.toml:4:5: no valid TOML: Error while parsing value: could not determine value type\n  id == 2\n      ^\n");
}
