#include "crawl/crawl.hpp"
#include "support/fake_transport.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pa;

namespace {

struct Run {
    test::FakeTransport transport;
    crawl::Options options;
    std::atomic<bool> stop{false};
    test::TempFolder folder;
    Result<crawl::Outcome> outcome = tl::unexpected(Error{});
    Result<site::Site> site = tl::unexpected(Error{});

    explicit Run(const std::string& start = "http://p.vn/")
    {
        options.start = *url::Url::parse(start);
        options.pace.interval = std::chrono::milliseconds(0);
        options.pace.backoff = std::chrono::milliseconds(1);
        options.threads = 2;
    }

    void go()
    {
        const std::filesystem::path file = folder.path() / "e.wacz";
        auto writer = evidence::Writer::create(file);
        REQUIRE(writer.has_value());
        time::FixedClock clock(*time::parse_moment("2026-11-23T08:00:00+07:00"));
        site::Builder builder(nullptr);
        outcome = crawl::run(options, transport, **writer, builder, clock, stop);
        auto reader = evidence::Reader::open(file);
        REQUIRE(reader.has_value());
        if (outcome) {
            site = builder.finish(std::move(*reader), outcome->ending);
        }
    }

    long times(const std::string& url) const { return std::count(transport.asked.begin(), transport.asked.end(), url); }
    bool asked(const std::string& url) const { return times(url) > 0; }
    std::string message() const { return outcome ? "" : render(outcome.error(), Lang::en); }
};

std::string links(std::initializer_list<const char*> targets)
{
    std::string out = "<!doctype html><title>t</title><main>";
    for (const char* target : targets) {
        out += std::string("<a href='") + target + "'>x</a> ";
    }
    return out + "</main>";
}

}  // namespace

TEST_CASE("each page once, inside the scope, in a normal form")
{
    Run run;
    run.transport.page("http://p.vn/", links({"/a", "/a#top", "/A/../a", "http://p.vn:80/a", "/%61", "//other.vn/x", "mailto:a@p.vn", "http://www.p.vn/w", "ftp://p.vn/"}));
    run.transport.page("http://p.vn/a", links({"/", "/b"}));
    run.transport.page("http://p.vn/b", links({"/a"}));
    run.transport.page("http://www.p.vn/w", links({}));
    run.go();
    REQUIRE(run.site.has_value());
    CHECK(run.times("http://p.vn/a") == 1);
    CHECK(run.asked("http://p.vn/b"));
    CHECK(run.asked("http://www.p.vn/w"));  // the same host with www.
    CHECK_FALSE(run.asked("http://other.vn/x"));
    CHECK(run.site->html_pages().size() == 4);
    CHECK(run.outcome->ending.complete);
}

TEST_CASE("RFC 9309: robots.txt is read first and kept to")
{
    Run run;
    run.transport.page("http://p.vn/", links({"/open", "/closed/x"}));
    run.transport.page("http://p.vn/open", links({}));
    net::Answer& robots = run.transport.at("http://p.vn/robots.txt");
    robots.response.status = 200;
    robots.response.body = "User-agent: *\nDisallow: /closed/\n";
    SUBCASE("kept to")
    {
        run.go();
        CHECK(run.transport.asked.front() == "http://p.vn/robots.txt");
        CHECK_FALSE(run.asked("http://p.vn/closed/x"));
        CHECK(run.outcome->ending.disallowed == std::vector<std::string>{"http://p.vn/closed/x"});
        CHECK(run.site->target(*run.site->url_id("http://p.vn/closed/x")).state == site::Target::State::disallowed);
    }
    SUBCASE("overridden by order, which is written down")
    {
        run.options.obey_robots = false;
        run.go();
        CHECK(run.asked("http://p.vn/closed/x"));
        CHECK(run.outcome->ending.robots == "ignored");
    }
    SUBCASE("a server error means: do not visit")
    {
        robots.response.status = 503;
        run.go();
        CHECK(run.message() == "http://p.vn/: robots.txt cannot be reached, which counts as \"do not visit\" (RFC 9309)\n"
                               "  an authority that may do so can pass --ignore-robots; it is written into the evidence\n");
        CHECK(run.transport.asked.size() == 1);
    }
}

