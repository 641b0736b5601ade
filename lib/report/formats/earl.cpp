// earl: the W3C's Evaluation and Report Language 1.0 as JSON-LD. Rules have no web address, so nodes are blank and carry
// their id as dct:identifier.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace pa::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t pointers_shown = 50;

// What is only partly there is not met; EARL has no word between.
const char* outcome(const audit::Finding& finding)
{
    if (finding.verdict == "passed") {
        return "earl:passed";
    }
    if (is_defect(finding)) {
        return "earl:failed";
    }
    return finding.verdict == "not-applicable" ? "earl:inapplicable" : finding.verdict == "cannot-tell" ? "earl:cantTell" : "earl:untested";
}

class Writer {
public:
    Writer(const audit::Audit& audit, Lang lang) : audit_(audit), lang_(lang) {}

    std::string write()
    {
        Json graph = Json::array();
        graph.push_back({{"@id", "_:assertor"}, {"@type", Json::array({"earl:Assertor", "earl:Software"})}, {"dct:title", line(audit_.tool_name)}, {"dct:hasVersion", line(audit_.tool_version)}});
        const std::string home = web_address(audit_.home);
        Json subject = {{"@id", "_:subject"}, {"@type", "earl:TestSubject"}, {"dct:title", portal_name(audit_)}, {"dct:date", line(audit_.evidence_begun, 100)}};
        if (!home.empty()) {
            subject["dct:source"] = {{"@id", home}};
        }
        graph.push_back(std::move(subject));
        for (const audit::Finding& finding : audit_.findings) {
            const std::string test = test_of(finding, graph);
            graph.push_back(assertion(finding, test, graph.size()));
        }
        const Json document = {{"@context", {{"earl", "http://www.w3.org/ns/earl#"}, {"dct", "http://purl.org/dc/terms/"}, {"ptr", "http://www.w3.org/2009/pointers#"}}}, {"@graph", std::move(graph)}};
        return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    Json in_language(const std::string& text) const { return {{"@value", text}, {"@language", lang_ == Lang::vi ? "vi" : "en"}}; }

    // The node of the rule, put into the graph when it is met first.
    std::string test_of(const audit::Finding& finding, Json& graph)
    {
        const auto [at, is_new] = tests_.try_emplace(finding.rule, "_:test" + std::to_string(tests_.size()));
        if (is_new) {
            graph.push_back({{"@id", at->second},
                             {"@type", "earl:TestRequirement"},
                             {"dct:identifier", line(finding.rule, 200)},
                             {"dct:title", in_language(line(finding.title.in(lang_)))},
                             {"dct:description", in_language(line(finding.asked.in(lang_)))},
                             {"dct:bibliographicCitation", law(finding, lang_)}});
        }
        return at->second;
    }

    Json assertion(const audit::Finding& finding, const std::string& test, std::size_t number) const
    {
        Json result = {{"@id", "_:result" + std::to_string(number)},
                       {"@type", "earl:TestResult"},
                       {"earl:outcome", {{"@id", outcome(finding)}}},
                       {"dct:description", in_language(line(finding.why.in(lang_)))},
                       {"dct:date", line(audit_.evidence_ended, 100)}};
        Json pointers = Json::array();
        for (const audit::Proof& proof : finding.proof) {
            if (const std::string address = web_address(proof.url); !address.empty() && pointers.size() < pointers_shown) {
                pointers.push_back({{"@type", "ptr:Pointer"}, {"dct:source", {{"@id", address}}}, {"dct:description", in_language(line(proof.what.in(lang_), 300))}});
            }
        }
        if (!pointers.empty()) {
            result["earl:pointer"] = std::move(pointers);
        }
        return {{"@id", "_:assertion" + std::to_string(number)},
                {"@type", "earl:Assertion"},
                {"dct:identifier", line(finding.id, 100)},
                {"earl:assertedBy", {{"@id", "_:assertor"}}},
                {"earl:subject", {{"@id", "_:subject"}}},
                {"earl:test", {{"@id", test}}},
                {"earl:mode", {{"@id", finding.form == "onsite" ? "earl:manual" : "earl:automatic"}}},
                {"earl:result", std::move(result)}};
    }

    const audit::Audit& audit_;
    Lang lang_;
    std::map<std::string, std::string> tests_;
};

}  // namespace

namespace registry {

Format earl()
{
    return {"earl", "earl.jsonld", "application/ld+json", msg("EARL 1.0 of the W3C as JSON-LD: every finding"),
            [](const audit::Audit& audit, const Options& options) { return Writer(audit, options.lang).write(); }};
}

}  // namespace registry

}  // namespace pa::report
