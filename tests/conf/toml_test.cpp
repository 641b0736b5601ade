#include "conf/toml.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace pa;
using conf::Document;
using conf::parse_toml;
using conf::Type;
using conf::Value;

namespace {

std::string keys_of(const Value& table)
{
    std::string out;
    for (const Value::Member& member : table.members) {
        out += (out.empty() ? "" : " ") + member.key;
    }
    return out;
}

}  // namespace

TEST_CASE("TOML 1.0: what is no TOML, with its place")
{
    struct Row {
        std::string source;
        std::string message;
    };
    const Row rows[] = {
        // the text stops in the middle
        {"id = ",
         "a.toml:1:6: no valid TOML: Error while parsing key-value pair: encountered end-of-file\n  id = \n       ^\n"},
        {"id = \"a",
         "a.toml:1:8: no valid TOML: Error while parsing string: encountered end-of-file\n  id = \"a\n         ^\n"},
        {"a = [1, 2",
         "a.toml:1:10: no valid TOML: Error while parsing array: encountered end-of-file\n  a = [1, 2\n           ^\n"},
        {"a = { b = 1",
         "a.toml:1:12: no valid TOML: Error while parsing inline table: encountered end-of-file\n  a = { b = 1\n             ^\n"},
        // no key, no value, something else
        {"id == 1",
         "a.toml:1:5: no valid TOML: Error while parsing value: could not determine value type\n  id == 1\n      ^\n"},
        {"id 1",
         "a.toml:1:4: no valid TOML: Error while parsing key-value pair: expected '=', saw '1'\n  id 1\n     ^\n"},
        {"= 1",
         "a.toml:1:1: no valid TOML: Error while parsing root table: expected keys, tables, whitespace or comments, saw '='\n  = 1\n  ^\n"},
        {"a = yes",
         "a.toml:1:5: no valid TOML: Error while parsing value: could not determine value type\n  a = yes\n      ^\n"},
        {"a = 1 b = 2",
         "a.toml:1:7: no valid TOML: Error while parsing key-value pair: expected a comment or whitespace, saw 'b'\n  a = 1 b = 2\n        ^\n"},
        {"a = 2026-13-01",
         "a.toml:1:12: no valid TOML: Error while parsing date: expected month between 1 and 12 (inclusive), saw 13\n  a = 2026-13-01\n             ^\n"},
        {"a = 99999999999999999999",
         "a.toml:1:25: no valid TOML: Error while parsing decimal integer: '99999999999999999999' is not representable in 64 bits\n  a = 99999999999999999999\n                          ^\n"},
        {"a = \"\\q\"",
         "a.toml:1:7: no valid TOML: Error while parsing string: unknown escape sequence '\\q'\n  a = \"\\q\"\n        ^\n"},
        // the same thing twice
        {"id = 1\nid = 2",
         "a.toml:2:6: no valid TOML: Error while parsing key-value pair: cannot redefine existing integer 'id'\n  id = 2\n       ^\n"},
        {"[a]\n[a]",
         "a.toml:2:1: no valid TOML: Error while parsing table header: cannot redefine existing table 'a'\n  [a]\n  ^\n"},
        {"a = 1\n[a]",
         "a.toml:2:1: no valid TOML: Error while parsing table header: cannot redefine existing integer 'a' as table\n  [a]\n  ^\n"},
        // Vietnamese letters outside a string, and before the place
        {"tên = 1",
         "a.toml:1:2: no valid TOML: Error while parsing key-value pair: expected '=', saw 'ê'\n  tên = 1\n   ^\n"},
        {"a = \"đường\" x",
         "a.toml:1:13: no valid TOML: Error while parsing key-value pair: expected a comment or whitespace, saw 'x'\n  a = \"đường\" x\n              ^\n"},
        {"a = 1đ",
         "a.toml:1:6: no valid TOML: Error while parsing decimal integer: expected digit, saw 'đ'\n  a = 1đ\n       ^\n"},
        // no UTF-8, NUL, nesting
        {"a = \"\xff\"", "a.toml:1:5: no valid TOML: Encountered invalid utf-8 sequence\n  a = \"\uFFFD\"\n      ^\n"},
        {std::string("a = 1\0", 6),
         "a.toml:1:6: no valid TOML: Error while parsing decimal integer: expected digit, saw '\\u0000'\n  a = 1?\n       ^\n"},
        {"a = " + std::string(300, '[') + std::string(300, ']'),
         "a.toml:1:261: no valid TOML: Error while parsing value: exceeded maximum nested value depth of 256 (TOML_MAX_NESTED_VALUES)\n  " +
             std::string(72, '[') + "\n  " + std::string(60, ' ') + "^\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        const auto document = parse_toml(row.source, "a.toml");
        REQUIRE_FALSE(document);
        CHECK(document.error().kind == ErrorKind::config);
        CHECK(render(document.error(), Lang::en) == row.message);
    }
}

TEST_CASE("values of every type, with their places")
{
    const Result<Document> parsed = parse_toml("\xEF\xBB\xBFs = \"một\"\ni = 0x10\nr = 1e3\nb = false\nd = 2026-11-23\n"
                                          "m = 2026-11-23T08:00:00+07:00\nz = 2026-11-23T01:00:00Z\nl = 2026-11-23 08:00:00\n"
                                          "w = 2026-01-01T00:00:00-03:30\na = [1, [2]]\n[t]\n",
                                          "a.toml");
    CAPTURE((parsed ? "" : render(parsed.error(), Lang::en)));
    REQUIRE(parsed);
    const Document& document = *parsed;
    const Value& root = document.root;
    CHECK(root.find("s")->text == "một");
    CHECK(root.find("i")->integer == 16);
    CHECK(root.find("i")->real == 16.0);
    CHECK(root.find("r")->real == 1000.0);
    CHECK(root.find("b")->type == Type::boolean);
    CHECK_FALSE(root.find("b")->boolean);
    CHECK(root.find("d")->text == "2026-11-23");
    CHECK(root.find("m")->text == "2026-11-23T08:00:00+07:00");
    CHECK(root.find("z")->text == "2026-11-23T01:00:00Z");
    CHECK(root.find("l")->text == "2026-11-23T08:00:00");
    CHECK(root.find("w")->text == "2026-01-01T00:00:00-03:30");
    REQUIRE(root.find("a")->items.size() == 2);
    CHECK(root.find("a")->items[1].items[0].integer == 2);
    CHECK(root.find("a")->items[1].line == 10);
    CHECK(root.find("a")->items[1].column == 9);
    CHECK(root.find("t")->type == Type::table);
    CHECK(root.find("none") == nullptr);
    CHECK(keys_of(root) == "s i r b d m z l w a t");
}

TEST_CASE("members keep the order of the file")
{
    struct Row {
        std::string_view source;
        std::string_view keys;
    };
    const Row rows[] = {
        {"z = 1\na = 2\nm = 3", "z a m"},
        {"z = 1 # one\n\n[b]\nx = 1\n[a]\n[[y]]\n[[c]]\n[[y]]", "z b a y c"},
        {"b.x = 1\na.x = 2\nb.y = 3", "b a"},
        {"[b.c]\n[a]\n[b]", "b a"},
        {"đ = 1", ""},  // a bare key is ASCII
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        const auto document = parse_toml(std::string(row.source), "a.toml");
        CHECK((document ? keys_of(document->root) : "") == row.keys);
    }
    CHECK(keys_of(parse_toml("t = { z = 1, a = 2, \"đ\" = 3 }", "")->root.find("t")[0]) == "z a đ");
}

TEST_CASE("the line of a place")
{
    const Document document = *parse_toml("# một\r\n# hai\n\n# ba", "a.toml");
    const std::string_view lines[] = {"", "# một", "# hai", "", "# ba", "", ""};
    for (std::uint32_t line = 0; line < 7; ++line) {
        CAPTURE(line);
        CHECK(document.at(line, 1).line_text == lines[line]);
        CHECK(document.at(line, 1).line == line);
    }
    CHECK(document.at(1, 3).file == "a.toml");
}

TEST_CASE("files: missing, and larger than 4 MiB")
{
    const test::TempFolder folder;
    const auto path = folder.write("a.toml", "id = 1\n");
    CHECK(conf::load_toml(path)->file == path.string());
    CHECK(conf::load_toml(folder / "missing").error().kind == ErrorKind::io);
    const auto large = folder.write("large.toml", std::string((4U << 20U) + 1, '#'));
    CHECK(conf::load_toml(large).error().message.en() == "\"" + large.string() + "\" is larger than 4194304 bytes");
    const auto most = folder.write("most.toml", std::string(4U << 20U, '#'));
    CHECK(conf::load_toml(most));
}
