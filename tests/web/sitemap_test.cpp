#include "base/file.hpp"
#include "web/sitemap.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <memory>
#include <string>

using namespace pa;
using web::parse_sitemap;
using web::Sitemap;
using web::SitemapEntry;
using web::SitemapKind;

namespace {

std::string problem(const Sitemap& sitemap)
{
    return sitemap.problems.empty() ? "" : sitemap.problems.front().en();
}

std::string urlset(std::string_view inner)
{
    return "<urlset>" + std::string(inner) + "</urlset>";
}

}  // namespace

TEST_CASE("sitemaps.org: urlset and index")
{
    const Sitemap sitemap = parse_sitemap(R"(<?xml version="1.0" encoding="UTF-8"?>
        <s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://i">
        <s:url><image:image><image:loc>https://a/i.jpg</image:loc></image:image>
            <s:loc> https://a/?b&amp;c </s:loc><s:lastmod>2026-01-02</s:lastmod></s:url>
        <s:url><s:loc><![CDATA[ https://a/?d&e ]]></s:loc></s:url>
        </s:urlset>)");
    CHECK(sitemap.kind == SitemapKind::urlset);
    CHECK(sitemap.problems.empty());
    REQUIRE(sitemap.entries.size() == 2);
    CHECK(sitemap.entries[0] == SitemapEntry{"https://a/?b&c", "2026-01-02"});
    CHECK(sitemap.entries[1] == SitemapEntry{"https://a/?d&e", ""});

    const Sitemap index = parse_sitemap("<sitemapindex><sitemap><loc>https://a/1.xml</"
                                        "loc><lastmod>x</lastmod></sitemap></sitemapindex>");
    CHECK(index.kind == SitemapKind::index);
    REQUIRE(index.entries.size() == 1);
    CHECK(index.entries[0] == SitemapEntry{"https://a/1.xml", "x"});
}

TEST_CASE("sitemaps.org: a text file has one address a line")
{
    const Sitemap sitemap =
        parse_sitemap("\xEF\xBB\xBFhttps://a/1\r\n\r\n https://a/2\nno address\n");
    CHECK(sitemap.kind == SitemapKind::text);
    CHECK(sitemap.entries == std::vector<SitemapEntry>{{"https://a/1", ""}, {"https://a/2", ""}});
    CHECK(problem(sitemap) == "lines that are no address: 1");
}

TEST_CASE("RSS: the link of an item, or a permanent guid")
{
    const Sitemap sitemap = parse_sitemap(
        "<rss><channel><link>https://a/</link>"
        "<item><atom:link "
        "href='https://a/self'/><link>https://a/1</link><pubDate>p</pubDate></item>"
        "<item><guid>https://a/2</guid></item><item><guid isPermaLink='false'>x</guid></item>"
        "</channel></rss>");
    CHECK(sitemap.kind == SitemapKind::rss);
    CHECK(sitemap.entries == std::vector<SitemapEntry>{{"https://a/1", "p"}, {"https://a/2", ""}});
    CHECK(problem(sitemap) == "entries without an address: 1");
    CHECK(parse_sitemap("<rdf:RDF><item><link>https://a/</link></item></rdf:RDF>").entries.size() ==
          1);
}

TEST_CASE("broken files give what can be read")
{
    struct Row {
        std::string body;
        SitemapKind kind;
        std::size_t entries;
        std::string_view problem;
    };
    const std::string good = "<url><loc>https://a/1</loc></url>";
    const Row rows[] = {
        {"", SitemapKind::unknown, 0, "the sitemap is empty"},
        {" \n", SitemapKind::unknown, 0, "the sitemap is empty"},
        {"Not found", SitemapKind::unknown, 0, "neither XML nor a list of addresses"},
        {"<!DOCTYPE html><html><p></html>", SitemapKind::unknown, 0,
         "the root element is <html>, which is no sitemap"},
        {"<!-- only -->", SitemapKind::unknown, 0, "the sitemap has no XML element"},
        {urlset(""), SitemapKind::urlset, 0, ""},
        {urlset("<url/>" + good), SitemapKind::urlset, 1, "entries without an address: 1"},
        {"<urlset>" + good, SitemapKind::urlset, 1,
         "the sitemap is broken XML from byte 40 on: Start-end tags mismatch"},
        // what is cut within an address is no address
        {"<urlset>" + good + "<url><loc>https://a/2", SitemapKind::urlset, 1,
         "the sitemap is broken XML from byte 61 on: Start-end tags mismatch"},
        {"<urlset>" + good + "<url><loc><![CDATA[https://a/2", SitemapKind::urlset, 1,
         "the sitemap is broken XML from byte 60 on: Error parsing CDATA section"},
        {"<urlset>" + good + "<url><loc>https://a/2</loc></ur", SitemapKind::urlset, 2,
         "the sitemap is broken XML from byte 70 on: Start-end tags mismatch"},
        {"\n <?xml version='1.0'?>" + urlset(good), SitemapKind::urlset, 1, ""},
        {"\xEF\xBB\xBF" + urlset(good), SitemapKind::urlset, 1, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        const Sitemap sitemap = parse_sitemap(row.body);
        CHECK(sitemap.kind == row.kind);
        CHECK(sitemap.entries.size() == row.entries);
        CHECK(problem(sitemap) == row.problem);
    }
}

TEST_CASE("a broken file gives the entries before and behind the error")
{
    struct Row {
        std::string body;
        SitemapKind kind;
        std::string_view locs;
        std::size_t problems;
    };
    const auto url = [](std::string_view loc) { return "<url><loc>" + std::string(loc) + "</loc></url>"; };
    const Row rows[] = {
        // a stray end tag, a tag without end, a bare "<", a bad attribute, a wrong end tag
        {urlset(url("1") + "</url>" + url("2")), SitemapKind::urlset, "1 2 ", 1},
        {urlset(url("1") + "<url><loc>x<url><loc>2</loc></url>" + url("3")), SitemapKind::urlset, "1 2 3 ", 1},
        {urlset(url("1") + url("a<b") + url("3")), SitemapKind::urlset, "1 3 ", 1},
        {urlset("<url a=b><loc>1</loc></url>" + url("2")), SitemapKind::urlset, "2 ", 2},
        {urlset("<url><loc>1</loc></Url>" + url("2")), SitemapKind::urlset, "1 2 ", 1},
        {urlset("<url><loc>1</loc><lastmod>2020</loc></url>" + url("2")), SitemapKind::urlset, "1 2 ", 1},
        {"<s:urlset><s:url><s:loc>1</s:loc></s:url></s:oops><s:url><s:loc>2</s:loc></s:url>", SitemapKind::urlset, "1 2 ", 1},
        {"<sitemapindex><sitemap><loc>1</loc></sitemap></x><sitemap><loc>2</loc></sitemap></sitemapindex>", SitemapKind::index, "1 2 ", 1},
        {"<rss><channel><item><link>1</link></item><item><link>2</link></channel></rss>", SitemapKind::rss, "1 2 ", 1},
        {"<feed><entry><link href='1'/></entry><entry><link href='2'/></feed>", SitemapKind::atom, "1 2 ", 1},
        // what is commented out or a text stays so, unless the comment does not end
        {urlset(url("1") + "</x><!--" + url("2") + "--><a><![CDATA[" + url("3") + "]]></a>"), SitemapKind::urlset, "1 ", 1},
        {"<urlset>" + url("1") + "<!--" + url("2"), SitemapKind::urlset, "1 2 ", 1},
        // a warning of the server's program stands before it
        {"<br />\n<b>Warning</b>: x in <b>y.php</b><br />\n<?xml version='1.0'?>" + urlset(url("1")), SitemapKind::urlset, "1 ", 1},
        {"Notice: x\n<?xml version='1.0'?>" + urlset(url("1") + url("2")), SitemapKind::urlset, "1 2 ", 0},
        // two roots, one after the other, as two programs write into one file
        {urlset(url("1")) + urlset(url("2")), SitemapKind::urlset, "1 ", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        const Sitemap sitemap = parse_sitemap(row.body);
        std::string locs;
        for (const SitemapEntry& entry : sitemap.entries) {
            locs += entry.loc + " ";
        }
        CHECK(sitemap.kind == row.kind);
        CHECK(locs == row.locs);
        CHECK(sitemap.problems.size() == row.problems);
    }
    // broken UTF-16 too, and hostile files cost little
    std::string wide = "\xFE\xFF";
    for (const char c : "<urlset>" + url("1") + "</x>" + url("2")) {
        wide += '\0';
        wide += c;
    }
    CHECK(parse_sitemap(wide).entries.size() == 2);
    std::string comments = "<urlset></x>";
    for (int i = 0; i < 1'000'000; ++i) {
        comments += "<!--<![CDATA[";
    }
    CHECK(parse_sitemap(comments + url("1")).entries.size() == 1);
}

// What SiteMapParserTest and SiteMapParserSAXTest of crawler-commons ask of texts that are not in files.
TEST_CASE("crawler-commons: broken and odd texts")
{
    struct Row {
        std::string body;
        SitemapKind kind;
        std::size_t entries;    ///< of theirs
        std::string_view accepted;  ///< why we differ
    };
    const Row rows[] = {
        {"http://www.example.com/catalog?item=1\nhttp://www.example.com/catalog?item=11", SitemapKind::text, 2, ""},
        {"this is a bogus sitemap", SitemapKind::unknown, 0, ""},
        // partial files
        {"<urlset><url><loc>http://www.example.com/</lo", SitemapKind::urlset, 1, ""},
        {"<sitemapindex><sitemap><loc>http://www.example.com/sitemap1.xml.gz</loc><las", SitemapKind::index, 1, ""},
        // an element inside loc, with and without CDATA; CDATA as a part of an address
        {urlset("<url><loc><url><![CDATA[http://www.example.com/a]]></url></loc><lastmod>2015-04-28</lastmod></url>"), SitemapKind::urlset, 1, ""},
        {"<sitemapindex><sitemap><loc>http://www.example.com/d<![CDATA[?a=b&c=d]]></loc></sitemap></sitemapindex>", SitemapKind::index, 1, ""},
        // RSS 1.0, whose channel has links of its own
        {"<rdf:RDF><channel><link>http://www.example.com/pub</link><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items></channel><image>"
         "<url>http://www.example.com/i.gif</url></image><item><title>T</title><link>http://www.example.com/x.html</link></item></rdf:RDF>",
         SitemapKind::rss, 1, ""},
        {urlset("<url><!-- no XML file --></url><url><loc> http://www.example.com/s.html</loc></url><!-- no start tag --></url>"), SitemapKind::urlset, 0,
         "theirs refuses the file; ours reads what can be read and says that the file is broken"},
    };
    std::size_t passed = 0;
    std::size_t differing = 0;
    for (const Row& row : rows) {
        CAPTURE(row.body);
        const Sitemap sitemap = parse_sitemap(row.body);
        const bool same = sitemap.kind == row.kind && sitemap.entries.size() == row.entries;
        CHECK(same == row.accepted.empty());
        (same ? passed : differing) += 1;
    }
    CHECK(passed == 7);
    CHECK(differing == 1);
}

TEST_CASE("UTF-16 as the XML declaration and the byte-order mark allow")
{
    std::string body = "\xFF\xFE";
    for (const char c : urlset("<url><loc>https://a/1</loc></url>")) {
        body += c;
        body += '\0';
    }
    CHECK(parse_sitemap(body).entries.size() == 1);
}

TEST_CASE("entities are not expanded, nothing outside is read")
{
    const Sitemap sitemap = parse_sitemap(
        "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'yyyy'>]>"
        "<urlset><url><loc>https://a/&x;&y;</loc></url></urlset>");
    REQUIRE(sitemap.entries.size() == 1);
    CHECK(sitemap.entries[0].loc == "https://a/&x;&y;");
}

TEST_CASE("files are bounded")
{
    std::string many;
    for (std::size_t i = 0; i <= web::max_sitemap_entries; ++i) {
        many += "<url><loc>https://a/</loc></url>";
    }
    const Sitemap sitemap = parse_sitemap(urlset(many));
    CHECK(sitemap.entries.size() == web::max_sitemap_entries);
    CHECK(problem(sitemap) == "the sitemap has more than 50000 entries; the rest is not read");

    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) {
        deep += "<url>";
    }
    CHECK(parse_sitemap(urlset(deep)).entries.empty());

    std::string large = "https://a/\n";
    large.resize(web::max_sitemap_bytes + 1, 'x');
    CHECK(problem(parse_sitemap(large)).starts_with("the sitemap is larger than"));
}

TEST_CASE("crawler-commons sitemaps and feeds")
{
    struct Row {
        std::string_view file;
        SitemapKind kind;
        std::size_t entries;
        std::string_view last;
        std::string_view lastmod;
        std::string_view problem;
    };
    const Row rows[] = {
        {"sitemaps/atom.xml", SitemapKind::atom, 1, "http://example.org/2003/12/13/atom03",
         "2003-12-13T18:30:02Z", ""},
        {"sitemaps/do-not-visit.txt", SitemapKind::text, 1,
         "http://www.example.com/do-not-visit-here", "", ""},
        {"sitemaps/sitemap-with-bom.txt", SitemapKind::text, 2, "http://www.domain.com/page2.html",
         "", ""},
        {"sitemaps/sitemap.badns.xml", SitemapKind::urlset, 2, "http://www.example.com/2", "", ""},
        {"sitemaps/sitemap.index.xml", SitemapKind::index, 15,
         "https://example.com/sitemap.jss?portalCode=10570&lang=en", "", ""},
        {"sitemaps/sitemap.ns.xml", SitemapKind::urlset, 2, "http://www.example.com/2", "", ""},
        {"sitemaps/sitemap.txt", SitemapKind::text, 2, "http://www.domain.com/page2.html", "", ""},
        {"sitemaps/sitemap.txt.gz", SitemapKind::text, 5,
         "http://www.example.com/catalog?item=83&desc=vacation_usa", "", ""},
        {"sitemaps/xmlSitemap.gz", SitemapKind::urlset, 5,
         "http://www.example.com/catalog?item=83&desc=vacation_usa", "2004-11-23", ""},
        {"sitemaps/extension/pagemaps-sitemap.xml", SitemapKind::urlset, 2,
         "http://www.example.com/bar", "", ""},
        {"sitemaps/extension/sitemap-images.xml", SitemapKind::urlset, 1,
         "http://www.example.com/images/some_image_landing_page.html", "", ""},
        {"sitemaps/extension/sitemap-links.xml", SitemapKind::urlset, 3,
         "http://www.example.com/schweiz-deutsch/", "", ""},
        {"sitemaps/extension/sitemap-mobile.xml", SitemapKind::urlset, 3,
         "http://www.example.com/no-mobile/", "", ""},
        {"sitemaps/extension/sitemap-videos-tvshow.xml", SitemapKind::urlset, 1,
         "https://example.org/my-tv-show/23/13/", "", ""},
        {"sitemaps/extension/sitemap-news.xml", SitemapKind::urlset, 2,
         "http://www.example.org/empty_news_name.html", "", ""},
        {"sitemaps/extension/sitemap-videos.xml", SitemapKind::urlset, 3,
         "http://www.example.com/videos/some_video_landing_page-3.html", "", ""},
        {"sitemaps/extension/hebdenbridgetimes-articles-sitemap.xml", SitemapKind::urlset, 74,
         "http://www.hebdenbridgetimes.co.uk/news/local/"
         "now-you-see-it-now-you-don-t-it-s-off-the-wall-1-7229940",
         "2015-04-26T17:47:55+01:00", ""},
        {"sitemaps/extension/shinpaideshou-news-sitemap.xml", SitemapKind::urlset, 3,
         "https://shinpaideshou.wordpress.com/2017/04/24/"
         "job-opening-lecturer-in-japanese-studies-university-of-leeds/",
         "", ""},
        {"rss/feed.rss", SitemapKind::rss, 3, "https://www.example.com/foo?q=a&l=fr", "",
         "entries without an address: 1"},
        {"rss/xmlRss_pubDate.xml", SitemapKind::rss, 7, "http://www.example.com/article_7", "", ""},
    };
    std::size_t held = 0;
    for (const Row& row : rows) {
        CAPTURE(row.file);
        const std::string path = PA_SHARED_DIR "/data/conformance/robots-sitemaps-crawlercommons/" +
                                 std::string(row.file);
        // gzread gives files that are not compressed as they are.
        const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
        if (file == nullptr) {
            MESSAGE("skipped, there is no " << path);
            return;
        }
        ++held;
        std::string body(1U << 20U, '\0');
        body.resize(static_cast<std::size_t>(gzread(file.get(), body.data(), 1U << 20U)));
        const Sitemap sitemap = parse_sitemap(body);
        CHECK(sitemap.kind == row.kind);
        CHECK(sitemap.entries.size() == row.entries);
        CHECK((sitemap.entries.empty() ? "" : sitemap.entries.back().loc) == row.last);
        CHECK((sitemap.entries.empty() ? "" : sitemap.entries.back().lastmod) == row.lastmod);
        CHECK(problem(sitemap) == row.problem);
    }
    MESSAGE("crawler-commons sitemaps and feeds: ", held, " files read as expected, no accepted difference");
    CHECK(held == 20);
}
