#include "text/fold.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace pa::text;

namespace {

struct Row {
    std::string_view input;
    std::string_view result;
};

// Texts of up to twelve pieces: what Vietnamese pages are made of, what tables do not know, and what is no UTF-8.
class RandomTexts {
public:
    std::string next()
    {
        static constexpr std::array<std::string_view, 34> pieces = {
            "a", "VÀ", "và", "Tin", "tức", "Đ", "ệ", "ơ", "s", "0", " ", "  ", "\t", "\n", "\u00a0", "\u00ad", "\u200b", "\u3000", "\ufeff", "–", "…", "-", ":",
            "\u0301", "\u0323", "e\u0302", "ß", "İ", "ŉ", "ж", "😀", "\xff", "\xe1\xbb", "\xc2"};
        std::string out;
        for (std::size_t left = random_() % 13; left > 0; --left) {
            out += pieces[random_() % pieces.size()];
        }
        return out;
    }

private:
    std::mt19937 random_{20260101};
};

std::string collapsed_slowly(std::string_view text)
{
    std::string out;
    bool blank = false;
    for (const std::string& point : pa::utf8_points(text)) {
        const bool is_blank = point == " " || point == "\t" || point == "\n" || point == "\u00a0" || point == "\u200b" || point == "\u3000" || point == "\ufeff";
        out += is_blank ? "" : (blank && !out.empty() ? " " : "") + point;
        blank = is_blank;
    }
    return out;
}

}  // namespace

TEST_CASE("what is quick for common text gives what is right for all")
{
    RandomTexts texts;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = texts.next();
        const std::string other = texts.next();
        CAPTURE(text);
        CHECK(collapsed(text) == collapsed_slowly(text));
        CHECK(length(text + other) == length(text) + length(other));
        // A letter that the table does not know sends the whole text the long way.
        const std::string folded_text = folded(text);
        CHECK(folded(text + " ж") == folded_text + (folded_text.empty() ? "ж" : " ж"));
        CHECK(nfc(text + " ж") == nfc(text) + " ж");
        CHECK(folds_to(text, folded_text));
        CHECK(folds_to(text, folded(other)) == (folded_text == folded(other)));
    }
}

