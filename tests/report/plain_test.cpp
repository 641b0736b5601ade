// Texts of strangers on their way into a report.
#include "report/plain.hpp"
#include "text/fold.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("a line: no control characters, no turned reading direction, no line ends, no more than asked for")
{
    struct Row {
        std::string text;
        std::size_t points;
        std::string line;
    };
    const Row rows[] = {
        {"Sở Xây dựng", 20, "Sở Xây dựng"},
        {"  two \n\t lines ", 20, "two lines"},
        {"a\x1b[31mb", 20, "a\uFFFD[31mb"},
        {"a\xff" "b", 20, "a\uFFFDb"},
        {"a\u202E\u200F\u061C\u200E", 20, "a\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\uFFFE\uFFFF", 20, "\uFFFD\uFFFD"},  // no characters of XML
        {std::string("a\0b", 3), 20, "a\uFFFDb"},
        // Cut by code points, the dots included.
        {"ắắắắ", 4, "ắắắắ"},
        {"ắắắắắ", 4, "ắắắ…"},
        {std::string(1'000'000, 'x'), 5, "xxxx…"},
        {std::string(1'000'000, ' ') + "x", 5, "…"},
        {"", 5, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(report::line(row.text, row.points) == row.line);
        CHECK(text::length(report::line(row.text, row.points)) <= row.points);
    }
}

TEST_CASE("an address of the web, with nothing in it that ends an attribute, a link or a line")
{
    const std::pair<const char*, const char*> rows[] = {
        {"https://a.vn/b?c=1&d=2#e", "https://a.vn/b?c=1&d=2#e"},
        {"https://a.vn/\"><script>", "https://a.vn/%22%3E%3Cscript%3E"},
        {"http://a.vn/đ\n`", "http://a.vn/%C4%91%0A%60"},
        {"https://[2001:db8::1]:8443/[a]", "https://[2001:db8::1]:8443/%5Ba%5D"},
        {"https://a.vn/%C4%91?50%&%2", "https://a.vn/%C4%91?50%25&%252"},
        {"https://a.vn/#b#c", "https://a.vn/#b%23c"},
        {"javascript:alert(1)", ""},
        {"data:text/html,x", ""},
        {" https://a.vn/", ""},
        {"//a.vn/", ""},
    };
    for (const auto& [url, address] : rows) {
        CHECK(report::web_address(url) == address);
    }
    const std::string longest = "https://a.vn/" + std::string(4096 - 13, 'a');
    CHECK(report::web_address(longest) == longest);
    CHECK(report::web_address(longest + "a") == "");
}

TEST_CASE("Markdown: shown as it was written, and nobody is called")
{
    const std::pair<const char*, const char*> rows[] = {
        {"plain, 5 % (of 2)", "plain, 5 % (of 2)"},
        {"<img src=x> & co", "&lt;img src=x\\> &amp; co"},
        {"*a* _b_ `c` ~d~ a|b", "\\*a\\* \\_b\\_ \\`c\\` \\~\u2060" "d\\~ a\\|b"},
        {"[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) !\\[y\\](z)"},
        {"https://a.vn www.a.vn", "https\\://a.vn www\\.a.vn"},
        {"@admin #12 !3 a@b", "@\u2060admin #\u2060" "12 !\u2060" "3 a@\u2060" "b"},
        {"back\\slash $x$", "back\\\\slash \\$\u2060x\\$"},
        {"one\n# two", "one # two"},
    };
    for (const auto& [text, shown] : rows) {
        CHECK(report::markdown(text) == shown);
    }
    CHECK(report::markdown_code("a`b|c<d>") == "`a'b\\|c‹d›`");
    CHECK(report::markdown_code("") == "");
    CHECK(report::markdown_link("[a]", "https://a.vn/(b)") == "[\\[a\\]](https://a.vn/%28b%29)");
    CHECK(report::markdown_link("a", "javascript:1") == "a");
}
