// The HTML fixtures of lychee, a link checker: the links of `a`, `area`, `frame` and `iframe` that each holds, in the order of
// the page, as a person reads them there and a browser resolves them.
#include "base/file.hpp"
#include "site/page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace pa;

namespace {

struct Fixture {
    std::string_view file;
    std::vector<std::string> links;  ///< as seen from https://a.vn/<file>, without fragments
};

const std::string example = "https://example.com/";

const Fixture fixtures[] = {
    {"LINK_PERIOD.html", {"https://www.example.com/smth."}},
    {"TEST.html", {"https://endler.dev/2020/rust-compile-times/", "https://hello-rust.show/10/"}},
    {"TEST_DATA_URIS.html",
     {"http://www.w3.org/2000/svg", "data:,Hello%2C%20World%21", "data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==",
      "data:image/svg+xml,%3csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 147 40'", "http://localhost/assets/img/bg-water.webp"}},
    {"TEST_EMAIL_QUERY_PARAMS.html", {"mailto:hello@example.org?subject=%5BHello%5D"}},
    // `<a ... />` is a start tag
    {"TEST_HTML5.html", {example + "body/a", example + "body/div_empty_a"}},
    // of elements that HTML does not know, no attribute is an address
    {"TEST_HTML5_CUSTOM_ELEMENTS.html", {}},
    {"TEST_HTML5_LOWERCASE_DOCTYPE.html", {example + "body/a"}},
    // without a scheme, the first is a path; the host of the second is none
    {"TEST_HTML5_MALFORMED_LINKS.html", {"https://a.vn/https;//example.com/malformed_one", example + "valid"}},
    {"TEST_HTML5_MINIFIED.html", {example + "docs/", example, example + "forum"}},
    {"TEST_HTTP.html", {"http://example.com/"}},
    {"TEST_VERBATIM.html", {"http://www.example.com/pre/a"}},
    {"dump_inputs/subfolder/test.html", {}},
    {"example_dir/example.html", {example + "example_dir/html"}},
    {"fallback-extensions/index.html", {"https://a.vn/fallback-extensions/other"}},
    {"filechecker/index_dir/index.html", {}},
    {"filechecker/same_name.html", {}},
    {"fragments-fallback-extensions/index.html",
     {"https://a.vn/fragments-fallback-extensions/sub_dir/index", "https://a.vn/fragments-fallback-extensions/sub_dir/index",
      "https://a.vn/fragments-fallback-extensions/empty_dir"}},
    {"fragments-fallback-extensions/sub_dir/index.html", {}},
    {"fragments/file.html",
     {"https://a.vn/fragments/file1.md", "https://a.vn/fragments/file.html", "https://a.vn/fragments/file.html", "https://a.vn/fragments/file.html",
      "https://a.vn/fragments/file.html", "https://a.vn/fragments/file.html", "https://a.vn/fragments/file.html", "https://a.vn/fragments/file.html",
      "https://a.vn/fragments/file.html", "https://github.com/lycheeverse/lychee"}},
    {"fragments/sub_dir/index.html", {}},
    {"glob_dir/example.html", {example + "glob_dir/html"}},
    {"invalid_utf8/index.html", {example}},
    {"offline/about/index.html", {example, "https://a.vn/", "https://a.vn/post1"}},
    {"offline/blog/post1/index.html", {"https://a.vn/", "https://a.vn/post1", "https://a.vn/offline/blog/about"}},
    {"offline/blog/post2/index.html", {"https://a.vn/", "https://a.vn/post2"}},
    {"offline/index.html",
     {"https://a.vn/", "https://a.vn/about", "https://a.vn/about", "https://a.vn/another%20page", "https://a.vn/another%20page"}},
    {"resolve_paths/about/index.html", {}},
    {"resolve_paths/another page/index.html", {}},
    {"resolve_paths/index.html", {"https://a.vn/", "https://a.vn/about", "https://a.vn/another%20page"}},
    {"resolve_paths/index2.html",
     {"https://a.vn/", "https://a.vn/about", "https://a.vn/another%20page", "https://a.vn/resolve_paths/resolve_paths/index.html",
      "https://a.vn/resolve_paths/resolve_paths/same%20folder.html"}},
    {"resolve_paths/same folder.html", {}},
    {"resolve_paths_from_root_dir/nested/about/index.html", {}},
    {"resolve_paths_from_root_dir/nested/another page/index.html", {}},
    {"resolve_paths_from_root_dir/nested/index.html",
     {"https://a.vn/nested", "https://a.vn/nested/about", "https://a.vn/nested/another%20page", "https://a.vn/nested/about/index.html",
      "https://a.vn/nested/about/index.html", "https://a.vn/resolve_paths_from_root_dir/nested/index.html",
      "https://a.vn/resolve_paths_from_root_dir/nested/index.html"}},
    {"sitemap/home.html", {}},
    {"sitemap/index.html", {}},
    {"text_fragments/index.html", {}},
    {"text_fragments/should-match.html",
     {"https://a.vn/index.html", "https://a.vn/index.html", "https://a.vn/index.html", "https://a.vn/index.html", "https://a.vn/index.html"}},
    {"text_fragments/should-not-match.html", {"https://a.vn/index.html", "https://a.vn/index.html", "https://a.vn/index.html", "https://a.vn/index.html"}},
};

struct Accepted {
    std::string_view file;
    std::string link;
    std::ptrdiff_t more;  ///< how much more often we find it than it stands there
    std::string_view why;
};
const Accepted accepted[] = {
    {"fragments/file.html", "https://a.vn/fragments/file.html", -8, "an address of nothing but a fragment leads to no other page"},
    {"resolve_paths_from_root_dir/nested/index.html", "https://a.vn/resolve_paths_from_root_dir/nested/index.html", -2, "nothing but a fragment"},
    {"TEST_HTML5.html", example + "body/div_empty_a", 1, "HTML, 13.2.4.3: an `a` that is not closed is opened again behind its div; browsers have two, too"},
};

// Pages too long to be read by a person: the numbers are those of a tag scan with another parser.
struct LongFixture {
    std::string_view file;
    std::size_t anchors;       ///< `a` with href
    std::size_t only_inside;   ///< of them, nothing but a fragment, empty, or javascript:
};
constexpr LongFixture long_fixtures[] = {{"bench/arch.html", 7321, 454}, {"bench/elvis.html", 3970, 1607}};

std::optional<std::vector<std::string>> links_of(std::string_view file, std::size_t limit)
{
    const std::string path = std::string(PA_SHARED_DIR "/data/conformance/lychee/fixtures/").append(file);
    auto body = read_file(path, 4U << 20U);
    if (!body) {
        MESSAGE("skipped, there is no " << path);
        return std::nullopt;
    }
    evidence::Exchange exchange;
    exchange.url = std::string("https://a.vn/").append(file);
    exchange.response.status = 200;
    exchange.response.headers.add("Content-Type", "text/html; charset=utf-8");
    exchange.response.body = std::move(*body);
    site::PageLimits limits;
    limits.links = limit;
    std::vector<std::string> out;
    for (const site::RawLink& link : site::digest(exchange, limits, nullptr).links) {
        if (!link.is_dead) {
            out.push_back(link.target.href());
        }
    }
    return out;
}

}  // namespace

