#include "text/charset.hpp"
#include "text/font_encoding.hpp"
#include "text/fold.hpp"
#include "text/syllable.hpp"
#include "text/vietnamese_letters.hpp"

#include <doctest/doctest.h>

using namespace pa;
using test::Encoding;
using text::FontEncoding;
using text::FontKind;
using text::from_font_encoding;
using text::to_utf8;

namespace {

// What a browser makes of bytes that are in a font encoding.
std::string western(std::string_view bytes) { return to_utf8(bytes, "windows-1252"); }

}  // namespace

TEST_CASE("every Vietnamese letter, both cases, in four encodings")
{
    int run = 0;
    for (const test::Letter& row : test::letters) {
        CAPTURE(row.small);
        for (const bool small : {true, false}) {
            const std::string_view letter = small ? row.small : row.capital;
            const auto& bytes = small ? row.small_bytes : row.capital_bytes;
            CHECK(to_utf8(bytes[0], "windows-1258") == letter);
            CHECK(to_utf8(bytes[1], "viscii") == letter);
            CHECK(from_font_encoding(western(bytes[2]), FontEncoding::vni) == letter);
            // with a letter before it: what stands alone may be the sign of copyright
            CHECK(from_font_encoding(western("N" + std::string(row.tcvn3)), FontEncoding::tcvn3, !small) == "N" + std::string(letter));
            CHECK(text::nfc(letter) == letter);
            ++run;
        }
    }
    CHECK(run == 146);
    for (const test::Tcvn3Capital& row : test::tcvn3_capitals) {
        CHECK(from_font_encoding(western(row.bytes), FontEncoding::tcvn3) == row.capital);
        CHECK(from_font_encoding(western(row.bytes), FontEncoding::tcvn3, true) == row.capital);
    }
}

