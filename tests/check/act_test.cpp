// The W3C's ACT test cases, by each check that says it decides an ACT rule: never a failure where the W3C says "passed" or "inapplicable",
// and the failed cases that are found, counted in man/act-coverage.md. PA_UPDATE_GOLDEN=1 writes that file anew.
#include "base/file.hpp"
#include "check/checks.hpp"
#include "site/page.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>

using namespace pa;

namespace {

const std::string cases_folder = PA_SHARED_DIR "/data/conformance/act-wcag/";
const std::string table_file = PA_SOURCE_DIR "/man/act-coverage.md";

struct Case {
    std::string expected;
    std::string path;
    http::Response response;
};

struct ActRule {
    std::string name;
    std::vector<Case> cases;
};

std::string media_type_of(const std::string& path)
{
    return path.ends_with(".svg") ? "image/svg+xml" : path.ends_with(".xml") ? "application/xml" : path.ends_with(".xhtml") ? "application/xhtml+xml" : "text/html; charset=utf-8";
}

std::map<std::string, ActRule> read_cases()
{
    std::map<std::string, ActRule> rules;
    const auto text = read_file(cases_folder + "testcases.json", 64U << 20U);
    REQUIRE(text.has_value());
    const auto list = nlohmann::json::parse(*text);
    for (const auto& one : list["testcases"]) {
        Case row;
        row.expected = one["expected"].get<std::string>();
        row.path = one["relativePath"].get<std::string>();
        const auto body = read_file(cases_folder + row.path, 4U << 20U);
        REQUIRE(body.has_value());
        row.response.status = 200;
        row.response.headers.add("Content-Type", media_type_of(row.path));
        row.response.body = *body;
        ActRule& rule = rules[one["ruleId"].get<std::string>()];
        rule.name = one["ruleName"].get<std::string>();
        rule.cases.push_back(std::move(row));
    }
    return rules;
}

// Why an ACT rule is left to others.
enum class Why { person, media, layout, script, site };

const char* sentence_of(Why why)
{
    switch (why) {
    case Why::person: return "a person has to judge what words or pictures mean";
    case Why::media: return "the sound or film has to be seen and heard";
    case Why::layout: return "a browser has to lay the page out";
    case Why::script: return "the page's scripts have to run";
    case Why::site: return "what the links lead to has to be compared";
    }
    return "";
}

const std::map<std::string, Why> left = {
    {"0ssw9k", Why::layout}, {"0va7u6", Why::person}, {"1a02b0", Why::media}, {"1ea59c", Why::media}, {"1ec09b", Why::media},
    {"2eb176", Why::media}, {"36b590", Why::person}, {"3e12e1", Why::script}, {"4b1c6c", Why::site}, {"59br37", Why::layout},
    {"7677a9", Why::script}, {"80af7b", Why::script}, {"9bd38c", Why::person}, {"a1b64e", Why::script},
    {"aaa1bf", Why::media}, {"ab4d13", Why::media}, {"afb423", Why::media}, {"b20e66", Why::site}, {"b33eff", Why::layout},
    {"b49b2e", Why::person}, {"c249d5", Why::script}, {"c3232f", Why::media}, {"c4a8a4", Why::person}, {"c5a4ea", Why::media}, {"cc0f0a", Why::person},
    {"d7ba54", Why::media}, {"e7aa44", Why::media}, {"e88epe", Why::person}, {"eac66b", Why::media}, {"ebe86a", Why::script}, {"ee13b5", Why::media},
    {"efbfc7", Why::script}, {"f51b46", Why::media}, {"fd26cf", Why::media}, {"fd3a94", Why::site}, {"ffbc54", Why::script}, {"off6ek", Why::person},
    {"oj04fd", Why::layout}, {"qt1vmo", Why::person},
};

struct Tally {
    std::size_t clean = 0;
    std::size_t all_clean = 0;
    std::size_t found = 0;
    std::size_t all_failed = 0;
};

Tally tally(const check::Kind& kind, const check::Part& part, const ActRule& act)
{
    rule::Rule rule;
    rule.id = "act." + part.name;
    rule.kind = kind.spec.name;
    rule.params["checks"] = {std::vector<std::string>{part.name}, {}};
    Diagnostics diagnostics;
    const check::Checks checks = check::Checks::make({&rule}, diagnostics);
    REQUIRE_FALSE(diagnostics.failed());
    Tally out;
    for (const Case& one : act.cases) {
        evidence::Exchange exchange;
        exchange.url = "https://www.w3.org/" + one.path;
        exchange.response = one.response;
        const site::Digest digest = site::digest(exchange, {}, &checks);
        const bool is_found = !digest.page.notes.empty() && digest.page.notes.front().count > 0;
        CAPTURE(part.name);
        CAPTURE(one.path);
        CAPTURE(one.response.body);
        if (one.expected == "failed") {
            out.found += is_found ? 1U : 0U;
            ++out.all_failed;
            if (!is_found && std::getenv("PA_SHOW_MISSED") != nullptr) {
                MESSAGE("missed");
            }
        } else {
            CHECK_FALSE(is_found);
            out.clean += is_found ? 0U : 1U;
            ++out.all_clean;
        }
    }
    return out;
}

std::string of(std::size_t part, std::size_t all) { return std::to_string(part) + "/" + std::to_string(all); }

}  // namespace

