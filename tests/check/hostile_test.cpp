// Pages that are made to cost much, under every check about accessibility at once.
#include "html/text.hpp"
#include "check/checks.hpp"
#include "site/page.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

using namespace pa;

namespace {

std::string times(std::size_t count, const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

}  // namespace

TEST_CASE("work on a page is bounded for all checks about accessibility")
{
    std::vector<rule::Rule> rules;
    for (const check::Kind& kind : check::kinds()) {
        for (const check::Part& part : kind.parts) {
            rules.emplace_back();
            rules.back().kind = kind.spec.name;
            rules.back().params["checks"] = {std::vector<std::string>{part.name}, {}};
        }
    }
    std::vector<const rule::Rule*> pointers;
    for (const rule::Rule& rule : rules) {
        pointers.push_back(&rule);
    }
    Diagnostics diagnostics;
    const check::Checks checks = check::Checks::make(pointers, diagnostics);
    REQUIRE_FALSE(diagnostics.failed());
    struct Row {
        const char* what;
        std::string body;
    };
    const std::string long_style = "<div style='" + times(6000, "color:red;") + "'>";
    const Row rows[] = {
        {"links that say nothing in a list item without text", "<ul><li>" + times(20'000, "<i></i>") + times(15'000, "<a href=/ aria-label=more></a>")},
        {"lists in lists", times(470, "<div role=list>") + times(40'000, "<i></i>")},
        {"what owns a large part", "<div id=b>" + times(20'000, "<i></i>") + "</div>" + times(3000, "<div role=list aria-owns='" + times(90, "b ") + "'></div>")},
        {"tables in tables", times(150, "<table><tr><td>") + times(20'000, "<b>a</b>")},
        {"spans", "<table>" + times(2000, "<tr>" + times(20, "<th rowspan=900 colspan=900>a")) + "</table>"},
        {"long styles around", times(100, long_style) + times(20'000, "<p style='line-height:1 !important;color:red;background:red'>ab</p>")},
        {"hidden focus and long scripts", "<script>" + times(2'000'000, "ab") + "</script><div aria-hidden=true>" + times(20'000, "<a id=x href=/>a</a>")},
        {"languages in languages", times(470, "<div lang=english>") + times(40'000, "<i></i>")},
        {"frames", times(20'000, "<iframe tabindex=-1 srcdoc='" + times(20, "<b>") + "'></iframe>")},
        {"headings in depth", times(470, "<nav>") + times(40'000, "<h2></h2>")},
        {"names of names", times(20'000, "<a href=/ aria-label='" + times(30, "tin tức ") + "'>tin tức</a>")},
        {"one viewport", "<meta name=viewport content='" + times(500'000, ",= ") + "'><meta http-equiv=refresh content='" + times(500'000, "1") + "'>"},
    };
    for (const Row& row : rows) {
        const std::string what = row.what;
        CAPTURE(what);
        evidence::Exchange exchange;
        exchange.url = "https://soxd.example.gov.vn/";
        exchange.response.status = 200;
        exchange.response.headers.add("Content-Type", "text/html; charset=utf-8");
        exchange.response.body = "<!DOCTYPE html><html lang=vi><body>" + row.body;
        const auto parsed = site::parse(exchange.response, {});
        const site::Page page;
        const std::string words = html::visible_text(parsed.document.body());
        const auto start = std::chrono::steady_clock::now();
        const auto notes = checks.observe({parsed.document, *url::Url::parse(exchange.url), exchange.response, page, words});
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        // Debug builds on busy machines take their time; without bounds some of these take minutes.
        CHECK(seconds < 20);
        if (std::getenv("PA_SHOW_TIMES") != nullptr) {
            MESSAGE(what, ": ", seconds, " s, ", notes.size(), " notes");
        }
    }
}
