// A rule, written as packs write them, judged on a small portal of a few pages, the whole way: folder, evidence, site, judgement.
#pragma once

#include "check/checks.hpp"
#include "crawl/crawl.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <string>

namespace pa::test {

/// `keys` are those of a rule: `kind` and its parameters, a line each. The home page is the file index.html.
inline check::Judgement judged(const std::string& keys, const std::map<std::string, std::string>& files)
{
    Diagnostics diagnostics;
    const auto document = conf::parse_toml("[pack]\nid = \"t\"\nversion = \"1.0.0\"\ntitle = { vi = \"t\", en = \"t\" }\n"
                                           "instrument = { number = \"1\", issued = 2020-01-01, in_force = { from = 2020-01-01 } }\n[[group]]\nid = \"g\"\ntitle = { vi = \"t\", en = \"t\" }\n"
                                           "[[rule]]\nid = \"a.b\"\ntitle = { vi = \"t\", en = \"t\" }\nwhy = { vi = \"t\", en = \"t\" }\nremedy = { vi = \"t\", en = \"t\" }\n"
                                           "article = \"1\"\nsource = \"seen\"\napplies_to = [\"district\"]\nseverity = \"minor\"\npoints = 1\ngroup = \"g\"\n" +
                                               keys,
                                           "pack.toml");
    REQUIRE(document.has_value());
    rule::Library library;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    rule::read_document(*document, kinds, library, diagnostics);
    REQUIRE_FALSE(library.packs.empty());
    REQUIRE_FALSE(library.packs.front().rules.empty());
    const rule::Rule& rule = library.packs.front().rules.front();
    const check::Checks checks = check::Checks::make({&rule}, diagnostics);
    for (const Error& error : diagnostics.errors()) {
        FAIL(render(error, Lang::en));
    }
    const TempFolder scratch;
    for (const auto& [name, html] : files) {
        scratch.write("site/" + name, html);
    }
    crawl::Options options;
    options.start = *url::Url::parse("https://soxd.example.gov.vn/");
    options.folder = true;
    options.pace.interval = std::chrono::milliseconds(0);
    auto transport = net::folder_transport(scratch / "site", options.start.href());
    REQUIRE(transport.has_value());
    auto writer = evidence::Writer::create(scratch / "e.wacz");
    REQUIRE(writer.has_value());
    const time::Moment moment = *time::parse_moment("2026-11-23T08:00:00+07:00");
    time::FixedClock clock(moment);
    const std::atomic<bool> stop{false};
    site::Builder builder(&checks);
    const auto outcome = crawl::run(options, **transport, **writer, builder, clock, stop);
    REQUIRE(outcome.has_value());
    auto reader = evidence::Reader::open(scratch / "e.wacz");
    REQUIRE(reader.has_value());
    auto site = builder.finish(std::move(*reader), outcome->ending);
    REQUIRE(site.has_value());
    const auto findings = checks.judge(*site, {"", "district"}, time::day_of(moment));
    REQUIRE(findings.has_value());
    return findings->findings.front().judgement;
}

}  // namespace pa::test
