// Roles: WAI-ARIA 1.2, sections 5 and 7.3; HTML-AAM 1.0, section 3.4.
#include "access/attributes.hpp"
#include "access/survey.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::access;

namespace {

// The role of the element with the id "x".
std::string role_in(const std::string& body)
{
    const html::Document document = html::Document::parse("<!DOCTYPE html><html><body>" + body);
    const Survey survey(document);
    const Index index = survey.by_id("x");
    REQUIRE(index != nowhere);
    return std::string(facts_of(survey[index].role).name);
}

}  // namespace

TEST_CASE("HTML-AAM: what elements are by themselves")
{
    struct Row {
        const char* html;
        const char* role;
    };
    const Row rows[] = {
        {"<a id=x href=/>", "link"},
        {"<a id=x>", "generic"},
        {"<a id=x name=top>", "generic"},
        {"<map><area id=x href=/></map>", "link"},
        {"<button id=x>", "button"},
        {"<h3 id=x>", "heading"},
        {"<img id=x src=a.png>", "img"},
        {"<img id=x src=a.png alt=''>", "none"},
        {"<img id=x src=a.png alt=' '>", "img"},
        {"<input id=x>", "textbox"},
        {"<input id=x type=unheard-of>", "textbox"},
        {"<input id=x type=SEARCH>", "searchbox"},
        {"<input id=x list=l>", "combobox"},
        {"<input id=x type=password>", ""},
        {"<input id=x type=image>", "button"},
        {"<select id=x>", "combobox"},
        {"<select id=x size=4>", "listbox"},
        {"<select id=x multiple>", "listbox"},
        {"<section id=x>", "generic"},
        {"<section id=x aria-label=a>", "region"},
        {"<header id=x>", "banner"},
        {"<main><header id=x></main>", "generic"},
        {"<ul><li id=x></ul>", "listitem"},
        {"<ul role=none><li id=x></ul>", "none"},
        {"<ul role=menu><li id=x></ul>", "generic"},
        {"<table><tr><td id=x></table>", "cell"},
        {"<table><tr><th id=x></table>", "columnheader"},
        {"<table><tr><th id=x scope=row></table>", "rowheader"},
        {"<table role=grid><tr><td id=x></table>", "gridcell"},
        {"<table role=presentation><tr><td id=x></table>", "none"},
        {"<svg id=x></svg>", "graphics-document"},
        {"<iframe id=x></iframe>", ""},
        {"<x-menu id=x></x-menu>", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(role_in(row.html) == row.role);
    }
}

TEST_CASE("WAI-ARIA 1.2: the role attribute, its fall-backs, and what is not presentational after all")
{
    struct Row {
        const char* html;
        const char* role;
    };
    const Row rows[] = {
        {"<div id=x role=button>", "button"},
        {"<div id=x role='BUTTON'>", "button"},
        {"<div id=x role='  lnik  link button'>", "link"},
        {"<div id=x role=lnik>", "generic"},
        {"<div id=x role=widget>", "generic"},  // abstract
        {"<div id=x role=presentation>", "none"},
        {"<span id=x role=doc-noteref>", "doc-noteref"},
        {"<section id=x role=doc-abstract>", "doc-part"},
        // 7.3: conflicts
        {"<button id=x role=none>", "button"},
        {"<button id=x role=none disabled>", "none"},
        {"<a id=x role=none>", "none"},
        {"<nav id=x role=none aria-label=a>", "navigation"},
        {"<nav id=x role=none aria-hidden=true>", "none"},
        {"<img id=x alt='' aria-labelledby=l>", "img"},
        {"<img id=x alt='' tabindex=0>", "img"},
        {"<div id=x role=none tabindex=0>", "generic"},
        {"<nav id=x role=none aria-level=1>", "none"},  // no global attribute
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        CHECK(role_in(row.html) == row.role);
    }
}

TEST_CASE("WAI-ARIA 1.2, 6.2: values of attributes")
{
    struct Row {
        const char* name;
        const char* value;
        bool is_right;
    };
    const Row rows[] = {
        {"checked", "mixed", true}, {"checked", "maybe", false}, {"expanded", "undefined", true}, {"required", "undefined", false},
        {"current", "page", true}, {"current", "sheet", false}, {"relevant", "text removals", true}, {"relevant", "text always", false},
        {"level", "2", true}, {"level", "2.5", false}, {"valuenow", "1.5", true}, {"valuenow", "one", false}, {"valuenow", "-1", true},
        {"live", " POLITE ", true}, {"controls", "a b", true}, {"label", "", true}, {"live", "polite assertive", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CAPTURE(row.value);
        REQUIRE(aria_attribute(row.name) != nullptr);
        CHECK(is_valid(*aria_attribute(row.name), row.value) == row.is_right);
    }
    CHECK(aria_attribute("labeledby") == nullptr);
    CHECK(aria_attribute("") == nullptr);
}

TEST_CASE("what takes the focus")
{
    struct Row {
        const char* html;
        bool is_focusable;
        bool is_in_order;
    };
    const Row rows[] = {
        {"<a id=x href=/>", true, true},
        {"<a id=x>", false, false},
        {"<a id=x href=/ tabindex=-1>", true, false},
        {"<div id=x tabindex=0>", true, true},
        {"<div id=x tabindex=first>", false, false},
        {"<input id=x disabled>", false, false},
        {"<input id=x aria-disabled=true>", true, true},
        {"<input id=x type=hidden>", false, false},
        {"<fieldset disabled><input id=x></fieldset>", false, false},
        {"<fieldset disabled><legend><input id=x></legend></fieldset>", true, true},
        {"<details><summary id=x>a</summary></details>", true, true},
        {"<details><summary>a</summary><summary id=x>b</summary></details>", false, false},
        {"<p id=x contenteditable>", true, true},
        {"<div inert><a id=x href=/></div>", false, false},
        {"<div style='display:none'><a id=x href=/></div>", false, false},
        {"<audio id=x controls></audio>", true, true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        const html::Document document = html::Document::parse(std::string("<body>") + row.html);
        const Survey survey(document);
        const Element& element = survey[survey.by_id("x")];
        CHECK(element.is_focusable == row.is_focusable);
        CHECK(element.is_in_order == row.is_in_order);
    }
}
