#include "site/blocked.hpp"

#include "site/page.hpp"

#include <doctest/doctest.h>

using namespace pa;
using site::Blocked;

TEST_CASE("answers that keep visitors out")
{
    struct Row {
        int status;
        const char* body;
        Blocked blocked;
    };
    const Row rows[] = {
        {403, "<title>Attention Required! | Cloudflare</title>", Blocked::firewall},
        {503, "<title>Just a moment...</title>", Blocked::firewall},
        {403, "Request unsuccessful. Incapsula incident ID: 1", Blocked::firewall},
        {403, "The requested URL was rejected. Please consult with your administrator.", Blocked::firewall},
        {403, "<div class='g-recaptcha'></div>", Blocked::captcha},
        {401, "", Blocked::login},
        // a plain no is a plain no
        {403, "<h1>403 Forbidden</h1><hr>nginx", Blocked::none},
        {404, "<title>Access Denied</title>", Blocked::none},
        {503, "<h1>Service Unavailable</h1>", Blocked::none},
        {200, "a text about Incapsula and the web application firewall", Blocked::none},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        http::Response response;
        response.status = row.status;
        response.body = row.body;
        CHECK(site::blocked_by(response) == row.blocked);
    }
    http::Response challenge;
    challenge.status = 200;
    challenge.headers.add("cf-mitigated", "challenge");
    CHECK(site::blocked_by(challenge) == Blocked::firewall);
}

TEST_CASE("a page that does nothing but ask for a captcha")
{
    evidence::Exchange exchange;
    exchange.url = "https://a.vn/x";
    exchange.response.status = 200;
    exchange.response.headers.add("Content-Type", "text/html; charset=utf-8");
    exchange.response.body = "<title>Xác minh</title><form><div class='h-captcha'></div><button>Tiếp tục</button></form>";
    CHECK(site::digest(exchange, {}, nullptr).page.blocked == Blocked::captcha);
    // the same box below a page of its own text, as on a form for questions
    exchange.response.body += "<p>" + std::string(700, 'x') + "</p>";
    CHECK(site::digest(exchange, {}, nullptr).page.blocked == Blocked::none);
}

TEST_CASE("a page that asks for a password")
{
    CHECK(site::has_password_field(html::Document::parse("<form><input type=PASSWORD></form>", {})));
    CHECK_FALSE(site::has_password_field(html::Document::parse("<form><input type=text name=password></form>", {})));
}
