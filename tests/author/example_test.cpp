// Every example of every rule of the packs is judged as its author says.
#include "author/example.hpp"

#include "check/kind.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pa;

TEST_CASE("the packs' examples")
{
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    const std::vector<std::string> paths = {PA_SOURCE_DIR "/rules"};
    const auto library = rule::load(paths, kinds, diagnostics);
    REQUIRE(library.has_value());
    for (const Error& error : diagnostics.errors()) {
        FAIL_CHECK(render(error, Lang::en));
    }
    std::size_t examples = 0;
    for (const rule::Pack& pack : library->packs) {
        for (const rule::Rule& rule : pack.rules) {
            CAPTURE(rule.full_id());
            for (const rule::Example& example : rule.examples) {
                CAPTURE(example.home.html);
                const auto judgement = author::judged(example, rule, *library);
                REQUIRE(judgement);
                CAPTURE(judgement->why.en());
                CHECK(check::name_of(judgement->verdict) == example.expect);
                ++examples;
            }
        }
    }
    CHECK(examples >= 130);
}