TEST_CASE("ACT rules: no false failure, and what is found is in the table")
{
    if (!std::filesystem::exists(cases_folder)) {
        MESSAGE("skipped: the ACT cases are not at ", cases_folder);
        return;
    }
    const std::map<std::string, ActRule> rules = read_cases();
    std::map<std::string, std::string> lines;
    Tally total;
    for (const check::Kind& kind : check::kinds()) {
        for (const check::Part& part : kind.parts) {
            for (std::size_t at = 0; at < part.act_rules.size(); at += 7) {
                const std::string id = part.act_rules.substr(at, 6);
                CAPTURE(id);
                REQUIRE(rules.contains(id));
                CHECK_FALSE(left.contains(id));
                const ActRule& act = rules.at(id);
                const Tally one = tally(kind, part, act);
                lines[act.name + id] = "| " + id + " | " + act.name + " | " + kind.spec.name + ": " + part.name + " | " + of(one.clean, one.all_clean) + " | " +
                                  of(one.found, one.all_failed) + " |\n";
                total.clean += one.clean;
                total.all_clean += one.all_clean;
                total.found += one.found;
                total.all_failed += one.all_failed;
            }
        }
    }
    std::map<std::string, std::string> others;
    std::size_t failed_elsewhere = 0;
    for (const auto& [id, act] : rules) {
        if (lines.contains(act.name + id)) {
            continue;
        }
        CAPTURE(id);
        CAPTURE(act.name);
        REQUIRE(left.contains(id));
        std::size_t failed = 0;
        for (const Case& one : act.cases) {
            failed += one.expected == "failed" ? 1U : 0U;
        }
        failed_elsewhere += failed;
        others[act.name + id] = "| " + id + " | " + act.name + " | " + std::to_string(failed) + " | " + sentence_of(left.at(id)) + " |\n";
    }
    std::string table = "# The W3C's ACT rules and the kinds of check\n\n"
                        "Made by tests/check/act_test.cpp from the W3C's test cases for ACT rules; the test fails when this file is not current, and\n"
                        "when any case that passes or to which a rule does not apply is taken for a failure.\n\n"
                        "## Decided on the stored page\n\n"
                        "| ACT rule | name | kind: check | cases without fault, none failed | failed cases found |\n| --- | --- | --- | --- | --- |\n";
    for (const auto& [name, line] : lines) {
        table += line;
    }
    table += "| | all | | " + of(total.clean, total.all_clean) + " | " + of(total.found, total.all_failed) + " |\n\n" +
             "## Not decided\n\n| ACT rule | name | failed cases | why |\n| --- | --- | --- | --- |\n";
    for (const auto& [name, line] : others) {
        table += line;
    }
    table += "| | all | " + std::to_string(failed_elsewhere) + " | |\n";
    if (std::getenv("PA_UPDATE_GOLDEN") != nullptr) {
        REQUIRE(write_file(table_file, table).has_value());
    }
    const auto kept = read_file(table_file, 1U << 20U);
    REQUIRE(kept.has_value());
    CHECK(*kept == table);
}
