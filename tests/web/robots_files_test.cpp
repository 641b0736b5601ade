// The robots.txt files of crawler-commons, with what RFC 9309 and crawler-commons's own tests say about each of them.
#include "base/file.hpp"
#include "web/robots.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace pa;
using web::Robots;

namespace {

struct Row {
    std::string_view file;
    std::string_view product;
    std::string_view path;
    bool allowed;
};

std::optional<Robots> load(std::string_view name)
{
    const std::string path = PA_SHARED_DIR
                             "/data/conformance/robots-sitemaps-crawlercommons/robots/" +
                             std::string(name);
    const auto body = read_file(path, 1U << 20U);
    if (!body) {
        MESSAGE("skipped, there is no " << path);
        return std::nullopt;
    }
    return Robots::parse(*body);
}

constexpr Row rows[] = {
    {"astore.amazon.com-robots.txt", "any", "/a", true},
    // RFC 9309 2.2.4: Crawl-delay does not end the group
    {"crawl-delay-group-merging.txt", "mybot", "/private/a", false},
    {"crawl-delay-group-merging.txt", "yourbot", "/private/a", false},
    {"crawl-delay-group-merging.txt", "yourbot", "/login/", false},
    {"crawl-delay-group-merging.txt", "mybot", "/login/", true},
    {"crawl-delay-group-merging.txt", "any", "/private/a", true},
    {"extensions-group-merging.txt", "mybot", "/private/a", false},
    {"extensions-group-merging.txt", "mybot", "/a", true},
    {"extensions-group-merging.txt", "yourbot", "/login/", false},
    {"extensions-group-merging.txt", "any", "/llms.txt", true},
    {"extensions-group-merging.txt", "any", "/a", false},
    {"extension-robots.txt", "mybot", "/private/", false},
    {"extension-robots.txt", "mybot", "/secret/", true},
    {"extension-robots.txt", "otherbot", "/admin/", false},
    {"extension-robots.txt", "any", "/admin/", true},
    {"extended-standard-robots.txt", "bot3", "/a", true},
    // known misspellings, a missing colon
    {"directive-typos-robots.txt", "bot1", "/desallow/", false},
    {"directive-typos-robots.txt", "bot1", "/dissalow/", false},
    {"directive-typos-robots.txt", "bot2", "/useragent/", false},
    {"directive-typos-robots.txt", "bot3", "/useg-agent/", false},
    {"directive-typos-robots.txt", "bot2", "/useg-agent/", true},
    {"directive-typos-robots.txt", "bot4", "/useragent-no-colon/", false},
    {"format-errors-robots.txt", "bot1", "/whitespace-before-colon/", false},
    {"format-errors-robots.txt", "bot1", "/no-colon/", false},
    {"format-errors-robots.txt", "bot2", "/no-colon-useragent/", false},
    {"format-errors-robots.txt", "bot3", "/whitespace-before-colon", true},
    {"format-errors-robots.txt", "bot3", "/a", false},
    {"malformed-path.txt", "any", "/wiki/Wikipedia_talk:Mediation_Committee/", false},
    {"malformed-path.txt", "any", "/wiki/Wikipedia_talk%3Mediation_Committee/", false},
    {"malformed-path.txt", "any", "/wiki/Wikipedia_talk", true},
    {"many-user-agents.txt", "wget", "/a", false},
    {"many-user-agents.txt", "mailto", "/a", true},
    {"many-user-agents.txt", "any", "/bot-trap/", false},
    {"many-user-agents.txt", "any", "/a", true},
    {"merge-rules.txt", "testy", "/a", false},
    {"merge-rules.txt", "curl", "/a", false},
    {"merge-rules.txt", "wget", "/foo/bar/a", true},
    {"merge-rules.txt", "wget", "/tmp/bar", false},
    {"merge-rules.txt", "any", "/foo/bar/a", false},
    {"precedence-of-rules.txt", "wget", "/index.html", true},
    {"precedence-of-rules.txt", "wget", "/foo", true},
    {"precedence-of-rules.txt", "wget", "/a", false},
    {"precedence-of-rules.txt", "testy", "/foo/bar/a", true},
    {"precedence-of-rules.txt", "testy", "/foo/baz", false},
    {"relative-sitemap-robots.txt", "any", "/files/a", false},
    // RFC 9309 5.1, 5.2, 2.2.1
    {"rfc9309-example-simple-robots.txt", "any", "/a/b.gif", false},
    {"rfc9309-example-simple-robots.txt", "any", "/example/", false},
    {"rfc9309-example-simple-robots.txt", "any", "/publications/", true},
    {"rfc9309-example-simple-robots.txt", "foobot", "/", false},
    {"rfc9309-example-simple-robots.txt", "foobot", "/example/page.html", true},
    {"rfc9309-example-simple-robots.txt", "foobot", "/example/allowed.gif", true},
    {"rfc9309-example-simple-robots.txt", "barbot", "/example/page.html", false},
    {"rfc9309-example-simple-robots.txt", "bazbot", "/example/page.html", false},
    {"rfc9309-example-simple-robots.txt", "bazbot", "/b.gif", true},
    {"rfc9309-example-simple-robots.txt", "quxbot", "/example/page.html", true},
    {"rfc9309-example-longest-match-robots.txt", "foobot", "/example/page/a.gif", true},
    {"rfc9309-example-longest-match-robots.txt", "foobot", "/example/page/disallowed.gif", false},
    {"rfc9309-example-rule-group-merging.txt", "examplebot", "/foo", false},
    {"rfc9309-example-rule-group-merging.txt", "examplebot", "/baz", false},
    {"rfc9309-example-rule-group-merging.txt", "bazbot", "/foo", true},
    {"rfc9309-example-rule-group-merging.txt", "any", "/baz", true},
    {"robots-with-utf8-bom.txt", "any", "/profile", false},
    {"robots-with-utf8-bom.txt", "any", "/a/output/print", false},
    {"robots-with-utf16le-bom.txt", "any", "/profile", false},
    {"robots-with-utf16be-bom.txt", "any", "/profile", false},
    {"robots-with-utf16be-bom.txt", "any", "/a", true},
    {"sitemap-robots.txt", "any", "/a", true},
    {"twitter.com-robots.txt", "any", "/a?b", false},
    {"twitter.com-robots.txt", "any", "/a/with_friends", false},
    {"twitter.com-robots.txt", "any", "/a", true},
    {"wildcards.txt", "any", "/gp/registry/wishlist/1/reserve", false},
    {"wildcards.txt", "any", "/wishlist/universal/a", true},
    {"wildcards.txt", "any", "/wishlist/a", false},
    {"wildcards.txt", "any", "/a/gcrnsts", false},
    {"wildcards.txt", "googlebot", "/rss/people/1/reviews", false},
    {"wildcards.txt", "googlebot", "/rss/people/reviews", true},
    {"www.flot.com-robots.txt", "any", "/upload/a", false},
};

}  // namespace

