#include "web/robots.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa;
using web::Robots;

namespace {

struct Row {
    std::string_view product;
    std::string_view path;
    bool allowed;
};

template <std::size_t Size>
void check(std::string_view body, const Row (&rows)[Size])
{
    const Robots robots = Robots::parse(body);
    for (const Row& row : rows) {
        CAPTURE(row.product);
        CAPTURE(row.path);
        CHECK(robots.allows(row.product, row.path) == row.allowed);
    }
}

bool allows(std::string_view rules, std::string_view path)
{
    return Robots::parse("user-agent: *\n" + std::string(rules)).allows("portalaudit", path);
}

}  // namespace

TEST_CASE("RFC 9309 2.2.1: the user-agent line")
{
    const std::string_view body = "User-Agent: PortalAudit\nDisallow: /a\n"
                                  "user-agent: ExampleBot/1.0\nuser-agent: other\ndisallow: /b\n"
                                  "user-agent: *\ndisallow: /c\n"
                                  "user-agent: portalaudit\ndisallow: /d\n"
                                  "user-agent: 360Spider\ndisallow: /e\n";
    check(body, {
                    {"portalaudit", "/a", false},
                    {"PORTALAUDIT/2.1 (+https://x)", "/d", false},
                    {"portalaudit", "/b", true},
                    {"portalaudit", "/c", true},
                    {"portal", "/a", true},
                    {"portal", "/c", false},
                    {"examplebot", "/b", false},
                    {"other", "/b", false},
                    {"360spider", "/e", false},
                    {"", "/c", false},
                });
}

TEST_CASE("RFC 9309 2.2.1: no group for us and no star group allows everything")
{
    check("user-agent: other\ndisallow: /\n",
          {{"portalaudit", "/a", true}, {"other", "/a", false}});
    check("disallow: /\n", {{"portalaudit", "/a", true}});
    check("", {{"portalaudit", "/", true}});
}

TEST_CASE("RFC 9309 2.2.2: most octets, allow before disallow")
{
    const Row rows[] = {
        {"a", "/example/page/", true},
        {"a", "/example/page/disallowed.gif", false},
        {"a", "/same", true},
        {"a", "/wild/x.php", false},
    };
    check("user-agent: a\nallow: /example/page/\ndisallow: /example/page/disallowed.gif\n"
          "disallow: /same\nallow: /same\nallow: /wild\ndisallow: /wild/*.php$\n",
          rows);
}

TEST_CASE("RFC 9309 2.2.2: the path is matched from its start, case counts")
{
    CHECK_FALSE(allows("disallow: /fish", "/fish.html"));
    CHECK(allows("disallow: /fish", "/Fish"));
    CHECK(allows("disallow: /fish", "/catfish"));
    CHECK(allows("disallow: fish", "/fish"));
    CHECK(allows("disallow:", "/fish"));
    CHECK_FALSE(allows("disallow: *", "/fish"));
}

TEST_CASE("RFC 9309 2.2.2: percent-encoding before comparison")
{
    struct Pair {
        std::string_view pattern;
        std::string_view path;
        bool matched;
    };
    const Pair rows[] = {
        // the RFC's table
        {"/foo/bar?baz=quz", "/foo/bar?baz=quz", true},
        {"/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true},
        {"/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", true},
        {"/foo/bar/\u30C4", "/foo/bar/%E3%83%84", true},
        {"/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", true},
        {"/foo/bar/%62%61%7A", "/foo/bar/baz", true},
        {"/foo/bar/baz", "/foo/bar/%62%61%7A", true},
        // a reserved character is not its encoded form in a path
        {"/a%2Fb", "/a/b", false},
        {"/a b", "/a%20b", true},
        {"/100%", "/100%25", true},
        {"/wiki_%3Media", "/wiki_%3Media", true},
    };
    for (const Pair& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.path);
        CHECK(allows("disallow: " + std::string(row.pattern), row.path) != row.matched);
    }
}

TEST_CASE("RFC 9309 2.2.3: special characters")
{
    struct Pair {
        std::string_view pattern;
        std::string_view path;
        bool matched;
    };
    const Pair rows[] = {
        {"/*.gif$", "/a/b.gif", true},
        {"/*.gif$", "/a/b.gif?x", false},
        {"/this/*/exactly", "/this/path/exactly/x", true},
        {"/this/*/exactly", "/this/exactly", false},
        {"/a*a$", "/a", false},
        {"/a*b*c$", "/abcbc", true},
        {"/a*b*c$", "/abcb", false},
        {"/$", "/", true},
        {"/$", "/a", false},
        {"/a$b", "/a$b", true},
        {"/a**b", "/axxb", true},
        {"/*?", "/a?", true},
        {"/*/in", "/a?x=b/in", true},
        // literally
        {"/file-with-a-%2A.html", "/file-with-a-*.html", true},
        {"/file-with-a-%2A.html", "/file-with-a-x.html", false},
        {"/foo-%24", "/foo-$", true},
        {"/foo-%24", "/foo-", false},
    };
    for (const Pair& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.path);
        CHECK(allows("disallow: " + std::string(row.pattern), row.path) != row.matched);
    }
}