TEST_CASE("texts out of font encodings")
{
    struct Row {
        std::string_view text;
        FontEncoding encoding;
        bool capitals;
        std::string_view converted;
    };
    using enum FontEncoding;
    const Row rows[] = {
        {"Céng hoµ x· héi chñ nghÜa ViÖt Nam", tcvn3, false, "Cộng hoà xã hội chủ nghĩa Việt Nam"},
        {"Uû ban nh©n d©n tØnh", tcvn3, true, "UỶ BAN NHÂN DÂN TỈNH"},
        {"Së N«ng nghiÖp vµ Ph¸t triÓn n«ng th«n", tcvn3, false, "Sở Nông nghiệp và Phát triển nông thôn"},
        {"n\u00ADíc, ®­êng, 5.000®", tcvn3, false, "nước, đường, 5.000đ"},
        {"QuyÕt ®Þnh sè 05/2004/Q§-UB", tcvn3, false, "Quyết định số 05/2004/QĐ-UB"},
        {"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", vni, false, "Cộng hòa xã hội chủ nghĩa Việt Nam"},
        {"UÛY BAN NHAÂN DAÂN TÆNH", vni, false, "ỦY BAN NHÂN DÂN TỈNH"},
        {"Sôû Noâng nghieäp vaø Phaùt trieån noâng thoân", vni, false, "Sở Nông nghiệp và Phát triển nông thôn"},
        {"ÑÖÔØNG, ñöôøng, nöôùc", vni, false, "ĐƯỜNG, đường, nước"},
        // a capital with the small mark, as it was often typed
        {"Uûy ban, UÛy ban", vni, false, "Ủy ban, Ủy ban"},
        // marks that have nothing to stand on stay; a letter takes one mark
        {"ù bù aùù", vni, false, "ù bù áù"}, {"iù kâ", vni, false, "iù kâ"}, {"uâ", vni, false, "uâ"}, {"", vni, false, ""},
        // the sign of copyright is no â when it stands alone
        {"© 2004 Së T­ ph¸p, c©u", tcvn3, false, "© 2004 Sở Tư pháp, câu"},
        // what only Unicode can have brought about stays
        {"Bộ Tài chính", tcvn3, false, "Bộ Tài chính"}, {"Bộ Tài chính", vni, false, "Bộ Tài chính"}, {"Bô\u0323 á", vni, true, "Bô\u0323 á"},
        // what is no letter there stays
        {"ASCII only 123", tcvn3, false, "ASCII only 123"}, {"ascii", tcvn3, true, "ASCII"}, {"¯°ÀÿÿÙ “x” – 日本", tcvn3, false, "¯°ÀÿÿÙ “x” – 日本"},
        {"a\u00A0b", tcvn3, false, "a\u00A0b"}, {"anything é", none, true, "anything é"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::string converted = from_font_encoding(row.text, row.encoding, row.capitals);
        CHECK(converted == row.converted);
    }
}

TEST_CASE("fonts of TCVN3 and VNI by name")
{
    using enum FontKind;
    struct Row {
        std::string_view families;
        FontKind kind;
    };
    const Row rows[] = {
        {".VnTime", tcvn3}, {".vntime", tcvn3}, {"'.VnArial'", tcvn3}, {"\".VnArial NarrowH\", Arial", tcvn3_capitals}, {".VnTimeH", tcvn3_capitals},
        {"Arial, .VnTimeH", tcvn3_capitals}, {".VNTIMEH;color:red", tcvn3_capitals}, {"VnTime", tcvn3}, {".Vn3DH", tcvn3_capitals},
        {"VNI-Times", vni}, {"vni-helve-condense", vni}, {" VNI-Tekon , serif", vni}, {"VNI Times", vni},
        {"Times New Roman", other}, {"Arial, Helvetica, sans-serif", other}, {"", other}, {",,", other}, {".Vn", other}, {"VNI", other},
        {"VNU Times", other}, {"vn", other}, {"Vnindex", other},
    };
    for (const Row& row : rows) {
        CAPTURE(row.families);
        CHECK(text::kind_of_font(row.families) == row.kind);
        CHECK(text::names_legacy_font("<p style='font-family:" + std::string(row.families) + "'>") == (row.kind != other));
    }
    CHECK_FALSE(text::names_legacy_font("<a href='https://www.chinhphu.vn/abc'>vnexpress.net</a> <img src=/vnindex.vn> info@vnpt.vn"));
    CHECK_FALSE(text::names_legacy_font(""));
    CHECK_FALSE(text::names_legacy_font("vn"));
    CHECK_FALSE(text::names_legacy_font(".vn"));
}

TEST_CASE("the readings of a text")
{
    using enum FontEncoding;
    struct Row {
        std::string_view text;
        FontEncoding of_one_word;
        FontEncoding of_three;
    };
    const Row rows[] = {
        {"TiÕng ViÖt cña chóng ta", tcvn3, tcvn3}, {"Tieáng Vieät cuûa chuùng ta", vni, vni}, {"ViÖt", tcvn3, none}, {"Vieät", vni, none},
        // Western languages, also with words that could be syllables
        {"Où est l'été à la préfecture de la région, s'il vous plaît? Ça c'était déjà là.", none, none},
        {"Die Größe der Straße für schöne Häuser in München, Köln und Düsseldorf", none, none},
        {"Não há informações sobre a situação do município; só amanhã às três", none, none},
        {"El año pasado el señor Muñoz llegó aquí con la información según él", none, none},
        {"På grønne øer går små børn; Åse hører sjældent efter", none, none},
        {"Così più città perché università è già là", none, none},
        {"café", none, none}, {"naïve", none, none}, {"Noël", none, none}, {"« Bonjour »", none, none}, {"© Công ty", none, none},
        // Vietnamese that is right as it stands: Latin-1 has many of its letters
        {"báo cáo và trình bày các công trình", none, none}, {"Hà Nam, Thái Bình, Cà Mau, Sóc", none, none}, {"Bộ Y tế", none, none},
        {"", none, none}, {"plain", none, none},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        text::Readings readings;
        text::read_in_all(row.text, readings);
        CHECK(text::recognised(readings, 1) == row.of_one_word);
        CHECK(text::recognised(readings, 3) == row.of_three);
    }
}

TEST_CASE("Vietnamese syllables")
{
    const std::string_view right[] = {
        "là", "Việt", "NGHIÊNG", "nghĩa", "quyết", "quỳnh", "gì", "giếng", "giữa", "khuỷu", "ỷ", "Ủy", "uỷ", "xoong", "yêu", "đường", "ĐƯỜNG", "và",
        "thuế", "huyện", "nước", "kỹ", "kĩ", "hoà", "hòa", "cuốc", "ngoằn",
        // decomposed
        "Vie\u0323\u0302t", "tru\u031Bo\u031B\u0300ng",
    };
    for (const std::string_view word : right) {
        CAPTURE(word);
        CHECK(text::is_syllable(word));
    }
    const std::string_view wrong[] = {"", " ", "x", "ça", "été", "céng", "kà", "ngể", "ghà", "việc\u0301", "tác\u0300", "bạn bè", "ViÖt", "größe", "tốtt", "hảc", "họcc", "wà", "1"};
    for (const std::string_view word : wrong) {
        CAPTURE(word);
        CHECK_FALSE(text::is_syllable(word));
    }
    // every letter has one capital and comes back from it
    for (const test::Letter& row : test::letters) {
        CHECK(text::vietnamese_upper(text::points_of(row.small)[0]) == text::points_of(row.capital)[0]);
        CHECK(text::vietnamese_lower(text::points_of(row.capital)[0]) == text::points_of(row.small)[0]);
        CHECK(text::vietnamese_lower(text::points_of(row.small)[0]) == text::points_of(row.small)[0]);
    }
    CHECK(text::vietnamese_upper(U'÷') == U'÷');
    CHECK(text::vietnamese_lower(U'×') == U'×');
}

TEST_CASE("decomposed letters are shown as they are and match composed ones")
{
    const std::string decomposed = "Vie\u0323\u0302t Nam, tru\u031Bo\u031B\u0300ng ho\u0323c";
    CHECK(to_utf8(decomposed, "utf-8") == decomposed);
    CHECK(text::collapsed(decomposed) == decomposed);
    CHECK(text::nfc(decomposed) == "Việt Nam, trường học");
    CHECK(text::folded(decomposed) == text::folded("Việt Nam, trường học"));
    CHECK(text::unaccented(decomposed) == "viet nam truong hoc");
    CHECK(from_font_encoding(decomposed, FontEncoding::vni) == decomposed);
}

TEST_CASE("a page that declares nothing")
{
    const std::string_view text =
        "<html><title>Sở Xây dựng</title><body><h1>Giới thiệu về Sở</h1><p>Sở Xây dựng là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, "
        "thực hiện chức năng tham mưu, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về quy hoạch, kiến trúc; kỹ thuật hạ tầng.</p>";
    struct Row {
        std::string bytes;
        std::string_view name;
        text::CharsetSource source;
    };
    using enum text::CharsetSource;
    const Row rows[] = {
        {std::string(text), "utf-8", detected},
        {test::encoded(text, Encoding::windows_1258), "windows-1258", recognised},
        {test::encoded(text, Encoding::viscii), "viscii", recognised},
        {test::encoded(text, Encoding::vni), "windows-1252", recognised},
        {test::encoded(text, Encoding::tcvn3), "windows-1252", recognised},
        {test::encoded("<p>Sở Xây dựng tỉnh", Encoding::windows_1258), "windows-1258", recognised},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const text::Charset charset = text::charset_of(row.bytes, "");
        CHECK(charset.name == row.name);
        CHECK(charset.source == row.source);
        if (row.name != "windows-1252") {
            CHECK(to_utf8(row.bytes, charset.name) == to_utf8(row.bytes.starts_with("<p>") ? "<p>Sở Xây dựng tỉnh" : text, "utf-8"));
        }
        // said in the header, it is so, whatever the words are
        CHECK(text::charset_of(row.bytes, "windows-1258").name == "windows-1258");
        CHECK(text::charset_of(row.bytes, "viscii").source == header);
    }
    // Western pages are none of these
    const std::string_view western_pages[] = {
        "<p>O\xF9 est l'\xE9t\xE9 \xE0 la pr\xE9" "fecture de la r\xE9gion, s'il vous pla\xEEt? \xC7" "a c'\xE9tait d\xE9j\xE0 l\xE0.",
        "<p>Die Gr\xF6\xDF" "e der Stra\xDF" "e f\xFCr sch\xF6ne H\xE4user in M\xFCnchen, K\xF6ln und D\xFCsseldorf",
        "<p>N\xE3o h\xE1 informa\xE7\xF5" "es sobre a situa\xE7\xE3o do munic\xEDpio; s\xF3 amanh\xE3 \xE0s tr\xEAs",
        "<p>El a\xF1o pasado el se\xF1or Mu\xF1oz lleg\xF3 aqu\xED con la informaci\xF3n seg\xFAn \xE9l",
    };
    for (const std::string_view page : western_pages) {
        const text::Charset charset = text::charset_of(page, "");
        CAPTURE(page);
        CAPTURE(charset.name);
        CHECK(charset.source != recognised);
        CHECK(charset.name != "windows-1258");
        CHECK(charset.name != "viscii");
    }
}
