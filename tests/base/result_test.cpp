#include "base/diagnostics.hpp"
#include "base/result.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

Error at(std::uint32_t line, std::uint32_t column, std::string text, Message hint = {})
{
    return {ErrorKind::config, msg("unknown key \"{}\"", "sevrity"), Location{"rules/legal.toml", line, column, std::move(text)},
            std::move(hint)};
}

Result<int> odd(int number)
{
    if (number % 2 == 0) {
        return fail(ErrorKind::usage, msg("{} is even", number));
    }
    return number;
}

Result<int> sum_of_odd(int a, int b)
{
    PA_TRY(odd(a));
    PA_LET(second, odd(b));
    return a + second;
}

}  // namespace

TEST_CASE("errors as they are shown")
{
    struct Row {
        Error error;
        std::string text;
    };
    const std::string digits = "0123456789";
    const std::string hundred = digits + digits + digits + digits + digits + digits + digits + digits + digits + digits;
    const std::string blanks60(60, ' ');
    const Row rows[] = {
        {{ErrorKind::io, msg("cannot read \"{}\"", "a")}, "cannot read \"a\"\n"},
        {{ErrorKind::usage, msg("no scope"), {}, msg("write host:NAME")}, "no scope\n  write host:NAME\n"},
        // a place: nothing but the file, no text of the line, everything
        {{ErrorKind::config, msg("empty"), Location{"a.toml", 0, 0, ""}}, "a.toml: empty\n"},
        {at(14, 1, ""), "rules/legal.toml:14:1: unknown key \"sevrity\"\n"},
        {at(14, 1, "sevrity = \"high\"", msg("did you mean \"{}\"?", "severity")),
         "rules/legal.toml:14:1: unknown key \"sevrity\"\n  sevrity = \"high\"\n  ^\n  did you mean \"severity\"?\n"},
        // columns are code points, not bytes
        {at(2, 8, "tên = \"đ\" sevrity"), "rules/legal.toml:2:8: unknown key \"sevrity\"\n  tên = \"đ\" sevrity\n         ^\n"},
        // at the end of the line, behind it, and without a column
        {at(1, 4, "abc"), "rules/legal.toml:1:4: unknown key \"sevrity\"\n  abc\n     ^\n"},
        {at(1, 0, "abc"), "rules/legal.toml:1:0: unknown key \"sevrity\"\n  abc\n  ^\n"},
        // a tab is one column wide here, so the caret stays below its place
        {at(1, 2, "\tx"), "rules/legal.toml:1:2: unknown key \"sevrity\"\n   x\n   ^\n"},
        // nothing in a line may steer the terminal: C0, DEL, C1 (U+009B begins a sequence), bidi, no UTF-8
        {at(1, 1, "a\x1b[31m\x7f\r\n"), "rules/legal.toml:1:1: unknown key \"sevrity\"\n  a?[31m???\n  ^\n"},
        {at(1, 1, "a\u009b31m\u202e"), "rules/legal.toml:1:1: unknown key \"sevrity\"\n  a?31m?\n  ^\n"},
        {at(1, 1, "a\xff"), "rules/legal.toml:1:1: unknown key \"sevrity\"\n  a\uFFFD\n  ^\n"},
        // a long line is shown through a window of 72 columns, with the place at column 60 at most
        {at(1, 61, hundred), "rules/legal.toml:1:61: unknown key \"sevrity\"\n  " + hundred.substr(0, 72) + "\n  " + blanks60 + "^\n"},
        {at(1, 62, hundred), "rules/legal.toml:1:62: unknown key \"sevrity\"\n  " + hundred.substr(1, 72) + "\n  " + blanks60 + "^\n"},
        {at(1, 100, hundred), "rules/legal.toml:1:100: unknown key \"sevrity\"\n  " + hundred.substr(39) + "\n  " + blanks60 + "^\n"},
        {at(1, 4000000000, "abc"), "rules/legal.toml:1:4000000000: unknown key \"sevrity\"\n  \n  " + blanks60 + "^\n"},
    };
    for (const Row& row : rows) {
        CHECK(render(row.error, Lang::en) == row.text);
        CHECK(render(row.error, Lang::vi) == row.text);
    }
}

TEST_CASE("errors leave a function where they arise")
{
    CHECK(sum_of_odd(3, 5).value_or(0) == 8);
    CHECK(sum_of_odd(2, 4).error() == Error{ErrorKind::usage, msg("{} is even", 2)});
    CHECK(sum_of_odd(3, 4).error() == Error{ErrorKind::usage, msg("{} is even", 4)});
}

TEST_CASE("reading fails by errors, not by warnings")
{
    Diagnostics diagnostics;
    diagnostics.warning({ErrorKind::config, msg("odd")});
    CHECK_FALSE(diagnostics.failed());
    diagnostics.error({ErrorKind::config, msg("wrong")});
    CHECK(diagnostics.failed());
    CHECK(diagnostics.errors().size() == 1);
    CHECK(diagnostics.warnings().size() == 1);
}
