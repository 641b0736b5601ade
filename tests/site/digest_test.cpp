#include "site/page.hpp"

#include <doctest/doctest.h>

using namespace pa;
using site::digest;
using site::Digest;
using site::RawLink;

namespace {

evidence::Exchange page(std::string body, std::string type = "text/html; charset=utf-8")
{
    evidence::Exchange out;
    out.url = "https://a.vn/dir/page";
    out.response.status = 200;
    out.response.headers.add("Content-Type", std::move(type));
    out.response.body = std::move(body);
    return out;
}

// "target|label|zone letters|image|dead" of every link.
std::string links_of(std::string body)
{
    std::string out;
    for (const RawLink& link : digest(page(std::move(body)), {}, nullptr).links) {
        out += (out.empty() ? "" : " ; ") + link.target.href() + "|" + link.label + "|" + std::to_string(static_cast<int>(link.zone)) +
               (link.is_image ? "|image" : "") + (link.is_dead ? "|dead" : "");
    }
    return out;
}

class Counting final : public site::Observer {
public:
    std::vector<site::Note> observe(const site::PageView& view) const override
    {
        return {{1, static_cast<std::uint32_t>(view.document.tree().select_nodes("//p").size()), view.page.title}};
    }
};

}  // namespace

TEST_CASE("the links of a page")
{
    struct Row {
        std::string_view page;
        std::string_view links;
    };
    const Row rows[] = {
        {"<a href=x>A</a>", "https://a.vn/dir/x|A|0"}, {"<a href='/x?b=1#y'> A <b>B</b></a>", "https://a.vn/x?b=1|A B|0"},
        {"<a href='//b.vn/'>B</a>", "https://b.vn/|B|0"}, {"<a href='mailto:x@a.vn'>M</a>", "mailto:x@a.vn|M|0"}, {"<a href='http://['>bad</a>", ""},
        // the base is the first base with an address, if it is one of the web
        {"<base target=_blank><base href=/b/><base href=/c/><a href=x>A</a>", "https://a.vn/b/x|A|0"},
        {"<base href='javascript:1'><a href=x>A</a>", "https://a.vn/dir/x|A|0"},
        // in content an anchor is no link; in a menu it is a dead entry
        {"<a href=#x>A</a><a href=''>B</a><a>C</a><a href='javascript:f()'>D</a>", ""},
        {"<nav><a href=#>A</a><a href='javascript:;'>B</a></nav>", "https://a.vn/dir/page|A|2|dead ; https://a.vn/dir/page|B|2|dead"},
        // but for one that opens a submenu, which stands for its first entry
        {"<nav><ul><li><a href=#>A</a><ul><li><a href=1>B</a></ul></ul></nav>", "https://a.vn/dir/1|A|2 ; https://a.vn/dir/1|B|2"},
        // images
        {"<a href=x><img alt='Trang chủ'></a>", "https://a.vn/dir/x|Trang chủ|0|image"}, {"<a href=x><img></a>", "https://a.vn/dir/x||0|image"},
        {"<map><area href=x alt=A></map>", "https://a.vn/dir/x|A|0|image"},
        // frames
        {"<frameset><frame src=x title=T></frameset>", "https://a.vn/dir/x|T|0|image"}, {"<iframe src=/i></iframe>", "https://a.vn/i||0|image"},
        // zones
        {"<header><a href=1>A</a></header><footer><nav><a href=2>B</a></nav></footer><aside><a href=3>C</a></aside><a href=4>D</a>",
         "https://a.vn/dir/1|A|1 ; https://a.vn/dir/2|B|5 ; https://a.vn/dir/3|C|4 ; https://a.vn/dir/4|D|0"},
        {"<script>document.write('<a href=x>A</a>')</script><!-- <a href=y>B</a> -->", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(links_of(std::string(row.page)) == row.links);
    }
}

TEST_CASE("what is kept of a page")
{
    const Counting counting;
    const Digest out = digest(page("<html lang=vi><title> Sở \n Xây dựng </title><h1>Một <b>hai</b></h1><h1>Ba</h1><p>Đoạn</p><p>Đoạn"), {}, &counting);
    CHECK(out.page.status == 200);
    CHECK(out.page.is_html);
    CHECK(out.page.media_type == "text/html");
    CHECK(out.page.charset.name == "utf-8");
    CHECK(out.page.title == "Sở Xây dựng");
    CHECK(out.page.heading == "Một hai");
    CHECK(out.page.language == "vi");
    REQUIRE(out.text.blocks.size() == 4);
    CHECK(out.text.blocks[2] == out.text.blocks[3]);
    CHECK(out.text.blocks[2].hash == site::block_hash("Đoạn"));
    CHECK(out.text.blocks[0] != out.text.blocks[1]);
    REQUIRE(out.page.notes.size() == 1);
    CHECK(out.page.notes[0].count == 2);
    CHECK(out.page.notes[0].detail == "Sở Xây dựng");
    CHECK_FALSE(out.page.document_cut);
    CHECK(digest(page("<p>a<p>b"), {}, nullptr).page.text_hash != digest(page("<p>b<p>a"), {}, nullptr).page.text_hash);
}

TEST_CASE("what is kept of a page's blocks: length, whose they are, whether they are links, dates")
{
    struct Row {
        std::string_view page;
        std::string_view blocks;  ///< own: length, "L" for links; "-" for the frame's
        std::string_view dates;   ///< block:day, "m" for `time` and metadata
        unsigned pictures;
    };
    const Row rows[] = {
        {"<nav><a href=/>Trang chủ</a></nav><main><h1>Tin</h1><p>Đăng ngày 23/11/2026</p></main><footer>Cập nhật 1/2/2026</footer>",
         "- 3 20 -", "2:2026-11-23", 0},
        // a block is linked when its first link is four fifths of it
        {"<p><a href=x>12345678</a>90<p><a href=x>1234567</a>890", "10L 10", "", 0},
        {"<p><a href=x>1234</a> <a href=y>1234</a>", "9", "", 0},
        {"<ul><li>\n   <a href=x>Một mục</a>\n   </li></ul>", "7L", "", 0},
        {"<a href=x><div>Trong liên kết</div></a>sau", "14L 3", "", 0},
        {"<a href=x><div>Một</div><div>hai</div></a>", "3L 3L", "", 0},
        // what is not seen is not counted; links in it are links all the same
        {"<p>a<script>var x = '1/1/2026'</script><span hidden>b 2/2/2026</span><style>p{}</style>c", "2", "", 0},
        {"<div style='display:none'><p>x</div><p>y", "1", "", 0},
        // pictures and machine-readable dates outside of the frame of menus
        {"<header><img src=a></header><main><img src=b><iframe src=c></iframe><time datetime=2026-11-20>hôm kia</time></main>", "7", "0:2026-11-20", 2},
        {"<meta property=article:published_time content=2026-11-19T08:00:00+07:00><p>x", "1", "m:2026-11-19", 0},
        {"<frameset><frame src=x></frameset>", "", "", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const Digest out = digest(page(std::string(row.page)), {}, nullptr);
        std::string blocks;
        for (const site::Block& block : out.text.blocks) {
            blocks += (blocks.empty() ? "" : " ") + (block.is_own ? std::to_string(block.length) + (block.is_linked ? "L" : "") : std::string("-"));
        }
        std::string dates;
        for (const site::Dated& date : out.text.dates) {
            dates += (dates.empty() ? "" : " ") + (date.block == site::Dated::no_block ? std::string("m") : std::to_string(date.block)) + ":" + time::to_string(date.day);
        }
        CHECK(blocks == row.blocks);
        CHECK(dates == row.dates);
        CHECK(out.page.pictures == row.pictures);
    }
}

TEST_CASE("a shell that only a script would fill")
{
    struct Row {
        std::string body;
        bool needs_script;
    };
    const Row rows[] = {
        {"<div id=root></div><script src=app.js></script>", true},
        {"<div id=root></div><script>inline()</script>", false},
        {"<a href=x>A</a><script src=app.js></script>", false},
        {"<p>" + std::string(200, 'x') + "</p><script src=app.js></script>", false},
        {"<noscript>Hãy bật JavaScript</noscript><script src=app.js></script>", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        CHECK(digest(page(row.body), {}, nullptr).page.needs_script == row.needs_script);
    }
}

TEST_CASE("what is not looked into")
{
    const std::string body = "<title>T</title><a href=x>A</a>";
    evidence::Exchange failed = page(body);
    failed.response.status = 404;
    evidence::Exchange robots = page(body);
    robots.purpose = evidence::Purpose::robots;
    for (const evidence::Exchange& exchange : {failed, robots, page(body, "text/plain"), page(body, "")}) {
        const Digest out = digest(exchange, {}, nullptr);
        CHECK(out.links.empty());
        CHECK(out.page.title.empty());
    }
    evidence::Exchange moved = page(body);
    moved.response.status = 302;
    moved.response.headers.add("Location", "../y#z");
    const Digest out = digest(moved, {}, nullptr);
    REQUIRE(out.redirect);
    CHECK(out.redirect->href() == "https://a.vn/y");
    CHECK(out.links.empty());
}

TEST_CASE("a page's links are bounded")
{
    std::string body;
    for (int i = 0; i < 6000; ++i) {
        body += "<a href='/" + std::to_string(i) + "'>x</a>";
    }
    site::PageLimits limits;
    limits.links = 100;
    CHECK(digest(page(body), limits, nullptr).links.size() == 100);
    CHECK(digest(page(body), {}, nullptr).links.size() == site::PageLimits{}.links);
}

TEST_CASE("what a bound or a broken coding took is said")
{
    evidence::Exchange broken = page("<p>no gzip");
    broken.response.headers.add("Content-Encoding", "gzip");
    CHECK(digest(broken, {}, nullptr).page.document_cut);
    site::PageLimits limits;
    limits.decoded_bytes = 5;
    CHECK(digest(page("<p>hello"), limits, nullptr).page.document_cut);
    CHECK(digest(page("<title>caf\xE9</title>", "text/html; charset=iso-8859-1"), {}, nullptr).page.title == "café");
}

TEST_CASE("a script of one step is a link")
{
    CHECK(links_of("<main><span onclick=\"location.href='/vb/1'\">Một</span> <a href='#' onclick='window.open(&quot;/vb/2&quot;, &quot;_blank&quot;)'>Hai</a> <a href=\"javascript:window.location='/vb/3'\">Ba</a></main>") ==
          "https://a.vn/vb/1|Một|" + std::to_string(static_cast<int>(site::Zone::content)) + " ; https://a.vn/vb/2|Hai|" + std::to_string(static_cast<int>(site::Zone::content)) + " ; https://a.vn/vb/3|Ba|" +
              std::to_string(static_cast<int>(site::Zone::content)));
    // What is put together, asked first or only called so is none.
    CHECK(links_of("<main><span onclick=\"location.href='/vb/' + id\">a</span><span onclick=\"if (location.hash) go('x')\">b</span><span onclick=\"show('/vb/1')\">c</span><a href=\"javascript:__doPostBack('gv','Select$1')\">d</a></main>").empty());
}
