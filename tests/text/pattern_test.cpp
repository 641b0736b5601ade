#include "text/pattern.hpp"
#include "text/suggest.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace pa;
using text::edit_distance;
using text::nearest;
using text::Pattern;

TEST_CASE("the first match, without case, over UTF-8")
{
    struct Row {
        std::string_view pattern;
        std::string_view text;
        std::string_view found;
        std::size_t at;
    };
    const Row rows[] = {
        {"b+", "abbbc bb", "bbb", 1}, {"giấy phép", "GIẤY PHÉP số 1", "GIẤY PHÉP", 0}, {"đ", "Đ", "Đ", 0},
        {"s.", "sự", "sự", 0},  // `.` is a code point
        {R"(\bsố\s+\d+)", "Giấy phép số 12", "số 12", 13},
        // an empty match is a match
        {"x*", "abc", "", 0}, {"", "", "", 0}, {"$", "ab", "", 2},
        // `^` and `$` are the text's ends
        {"^b", "b\na", "b", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        const auto pattern = Pattern::compile(row.pattern);
        REQUIRE(pattern);
        CHECK(pattern->source() == row.pattern);
        const std::string_view found = pattern->find(row.text);
        REQUIRE(found.data() != nullptr);
        CHECK(found == row.found);
        CHECK(static_cast<std::size_t>(found.data() - row.text.data()) == row.at);
        CHECK(pattern->is_in(row.text));
    }
}

TEST_CASE("no match is told from an empty match")
{
    struct Row {
        std::string_view pattern;
        std::string_view text;
    };
    for (const Row& row : {Row{"x", ""}, Row{"a.b", "a\nb"}, Row{"^a", "b\na"}, Row{"giấy", "giay"}}) {
        CAPTURE(row.pattern);
        CHECK(Pattern::compile(row.pattern)->find(row.text).data() == nullptr);
        CHECK_FALSE(Pattern::compile(row.pattern)->is_in(row.text));
    }
}

TEST_CASE("what is no pattern says so in RE2's words")
{
    struct Row {
        std::string_view pattern;
        std::string_view message;
    };
    const Row rows[] = {
        {"(", "no valid pattern: missing ): ("},
        {"[z-a]", "no valid pattern: invalid character class range: z-a"},
        {"*a", "no valid pattern: no argument for repetition operator: *"},
        {R"((a)\1)", R"(no valid pattern: invalid escape sequence: \1)"},  // not regular
        {"(?=a)", "no valid pattern: invalid perl operator: (?="},
        {"\xff", "no valid pattern: invalid UTF-8"},
        // repetitions that multiply beyond RE2's bound
        {"((((a{100}){100}){100}){100}){100}", "no valid pattern: invalid repetition size: {100}"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        const auto pattern = Pattern::compile(row.pattern);
        REQUIRE_FALSE(pattern);
        CHECK(pattern.error().kind == ErrorKind::config);
        CHECK(pattern.error().message.en() == row.message);
    }
}

TEST_CASE("CWE-1333: no pattern makes a long text expensive")
{
    const std::string text(100'000, 'a');
    const auto pattern = Pattern::compile("(a+)+(a+)+b");
    REQUIRE(pattern);
    CHECK_FALSE(pattern->is_in(text));
}

TEST_CASE("optimal string alignment distance")
{
    struct Row {
        std::string_view a;
        std::string_view b;
        std::size_t limit;
        std::size_t distance;
    };
    const Row rows[] = {
        {"", "", 3, 0}, {"abc", "abc", 0, 0}, {"abc", "", 5, 3}, {"kitten", "sitting", 5, 3},
        {"sevrity", "severity", 3, 1}, {"sevreity", "severity", 3, 1},  // swapped neighbours are one
        {"ca", "abc", 5, 3},  // but what was swapped is not changed again
        // the limit ends the work
        {"abc", "xyz", 2, 3}, {"a", "abcdefgh", 2, 3}, {"abc", "abd", 0, 1},
        {"đ", "d", 5, 2},  // bytes
    };
    for (const Row& row : rows) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK(edit_distance(row.a, row.b, row.limit) == row.distance);
        CHECK(edit_distance(row.b, row.a, row.limit) == row.distance);
    }
}

TEST_CASE("did you mean")
{
    const std::vector<std::string> known = {"severity", "title", "tile", "id", "pattern"};
    struct Row {
        std::string_view unknown;
        std::string_view near;
    };
    const Row rows[] = {
        {"sevrity", "severity"}, {"patern", "pattern"}, {"pattern", "pattern"},
        {"titl", "title"}, {"til", "tile"}, {"tiles", "tile"},
        {"di", "id"}, {"ti", ""}, {"x", ""},  // short names: one change
        {"colour", ""}, {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.unknown);
        CHECK(nearest(row.unknown, known) == row.near);
    }
    CHECK(nearest("title", {}).empty());
    const std::vector<std::string> equals = {"abd", "abe"};
    CHECK(nearest("abc", equals) == "abd");
}