TEST_CASE("lychee: the links of each fixture")
{
    std::size_t passed = 0;
    std::size_t differing = 0;
    for (const Fixture& fixture : fixtures) {
        CAPTURE(fixture.file);
        auto links = links_of(fixture.file, 5000);
        if (!links) {
            return;
        }
        std::vector<std::string> expected = fixture.links;
        for (const Accepted& row : accepted) {
            if (row.file == fixture.file) {
                CHECK_MESSAGE(std::ranges::count(*links, row.link) - std::ranges::count(expected, row.link) == row.more, row.why);
                passed += row.more > 0 ? 1U : 0U;
                differing += static_cast<std::size_t>(std::abs(row.more));
                std::erase(expected, row.link);
                std::erase(*links, row.link);
            }
        }
        CHECK(*links == expected);
        passed += *links == expected ? links->size() : 0U;
    }
    MESSAGE("lychee: ", std::size(fixtures), " pages, ", passed, " links found, ", differing, " accepted differences");
    CHECK(passed == 63);
    CHECK(differing == 11);
}

TEST_CASE("lychee: long pages")
{
    for (const LongFixture& fixture : long_fixtures) {
        CAPTURE(fixture.file);
        const auto all = links_of(fixture.file, 100'000);
        if (!all) {
            return;
        }
        CHECK(all->size() == fixture.anchors - fixture.only_inside);
        const auto bounded = links_of(fixture.file, 1000);
        CHECK((bounded->size() > 500 && bounded->size() <= 1000));  // dead entries of menus take places too
        CHECK(std::equal(bounded->begin(), bounded->end(), all->begin()));
    }
}
