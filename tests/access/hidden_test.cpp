// What is hidden from everybody, what from assistive technology, and what cannot be told.
#include "access/survey.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::access;

TEST_CASE("attributes and style that hide")
{
    constexpr Sure no = Sure::no;
    constexpr Sure maybe = Sure::maybe;
    constexpr Sure yes = Sure::yes;
    struct Row {
        const char* html;
        Sure hidden;
        Sure concealed;
    };
    const Row rows[] = {
        {"<p id=x>", no, no},
        {"<p id=x hidden>", yes, yes},
        {"<div hidden><p id=x></div>", yes, yes},
        {"<p id=x aria-hidden=true>", no, yes},
        {"<div aria-hidden=true><p id=x aria-hidden=false></div>", no, yes},
        {"<p id=x aria-hidden>", no, no},
        {"<p id=x aria-hidden=yes>", no, no},
        {"<p id=x style='DISPLAY : none'>", yes, yes},
        {"<p id=x style='color:red;display:none !important'>", yes, yes},
        {"<p id=x style='display:none;display:block'>", no, no},
        {"<div style='visibility:hidden'><p id=x></div>", yes, yes},
        {"<div style='visibility:hidden'><p id=x style='visibility:visible'></div>", no, no},
        {"<div style='display:none'><p id=x style='display:block'></div>", yes, yes},
        {"<noscript><p id=x></noscript>", yes, yes},
        {"<template><p id=x></template>", yes, yes},
        {"<dialog><p id=x></dialog>", yes, yes},
        {"<dialog open><p id=x></dialog>", no, no},
        {"<video><p id=x></video>", yes, yes},
        {"<object data=a.mp4><p id=x></object>", maybe, maybe},
        {"<details><p id=x></details>", no, no},  // a visitor opens it
        {"<div inert><p id=x></div>", no, yes},
        // the page's own sheets
        {"<style>.a{display:none}</style><p id=x class='b a'>", yes, yes},
        {"<style>p.a , #y{display:none}</style><p id=x class=a>", yes, yes},
        {"<style>#x{display:none}</style><p id=x>", yes, yes},
        {"<style>div.a{display:none}</style><p id=x class=a>", no, no},
        {"<style>/* p{display:none} */ p{color:red}</style><p id=x>", no, no},
        {"<style>.a{visibility:hidden}</style><div class=a><p id=x></div>", yes, yes},
        {"<style>.js .a{display:none}</style><p id=x class=a>", maybe, maybe},
        {"<style>p:hover{display:none}</style><p id=x>", maybe, maybe},
        {"<style>p[title]{display:none}</style><p id=x>", no, no},
        {"<style>p[title]{display:none}</style><p id=x title=a>", maybe, maybe},
        {"<style>p:before{display:none}</style><p id=x>", no, no},
        {"<style>@media (max-width:600px){p{display:none}} div{color:red}</style><p id=x>", maybe, maybe},
        {"<style>@media print{p{display:none}}</style><p id=x>", no, no},
        {"<style>@media screen{} p{display:none}</style><p id=x>", yes, yes},
        {"<style>p{display:none} .a{display:block}</style><p id=x class=a>", maybe, maybe},
        {"<style>p{display:none}</style><p id=x style='display:block'>", no, no},
        {"<style>p{display:none!important}</style><p id=x style='display:block'>", maybe, maybe},
        {"<style>p{display:none</style><p id=x>", yes, yes},
        {"<style>@keyframes a{from{display:none}} } p{}</style><p id=x>", no, no},
        // a class that says so, where its sheet is not at hand
        {"<p id=x class=d-none>", no, no},
        {"<link rel=stylesheet href=a.css><p id=x class=d-none>", maybe, maybe},
        {"<link rel=stylesheet href=a.css><div class=modal><p id=x></div>", maybe, maybe},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        const html::Document document = html::Document::parse(std::string("<body>") + row.html);
        const Survey survey(document);
        REQUIRE(survey.by_id("x") != nowhere);
        const Element& element = survey[survey.by_id("x")];
        CHECK(static_cast<int>(element.hidden) == static_cast<int>(row.hidden));
        CHECK(static_cast<int>(element.concealed) == static_cast<int>(row.concealed));
    }
}

TEST_CASE("out of sight is not hidden")
{
    const html::Document document = html::Document::parse("<style>.o{position:absolute;left:-9999px}</style><p id=x class=o><p id=y style='text-indent:-999em'><p id=z style='left:-5px'>");
    const Survey survey(document);
    CHECK(survey[survey.by_id("x")].is_aside);
    CHECK(survey[survey.by_id("y")].is_aside);
    CHECK_FALSE(survey[survey.by_id("z")].is_aside);
    CHECK(survey[survey.by_id("x")].is_exposed());
}
