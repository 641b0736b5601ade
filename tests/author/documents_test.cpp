// The documents that are made of rules and kinds are what they make. PA_UPDATE_GOLDEN=1 writes them anew.
#include "author/reference.hpp"
#include "base/file.hpp"
#include "check/kind.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace pa;

namespace {

rule::Library library()
{
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    const std::vector<std::string> paths = {PA_SOURCE_DIR "/rules"};
    auto out = rule::load(paths, kinds, diagnostics);
    REQUIRE(out.has_value());
    REQUIRE_FALSE(diagnostics.failed());
    return *out;
}

void check_current(const char* name, const std::string& text)
{
    CAPTURE(name);
    const std::filesystem::path file = std::filesystem::path(PA_SOURCE_DIR) / name;
    if (std::getenv("PA_UPDATE_GOLDEN") != nullptr) {
        REQUIRE(write_file(file, text).has_value());
    }
    const auto there = read_file(file, 16U << 20U);
    REQUIRE(there.has_value());
    const bool is_current = *there == text;  // not compared by doctest, which would print both
    CHECK(is_current);
}

}  // namespace

TEST_CASE("the reference of rules is current: portalaudit rules reference")
{
    check_current("rules/README.md", author::reference_markdown(library()));
    check_current("man/portalaudit-rules.7", author::reference_man(library()));
}

TEST_CASE("the JSON Schema of packs is current: portalaudit rules schema") { check_current("rules/pack.schema.json", author::pack_schema()); }