TEST_CASE("RFC 9309 2.2: /robots.txt is always allowed")
{
    CHECK(allows("disallow: /", "/robots.txt"));
    CHECK_FALSE(allows("disallow: /", "/robots.txt.bak"));
    CHECK(Robots::disallow_all().allows("portalaudit", "/robots.txt"));
}

TEST_CASE("RFC 9309 2.3.1: unavailable allows, unreachable disallows")
{
    CHECK(Robots::allow_all().allows("portalaudit", "/a"));
    CHECK_FALSE(Robots::disallow_all().allows("portalaudit", "/"));
    CHECK_FALSE(Robots::disallow_all().crawl_delay("portalaudit"));
}

TEST_CASE("RFC 9309 2.2: line ends, byte-order mark, comments, blanks")
{
    for (const std::string_view body : {
             "user-agent: a\ndisallow: /x\n",
             "user-agent: a\rdisallow: /x",
             "user-agent: a\r\n\r\ndisallow: /x\r\n",
             "\xEF\xBB\xBFuser-agent: a\ndisallow: /x",
             "# c\n  User-Agent\t:  a # c\n\n\tDISALLOW :/x# c",
         }) {
        CAPTURE(body);
        const Robots robots = Robots::parse(body);
        CHECK_FALSE(robots.allows("a", "/x"));
        CHECK(robots.allows("a", "/y"));
        CHECK(robots.allows("b", "/x"));
    }
}

TEST_CASE("RFC 9309 2.2.4: other records do not end a group; misspellings as in robotstxt")
{
    check("user-agent: a\nsitemap: /s\nuser-agent: b\ndisallow: /x\n",
          {{"a", "/x", false}, {"b", "/x", false}});
    check("useragent: a\ndissallow: /x\nuser-agent b\ndisallow /y\nDisallow these pages: no",
          {{"a", "/x", false}, {"a", "/y", true}, {"b", "/y", false}, {"b", "/x", true}});
}

TEST_CASE("RFC 9309 2.5: the parsing limit")
{
    std::string body = "user-agent: *\ndisallow: /first\n";
    while (body.size() < 500UL * 1024 - 12) {
        body += "#\n";
    }
    body += "disallow: /cut-here-or-everything\ndisallow: /beyond\n";
    const Robots robots = Robots::parse(body);
    CHECK_FALSE(robots.allows("a", "/first"));
    CHECK(robots.allows("a", "/beyond"));
    CHECK(robots.allows("a", "/c"));
}

TEST_CASE("crawl-delay: of those named above it, the longest")
{
    const Robots robots =
        Robots::parse("user-agent: a\ncrawl-delay: 10\nuser-agent: b\ndisallow: /x\n"
                      "user-agent: *\ncrawl-delay: 0.5\n"
                      "user-agent: c\ncrawl-delay: soon\ncrawl-delay: -1\ndisallow:\n"
                      "user-agent: a\ncrawl-delay: 3\n");
    CHECK(robots.crawl_delay("a") == 10);
    CHECK_FALSE(robots.crawl_delay("b"));
    CHECK_FALSE(robots.crawl_delay("c"));
    CHECK(robots.crawl_delay("d") == 0.5);
    CHECK_FALSE(robots.allows("a", "/x"));
}

TEST_CASE("sitemaps: each once, in their order, whatever group they stand in")
{
    const Robots robots = Robots::parse("sitemap: https://a/1.xml\nuser-agent: *\nSitemap:/2.xml\n"
                                        "disallow: /\nsitemap: https://a/1.xml\nsitemap:\n");
    CHECK(robots.sitemaps() == std::vector<std::string>{"https://a/1.xml", "/2.xml"});
}

TEST_CASE("hostile files cost little")
{
    std::string body = "user-agent: *\n";
    body += "disallow: /" + std::string(20000, '*') + "b$\n";
    for (int i = 0; i < 2000; ++i) {
        body +=
            "disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b*" + std::to_string(i) + "\n";
    }
    const Robots robots = Robots::parse(body);
    CHECK(robots.allows("portalaudit", "/" + std::string(100000, 'a')));
}
