// Whole pages in the encodings before Unicode: what is shown of them, and what they are said to be in.
#include "html/text.hpp"
#include "site/page.hpp"
#include "text/vietnamese_letters.hpp"

#include <doctest/doctest.h>

using namespace pa;
using test::Encoding;
using text::CharsetSource;

namespace {

constexpr std::string_view article =
    "<h1>Giới thiệu về Sở</h1><p>Sở Xây dựng là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thực hiện chức năng tham mưu, giúp Ủy ban nhân "
    "dân tỉnh quản lý nhà nước về quy hoạch, kiến trúc; hoạt động đầu tư xây dựng.</p><p><a href='/lich' title='Lịch công tác tuần'>Lịch công "
    "tác</a> <img src=a.gif alt='Trụ sở của Sở'></p>";

site::Parsed parsed(std::string body, std::string_view type = "text/html")
{
    http::Response response;
    response.status = 200;
    response.headers.add("Content-Type", std::string(type));
    response.body = std::move(body);
    return site::parse(response, {});
}

std::string shown(const site::Parsed& page) { return html::visible_text(page.document.body(), 65536, true); }

// The bytes as UTF-8 of what windows-1252 makes of them, and as numeric entities.
std::string mojibake(std::string_view bytes) { return text::to_utf8(bytes, "windows-1252"); }
std::string entities(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes) {
        const auto value = static_cast<unsigned char>(c);
        out += value < 0x80 ? std::string(1, c) : "&#" + std::to_string(value) + ";";
    }
    return out;
}

}  // namespace

TEST_CASE("a whole page in each of the old encodings")
{
    const std::string vni = test::encoded(article, Encoding::vni);
    const std::string tcvn3 = test::encoded(article, Encoding::tcvn3);
    const std::string windows = test::encoded(article, Encoding::windows_1258);
    const std::string viscii = test::encoded(article, Encoding::viscii);
    const std::string_view latin1 = "text/html; charset=iso-8859-1";
    const std::string_view utf8 = "text/html; charset=utf-8";
    struct Row {
        std::string page;
        std::string_view type;
        std::string_view charset;
        CharsetSource source;
    };
    using enum CharsetSource;
    const Row rows[] = {
        {windows, "text/html", "windows-1258", recognised}, {windows, "text/html; charset=windows-1258", "windows-1258", header},
        {"<meta charset=windows-1258>" + windows, "text/html", "windows-1258", meta},
        {viscii, "text/html", "viscii", recognised}, {"<meta http-equiv=content-type content='text/html; charset=VISCII'>" + viscii, "text/html", "viscii", meta},
        // font encodings, by their fonts in a style sheet, an attribute, a style
        {"<style>td { font-family: VNI-Times }</style>" + vni, latin1, "vni", recognised}, {"<font face=VNI-Helve>" + vni, latin1, "vni", recognised},
        {"<body style='font: 12pt \".VnTime\"'>" + tcvn3, latin1, "tcvn3", recognised}, {"<font face='.VnArial'>" + tcvn3, latin1, "tcvn3", recognised},
        // nothing declared, or what says nothing; then also without a font
        {vni, "text/html", "vni", recognised}, {tcvn3, "text/html", "tcvn3", recognised}, {vni, latin1, "vni", recognised}, {tcvn3, latin1, "tcvn3", recognised},
        {"<meta charset=x-user-defined>" + vni, "text/html", "vni", recognised}, {tcvn3, "text/html; charset=x-user-defined", "tcvn3", recognised},
        // declared as another encoding than they can be in
        {"<font face=VNI-Times>" + vni, "text/html; charset=windows-1258", "vni", recognised}, {"<font face='.VnTime'>" + tcvn3, "text/html; charset=iso-8859-2", "tcvn3", recognised},
        // as UTF-8 of the wrong letters, and as entities
        {"<font face=VNI-Times>" + mojibake(vni), utf8, "vni", recognised}, {"<font face='.VnTime'>" + mojibake(tcvn3), utf8, "tcvn3", recognised},
        {"<font face=VNI-Times>" + entities(vni), utf8, "vni", recognised}, {"<font face='.VnTime'>" + entities(tcvn3), utf8, "tcvn3", recognised},
        {entities(vni), latin1, "vni", recognised}, {entities(tcvn3), latin1, "tcvn3", recognised},
    };
    const std::string expected = "Giới thiệu về Sở Sở Xây dựng là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thực hiện chức năng tham mưu, giúp "
                                 "Ủy ban nhân dân tỉnh quản lý nhà nước về quy hoạch, kiến trúc; hoạt động đầu tư xây dựng. Lịch công tác Trụ sở của Sở";
    int number = 0;
    for (const Row& row : rows) {
        CAPTURE(number++);
        const site::Parsed page = parsed(row.page, row.type);
        CHECK(page.charset.name == row.charset);
        CHECK(page.charset.source == row.source);
        // TCVN3 has no capital Ủ; what its writers typed is the small letter
        std::string text = expected;
        for (std::size_t at = 0; row.charset == "tcvn3" && (at = text.find("Ủ", at)) != std::string::npos;) {
            text.replace(at, std::string_view("Ủ").size(), "ủ");
        }
        CHECK(shown(page) == text);
        const html::Node link = page.document.tree().select_node("//a").node();
        CHECK(html::attribute(link, "title") == "Lịch công tác tuần");
        CHECK(html::attribute(link, "href") == "/lich");
    }
}

