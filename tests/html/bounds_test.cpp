#include "base/file.hpp"
#include "html/document.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>

using namespace pa;
using html::bounded;
using html::Document;
using html::Limits;
using html::Node;

namespace {

std::string times(std::size_t n, std::string_view text)
{
    std::string out;
    out.reserve(n * text.size());
    for (std::size_t i = 0; i < n; ++i) {
        out += text;
    }
    return out;
}

std::size_t depth_of(const Document& document)
{
    std::size_t depth = 0;
    std::size_t most = 0;
    html::walk(
        document.root(),
        [&](Node node) {
            if (node.type() != pugi::node_element) {
                return false;
            }
            most = std::max(most, ++depth);
            return true;
        },
        [&](Node) { --depth; });
    return most;
}

std::size_t count_of(const Document& document, const char* xpath) { return document.tree().select_nodes(xpath).size(); }

// What a page may have open: the limit, eight times for pages that close something else, and the elements
// that a table brings along without a tag.
constexpr std::size_t most_depth = 480 * 8 * 5;

}  // namespace

TEST_CASE("honest pages pass through unchanged")
{
    const std::string pages[] = {
        "", "text", "<", "a < b", "</", "<!", "<p", "<p a=", "<p a='", "<!-- a", "<!--", "</>", "<>", "<3", "<?php a > b",
        "<!DOCTYPE html><html><body><p>a<p>b</body></html>",
        "<script>if (a<b) { document.write('<div><div>'); }</script><p>",
        "<script><!-- <script> </script> <div> --></script>",
        times(2000, "<li>a"), times(2000, "<tr><td>a"), times(2000, "<p>a<br><img src=x>"), times(2000, "<div>a</div>"),
        times(1000, "<span><b>a</b></span>"), times(700, "<b><i>a</b></i>"),
        // an icon's shapes close themselves, so a thousand of them are no nest
        "<svg>" + times(1000, "<path d='M0 0'/><use href=#a />") + "</svg><p>b",
        times(1000, "<svg><path/></svg>"),
        times(600, "<select><option>a<option>b</select>"),
        times(479, "<div>") + "a",
    };
    for (const std::string& page : pages) {
        CAPTURE(page.substr(0, 100));
        bool cut = false;
        CHECK((bounded(page, {}, cut) == page));
        CHECK_FALSE(cut);
        CHECK_FALSE(Document::parse(page).cut());
    }
}

