#include "url/url.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa;
using url::Url;

namespace {

std::string parsed(std::string_view input)
{
    return Url::parse(input).value_or(Url()).href();
}

std::string resolved(std::string_view base_text, std::string_view input)
{
    const auto base = Url::parse(base_text);
    REQUIRE(base);
    return Url::parse(input, &*base).value_or(Url()).href();
}

struct Row {
    std::string_view input;
    std::string_view output;  ///< empty: no address
};

}  // namespace

TEST_CASE("addresses as portals write them")
{
    const Row rows[] = {
        {" https://WWW.HaNoi.gov.vn:443/Tin-Tức?a=b c#đầu ",
         "https://www.hanoi.gov.vn/Tin-T%E1%BB%A9c?a=b%20c#%C4%91%E1%BA%A7u"},
        {"http:\\\\hanoi.gov.vn\\a\\..\\b", "http://hanoi.gov.vn/b"},
        {"http:///hanoi.gov.vn", "http://hanoi.gov.vn/"},
        {"https://hà-nội.vn", "https://xn--h-ni-0na4517b.vn/"},
        {"https://hanoi。gov。vn", "https://hanoi.gov.vn/"},
        {"http://0x7f.1/", "http://127.0.0.1/"},
        {"http://[::1]:80/", "http://[::1]/"},
        {"mailto:vanthu@hanoi.gov.vn", "mailto:vanthu@hanoi.gov.vn"},
        {"javascript:void(0)", "javascript:void(0)"},
        {"tel:+84 24 3825 3536", "tel:+84 24 3825 3536"},
        // no base, no host, bad port, bad host
        {"/gioi-thieu", ""},
        {"", ""},
        {"https://", ""},
        {"https://a:65536/", ""},
        {"https://a b/", ""},
        {"https://a%00b/", ""},
        {"https://1.2.3.256/", ""},
        {"https://[::1/", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parsed(row.input) == row.output);
    }
}