TEST_CASE("crawler-commons robots.txt: what may be fetched")
{
    std::string_view name;
    std::optional<Robots> robots;
    std::size_t held = 0;
    std::size_t read = 0;
    for (const Row& row : rows) {
        if (row.file != name) {
            name = row.file;
            robots = load(name);
        }
        CAPTURE(row.file);
        CAPTURE(row.product);
        CAPTURE(row.path);
        if (robots) {
            const bool same = robots->allows(row.product, row.path) == row.allowed;
            CHECK(same);
            held += same ? 1U : 0U;
            ++read;
        }
    }
    MESSAGE("crawler-commons robots.txt: " << held << " of " << std::size(rows) << " rows held, no accepted difference");
    CHECK((read == 0 || held == std::size(rows)));
}

TEST_CASE("crawler-commons robots.txt: crawl-delay")
{
    struct Delay {
        std::string_view file;
        std::string_view product;
        std::optional<double> seconds;
    };
    const Delay delays[] = {
        {"astore.amazon.com-robots.txt", "any", 5},
        {"crawl-delay-group-merging.txt", "mybot", 10},
        {"crawl-delay-group-merging.txt", "yourbot", std::nullopt},
        {"crawl-delay-group-merging.txt", "any", 30},
        {"dos-line-endings.txt", "any", 1},
        {"twitter.com-robots.txt", "slurp", 1},
        {"twitter.com-robots.txt", "msnbot", 10},
        {"twitter.com-robots.txt", "googlebot", std::nullopt},
    };
    for (const Delay& row : delays) {
        CAPTURE(row.file);
        CAPTURE(row.product);
        if (const auto robots = load(row.file)) {
            CHECK(robots->crawl_delay(row.product) == row.seconds);
        }
    }
}

TEST_CASE("crawler-commons robots.txt: sitemaps")
{
    struct Sitemaps {
        std::string_view file;
        std::vector<std::string> sitemaps;
    };
    const Sitemaps files[] = {
        {"sitemap-robots.txt",
         {"http://domain.com/sitemap.xml", "http://domain.com/dir/MixedCased-sitemap.xml"}},
        {"sitemap-robots-dedup.txt", {"http://example.org/sitemap.xml"}},
        {"relative-sitemap-robots.txt", {"/sitemap.xml"}},
        {"format-errors-robots.txt", {"/sitemap.xml"}},
        {"robots-with-utf16le-bom.txt", {"http://www.newsweek.com/sitemap_index.xml"}},
        {"www.flot.com-robots.txt", {"http://flot.com/sitemap_index.xml"}},
    };
    for (const Sitemaps& row : files) {
        CAPTURE(row.file);
        if (const auto robots = load(row.file)) {
            CHECK(robots->sitemaps() == row.sitemaps);
        }
    }
}
