#include "base/file.hpp"
#include "text/charset.hpp"
#include "text/labels.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pa;
using text::Charset;
using text::charset_of;
using text::CharsetSource;
using text::to_utf8;

namespace {

// The bytes of a html5lib .dat file as (page, expected encoding) in the order of the file.
std::vector<std::pair<std::string, std::string>> cases_of(std::string_view file)
{
    std::vector<std::pair<std::string, std::string>> out;
    constexpr std::string_view data = "#data\n";
    constexpr std::string_view encoding = "\n#encoding\n";
    for (std::size_t at = file.find(data); at != std::string_view::npos;) {
        const std::size_t from = at + data.size();
        const std::size_t middle = file.find(encoding, from - 1);
        const std::size_t name = middle + encoding.size();
        std::string expected(file.substr(name, file.find('\n', name) - name));
        std::transform(expected.begin(), expected.end(), expected.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        out.emplace_back(file.substr(from, std::max(middle, from) - from), expected);
        at = file.find(data, name);
    }
    return out;
}

struct Difference {
    std::string_view page_holds;
    std::string_view why;
};
constexpr Difference accepted[] = {
    {"<!-- 8192 characters", "our window is 4,096 bytes; the standard leaves its size open and recommends 1,024"},
    {"<!-- 8193 characters", "the window"},
    {"<!-- multi-script test", "the window; a browser finds the element later, while parsing"},
};
// tests of pages that declare nothing, for which a browser has a default by its user's country
constexpr std::string_view default_of_browsers = "windows-1252";  // ours is detection, then UTF-8
// encoding/scripted/tests1.dat is not run: its declarations are written by scripts

}  // namespace

TEST_CASE("the encoding of a page, in the order of trust")
{
    struct Row {
        std::string_view page;
        std::string_view header;
        std::string_view name;
        CharsetSource source;
    };
    using enum CharsetSource;
    const Row rows[] = {
        // a byte-order mark is stronger than everything that is said
        {"\xEF\xBB\xBF<meta charset=euc-kr>", "windows-1252", "utf-8", bom},
        {"\xFF\xFE<\0", "utf-8", "utf-16le", bom}, {"\xFE\xFF\0<", "", "utf-16be", bom},
        // then the header, if it says something that is an encoding
        {"<meta charset=euc-kr>", "UTF-8", "utf-8", header}, {"", " windows-1258 ", "windows-1258", header},
        {"", "ISO-8859-1", "windows-1252", header}, {"", "ks_c_5601-1987", "euc-kr", header}, {"", "utf-16", "utf-16le", header},
        {"<meta charset=euc-kr>", "none", "euc-kr", meta}, {"abc", "utf-7", "utf-8", detected},
        {"abc", "utf-8//IGNORE", "utf-8", detected},
        // then the page
        {"<meta charset=\"EUC-KR\">", "", "euc-kr", meta}, {"<META CHARSET='x-sjis' />", "", "shift_jis", meta},
        {"<meta http-equiv=Content-Type content='text/html; charset=windows-1258'>", "", "windows-1258", meta},
        {"<!-- <meta charset=euc-kr> --><meta charset=gb2312>", "", "gbk", meta},
        {"<!-- <meta charset=euc-kr>", "", "utf-8", detected},
        {"<!--><meta charset=euc-kr>", "", "euc-kr", meta},  // this comment has ended
        {"<meta charset=utf-16>", "", "utf-8", meta},        // or its bytes could not have been read
        {"<meta name=description content='charset=euc-kr'>", "", "utf-8", detected},
        {"<p title='<meta charset=euc-kr>'>", "", "utf-8", detected},
        // then the bytes
        {"", "", "utf-8", detected}, {"Sở Xây dựng", "", "utf-8", detected},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CAPTURE(row.header);
        const Charset charset = charset_of(row.page, row.header);
        CHECK(charset.name == row.name);
        CHECK(charset.source == row.source);
    }
    // a broken last byte is not UTF-8, whatever else it is
    CHECK(charset_of("caf\xE9", "").name != "utf-8");
    // a code point cut by the detection window (64 KiB) is not held against the page
    CHECK(charset_of(std::string(65535, 'a') + "đ", "").name == "utf-8");
    // nothing behind the first 4,096 bytes is a declaration
    CHECK(charset_of(std::string(4096, ' ') + "<meta charset=euc-kr>", "").source == CharsetSource::detected);
}

TEST_CASE("html5lib: determining the character encoding")
{
    std::size_t passed = 0;
    std::size_t listed = 0;
    std::size_t undeclared = 0;
    for (const std::string_view name : {"tests1.dat", "tests2.dat", "test-yahoo-jp.dat"}) {
        const auto file = read_file(std::string(PA_SHARED_DIR "/data/conformance/html5lib/encoding/") + std::string(name), 1U << 20U);
        if (!file) {
            MESSAGE("skipped: ", file.error().message.en());
            return;
        }
        for (const auto& [page, expected] : cases_of(*file)) {
            const auto difference = std::find_if(std::begin(accepted), std::end(accepted),
                                                 [&page = page](const Difference& row) { return page.find(row.page_holds) != std::string::npos; });
            const Charset charset = charset_of(page, "");
            const bool by_default = expected == default_of_browsers && charset.name != expected && charset.source >= CharsetSource::detected;
            CAPTURE(name);
            CAPTURE(page.substr(0, 300));
            CAPTURE(expected);
            CAPTURE(charset.name);
            if (difference != std::end(accepted)) {
                CHECK_MESSAGE(charset.name != expected, "no longer a difference: " << difference->why);
                ++listed;
            } else if (by_default) {
                ++undeclared;
            } else {
                CHECK(charset.name == expected);
                passed += charset.name == expected ? 1U : 0U;
            }
        }
    }
    MESSAGE("html5lib encoding: ", passed, " passed, ", listed + undeclared, " accepted differences");
    CHECK(passed == 47);
    CHECK(listed == 3);
    CHECK(undeclared == 32);
}

TEST_CASE("WHATWG Encoding, 4.2: every encoding of ours can be read")
{
    struct Row {
        std::string_view label;
        std::string_view name;
    };
    const Row rows[] = {
        {"utf8", "utf-8"}, {"UTF-8", "utf-8"}, {"\tutf-8\n", "utf-8"}, {"latin1", "windows-1252"}, {"l1", "windows-1252"},
        {"iso_8859-9:1989", "windows-1254"}, {"tis-620", "windows-874"}, {"x-cp1258", "windows-1258"}, {"ms_kanji", "shift_jis"},
        {"windows-949", "euc-kr"}, {"chinese", "gbk"}, {"big5-hkscs", "big5"}, {"logical", "iso-8859-8-i"}, {"koi8-ru", "koi8-u"},
        {"x-mac-ukrainian", "x-mac-cyrillic"}, {"euc-jp", "euc-jp"}, {"866", "ibm866"},
        {"", ""}, {" ", ""}, {"utf", ""}, {"utf-8 utf8", ""}, {"utf-7", ""}, {"iso-2022-kr", ""}, {"8859", ""},
        // beyond the standard, from before it
        {"x-user-defined", "windows-1252"}, {"viscii", "viscii"}, {"csVISCII", "viscii"}, {"x-viet-tcvn5712", "tcvn5712"}, {"TCVN", "tcvn5712"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.label);
        CHECK(text::encoding_of_label(row.label) == row.name);
        if (!row.name.empty()) {
            const std::string sample = row.name.starts_with("utf-16") ? "" : "A";
            CHECK(to_utf8(sample, row.name) == sample);
        }
    }
}

TEST_CASE("bytes become UTF-8")
{
    struct Row {
        std::string_view bytes;
        std::string_view charset;
        std::string_view text;
    };
    const Row rows[] = {
        {"", "utf-8", ""}, {"", "euc-kr", ""}, {"đ", "utf-8", "đ"}, {"\xEF\xBB\xBFđ", "utf-8", "đ"},
        {"a\xFF" "b\xE1\xBB", "utf-8", "a\uFFFDb\uFFFD\uFFFD"},
        // windows-1258 writes most Vietnamese letters with a combining mark behind; composed they come back
        {"Vi\xEA\xF2t", "windows-1258", "Vi\u1ec7t"}, {"\xD0\xF0\xFD\xFE", "windows-1258", "Đđư₫"},
        {"\x93\xE9\x94\x80", "windows-1252", "“é”€"},
        // KS X 1001 and what Windows added to it
        {"\xC7\xD1\xB1\xB9", "euc-kr", "한국"}, {"\x8C\x63", "euc-kr", "똠"},
        {"\x82\xA0", "shift_jis", "あ"}, {"\xA4\xA2", "euc-jp", "あ"}, {"\x87\x40", "shift_jis", "①"},
        {"\xD6\xD0", "gbk", "中"}, {"\xA4\xA4", "big5", "中"}, {"\xA1", "windows-874", "ก"},
        // the last letter waits for a mark behind it until the end is told
        {"Vi\xEA\xF2", "windows-1258", "Vi\u1ec7"}, {"a", "windows-1258", "a"},
        // UTF-16, with and without the mark, with half a unit at the end
        {std::string_view("\xFF\xFE\x11\x01", 4), "utf-16le", "đ"}, {std::string_view("\x01\x11", 2), "utf-16be", "đ"},
        {std::string_view("a\0b", 3), "utf-16le", "a\uFFFD"}, {std::string_view("\x3D\xD8\x00\xDE", 4), "utf-16le", "😀"},
        // broken sequences cost what they cost and no more
        {"a\xC7", "euc-kr", "a\uFFFD"}, {"\xFF\xFF" "a", "euc-kr", "\uFFFD\uFFFDa"}, {"a\x81" "b", "windows-1252", "a\uFFFDb"},
        // an unknown name is read as windows-1252
        {"caf\xE9", "no-such-charset", "café"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.charset);
        CAPTURE(row.text);
        CHECK(to_utf8(row.bytes, row.charset) == row.text);
    }
    // more than one piece of output
    std::string many;
    std::string expected;
    for (int i = 0; i < 40000; ++i) {
        many += "\xC7\xD1";
        expected += "한";
    }
    CHECK((to_utf8(many, "euc-kr") == expected));
    CHECK((to_utf8(std::string(100'000, '\xFF'), "euc-kr").size() == 300'000));
}

TEST_CASE("the Korean manual: 30 real pages in EUC-KR read without a broken byte")
{
    const std::string folder = PA_SHARED_DIR "/data/portals/euc-kr-manual";
    const auto files = list_files(folder, 100);
    if (!files) {
        MESSAGE("skipped: ", files.error().message.en());
        return;
    }
    CHECK(files->size() == 30);
    std::size_t hangul = 0;
    for (const std::string& file : *files) {
        CAPTURE(file);
        const std::string page = *read_file(folder + "/" + file, 1U << 20U);
        const Charset charset = charset_of(page, "");
        CHECK(charset.source == CharsetSource::meta);
        CHECK((charset.name == "euc-kr" || charset.name == "utf-8"));
        const std::string read = to_utf8(page, charset.name);
        CHECK(read.find("\uFFFD") == std::string::npos);
        hangul += read.find("문서") != std::string::npos ? 1U : 0U;
    }
    CHECK(hangul >= 20);
}