TEST_CASE("references relative to a page")
{
    const std::string_view base = "https://hanoi.gov.vn/a/b?c#d";
    const Row rows[] = {
        {"", "https://hanoi.gov.vn/a/b?c"},
        {"#top", "https://hanoi.gov.vn/a/b?c#top"},
        {"?x", "https://hanoi.gov.vn/a/b?x"},
        {"e", "https://hanoi.gov.vn/a/e"},
        {"/e", "https://hanoi.gov.vn/e"},
        {"../../../e", "https://hanoi.gov.vn/e"},
        {"//x.vn", "https://x.vn/"},
        {"http:e", "http://e/"},
        {"https:e", "https://hanoi.gov.vn/a/e"},
        {"te\nl:1", "tel:1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(resolved(base, row.input) == row.output);
    }
    CHECK(resolved("mailto:a@b", "#c") == "mailto:a@b#c");
    CHECK(resolved("mailto:a@b", "c").empty());
    const Url none;
    CHECK_FALSE(Url::parse("a", &none));
}

TEST_CASE("parts of an address")
{
    const auto url = Url::parse("https://u:p@Hanoi.gov.vn:8443/a;b/c?d=e#f");
    REQUIRE(url);
    CHECK(url->scheme() == "https");
    CHECK(url->username() == "u");
    CHECK(url->password() == "p");
    CHECK(url->host() == "hanoi.gov.vn");
    CHECK(url->port() == 8443);
    CHECK(url->path() == "/a;b/c");
    CHECK(url->query() == "?d=e");
    CHECK(url->fragment() == "#f");
    CHECK(url->origin() == "https://hanoi.gov.vn:8443");
    CHECK(url->host_and_port() == "hanoi.gov.vn:8443");
    CHECK(url->without_fragment().href() == "https://u:p@hanoi.gov.vn:8443/a;b/c?d=e");
    CHECK(url->without_fragment().fragment().empty());

    const auto plain = Url::parse("http://hanoi.gov.vn");
    REQUIRE(plain);
    CHECK_FALSE(plain->port());
    CHECK(plain->effective_port() == 80);
    CHECK(plain->host_and_port() == "hanoi.gov.vn:80");
    CHECK(plain->is_http());
    CHECK_FALSE(Url::parse("ftp://a/")->is_http());
    CHECK(*plain < *url);
}

TEST_CASE("an empty address has empty parts")
{
    const Url url;
    CHECK(url.empty());
    CHECK(url.scheme().empty());
    CHECK(url.path().empty());
    CHECK(url.effective_port() == 0);
    CHECK(url.origin() == "null");
    CHECK(url::normalised(url) == url);
    CHECK(url::display(url).empty());
}

TEST_CASE("inputs are bounded")
{
    const std::string start = "https://a/";
    CHECK(Url::parse(start + std::string(url::max_url_bytes - start.size(), 'x')));
    CHECK_FALSE(Url::parse(start + std::string(url::max_url_bytes - start.size() + 1, 'x')));
    CHECK_FALSE(Url::parse("https://" + std::string(60000, '\xC4')));
    std::string up = "https://a/";
    for (int i = 0; i < 15000; ++i) {
        up += "a/..";
        up += '/';
        up.resize(std::min(up.size(), url::max_url_bytes));
    }
    CHECK(Url::parse(up));
}

TEST_CASE("RFC 3986 6.2.2: the form a page is fetched under")
{
    const Row rows[] = {
        {"https://a#f", "https://a/"},
        {"https://a:443/?", "https://a/"},
        {"https://a/?#", "https://a/"},
        {"https://a/%7euser/%41%2f%e1%bb%a9", "https://a/~user/A%2F%E1%BB%A9"},
        {"https://a/?b=%61&a=%3d", "https://a/?b=a&a=%3D"},
        {"https://a/./b/../c", "https://a/c"},
        {"https://a/%2E%2E/b", "https://a/b"},
        // "%" that begins no escape must not become one
        {"https://a/%%341", "https://a/%%341"},
        {"https://a/%4%31", "https://a/%4%31"},
        {"https://a/%41%4", "https://a/A%4"},
        {"https://a/%25%34%31", "https://a/%2541"},
        {"https://a/%zz%7E", "https://a/%zz~"},
        {"mailto:%41@b#c", "mailto:%41@b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const auto url = Url::parse(row.input);
        REQUIRE(url);
        const Url normal = url::normalised(*url);
        CHECK(normal.href() == row.output);
        CHECK(url::normalised(normal) == normal);
    }
}

TEST_CASE("display: readable, and nothing that steers a terminal or passes for another")
{
    const Row rows[] = {
        {"https://a/tin-t%E1%BB%A9c?q=%C4%91#%C3%A0", "https://a/tin-tức?q=đ#à"},
        {"https://a/a%2Fb%20c%3Fd%25", "https://a/a%2Fb%20c%3Fd%25"},
        {"https://a/%1B%5B31m", "https://a/%1B%5B31m"},
        {"https://a/%E2%80%AEfdp.exe", "https://a/%E2%80%AEfdp.exe"},  // right-to-left override
        {"https://a/%C2%85%C2%A0%E2%80%8B", "https://a/%C2%85%C2%A0%E2%80%8B"},
        {"https://a/%E1%BB%zz%ff", "https://a/%E1%BB%zz%FF"},
        {"https://a/%%341%41", "https://a/%%341%41"},
        {"https://xn--h-ni-0na4517b.vn/", "https://xn--h-ni-0na4517b.vn/"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(url::display(*Url::parse(row.input)) == row.output);
    }
}

TEST_CASE("percent-decoding gives bytes")
{
    CHECK(url::percent_decoded("%41%e1%BB%a9%%4%4g+") == "Aứ%%4%4g+");
    CHECK(url::percent_decoded("%00").size() == 1);
    CHECK(url::percent_decoded("").empty());
}

TEST_CASE("IP addresses")
{
    for (const std::string_view host : {"127.0.0.1", "[::1]", "1.1"}) {
        CAPTURE(host);
        CHECK(url::is_ip(host));
    }
    for (const std::string_view host : {"", "hanoi.gov.vn", "1.2.3.4.5", "1.a", "."}) {
        CAPTURE(host);
        CHECK_FALSE(url::is_ip(host));
    }
}
