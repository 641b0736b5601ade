#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("RFC 3629: well-formed sequences only")
{
    struct Row {
        std::string_view bytes;
        std::size_t length;
    };
    const Row rows[] = {
        {"a", 1}, {"\xC4\x91", 2}, {"\xE1\xBB\x87", 3}, {"\xF0\x9F\x98\x80", 4},
        // overlong, surrogate, beyond U+10FFFF, cut, lone continuation
        {"\xC0\x80", 0}, {"\xE0\x80\x80", 0}, {"\xED\xA0\x80", 0}, {"\xF4\x90\x80\x80", 0}, {"\xE1\xBB", 0}, {"\x80", 0}, {"", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(utf8_sequence(row.bytes) == row.length);
    }
}

TEST_CASE("repair goes over stretches of ASCII at once, wherever they begin and end")
{
    for (const std::string_view piece : {"đ", "ệ", "😀", "\xff", "\xe1\xbb", "\xc3"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            for (std::size_t behind = 0; behind < 20; ++behind) {
                const std::string text = std::string(before, 'a') + std::string(piece) + std::string(behind, 'b') + std::string(piece);
                std::string repaired;
                for (const std::string& point : pa::utf8_points(text)) {
                    repaired += point;
                }
                CAPTURE(text);
                CHECK(pa::utf8_repaired(text) == repaired);
            }
        }
    }
}

TEST_CASE("repair, prefix and defusing")
{
    CHECK(utf8_repaired("a\xC3(") == "a\xEF\xBF\xBD(");
    CHECK(utf8_prefix("đđ", 3) == "đ");
    CHECK(defused("\x1b[31mđỏ\x07") == "\xEF\xBF\xBD[31mđỏ\xEF\xBF\xBD");
    CHECK(defused("a\u202Eb") == "a\xEF\xBF\xBD"
                                 "b");
    CHECK(defused("một\ttab\nhai") == "một\ttab\nhai");
}
