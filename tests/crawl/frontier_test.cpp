#include "crawl/frontier.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace pa;
using crawl::Frontier;

namespace {

url::Url at(const std::string& path) { return *url::Url::parse("http://p.vn" + path); }

std::vector<std::string> hrefs(const std::vector<url::Url>& urls)
{
    std::vector<std::string> out;
    for (const url::Url& url : urls) {
        out.push_back(std::string(url.path()) + std::string(url.query()));
    }
    return out;
}

const auto everything = [](const url::Url&) { return true; };

std::vector<url::Url> many()
{
    std::vector<url::Url> out;
    for (int i = 0; i < 900; ++i) {
        out.push_back(at("/tin/bai-" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i)));
    }
    for (int i = 0; i < 90; ++i) {
        out.push_back(at("/van-ban/so-" + std::to_string(i)));
    }
    for (int i = 0; i < 9; ++i) {
        out.push_back(at("/lien-he/" + std::to_string(i)));
    }
    return out;
}

std::size_t of_section(const std::vector<url::Url>& urls, std::string_view section)
{
    return static_cast<std::size_t>(std::count_if(urls.begin(), urls.end(), [&](const url::Url& url) { return url.path().starts_with(section); }));
}

}  // namespace

TEST_CASE("sections take turns, short addresses first")
{
    const std::vector<url::Url> urls{at("/b/long-name"), at("/a/2"), at("/a/10"), at("/x"), at("/b/1"), at("/a/1")};
    CHECK(hrefs(crawl::by_sections(urls)) == std::vector<std::string>{"/x", "/a/1", "/b/1", "/a/2", "/b/long-name", "/a/10"});
    CHECK(crawl::section_of(at("/tin-tuc/2026/a")) == "p.vn/tin-tuc/");
    CHECK(crawl::section_of(at("/gioi-thieu")) == "p.vn/");
}

TEST_CASE("a sample has its share of each section, and the same seed takes the same")
{
    const std::vector<url::Url> taken = crawl::sampled(many(), 103, 1);
    CHECK(taken.size() == 103);
    // One each, then 100 in proportion to the rest: 90.26, 8.94 and 0.80, the two largest remainders rounded up.
    CHECK(of_section(taken, "/tin/") == 91);
    CHECK(of_section(taken, "/van-ban/") == 10);
    CHECK(of_section(taken, "/lien-he/") == 2);
    std::vector<url::Url> shuffled = many();
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
    CHECK(hrefs(crawl::sampled(shuffled, 103, 1)) == hrefs(taken));
    CHECK(hrefs(crawl::sampled(many(), 103, 2)) != hrefs(taken));
    CHECK(crawl::sampled(many(), 2, 1).size() == 2);
    CHECK(of_section(crawl::sampled(many(), 2, 1), "/lien-he/") == 0);  // the smallest goes without
    CHECK(crawl::sampled(many(), 0, 1).empty());
}

TEST_CASE("each address of a section has the same chance")
{
    std::map<std::string, int> times;
    std::vector<url::Url> urls;
    for (int i = 0; i < 20; ++i) {
        urls.push_back(at("/tin/" + std::to_string(i)));
    }
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        for (const std::string& path : hrefs(crawl::sampled(urls, 5, seed))) {
            ++times[path];
        }
    }
    REQUIRE(times.size() == 20);
    for (const auto& [path, count] : times) {
        CAPTURE(path);
        CHECK(count > 190);  // 250 expected, with a standard deviation of 14
        CHECK(count < 310);
    }
}

TEST_CASE("what the limit leaves out is counted by section")
{
    Frontier frontier({10, 1000, 1});
    for (const url::Url& url : many()) {
        frontier.offer(url);
    }
    REQUIRE(frontier.next_depth());
    std::size_t taken = 0;
    for (std::vector<url::Url> pass = frontier.take(everything); !pass.empty(); pass = frontier.take(everything)) {
        taken += pass.size();
        for (const url::Url& url : pass) {
            frontier.traps().learn(url, {});
        }
    }
    CHECK(taken == 10);
    CHECK(frontier.left_out() == 989);
    std::uint64_t known = 0;
    std::uint64_t asked = 0;
    for (const evidence::Stratum& stratum : frontier.strata()) {
        known += stratum.known;
        asked += stratum.taken;
    }
    CHECK(known == 999);
    CHECK(asked == 10);
}

TEST_CASE("an address is given once; what robots.txt keeps away is known too")
{
    Frontier frontier({100, 100, 1});
    CHECK(frontier.mark(at("/")));
    CHECK_FALSE(frontier.mark(at("/")));
    for (const char* path : {"/", "/a", "/a", "/closed", "/b"}) {
        frontier.offer(at(path));
    }
    REQUIRE(frontier.next_depth());
    const auto allowed = [](const url::Url& url) { return url.path() != "/closed"; };
    CHECK(hrefs(frontier.take(allowed)) == std::vector<std::string>{"/a", "/b"});
    CHECK(frontier.is_known(at("/closed")));
    CHECK(frontier.take(allowed).empty());
    frontier.offer(at("/a"));
    CHECK_FALSE(frontier.next_depth());
}

TEST_CASE("redirects belong to the depth of what led to them, ten in a row")
{
    Frontier frontier({100, 100, 1});
    frontier.offer(at("/r/a"));
    REQUIRE(frontier.next_depth());
    int asked = 0;
    std::string name = "/r/a";
    for (std::vector<url::Url> pass = frontier.take(everything); !pass.empty(); pass = frontier.take(everything)) {
        REQUIRE(pass.size() == 1);
        ++asked;
        name += "a";
        frontier.offer_redirect(pass.front(), at(name));
    }
    CHECK(asked == 11);  // the first, and ten targets
    REQUIRE(frontier.traps().list().size() == 1);
    CHECK(frontier.traps().list().front().kind == "redirects");
}
