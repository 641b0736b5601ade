// Text that is set aside must come back where gumbo would have put it. A page that holds a character of the last plane keeps
// all its text, so the same page behind a comment with such a character shows what gumbo does with the text itself.
#include "html/document.hpp"

#include "html/aside.hpp"

#include <doctest/doctest.h>
#include <random>
#include <sstream>

using namespace pa;
using html::Document;

namespace {

std::string tree_of(const std::string& page)
{
    std::ostringstream out;
    Document::parse(page).tree().save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

std::string tree_with_text_kept(const std::string& page) { return tree_of("<!--\xF4\x8F\xBF\xBD-->" + page); }

constexpr const char* tags[] = {
    "p",      "div",      "table",    "tr",       "td",      "tbody",     "colgroup", "col",    "select",   "option",   "script", "style", "title",
    "textarea", "svg",    "math",     "b",        "a",       "frameset",  "noframes", "pre",    "plaintext", "iframe",  "noscript", "template", "body",
    "html",   "head",     "caption",  "li",       "h1",      "form",      "button",   "mi",     "desc",     "foreignObject", "xmp", "br",   "input",
    "font",   "nobr",     "optgroup", "rp",       "listing", "noembed",   "image"};

constexpr const char* texts[] = {
    "a text that is long enough", " a blank before a long text", "a long text and blanks \n ", "\n\na line end before a long text", "short", "  ",
    "\r\nthe lines of another\r\nsystem are as long\r\n", "Cộng hòa xã hội chủ nghĩa Việt Nam",
    // References, whole, cut, and glued to what follows.
    "a &amp; b and a long text", "&copylong text glued to it", "&nbsp;a long text behind it", "&notit; and a long text", "&#x41;bcdefghijklmnopq", "&ampersand and more text",
    // What begins no tag, and what looks like one.
    "x < y and some long text", "</3 a comment of sorts> and a long text", "<!-- a comment that is long --> and a long text", "<!-->and a long text behind it",
    "<?php echo 'a long text' ?>", "--> a long text", "<!-- <script> a long text", "<script>if (a < b) { a_long_text(); }</script>", "]]> a long text",
    "<p title=\"a long text as value\">", "<p title='a>b and a long text' class=x>", "<p x='", "\">",
    // Characters that gumbo replaces, or that are no plain text.
    "\xEF\xBF\xBD and a long text", "\xC2\xA0 and a long text", "\xF0\x9F\x98\x80 and a long text", "\x01 and a long text", "\f and a long text", "<svg/>"};

std::string soup(std::mt19937& random)
{
    const auto pick = [&](auto& list) { return std::string(list[random() % std::size(list)]); };
    std::string out;
    for (auto pieces = 1 + random() % 14; pieces > 0; --pieces) {
        switch (random() % 5) {
        case 0:
        case 1:
            out += "<" + pick(tags) + (random() % 20 == 0 ? "/>" : ">");
            break;
        case 2:
            out += "</" + pick(tags) + ">";
            break;
        default:
            out += pick(texts);
        }
    }
    return out;
}

TEST_CASE("text that was set aside comes back in its place")
{
    std::mt19937 random(20261123);
    for (int i = 0; i < 20000; ++i) {
        const std::string page = soup(random);
        CAPTURE(page);
        REQUIRE(tree_of(page) == tree_with_text_kept(page));
    }
}

TEST_CASE("where characters are picked out of text, all of it stays: CDATA sections, framesets, columns of a template")
{
    for (const char* page : {"<svg><![CDATA[ a long text ]]> and a long text</svg>", "<p>a long text<![CDATA[ a long text ]]>", "<frameset>a b c d e f g h i</frameset>",
                             "<template><col>a b c d e f g h i", "<head></head><frameset></frameset>a b c d e f g h i"}) {
        CAPTURE(page);
        CHECK(tree_of(page) == tree_with_text_kept(page));
    }
}

TEST_CASE("a page cannot name what stands for its text")
{
    for (const char* reference : {"&#1048576;", "&#x100000;", "&#X0100000;", "\xF4\x80\x80\x80"}) {
        const std::string page = "<p>a text that is long enough</p><p>" + std::string(reference) + "</p>";
        CHECK(tree_of(page) == "<html><head/><body><p>a text that is long enough</p><p>\xF4\x80\x80\x80</p></body></html>");
    }
}

TEST_CASE("gumbo sees next to nothing of a long text")
{
    const std::string page = "<p>" + std::string(1000, 'x') + " " + std::string(1000, 'y') + "</p>";
    html::Aside aside(page);
    bool cut = false;
    CHECK(html::bounded(page, {}, cut, &aside) == "<p>\xF4\x80\x80\x80</p>");
    std::string room;
    CHECK(aside.restored("\xF4\x80\x80\x80!", room) == page.substr(3, 2001) + "!");
}

}  // namespace