TEST_CASE("each bound leaves out what is over it, and says so")
{
    struct Row {
        std::string page;
        Limits limits;
        std::string bounded;
    };
    Limits bytes;
    bytes.bytes = 3;
    Limits depth;
    depth.depth = 2;
    Limits attributes;
    attributes.attributes = 2;
    const Row rows[] = {
        {"abcd", bytes, "abc"}, {"abđ", bytes, "ab"},
        {"<div><div><div>a</div></div></div>", depth, "<div><div>a</div></div></div>"},
        {"<div><b>a</b><b>c<i>d", depth, "<div><b>a</b><b>cd"},
        {"<a b c>", attributes, "<a b c>"}, {"<a b c d>e", attributes, "<a b c >e"}, {"<a b='1>' c=\"2\" d e='>'>f", attributes, "<a b='1>' c=\"2\" >f"},
        {"<a href=http://a/b/c/d e>", attributes, "<a href=http://a/b/c/d e>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        bool cut = false;
        CHECK(bounded(row.page, row.limits, cut) == row.bounded);
        CHECK(cut == (row.bounded != row.page));
    }
    Limits elements;
    elements.elements = 3;
    CHECK(count_of(Document::parse("<p>a<p>b<p>c", elements), "//*") == 3);
    CHECK(Document::parse("<p>a<p>b<p>c", elements).cut());
}

TEST_CASE("a nest cannot be hidden from the scan")
{
    constexpr std::size_t many = 30'000;
    const std::string pages[] = {
        times(many, "<div>"), times(many, "<DIV class=x>"), times(many, "<a1>"), times(many, "<b><i><u>"),
        // end tags that close nothing
        times(many, "<div></x>"), times(many, "<x><div></x>"), times(many, "<x><y><z><p></z></y></x>"), times(many, "<div></span></div >").insert(0, times(many, "<div></b>")),
        times(500, times(400, "<x>") + "<li>" + times(400, "</x>") + "<ul>"),
        times(many, "<form><table></form></table></form>"), times(many, "<select><div><input></div>"), times(many, "<button><x><button></button></button>"),
        // elements that nest although their like does not
        times(many, "<optgroup>"), times(many, "<rt>"), times(many, "<rp>"), "<svg>" + times(many, "<td>"), "<svg>" + times(many, "<option>"),
        "<svg>" + times(many, "<link>"), "<math>" + times(many, "<mi>"), times(many, "<table><td>"), times(many, "<template>"), times(many, "<svg><desc>"),
        // text for the scan, tags for the parser
        "<!-->" + times(many, "<div>"), "<!--->" + times(many, "<div>"), "<!-- --!>" + times(many, "<div>"), "<! \">" + times(many, "<div>"),
        "<a =\"x>" + times(many, "<div>"), "<a b=/\">" + times(many, "<div>"), "<a b=c\">" + times(many, "<div>"), "</a b=\">" + times(many, "<div>"),
        "<?x \">" + times(many, "<div>"), "</ \">" + times(many, "<div>"),
        "<svg><style>" + times(many, "<div>"), "<svg><title>" + times(many, "<g>"), "<math><script>" + times(many, "<mi>"),
        "<select><xmp></select>" + times(many, "<div>"), "<svg><![CDATA[ > </svg> ]]><title>" + times(many, "<g>"), "<svg><p><![CDATA[ >" + times(many, "<div>"),
        // tags for the scan, text for the parser: they must not close anything
        times(200, times(400, "<x>") + "<script><!-- <script> </script>" + times(400, "</x>") + "--></script>"),
        times(200, times(400, "<x>") + "<title></titlex>" + times(400, "</x>") + "</title>"),
        times(200, times(400, "<x>") + "<textarea></textare" + times(400, "</x>") + "</textarea>"),
        times(200, times(400, "<x>") + "<svg><![CDATA[" + times(400, "</x>") + "]]></svg>"),
    };
    std::size_t number = 0;
    for (const std::string& page : pages) {
        CAPTURE(number++);
        CAPTURE(page.substr(0, 60));
        const Document document = Document::parse(page);
        CHECK(depth_of(document) <= most_depth);
        CHECK(document.root());
    }
}

TEST_CASE("100,000 nested elements and 20,000 attributes cost little")
{
    const auto begin = std::chrono::steady_clock::now();
    const Document deep = Document::parse(times(100'000, "<div>") + "<p>text");
    CHECK(deep.cut());
    CHECK(depth_of(deep) <= 483);
    CHECK(count_of(deep, "//p[text()='text']") == 1);
    std::string attributes;
    for (int i = 0; i < 20'000; ++i) {
        attributes += " a" + std::to_string(i) + "=1";
    }
    const Document wide = Document::parse("<p" + attributes + ">text");
    CHECK(wide.cut());
    CHECK(count_of(wide, "//p/@*") == 256);
    // the sanitizers make it some ten times slower than it is
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("random soups of tags stay within the bound")
{
    const std::string_view names[] = {"div", "p", "li", "ul", "table", "td", "tr", "select", "option", "form", "button", "b", "a", "x", "svg",
                                      "math", "mi", "title", "script", "template", "h1", "object", "frameset", "caption", "textarea", "input"};
    Limits limits;
    limits.depth = 10;
    std::mt19937 random(2026);
    for (int round = 0; round < 300; ++round) {
        // a soup of few kinds nests deeper than one of many
        std::vector<std::string_view> kinds;
        for (int i = 0; i < 5; ++i) {
            kinds.push_back(names[random() % std::size(names)]);
        }
        std::string page;
        for (int i = 0; i < 3000; ++i) {
            page += random() % 3 == 0 ? "</" : "<";
            page += kinds[random() % kinds.size()];
            page += random() % 8 == 0 ? "/>" : ">";
        }
        CAPTURE(page.substr(0, 300));
        CHECK(depth_of(Document::parse(page, limits)) <= 10 * 8 * 5);
    }
}

TEST_CASE("html5lib's tokenizer inputs all parse, whole and in pieces")
{
    const std::string folder = PA_SHARED_DIR "/data/conformance/html5lib/tokenizer";
    const auto files = list_files(folder, 100);
    if (!files) {
        MESSAGE("skipped: ", files.error().message.en());
        return;
    }
    CHECK(files->size() == 14);
    std::size_t run = 0;
    for (const std::string& file : *files) {
        const std::string tests = *read_file(folder + "/" + file, 4U << 20U);
        // the inputs as they stand in the JSON text, escapes and all, are as good as any other bytes
        constexpr std::string_view key = "\"input\":";
        for (std::size_t at = tests.find(key); at != std::string::npos; at = tests.find(key, at + 1)) {
            const std::size_t from = tests.find('"', at + key.size()) + 1;
            const std::string input = tests.substr(from, tests.find('\n', from) - from);
            CHECK(Document::parse(input).root());
            CHECK(Document::parse("<body><p>" + input).body());
            ++run;
        }
    }
    CHECK(run > 5000);
}