TEST_CASE("folding makes one of what reads alike")
{
    const Row rows[] = {
        {"", ""}, {"  ", ""}, {"–", ""}, {"abc", "abc"},
        // the three ways to write one menu entry
        {"Tin tức – Sự kiện", "tin tức sự kiện"}, {"Tin tức & sự kiện", "tin tức sự kiện"},
        {"Tin tức và sự kiện", "tin tức sự kiện"}, {"TIN TỨC/SỰ KIỆN", "tin tức sự kiện"}, {"Tin tức - sự kiện:", "tin tức sự kiện"},
        // "và" only as a word, in both cases and both normal forms; "va" is another word
        {"VÀ", ""}, {"va\u0300 nay", "nay"}, {"vàng", "vàng"}, {"va", "va"},
        // NFD becomes NFC: ệ in three spellings
        {"Vi\u1ec7t", "việt"}, {"Vie\u0323\u0302t", "việt"}, {"Vi\u1eb9\u0302t", "việt"}, {"Vie\u0302\u0323t", "việt"},
        // case without locale: đ, full folding of ß, the Turkish dotless i stays itself
        {"ĐẠI ĐOÀN", "đại đoàn"}, {"Straße", "strasse"}, {"ı", "ı"},
        // white space of every kind, and characters that cannot be seen
        {"a\u00a0b\tc\r\nd\u3000e", "a b c d e"}, {"s\u00adự", "sự"}, {"a\u200bb", "ab"}, {"\ufeffa", "a"},
        // digits are words, symbols are not
        {"Số 01/2026 (QĐ-UBND)", "số 01 2026 qđ ubnd"}, {"1.000.000 ₫", "1 000 000"}, {"a_b", "a b"},
        // what is no UTF-8 separates
        {"a\xff" "b", "a b"}, {"\xe1\xbb", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(folded(row.input) == row.result);
        CHECK(folded(row.result) == row.result);
    }
}

TEST_CASE("without diacritics")
{
    const Row rows[] = {
        {"Cơ sở dữ liệu", "co so du lieu"}, {"Đường dây nóng", "duong day nong"},
        {"Vie\u0323\u0302t Nam", "viet nam"}, {"ươƯƠ ăâêô", "uouo aaeo"},
        {"Tin tức và sự kiện", "tin tuc su kien"},  // "và" is gone before it could become "va"
        {"", ""}, {"ASCII only", "ascii only"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(unaccented(row.input) == row.result);
    }
}

TEST_CASE("words of an address or a file name")
{
    struct Words {
        std::string_view input;
        std::vector<std::string> words;
    };
    const Words rows[] = {
        {"/Lich-cong-tac.aspx", {"lich", "cong", "tac", "aspx"}},
        {"/Lịch-công-tác.aspx", {"lich", "cong", "tac", "aspx"}},
        {"/Li\u0323ch_co\u0302ng/ta\u0301c", {"lich", "cong", "tac"}},
        {"/ĐẤU-THẦU", {"dau", "thau"}},
        {"van-ban-va-tin", {"van", "ban", "va", "tin"}},  // addresses keep "va"
        {"p2026?id=12", {"p2026", "id", "12"}},
        {"", {}}, {"//--", {}}, {"\xff\xfe", {}},
    };
    for (const Words& row : rows) {
        CAPTURE(row.input);
        CHECK(slug_words(row.input) == row.words);
    }
}

TEST_CASE("UAX #15: NFC")
{
    const Row rows[] = {
        {"", ""}, {"abc", "abc"}, {"e\u0323\u0302", "\u1ec7"}, {"e\u0302\u0323", "\u1ec7"}, {"\u1ec7", "\u1ec7"},
        // composition exclusions and canonical singletons
        {"\u212b", "\u00c5"}, {"\u0958", "\u0915\u093c"},
        // case, blanks and invisible characters are not its business
        {"Ab \u00a0\u200b", "Ab \u00a0\u200b"}, {"a\xff", "a\uFFFD"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(nfc(row.input) == row.result);
    }
}

TEST_CASE("runs of white space become one blank")
{
    const Row rows[] = {
        {"", ""}, {" \n\t ", ""}, {"a  b", "a b"}, {" a\r\n\tb ", "a b"}, {"a\vb\fc", "a b c"},
        {"a\u00a0\u00a0b", "a b"}, {"a\u00a0 b\u3000", "a b"}, {"\ufeffa\u200b b", "a b"},
        {"a\u1680b\u2000c\u200ad\u202fe\u205ff\u2028g\u2029h\u0085i", "a b c d e f g h i"},
        {"a\u200db", "a\u200db"},  // a joiner joins
        {"a\xff b", "a\uFFFD b"}, {"đ ệ", "đ ệ"},
        {std::string_view("a\0b", 3), std::string_view("a\0b", 3)},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(collapsed(row.input) == row.result);
    }
}

TEST_CASE("length and shortening count code points")
{
    struct Cut {
        std::string_view input;
        std::size_t points;
        std::string_view result;
    };
    const Cut rows[] = {
        {"", 0, ""}, {"a", 0, "…"}, {"đệ", 2, "đệ"}, {"đệ", 1, "đ…"}, {"đệx", 2, "đệ…"}, {"abc", 300, "abc"}, {"a😀b", 2, "a😀…"},
    };
    for (const Cut& row : rows) {
        CAPTURE(row.input);
        CHECK(shortened(row.input, row.points) == row.result);
    }
    CHECK(length("") == 0);
    CHECK(length("đệ😀a") == 4);
    CHECK(length("e\u0323\u0302") == 3);
}
