#include "base/csv.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

std::vector<CsvRecord> records(std::string_view text, char separator = ',')
{
    CsvReader reader(text, separator);
    std::vector<CsvRecord> out;
    while (auto record = reader.next()) {
        out.push_back(std::move(*record));
    }
    return out;
}

}  // namespace

TEST_CASE("records of RFC 4180 with the lines on which they begin")
{
    const auto all = records("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\n\nlast,");
    REQUIRE(all.size() == 4);
    CHECK(all[0].cells == std::vector<std::string>{"a", "b"});
    CHECK(all[1].cells == std::vector<std::string>{"x, \"y\"", "two\nlines"});
    CHECK(all[1].line == 2);
    CHECK(all[2].is_blank());
    CHECK(all[2].line == 4);
    CHECK(all[3].cells == std::vector<std::string>{"last", ""});
    CHECK(all[3].line == 5);
}

TEST_CASE("a quotation mark that is not closed takes the rest, and says so")
{
    const auto all = records("a\n\"b,c\nd");
    REQUIRE(all.size() == 2);
    CHECK(all[1].is_unclosed);
    CHECK_FALSE(all[0].is_unclosed);
    CHECK(all[1].cells == std::vector<std::string>{"b,c\nd"});
}

TEST_CASE("a quotation mark inside a cell is a character")
{
    CHECK(records("5\" pipe,x")[0].cells == std::vector<std::string>{"5\" pipe", "x"});
}

TEST_CASE("the separator is what the first line has most of")
{
    CHECK(CsvReader::separator_of("a;b;c,d\n,,,,,") == ';');
    CHECK(CsvReader::separator_of("a\tb") == '\t');
    CHECK(CsvReader::separator_of("a") == ',');
}
