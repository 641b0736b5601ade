// Pages that are made to cost much: each has to be done with in well under a second, and decides nothing it cannot.
#include "access/survey.hpp"
#include "access/table.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

using namespace pa;
using namespace pa::access;

namespace {

std::string times(std::size_t count, const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

// Names everything; gives the seconds.
double name_all(const std::string& body)
{
    const html::Document document = html::Document::parse("<!DOCTYPE html><body>" + body);
    const auto start = std::chrono::steady_clock::now();
    const Survey survey(document);
    for (Index index = 0; index < survey.elements().size(); ++index) {
        (void)survey.name(index);
        (void)survey.visible_label(index);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("references in a circle end")
{
    const html::Document document = html::Document::parse("<p id=a aria-labelledby=b>1<p id=b aria-labelledby=a>2<button id=c aria-labelledby='c c c'></button>");
    const Survey survey(document);
    CHECK(survey.name(survey.by_id("a")).text == "2");
    CHECK(survey.name(survey.by_id("b")).text == "1");
    CHECK(survey.name(survey.by_id("c")).is_missing());
}

TEST_CASE("work on names is bounded")
{
    struct Row {
        const char* what;
        std::string body;
    };
    const Row rows[] = {
        {"buttons in buttons", times(470, "<div role=button>") + times(50'000, "<i></i>")},
        {"a label for everything", "<label>" + times(50'000, "<b></b>") + times(5000, "<input>")},
        {"long references", times(2000, "<a href=/ aria-labelledby='" + times(200, "y ") + "'></a>") + "<p id=y>" + times(1000, "<i></i>")},
        {"references into depth", times(470, "<div>") + "<p id=y></p>" + times(20'000, "<a href=/ aria-labelledby=y></a>")},
        {"many labels for one field", times(20'000, "<label for=y></label>") + times(20'000, "<input id=y>")},
        {"rules for classes", "<style>" + times(5000, ".a .b{display:none}") + "</style>" + times(30'000, "<b class='a b c d e f g h b b b b'></b>")},
        {"selectors without end", "<style>" + times(100'000, "a,") + "{display:none}" + times(50'000, "{") + "</style>" + times(1000, "<a href=/>")},
        {"maps", times(10'000, "<img usemap=#m>") + "<map name=n>" + times(10'000, "<area href=/>") + "</map>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        // Sanitizers and two busy cores take their time; without a bound each of these takes minutes.
        const double seconds = name_all(row.body);
        CAPTURE(seconds);
        CHECK(seconds < 20);
        if (std::getenv("PA_SHOW_TIMES") != nullptr) {
            MESSAGE(row.what, ": ", seconds, " s");
        }
    }
}

TEST_CASE("what is over the bound is unsure")
{
    const html::Document document = html::Document::parse(times(470, "<div role=button>") + times(55'000, "<i></i>"));
    const Survey survey(document);
    std::size_t missing = 0;
    for (const Index index : survey.with_role(Role::button)) {
        missing += survey.name(index).is_missing() ? 1U : 0U;
    }
    CHECK(missing < 100);
}

TEST_CASE("tables with spans that fill the world")
{
    const html::Document document = html::Document::parse("<table>" + times(3000, "<tr>" + times(10, "<td rowspan=65534 colspan=1000>")) + "</table>");
    const Survey survey(document);
    CHECK_FALSE(grid_of(survey, survey.with_tag(Tag::table).front()).is_whole);
}

TEST_CASE("odd trees")
{
    for (const char* page : {"", "<", "<frameset><frame></frameset>", "<svg><svg><title>", "<table><svg><td>", "<select><option><select>", "<p id= id=a aria-=x>", "<a href=/ aria-labelledby=''>",
                             "<style></style><style>{}</style><style>}}}</style><style>@media{</style><p>", "<map><area href=/ >", "<label for=><input id=>"}) {
        CAPTURE(page);
        const html::Document document = html::Document::parse(page);
        const Survey survey(document);
        for (Index index = 0; index < survey.elements().size(); ++index) {
            (void)survey.name(index);
            CHECK(survey[index].end > index);
        }
    }
}
