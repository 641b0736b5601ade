// What a page costs: gumbo alone, our tree, the whole digest. Pages of the example portal.
#include "base/file.hpp"
#include "html/document.hpp"
#include "site/page.hpp"

#include <benchmark/benchmark.h>
#include <gumbo.h>

using namespace pa;

namespace {

const std::string& page()
{
    static const std::string text = *read_file(PA_SOURCE_DIR "/examples/portal/index.html", 1U << 20U);
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

void digest(benchmark::State& state)
{
    evidence::Exchange exchange;
    exchange.url = "https://soxaydung.minhgiang.gov.vn/";
    exchange.response.status = 200;
    exchange.response.headers.add("Content-Type", "text/html; charset=utf-8");
    exchange.response.body = page();
    for (auto _ : state) {
        benchmark::DoNotOptimize(site::digest(exchange, {}, nullptr));
    }
}

BENCHMARK(gumbo_alone);
BENCHMARK(document);
BENCHMARK(digest);

}  // namespace

BENCHMARK_MAIN();
