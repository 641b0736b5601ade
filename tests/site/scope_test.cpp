#include "site/scope.hpp"

#include <doctest/doctest.h>

using namespace pa;
using site::Scope;
using url::Url;

TEST_CASE("which addresses belong to a scope")
{
    struct Row {
        std::string_view terms;
        std::string_view url;
        bool inside;
    };
    const Row rows[] = {
        {"host:a.gov.vn", "https://a.gov.vn/x", true}, {"host:a.gov.vn", "http://a.gov.vn:8080/", true}, {"host:A.GOV.vn", "https://a.gov.vn/", true},
        {"host:a.gov.vn", "https://b.a.gov.vn/", false}, {"host:a.gov.vn", "https://xa.gov.vn/", false}, {"host:a.gov.vn", "mailto:x@a.gov.vn", false},
        {"host:a.gov.vn", "ftp://a.gov.vn/", false}, {"host:[::1]", "http://[::1]/", true},
        {"domain:a.gov.vn", "https://a.gov.vn/", true}, {"domain:a.gov.vn", "https://x.y.a.gov.vn/", true}, {"domain:a.gov.vn", "https://xa.gov.vn/", false},
        {"domain:a.gov.vn", "https://gov.vn/", false},
        {"prefix:https://a.gov.vn/so-xd/", "https://a.gov.vn/so-xd/x", true}, {"prefix:https://a.gov.vn/so-xd/", "https://a.gov.vn/so-xd", false},
        {"prefix:https://a.gov.vn/so-xd/", "http://a.gov.vn/so-xd/x", false}, {"prefix:HTTPS://A.gov.vn/", "https://a.gov.vn/x", true},
        {"host:a.vn  domain:b.vn ", "https://x.b.vn/", true}, {"host:a.vn domain:b.vn", "https://x.a.vn/", false}, {"", "https://a.vn/", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.terms);
        CAPTURE(row.url);
        const auto scope = Scope::parse(row.terms);
        REQUIRE(scope);
        CHECK(scope->contains(*Url::parse(row.url)) == row.inside);
        CHECK(Scope::parse(scope->text())->text() == scope->text());
    }
}

TEST_CASE("what is no scope")
{
    for (const std::string_view term : {"a.gov.vn", "host:", "host:a b", "host", "prefix:a.gov.vn", "prefix:ftp://a/", "domain:a/b", "path:/x", ":a"}) {
        CAPTURE(term);
        const std::string_view first = term.substr(0, term.find(' '));
        const auto scope = Scope::parse(term);
        if (term == "host:a b") {
            CHECK(scope.error().message.en() == "\"b\" is no scope");
            continue;
        }
        REQUIRE_FALSE(scope);
        CHECK(scope.error().kind == ErrorKind::usage);
        CHECK(scope.error().message.en() == "\"" + std::string(first) + "\" is no scope");
        CHECK(scope.error().hint.en() == "write host:NAME, domain:NAME or prefix:https://…");
    }
}

TEST_CASE("the scope that a start address suggests")
{
    struct Row {
        std::string_view start;
        std::string_view host;
        std::string_view domain;
    };
    const Row rows[] = {
        {"https://soxd.hanoi.gov.vn/x", "host:soxd.hanoi.gov.vn host:www.soxd.hanoi.gov.vn", "domain:hanoi.gov.vn"},
        {"https://www.hanoi.gov.vn/", "host:www.hanoi.gov.vn host:hanoi.gov.vn", "domain:hanoi.gov.vn"},
        {"http://localhost:8080/", "host:localhost", "host:localhost"}, {"http://127.0.0.1/", "host:127.0.0.1", "host:127.0.0.1"},
        {"http://[::1]/", "host:[::1]", "host:[::1]"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.start);
        const Url start = *Url::parse(row.start);
        CHECK(Scope::host_of(start).text() == row.host);
        CHECK(Scope::domain_of(start).text() == row.domain);
        CHECK(Scope::host_of(start).contains(start));
        CHECK(Scope::domain_of(start).contains(start));
    }
    Scope scope = Scope::host_of(*Url::parse("https://a.vn/"));
    CHECK_FALSE(scope.empty());
    scope.add(scope);
    CHECK(scope.text() == "host:a.vn host:www.a.vn");
    CHECK(Scope().empty());
}
