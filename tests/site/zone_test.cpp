#include "site/page.hpp"

#include <doctest/doctest.h>

using namespace pa;
using site::Zone;
using site::zone_of;

namespace {

std::string_view name_of(Zone zone)
{
    switch (zone) {
    case Zone::content:
        return "content";
    case Zone::header:
        return "header";
    case Zone::menu:
        return "menu";
    case Zone::breadcrumb:
        return "breadcrumb";
    case Zone::aside:
        return "aside";
    case Zone::footer:
        return "footer";
    }
    return "";
}

}  // namespace

TEST_CASE("the zone of a link, on pages of several makes")
{
    struct Row {
        std::string_view page;
        std::string_view zone;
    };
    const Row rows[] = {
        {"<a>x", "content"}, {"<div class=box><p><a>x", "content"},
        // HTML's landmarks; those of an article are the article's
        {"<header><a>x", "header"}, {"<nav><a>x", "menu"}, {"<header><nav><a>x", "menu"}, {"<main><a>x", "content"}, {"<aside><a>x", "aside"},
        {"<main><aside><a>x", "aside"}, {"<article><div><aside><a>x", "content"},
        {"<footer><a>x", "footer"}, {"<footer><nav><a>x", "footer"}, {"<article><footer><a>x", "content"}, {"<article><header><a>x", "content"},
        {"<article><div><header><a>x", "content"}, {"<main><div><footer><a>x", "content"}, {"<section><div><header><a>x", "header"},
        {"<nav aria-label=breadcrumb><a>x", "breadcrumb"}, {"<nav class='breadcrumbs'><a>x", "breadcrumb"}, {"<nav><main><a>x", "content"},
        // ARIA
        {"<div role=banner><a>x", "header"}, {"<div role=navigation><a>x", "menu"}, {"<ul role=menubar><a>x", "menu"},
        {"<div role=contentinfo><a>x", "footer"}, {"<div role=complementary><a>x", "aside"}, {"<div class=menu role=main><a>x", "content"},
        {"<div role=button class=menu><a>x", "menu"},
        // words of class and id, whole ones
        {"<div id=header><a>x", "header"}, {"<div id=main-menu><a>x", "menu"}, {"<ul class='nav navbar-nav'><a>x", "menu"},
        {"<table id=Banner><tr><td><a>x", "header"}, {"<table><td class=menu><a>x", "menu"}, {"<div id=chantrang><a>x", "footer"},
        {"<div class=page-footer><ul class=menu><a>x", "footer"}, {"<div class=sidebar><a>x", "aside"}, {"<div class=breadcrumb><a>x", "breadcrumb"},
        {"<div class=header-bottom><a>x", "header"}, {"<div class=menu-footer><a>x", "footer"},
        {"<div class=headerless><a>x", "content"}, {"<div class=navy><a>x", "content"}, {"<p class=menu><a>x", "content"},
        // parts of entries and cards, names that are said of other things, and names of looks
        {"<div class=card-header><a>x", "content"}, {"<div class='post-footer'><a>x", "content"}, {"<div class=page-header><a>x", "content"},
        {"<div class=footer-widget><a>x", "footer"}, {"<div class=site-header><a>x", "header"}, {"<div class='layout has-sidebar'><a>x", "content"},
        {"<div class=border-bottom><a>x", "content"}, {"<div class='row margin-bottom-lg'><a>x", "content"}, {"<div class=bottom-10><a>x", "content"},
        {"<div class=bottom><a>x", "footer"}, {"<div class=bottom-bar><a>x", "footer"}, {"<div id=page-bottom><a>x", "footer"},
        {"<div class=tab-content id=nav-tabContent><a>x", "content"}, {"<div class='tab-pane fade' id=nav-home role=tabpanel><a>x", "content"},
        {"<aside><div class=tab-pane id=nav-home><a>x", "aside"}, {"<nav class='navigation pagination'><a>x", "content"},
        // the id names more than the class, the inner one more than the outer one
        {"<div id=menu class=header><a>x", "menu"}, {"<div id=header><div class=menu><a>x", "menu"}, {"<div class=menu><div id=header><a>x", "header"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        const html::Document document = html::Document::parse(row.page);
        const html::Node link = document.tree().select_node("//a").node();
        REQUIRE(link);
        CHECK(name_of(zone_of(link)) == row.zone);
    }
    const html::Document document = html::Document::parse("<div>x");
    CHECK_FALSE(site::zone_begun_by(document.body().first_child()));
    CHECK(zone_of(html::Node()) == Zone::content);
}