TEST_CASE("site maps lead to pages that no link names")
{
    Run run;
    run.transport.page("http://p.vn/", links({}));
    run.transport.page("http://p.vn/hidden", links({}));
    net::Answer& map = run.transport.at("http://p.vn/sitemap.xml");
    map.response.status = 200;
    map.response.headers.add("Content-Type", "application/xml");
    map.response.body = "<urlset><url><loc>http://p.vn/hidden</loc></url><url><loc>http://other.vn/</loc></url></urlset>";
    run.go();
    REQUIRE(run.site.has_value());
    CHECK(run.asked("http://p.vn/hidden"));
    CHECK_FALSE(run.asked("http://other.vn/"));
    const auto page = run.site->page_at(*run.site->url_id("http://p.vn/hidden"));
    CHECK(run.site->clicks[*page] == site::none);  // a site map is no click
}

TEST_CASE("a limit cuts the same site at the same place, and is named")
{
    std::vector<std::string> first;
    for (int round = 0; round < 2; ++round) {
        Run run;
        run.transport.page("http://p.vn/", links({"/d", "/b", "/c", "/a"}));
        for (const char* page : {"http://p.vn/a", "http://p.vn/b", "http://p.vn/c", "http://p.vn/d"}) {
            run.transport.page(page, links({"/deep"}));
        }
        run.options.limits.pages = 3;
        run.options.threads = round == 0 ? 1 : 4;
        run.go();
        REQUIRE(run.site.has_value());
        std::sort(run.transport.asked.begin(), run.transport.asked.end());
        int asked = 0;  // which two, the seed decides
        for (const char* page : {"http://p.vn/a", "http://p.vn/b", "http://p.vn/c", "http://p.vn/d"}) {
            asked += run.asked(page) ? 1 : 0;
        }
        CHECK(asked == 2);
        CHECK(run.outcome->ending.sample_seed == 1);
        CHECK(run.outcome->ending.strata == std::vector<evidence::Stratum>{{"p.vn/", 5, 2}});  // the four, then /deep
        CHECK(run.outcome->ending.limits_hit == std::vector<std::string>{"pages 3"});
        CHECK(run.outcome->ending.not_fetched == 3);  // two of the four, deep
        if (round == 0) {
            first = run.transport.asked;
        }
        CHECK(run.transport.asked == first);
    }
    Run deep;
    deep.transport.page("http://p.vn/", links({"/1"}));
    deep.transport.page("http://p.vn/1", links({"/2"}));
    deep.options.limits.depth = 1;
    deep.go();
    CHECK_FALSE(deep.asked("http://p.vn/2"));
    CHECK(deep.outcome->ending.limits_hit == std::vector<std::string>{"depth 1"});
}

TEST_CASE("redirects")
{
    SUBCASE("of the start address decide the scope")
    {
        Run run("http://old.vn/");
        run.transport.redirect("http://old.vn/", "https://new.gov.vn/home");
        run.transport.page("https://new.gov.vn/home", links({"/a"}));
        run.transport.page("https://new.gov.vn/a", links({}));
        run.go();
        REQUIRE(run.site.has_value());
        CHECK(run.asked("https://new.gov.vn/a"));
        CHECK(run.site->url_of(run.site->home) == "https://new.gov.vn/home");
        CHECK(run.asked("https://new.gov.vn/robots.txt"));
        CHECK(run.asked("https://new.gov.vn/sitemap.xml"));
    }
    SUBCASE("without end are given up")
    {
        Run run;
        run.transport.redirect("http://p.vn/", "http://p.vn/");
        run.go();
        CHECK(run.message() == "http://p.vn/: more than 10 redirects\n");
    }
    SUBCASE("that leave the portal are not followed")
    {
        Run run;
        run.transport.page("http://p.vn/", links({"/out", "/loop"}));
        run.transport.redirect("http://p.vn/out", "http://127.0.0.1/admin");
        run.transport.redirect("http://p.vn/loop", "http://p.vn/loop2");
        run.transport.redirect("http://p.vn/loop2", "http://p.vn/loop");
        run.go();
        REQUIRE(run.site.has_value());
        CHECK_FALSE(run.asked("http://127.0.0.1/admin"));
        CHECK(run.site->target(*run.site->url_id("http://p.vn/out")).state == site::Target::State::outside);
        CHECK(run.site->target(*run.site->url_id("http://p.vn/loop")).state == site::Target::State::loop);
        CHECK(run.times("http://p.vn/loop") == 1);
    }
}

