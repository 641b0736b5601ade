#include "report/sarif.hpp"

#include "report/defect.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "time/date.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace pa::report {

namespace {

using Json = nlohmann::ordered_json;

// GitHub refuses a run with more; it shows 5,000, so the costliest come first.
constexpr std::size_t github_results = 25000;
// GitHub takes 10 MB compressed; short texts keep a file of some thousand results far below.
constexpr std::size_t github_text = 300;
constexpr std::size_t proofs_shown = 50;

class Writer {
public:
    Writer(const audit::Audit& audit, Lang lang, SarifProfile profile) : audit_(audit), lang_(lang), is_github_(profile == SarifProfile::github) {}

    std::string write()
    {
        Json results = Json::array();
        const std::vector<const audit::Finding*> findings = shown();
        for (const audit::Finding* finding : findings) {
            results.push_back(result_of(*finding));
        }
        Json driver = {{"name", line(audit_.tool_name)}, {"version", line(audit_.tool_version)}, {"rules", std::move(rules_)}};
        Json run = {{"tool", {{"driver", std::move(driver)}}},
                    {"language", lang_ == Lang::vi ? "vi" : "en"},
                    {"automationDetails", {{"id", "portalaudit/" + portal_host(audit_) + "/" + line(audit_.profile, 100) + "/"}}},
                    {"invocations", Json::array({invocation()})},
                    {"results", std::move(results)},
                    {"properties", facts()}};
        const Json log = {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
                          {"version", "2.1.0"},
                          {"runs", Json::array({std::move(run)})}};
        return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    std::string say(const Text& text, std::size_t limit = line_limit) const { return message_text(line(text.in(lang_), is_github_ ? std::min(limit, github_text) : limit)); }

    // SARIF 3.11.5 and 3.11.6: braces are places for arguments and are doubled; "[text](address)" is a link, which no page may
    // make. GitHub knows no arguments and would show both braces.
    std::string message_text(std::string text) const
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            out += text[i];
            if (!is_github_ && (text[i] == '{' || text[i] == '}')) {
                out += text[i];
            } else if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == '(') {
                out += ' ';
            }
        }
        return out;
    }

    std::vector<const audit::Finding*> shown() const
    {
        if (is_github_) {
            std::vector<const audit::Finding*> out = defects(audit_);
            out.resize(std::min(out.size(), github_results));
            return out;
        }
        std::vector<const audit::Finding*> out;
        for (const audit::Finding& finding : audit_.findings) {
            out.push_back(&finding);
        }
        return out;
    }

    static const char* level(Loudness loudness) { return loudness == Loudness::error ? "error" : loudness == Loudness::warning ? "warning" : "note"; }

    std::string kind(const audit::Finding& finding) const
    {
        if (is_defect(finding)) {
            return "fail";
        }
        return finding.verdict == "passed" ? "pass" : finding.verdict == "not-applicable" ? "notApplicable" : finding.verdict == "needs-human" ? "review" : "open";
    }

    std::size_t rule_index(const audit::Finding& finding)
    {
        const auto [at, is_new] = index_.try_emplace(finding.rule, rules_.size());
        if (!is_new) {
            return at->second;
        }
        audit::Finding as_rule = finding;
        as_rule.waiver.clear();  // the act excuses from this finding; the rule stays as loud as it is
        Json tags = Json::array();
        for (const std::string& tag : std::set<std::string>{line(finding.group, 100), line(finding.instrument, 100)}) {
            tags.push_back(tag);  // the schema wants them unique
        }
        Json rule = {{"id", line(finding.rule, 200)},
                     {"shortDescription", {{"text", say(finding.title)}}},
                     {"fullDescription", {{"text", say(finding.asked)}}},
                     {"help", {{"text", help(finding)}, {"markdown", help_markdown(finding)}}},
                     {"defaultConfiguration", {{"level", level(loudness(as_rule))}}},
                     {"properties", {{"tags", std::move(tags)}, {"severity", line(finding.severity, 100)}}}};
        rules_.push_back(std::move(rule));
        return at->second;
    }

    std::string help(const audit::Finding& finding) const
    {
        return say(finding.asked) + "\n" + say(finding.remedy) + "\n" + message_text(law(finding, lang_));
    }

    std::string help_markdown(const audit::Finding& finding) const
    {
        const std::size_t limit = is_github_ ? github_text : line_limit;
        return message_text(markdown(finding.asked.in(lang_), limit) + "\n\n**" + msg("What to do").in(lang_) + ":** " + markdown(finding.remedy.in(lang_), limit) +
                            "\n\n**" + msg("Legal basis").in(lang_) + ":** " + markdown(law(finding, lang_), limit));
    }

    Json result_of(const audit::Finding& finding)
    {
        const std::string is_kind = kind(finding);
        const std::size_t index = rule_index(finding);
        Json result = {{"ruleId", line(finding.rule, 200)}, {"ruleIndex", index}};
        if (!is_github_) {
            result["kind"] = is_kind;
        }
        // SARIF 3.27.10: the level of everything but a failure is "none".
        result["level"] = is_kind == "fail" ? level(loudness(finding)) : "none";
        result["message"] = {{"text", message(finding)}};
        result["locations"] = Json::array({location(finding)});
        if (!is_github_) {
            add_requests(result, finding);
        }
        result["partialFingerprints"] = {{"portalauditFinding/v1", line(finding.id, 100)}};
        if (is_github_) {
            // The only one by which GitHub follows an alert; it would make it of the artifact's text when it is missing.
            result["partialFingerprints"]["primaryLocationLineHash"] = line(finding.id, 100) + ":1";
        }
        result["properties"] = properties(finding);
        return result;
    }

    std::string message(const audit::Finding& finding) const
    {
        std::string text = message_text(told(finding, lang_));
        if (const std::string page = page_of(finding); is_github_ && !page.empty()) {
            text += "\n" + message_text(line(page, github_text));
        }
        return text;
    }

    Json location(const audit::Finding& finding) const
    {
        if (is_github_) {
            return {{"physicalLocation", {{"artifactLocation", {{"uri", "audit.json"}, {"uriBaseId", "%SRCROOT%"}}}, {"region", {{"startLine", 1}}}}}};
        }
        const std::string page = page_of(finding);
        const std::string address = page.empty() ? web_address(audit_.home) : page;
        return address.empty() ? Json{{"logicalLocations", Json::array({{{"name", portal_name(audit_)}, {"kind", "resource"}}})}}
                               : Json{{"physicalLocation", {{"artifactLocation", {{"uri", address}}}}}};
    }

    void add_requests(Json& result, const audit::Finding& finding) const
    {
        Json related = Json::array();
        for (const audit::Proof& proof : finding.proof) {
            const std::string address = web_address(proof.url);
            if (address.empty() || related.size() == proofs_shown) {
                continue;
            }
            const std::string excerpt = line(proof.excerpt, 300);
            related.push_back({{"id", related.size()},
                               {"message", {{"text", say(proof.what, 300) + (excerpt.empty() ? "" : " — " + message_text(excerpt))}}},
                               {"physicalLocation", {{"artifactLocation", {{"uri", address}}}}}});
        }
        if (!related.empty()) {
            result["webRequest"] = {{"method", "GET"}, {"target", page_of(finding)}};
            result["relatedLocations"] = std::move(related);
        }
    }

    Json properties(const audit::Finding& finding) const
    {
        Json out = {{"verdict", line(finding.verdict, 100)},
                    {"severity", line(finding.severity, 100)},
                    {"points", {{"low", finding.points.low}, {"high", finding.points.high}, {"possible", finding.points.possible}}},
                    {"law", law(finding, lang_)},
                    {"remedy", line(finding.remedy.in(lang_), is_github_ ? github_text : line_limit)}};
        if (const std::string page = page_of(finding); !page.empty()) {
            out["address"] = line(page);
        }
        if (!finding.waiver.empty()) {
            out["waiver"] = line(finding.waiver, 200);
        }
        return out;
    }

    Json invocation() const
    {
        Json out = {{"executionSuccessful", audit_.complete}};
        if (const auto begun = time::parse_moment(audit_.evidence_begun)) {
            out["startTimeUtc"] = time::to_utc_string(*begun);
        }
        if (const auto ended = time::parse_moment(audit_.evidence_ended)) {
            out["endTimeUtc"] = time::to_utc_string(*ended);
        }
        Json notes = Json::array();
        for (const Text& note : audit_.notes) {
            notes.push_back({{"level", "note"}, {"message", {{"text", say(note)}}}});
        }
        if (const std::size_t all = defects(audit_).size(); is_github_ && all > github_results) {
            notes.push_back({{"level", "warning"}, {"message", {{"text", msg("{} findings are left out; audit.json has all", all - github_results).in(lang_)}}}});
        }
        if (!notes.empty()) {
            out["toolExecutionNotifications"] = std::move(notes);
        }
        return out;
    }

    Json facts() const
    {
        Json verdicts = Json::object();
        for (const auto& [verdict, count] : audit_.score.verdicts) {
            verdicts[line(verdict, 100)] = count;
        }
        return {{"portal", portal_name(audit_)},
                {"address", line(audit_.home)},
                {"profile", line(audit_.profile)},
                {"asOf", line(audit_.as_of, 100)},
                {"evidenceSha256", line(audit_.evidence_sha256, 100)},
                {"score", {{"low", audit_.score.percent.low}, {"high", audit_.score.percent.high}, {"coverage", audit_.score.percent.coverage}}},
                {"grade", line(grade(audit_.score), 100)},
                {"verdicts", std::move(verdicts)}};
    }

    const audit::Audit& audit_;
    Lang lang_;
    bool is_github_;
    Json rules_ = Json::array();
    std::map<std::string, std::size_t> index_;
};

}  // namespace

std::string sarif(const audit::Audit& audit, Lang lang, SarifProfile profile) { return Writer(audit, lang, profile).write(); }

}  // namespace pa::report
