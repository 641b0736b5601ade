#include "base/message.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("without a catalogue both languages give the English pattern")
{
    struct Row {
        Message message;
        std::string_view text;
    };
    const Row rows[] = {
        {msg("cannot read"), "cannot read"},
        {msg("{} of {}", 3, std::string("mười")), "3 of mười"},
        // places may be numbered, repeated and formatted; braces may be written
        {msg("{1}, {0}", "a", "b"), "b, a"},
        {msg("{{{}}}", 7), "{7}"},
        // what a value holds is no pattern
        {msg("{}", "{} {0} {"), "{} {0} {"},
        {msg("{}", true), "true"},
        // gettext's catalogue header hides behind the empty msgid
        {Message{}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(row.message.in(Lang::en) == row.text);
        CHECK(row.message.in(Lang::vi) == row.text);
    }
}

TEST_CASE("values that are texts in two languages stay so")
{
    const Text ministry{"Bộ Xây dựng", "Ministry of Construction"};
    const Message inner = msg("no page of {}", ministry);
    const Message outer = msg("{}: {}", "vi.toml", inner);
    CHECK(inner.text() == Text{"no page of Bộ Xây dựng", "no page of Ministry of Construction"});
    CHECK(outer.in(Lang::vi) == "vi.toml: no page of Bộ Xây dựng");
    CHECK(outer.en() == "vi.toml: no page of Ministry of Construction");
    CHECK(ministry.in(Lang::vi) == "Bộ Xây dựng");
}

TEST_CASE("translate gives the pattern itself when nothing is bound")
{
    CHECK(translate(Lang::vi, "no such message") == "no such message");
    CHECK(translate(Lang::en, "no such message") == "no such message");
    CHECK(translate(Lang::vi, "").empty());
}