TEST_CASE("the start address gives no page: the reason, and the evidence is there")
{
    struct Row {
        int status;
        const char* type;
        http::Failure failure;
        const char* message;
    };
    const Row rows[] = {
        {404, "text/html", http::Failure::none, "http://p.vn/: the start address answers 404\n"},
        {200, "application/pdf", http::Failure::none, "http://p.vn/: the start address is no web page but \"application/pdf\"\n"},
        {0, "", http::Failure::timed_out, "http://p.vn/: no answer in time\n"},
        {0, "", http::Failure::refused_address,
         "http://p.vn/: the name leads to a private address\n  pass --allow-private to audit a staging site of your own\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.message);
        Run run;
        net::Answer& answer = run.transport.at("http://p.vn/");
        answer.response.status = row.status;
        answer.response.headers.add("Content-Type", row.type);
        answer.failure = row.failure;
        run.go();
        CHECK(run.message() == row.message);
        CHECK(run.outcome.error().kind == ErrorKind::unreachable);
        auto reader = evidence::Reader::open(run.folder.path() / "e.wacz");
        REQUIRE(reader.has_value());
        std::size_t kept = 0;
        CHECK((*reader)->each([&](evidence::Exchange&&, evidence::Position) { return ++kept > 0; }).has_value());
        CHECK(kept == 2);  // robots.txt and the start address
    }
}

TEST_CASE("a second look at what failed for a reason that may pass; both answers are evidence")
{
    Run run;
    run.transport.page("http://p.vn/", links({"/busy", "/gone", "/down"}));
    run.transport.at("http://p.vn/busy").response.status = 503;
    run.transport.at("http://p.vn/gone").response.status = 404;
    run.transport.at("http://p.vn/down").failure = http::Failure::timed_out;
    net::Answer& later = run.transport.later("http://p.vn/busy");
    later.response.status = 200;
    later.response.headers.add("Content-Type", "text/html");
    later.response.body = links({"/new"});
    run.transport.page("http://p.vn/new", links({}));
    run.go();
    REQUIRE(run.site.has_value());
    CHECK(run.times("http://p.vn/busy") == 2);
    CHECK(run.times("http://p.vn/down") == 2);
    CHECK(run.times("http://p.vn/gone") == 1);  // a plain no
    CHECK(run.asked("http://p.vn/new"));        // what the second look leads to
    CHECK(run.site->target(*run.site->url_id("http://p.vn/busy")).state == site::Target::State::page);
    CHECK(run.site->target(*run.site->url_id("http://p.vn/down")).state == site::Target::State::failed);
    auto reader = evidence::Reader::open(run.folder.path() / "e.wacz");
    REQUIRE(reader.has_value());
    int busy = 0;
    CHECK((*reader)->each([&](evidence::Exchange&& e, evidence::Position) {
        busy += e.url == "http://p.vn/busy" ? 1 : 0;
        return true;
    }).has_value());
    CHECK(busy == 2);
}

TEST_CASE("never more requests at a time than allowed")
{
    Run run;
    std::string many = "<main>";
    for (int i = 0; i < 50; ++i) {
        many += "<a href='/" + std::to_string(i) + "'>x</a>";
    }
    run.transport.page("http://p.vn/", many);
    run.options.pace.connections = 3;
    run.go();
    CHECK(run.transport.most_in_flight == 3);
    CHECK(run.transport.asked.size() == 50 + 5);  // robots.txt, home, sitemap.xml, https probe, impossible address
}

TEST_CASE("a stop leaves a site that says that it is not whole")
{
    Run run;
    run.transport.page("http://p.vn/", links({"/a", "/b"}));
    run.options.on_progress = [&](const crawl::Progress& progress) { run.stop = progress.fetched >= 2; };
    run.go();
    REQUIRE(run.site.has_value());
    CHECK_FALSE(run.outcome->ending.complete);
    CHECK_FALSE(run.asked("http://p.vn/a"));
}
