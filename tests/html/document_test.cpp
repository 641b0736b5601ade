#include "html/document.hpp"
#include "html/text.hpp"
#include "html/xpath.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace pa;
using html::Block;
using html::Document;
using html::Node;

namespace {

// The body's inside as XML without added white space.
std::string inside(std::string_view page)
{
    const Document document = Document::parse(page);
    std::ostringstream out;
    for (const Node child : document.body().children()) {
        child.print(out, "", pugi::format_raw | pugi::format_no_declaration);
    }
    return out.str();
}

Node first(const Document& document, const char* xpath) { return document.tree().select_node(xpath).node(); }

struct Row {
    std::string_view page;
    std::string_view result;
};

}  // namespace

TEST_CASE("a page as a tree")
{
    const Row rows[] = {
        {"", ""}, {"text", "text"}, {"<DIV ID=A>b</DIV>", "<div id=\"A\">b</div>"},
        {"<p>a<p>b", "<p>a</p><p>b</p>"}, {"a<br>b", "a<br/>b"}, {"<b>1<i>2</b>3</i>", "<b>1<i>2</i></b><i>3</i>"},
        // names that XML has no room for
        {"<a @click=x :href=y 1a=z \"=q>t</a>", "<a _click=\"x\" _href=\"y\" _1a=\"z\" _=\"q\">t</a>"}, {"<o:p>a</o:p>", "<o_p>a</o_p>"},
        {"<my-element X>a</my-element>", "<my-element x=\"\">a</my-element>"},
        {"<svg viewBox='0 0 1 1'><linearGradient/><a xlink:href=b /></svg>", "<svg viewbox=\"0 0 1 1\"><lineargradient/><a href=\"b\"/></svg>"},
        // templates are looked into, comments are not there
        {"x<template><p>a</p></template>", "x<template><p>a</p></template>"}, {"a<!-- <p> -->b", "ab"},
        {"x<script>a<b</script>", "x<script>a&lt;b</script>"}, {"<table><td>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"},
        {"&amp;&eacute;&#273;&nope;", "&amp;éđ&amp;nope;"}, {"a\0b", "a"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(inside(row.page) == row.result);
    }
}

TEST_CASE("there is always a root, a head and, but for framesets, a body")
{
    for (const std::string_view page : {"", "<", "<html>", "<head>", "<!DOCTYPE html>", "</body>", "\xEF\xBB\xBF", "<title>a"}) {
        CAPTURE(page);
        const Document document = Document::parse(page);
        CHECK(std::string_view(document.root().name()) == "html");
        CHECK(document.head());
        CHECK(document.body());
        CHECK_FALSE(document.cut());
    }
    const Document frames = Document::parse("<html lang=vi><frameset><frame src=a><frame src=b></frameset>");
    CHECK_FALSE(frames.body());
    CHECK(frames.tree().select_nodes("//frame[@src]").size() == 2);
    CHECK(html::attribute(frames.root(), "lang") == "vi");
    CHECK(html::visible_text(frames.body()).empty());
    CHECK(html::blocks(frames.body()).empty());
}

TEST_CASE("a walk enters and leaves every element once, in order")
{
    const auto trace = [](Node top, std::string_view closed) {
        std::string out;
        html::walk(
            top,
            [&](Node node) {
                out += node.type() == pugi::node_pcdata ? "'" : std::string(node.name()) + "(";
                return node.name() != closed;
            },
            [&](Node node) { out += std::string(")") + node.name() + " "; });
        return out;
    };
    const Document document = Document::parse("<body><ul><li>a<b>c</b></li><li></li></ul><hr>");
    const Node body = document.body();
    CHECK(trace(body, "") == "body(ul(li('b(')b )li li()li )ul hr()hr )body ");
    CHECK(trace(body, "li") == "body(ul(li()li li()li )ul hr()hr )body ");
    CHECK(trace(body, "body") == "body()body ");
    // a top without children, a text, nothing; and nothing beside the top
    CHECK(trace(first(document, "//li[2]"), "") == "li()li ");
    CHECK(trace(first(document, "//li[1]"), "") == "li('b(')b )li ");
    CHECK(trace(first(document, "//b").first_child(), "") == "'");
    CHECK(trace(Node(), "").empty());
}

TEST_CASE("what a person sees")
{
    const Row rows[] = {
        {"<p> a\n b </p>", "a b"}, {"<p>a</p><p>b</p>", "a b"}, {"a<b>b</b>c", "abc"}, {"a<br>b", "a b"}, {"<td>a", "a"},
        {"<table><td>a<td>b</table>", "a b"}, {"<ul><li>a<li>b</ul>", "a b"}, {"a&nbsp;&nbsp;b", "a b"},
        {"a<script>b</script><style>c</style><template>d</template><noscript>e</noscript><svg><text>f</text></svg>g", "ag"},
        {"<p hidden>a</p>b", "b"}, {"<p style='DISPLAY : none'>a</p>b", "b"}, {"<p style='color:red;visibility: hidden'>a</p>b", "b"},
        {"<p style='display:block'>a</p>", "a"}, {"<input type=hidden value=x>b", "b"}, {"<img alt=a>b", "b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(html::visible_text(Document::parse(row.page).body()) == row.result);
    }
    const Document images = Document::parse("a<img alt=' b '><input type=image alt=c><img>d");
    CHECK(html::visible_text(images.body(), 100, true) == "a b c d");
    // the element that is asked for counts, also when it is hidden
    CHECK(html::visible_text(first(Document::parse("<p hidden>a</p>"), "//p")) == "a");
    // the limit does not cut a character in two
    const Document letters = Document::parse("<p>đđđđ");
    for (std::size_t limit = 0; limit < 12; ++limit) {
        CAPTURE(limit);
        const std::string text = html::visible_text(first(letters, "//p"), limit);
        CHECK(text.size() <= limit);
        CHECK(text.find("\uFFFD") == std::string::npos);
    }
}

TEST_CASE("the name of a link")
{
    const Row rows[] = {
        {"<a>a <b>b</b></a>", "a b"}, {"<a aria-label=' x  y '>a</a>", "x y"}, {"<a aria-label=' ' title=t>a</a>", "a"},
        {"<a><img alt='Trang chủ'></a>", "Trang chủ"}, {"<a>a<img alt=b></a>", "a b"}, {"<a title=t></a>", "t"},
        {"<a><img title=i></a>", "i"}, {"<a><img title=i><img></a>", "i"}, {"<a><img></a>", ""}, {"<a></a>", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(html::name_of(first(Document::parse(row.page), "//a")) == row.result);
    }
}

TEST_CASE("blocks: each run of inline content with its nearest block")
{
    const Row rows[] = {
        {"", ""}, {"a", "body:a"}, {"<p>a <b>b</b><p>c", "p:a b|p:c"}, {"<div>a<p>b</p>c</div>", "div:a|p:b|div:c"},
        {"<p>a<br>b", "p:a|p:b"}, {"<ul><li>a<ul><li>b</ul>c</ul>", "li:a|li:b|li:c"}, {"<p>a<script>b</script>c", "p:ac"},
        {"<h1> a </h1><p hidden>b</p><p>&nbsp;</p>", "h1:a"}, {"<table><tr><td>a<td>b</table>", "td:a|td:b"},
        {"<a><div>x</div>y</a>", "div:x|body:y"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        std::string out;
        const Document document = Document::parse(row.page);
        for (const Block& block : html::blocks(document.body())) {
            out += (out.empty() ? "" : "|") + std::string(block.element.name()) + ":" + block.text;
        }
        CHECK(out == row.result);
    }
    CHECK(html::blocks(Document::parse("<p>a<p>b<p>c").body(), 2).size() == 2);
}

TEST_CASE("contents: elements by name, and their texts composed")
{
    const Document document = Document::parse("<p>o\u0302<b>x</b><p>y<img alt=w><p hidden>z");
    const html::Contents contents(document);
    CHECK(contents.named("p").size() == 3);
    CHECK(contents.named("html").size() == 1);
    CHECK(contents.named("i").empty());
    CHECK(contents.text_of(contents.named("p")[0]) == "\u00F4x");
    CHECK(contents.text_of(contents.named("p")[1]) == "y w");
    CHECK(contents.text_of(contents.named("p")[2]) == "z");
    CHECK(&contents.text_of(contents.named("p")[1]) == &contents.text_of(contents.named("p")[1]));
}

TEST_CASE("XPath 1.0: what finds nodes, and what does not")
{
    const Document document = Document::parse("<p class=a>x<p>y<a title=t|u>z</a><img alt=w title='['>");
    const html::Contents contents(document);
    struct Right {
        std::string source;
        std::string_view found;  // names of elements and values of attributes, in order
    };
    const Right right[] = {
        {"//p[@class='a']", "p "},
        {"//p", "p p "},
        {" //img/@alt | //a ", "w a "},
        {"//nothing | //p/@nothing | /nothing", ""},
        {"//p|//p", "p p "},
        {"//p | //*[@class] | //body//p", "p p "},
        {"(//a | //img)/@title | //p[@class='|' or . = \"[\"]", "t|u [ "},
        {"//a[@title='t|u'] | //img", "a img "},
        {"//img[@alt][@title='[']/@alt[. != ''] | //p[@nothing]", "w "},
        {"//p[@class or @title]/@class | //a[contains(@title, ']')] | //a[contains(@title, '|')]", "a a "},
        {"//p[1] | //body/*[last()]", "p p "},  // places are counted below each parent
        {"//p[position() = 2] | //a[count(..)] | //img[1 + 1]", "p a "},
        {"//a[../p[1]]/@title | //a/@title[1] | //a[true()]/..", "t|u p "},
        {"//text()[. = 'z'] | //a/.", " a "},
    };
    for (const Right& row : right) {
        CAPTURE(row.source);
        const auto query = html::Query::compile(row.source);
        REQUIRE(query);
        std::string found;
        query->each(contents, [&](const pugi::xpath_node& hit) {
            found += std::string(hit.attribute() ? hit.attribute().value() : hit.node().name()) + " ";
            return true;
        });
        CHECK(found == row.found);
        CHECK(query->has_match(contents) == !row.found.empty());
    }
    struct Wrong {
        std::string source;
        std::string_view message;
    };
    const Wrong wrong[] = {
        {"//p[", "no valid XPath at character 5: Unrecognized node test"},
        {"", "no valid XPath at character 1: Unrecognized node test"},
        {"count(//p)", "the XPath expression must find nodes, not give a number, text or truth value"},
        {"string(//p)", "the XPath expression must find nodes, not give a number, text or truth value"},
        {"nope(//p)", "no valid XPath at character 10: Unrecognized function or wrong parameter count"},
    };
    for (const Wrong& row : wrong) {
        CAPTURE(row.source);
        const auto failed = html::Query::compile(row.source);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::config);
        CHECK(failed.error().message.en() == row.message);
    }
}