TEST_CASE("pages that mix Unicode and a font encoding, and capitals")
{
    struct Row {
        std::string_view page;
        std::string_view text;
        std::string_view charset;
    };
    const Row rows[] = {
        {"<p>Tin tức – Sự kiện</p><p><font face='VNI-Times'>UÛy ban <b>nhaân daân</b> tænh</font> họp <font face='.VnTime, Arial'>",
         "Tin tức – Sự kiện Ủy ban nhân dân tỉnh họp", "vni"},
        {"<p>Văn bản và các báo cáo</p><p style='font-family:\".VnTime\"'>Së N«ng nghiÖp <span style='font-family:Arial'>Hà Nội</span></p>",
         "Văn bản và các báo cáo Sở Nông nghiệp Hà Nội", "tcvn3"},
        {"<font face='.VnTimeH'>Së X©y dùng</font> <font face='.VnTime'>Së X©y dùng</font>", "SỞ XÂY DỰNG Sở Xây dựng", "tcvn3"},
        {"<font face='.VnTime'>Së <font face='.VnTimeH'>X©y</font> dùng</font>", "Sở XÂY dựng", "tcvn3"},
        // a page in two font encodings is said to be in that of the larger part
        {"<font face='.VnTime'>Së X©y dùng</font> <font face='VNI-Times'>UÛy ban nhaân daân tænh</font>", "Sở Xây dựng Ủy ban nhân dân tỉnh", "vni"},
        // fonts by a class: the texts themselves tell
        {"<style>.x{font-family:VNI-Times}</style><p class=x>Sôû Xaây döïng</p><p>© 2004 Sở</p>", "Sở Xây dựng © 2004 Sở", "vni"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const site::Parsed page = parsed(std::string(row.page), "text/html; charset=utf-8");
        CHECK(shown(page) == row.text);
        CHECK(page.charset.name == row.charset);
    }
}

TEST_CASE("pages that must stay as they are")
{
    const std::string unicode = "<p>Sở Xây dựng tỉnh: báo cáo, thông báo và các công trình. Hà Nội, Cà Mau, Trà Vinh, Thái Bình.</p>";
    const std::string french = "<p>O\xF9 est l'\xE9t\xE9 \xE0 la pr\xE9" "fecture de la r\xE9gion? \xC7" "a c'\xE9tait d\xE9j\xE0 l\xE0, o\xF9 nous \xE9tions f\xEAt\xE9s.</p>";
    struct Row {
        std::string page;
        std::string type;
        std::string charset;
    };
    const std::string fonts = "<style>body{font-family:VNI-Times,.VnTime}</style>";
    std::string long_german = fonts;
    std::string long_french = fonts;
    for (int i = 0; i < 50; ++i) {
        long_german += "<p>Die Gr\xF6\xDF" "e der Stra\xDF" "e f\xFCr sch\xF6ne H\xE4user in M\xFCnchen; K\xF6ln \xFC" "ber D\xFCsseldorf</p>";
        long_french += french;
    }
    const Row rows[] = {
        {fonts + unicode, "text/html; charset=utf-8", "utf-8"}, {fonts + unicode, "text/html", "utf-8"},
        {"<font face=VNI-Times>" + unicode + "</font>", "text/html; charset=utf-8", "utf-8"}, {"<font face='.VnTimeH'>" + unicode + "</font>", "text/html", "utf-8"},
        // only letters that Latin-1 has, under a legacy font
        {"<font face='.VnTime'>báo cáo và thông báo</font>", "text/html; charset=utf-8", "utf-8"}, {"<font face=VNI-Times>Hà Nam</font>", "text/html", "utf-8"},
        {fonts + test::encoded(unicode, Encoding::windows_1258), "text/html; charset=windows-1258", "windows-1258"},
        {french, "text/html; charset=iso-8859-1", "windows-1252"}, {long_french, "text/html; charset=iso-8859-1", "windows-1252"}, {long_german, "text/html; charset=iso-8859-1", "windows-1252"},
        {fonts + "<p>N\xE3o h\xE1 informa\xE7\xF5" "es sobre a situa\xE7\xE3o; s\xF3 amanh\xE3 \xE0s tr\xEAs, p\xE3o de l\xF3</p>", "text/html; charset=iso-8859-1", "windows-1252"},
        {fonts + "<p>El a\xF1o pasado lleg\xF3 aqu\xED con la informaci\xF3n seg\xFAn \xE9l y ma\xF1" "ana ser\xE1 as\xED</p>", "text/html; charset=iso-8859-1", "windows-1252"},
        // decomposed letters are Unicode too
        {fonts + "<p>Vie\u0323\u0302t Nam, tru\u031Bo\u031B\u0300ng ho\u0323c</p>", "text/html; charset=utf-8", "utf-8"},
        {fonts + "<p>\xA9 2004 caf\xE9</p>", "text/html; charset=iso-8859-1", "windows-1252"}, {fonts, "text/html; charset=utf-8", "utf-8"}, {"", "text/html", "utf-8"},
        // too little text to tell without a font
        {"<p>Vi\xD6t Nam</p>", "text/html; charset=iso-8859-1", "windows-1252"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page.substr(0, 200));
        const site::Parsed page = parsed(row.page, row.type);
        CHECK(page.charset.name == row.charset);
        const html::Document as_it_is = html::Document::parse(text::to_utf8(row.page, row.charset));
        CHECK(shown(page) == html::visible_text(as_it_is.body(), 65536, true));
    }
}

TEST_CASE("scripts, style sheets and addresses are never converted")
{
    const site::Parsed page = parsed("<style>.ViÖt{font-family:.VnTime}</style><script>var a = 'ViÖt';</script><p><a href='/ViÖt'>TiÕng ViÖt cña ta</a> "
                                     "<input value='T×m kiÕm' name='ViÖt'>", "text/html; charset=utf-8");
    CHECK(page.charset.name == "tcvn3");
    CHECK(shown(page).starts_with("Tiếng Việt của ta"));
    const auto attribute_of = [&](const char* path, const char* name) { return std::string(html::attribute(page.document.tree().select_node(path).node(), name)); };
    CHECK(attribute_of("//a", "href") == "/ViÖt");
    CHECK(attribute_of("//input", "value") == "Tìm kiếm");
    CHECK(attribute_of("//input", "name") == "ViÖt");
    CHECK(std::string(page.document.tree().select_node("//script").node().text().get()) == "var a = 'ViÖt';");
    CHECK(std::string(page.document.tree().select_node("//style").node().text().get()).find("ViÖt") != std::string::npos);
}
