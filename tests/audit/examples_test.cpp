// Every example of every rule of the packs is judged as its author says. Examples stand for a folder of
// 2026-11-23.
#include "audit/evaluate.hpp"
#include "base/file.hpp"
#include "crawl/crawl.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pa;

namespace {

const time::Moment moment = *time::parse_moment("2026-11-23T08:00:00+07:00");

// The paths of an example are addresses; a folder has files.
std::string file_of(const std::string& path)
{
    std::string name = path.substr(1);
    if (name.empty() || name.ends_with('/')) {
        return name + "index.html";
    }
    return name.find('.') == std::string::npos ? name + "/index.html" : name;
}

void write_page(const std::filesystem::path& folder, const std::string& path, const std::string& html)
{
    const std::filesystem::path file = folder / file_of(path);
    REQUIRE(make_folder(file.parent_path()).has_value());
    REQUIRE(write_file(file, html).has_value());
}

check::Verdict judged(const rule::Example& example, const rule::Rule& rule, const check::Checks& checks, Message& why)
{
    const test::TempFolder scratch;
    const std::filesystem::path folder = scratch.path() / "site";
    write_page(folder, "/", example.html);
    for (const auto& [path, html] : example.pages) {
        write_page(folder, path, html);
    }
    crawl::Options options;
    options.start = *url::Url::parse("https://soxd.example.gov.vn/");
    options.folder = true;
    options.pace.interval = std::chrono::milliseconds(0);
    auto transport = net::folder_transport(folder, options.start.href());
    REQUIRE(transport.has_value());
    auto writer = evidence::Writer::create(scratch.path() / "e.wacz");
    REQUIRE(writer.has_value());
    time::FixedClock clock(moment);
    const std::atomic<bool> stop{false};
    site::Builder builder(&checks);
    const auto outcome = crawl::run(options, **transport, **writer, builder, clock, stop);
    REQUIRE(outcome.has_value());
    auto reader = evidence::Reader::open(scratch.path() / "e.wacz");
    REQUIRE(reader.has_value());
    auto site = builder.finish(std::move(*reader), outcome->ending);
    REQUIRE(site.has_value());
    const check::Unit unit{"", rule.applies_to.front()};
    const auto findings = checks.judge(*site, unit, time::day_of(moment));
    REQUIRE(findings.has_value());
    const auto found = std::find_if(findings->begin(), findings->end(), [&](const check::Finding& f) { return f.rule == &rule; });
    why = found->judgement.why;
    return found->judgement.verdict;
}

}  // namespace

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
            const bool decides = rule.kind != "attested" && rule.kind != "https" && rule.kind != "response-header";
            CHECK(rule.examples.size() >= (decides ? 2U : 1U));
            // A rule about an item's pages needs the rule that finds the item.
            std::vector<const rule::Rule*> rules{&rule};
            for (const rule::Pack& other : library->packs) {
                for (const rule::Rule& finder : other.rules) {
                    if (&finder != &rule && finder.kind == "information-item" && finder.text("item", finder.id) == rule.text("item", "?")) {
                        rules.push_back(&finder);
                    }
                }
            }
            const check::Checks checks = check::Checks::make(rules, diagnostics);
            REQUIRE_FALSE(diagnostics.failed());
            for (const rule::Example& example : rule.examples) {
                CAPTURE(example.html);
                Message why;
                const check::Verdict verdict = judged(example, rule, checks, why);
                CAPTURE(why.en());
                CHECK(check::name_of(verdict) == example.expect);
                ++examples;
            }
        }
    }
    CHECK(examples >= 130);
}
