// What a page costs: gumbo alone, our tree, the whole digest, and all kinds about accessibility on top of it. Pages of the example portal,
// or the one that the environment's PA_BENCH_PAGE names.
#include "html/text.hpp"
#include "base/file.hpp"
#include "check/checks.hpp"
#include "html/document.hpp"
#include "site/page.hpp"

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <cstdlib>

using namespace pa;

namespace {

const std::string& page()
{
    const char* other = std::getenv("PA_BENCH_PAGE");
    static const std::string text = *read_file(other != nullptr ? other : PA_SOURCE_DIR "/examples/portal/index.html", 8U << 20U);
    return text;
}

void gumbo_alone(benchmark::State& state)
{
    for (auto _ : state) {
        GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page().data(), page().size());
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
}

void document(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(html::Document::parse(page()));
    }
}

evidence::Exchange exchange()
{
    evidence::Exchange out;
    out.url = "https://soxaydung.minhgiang.gov.vn/";
    out.response.status = 200;
    out.response.headers.add("Content-Type", "text/html; charset=utf-8");
    out.response.body = page();
    return out;
}

void digest(benchmark::State& state)
{
    const evidence::Exchange one = exchange();
    for (auto _ : state) {
        benchmark::DoNotOptimize(site::digest(one, {}, nullptr));
    }
}

// All kinds with `checks`, one rule each, every check of theirs; on a tree that is there.
void accessibility(benchmark::State& state)
{
    std::vector<rule::Rule> rules;
    for (const check::Kind& kind : check::kinds()) {
        std::vector<std::string> names;
        for (const check::Part& part : kind.parts) {
            names.push_back(part.name);
        }
        if (!names.empty()) {
            rules.emplace_back();
            rules.back().kind = kind.spec.name;
            rules.back().params["checks"] = {names, {}};
        }
    }
    std::vector<const rule::Rule*> pointers;
    for (const rule::Rule& one : rules) {
        pointers.push_back(&one);
    }
    Diagnostics diagnostics;
    const check::Checks checks = check::Checks::make(pointers, diagnostics);
    const evidence::Exchange one = exchange();
    const url::Url url = *url::Url::parse(one.url);
    const html::Document tree = html::Document::parse(page());
    const site::Page facts;
    const std::string words = html::visible_text(tree.body());
    for (auto _ : state) {
        benchmark::DoNotOptimize(checks.observe({tree, url, one.response, facts, words}));
    }
}

// Of which this is the walk that all of them share.
void survey(benchmark::State& state)
{
    const html::Document tree = html::Document::parse(page());
    for (auto _ : state) {
        benchmark::DoNotOptimize(access::Survey(tree));
    }
}

BENCHMARK(gumbo_alone);
BENCHMARK(document);
BENCHMARK(digest);
BENCHMARK(accessibility);
BENCHMARK(survey);

}  // namespace

BENCHMARK_MAIN();
