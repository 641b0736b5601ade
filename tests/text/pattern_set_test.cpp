#include "text/pattern_set.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa;

TEST_CASE("a set of patterns finds what each of them finds")
{
    const char* sources[] = {"lịch (công tác|tiếp công dân)", "^a", "b$", "\\bfaqs?\\b", "đ[^.\\n]{0,60}[0-9]+ ?mb", "", "(x+x+)+y", "Ủy ban"};
    std::vector<text::Pattern> patterns;
    for (const char* source : sources) {
        patterns.push_back(*text::Pattern::compile(source));
    }
    const text::PatternSet set(patterns);
    const std::string texts[] = {"", "LỊCH CÔNG TÁC", "a", "ab\n", "b", "FAQ", "faqsx", "Đính kèm 10 MB", "đính kèm.\n10 MB", "ủy ban", "\xff\xfe b", std::string(300000, 'x')};
    for (const std::string& text : texts) {
        const std::vector<bool> found = set.in(text);
        REQUIRE(found.size() == patterns.size());
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            CAPTURE(text.substr(0, 40));
            CAPTURE(patterns[i].source());
            CHECK(found[i] == patterns[i].is_in(text));
        }
    }
}

TEST_CASE("a set that is too large for one automaton still finds everything")
{
    std::vector<text::Pattern> patterns;
    for (int i = 0; i < 200; ++i) {
        patterns.push_back(*text::Pattern::compile("a[^b]{0,400}" + std::to_string(i) + "c"));
    }
    const text::PatternSet set(patterns);
    const std::string text = "aaaa 17c a" + std::string(500, ' ') + "18c";
    const std::vector<bool> found = set.in(text);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        CAPTURE(i);
        CHECK(found[i] == patterns[i].is_in(text));
    }
    CHECK(found[17]);
    CHECK(text::PatternSet({}).in("a").empty());
}
