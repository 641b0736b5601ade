// junit: a suite for the portal, a case for each rule, as the schema of Ant's JUnit reports has it.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/xml.hpp"

#include <pugixml.hpp>

namespace pa::report {

namespace {

constexpr std::size_t proofs_shown = 20;

class Writer {
public:
    Writer(const audit::Audit& audit, Lang lang) : audit_(audit), lang_(lang) {}

    std::string write()
    {
        pugi::xml_node suite = document_.append_child("testsuites").append_child("testsuite");
        suite.append_attribute("name") = portal_name(audit_).c_str();
        suite.append_attribute("package") = line(audit_.profile, 100).c_str();
        suite.append_attribute("id") = "0";
        suite.append_attribute("timestamp") = timestamp().c_str();
        suite.append_attribute("hostname") = portal_host(audit_).c_str();
        properties(suite.append_child("properties"));
        for (const audit::Finding& finding : audit_.findings) {
            add_case(suite, finding);
        }
        suite.append_attribute("tests") = std::to_string(audit_.findings.size()).c_str();
        suite.append_attribute("failures") = std::to_string(failures_).c_str();
        suite.append_attribute("errors") = std::to_string(errors_).c_str();
        suite.append_attribute("skipped") = std::to_string(skipped_).c_str();
        suite.append_attribute("time") = "0";
        suite.append_child("system-out");
        suite.append_child("system-err");
        return xml_text(document_);
    }

private:
    // The schema wants no zone; the moment is the portal's, as the audit tells it.
    std::string timestamp() const
    {
        const bool is_moment = audit_.evidence_begun.size() >= 19 && audit_.evidence_begun.find_first_not_of("0123456789-T:+Z.") == std::string::npos;
        return is_moment ? audit_.evidence_begun.substr(0, 19) : "1970-01-01T00:00:00";
    }

    void properties(pugi::xml_node into) const
    {
        const auto add = [&](const char* name, const std::string& value) {
            pugi::xml_node property = into.append_child("property");
            property.append_attribute("name") = name;
            property.append_attribute("value") = value.c_str();
        };
        add("address", line(audit_.home));
        add("as-of", line(audit_.as_of, 100));
        add("score-low", number(audit_.score.percent.low, Lang::en));
        add("score-high", number(audit_.score.percent.high, Lang::en));
        add("coverage", number(audit_.score.percent.coverage, Lang::en));
        add("grade", line(grade(audit_.score), 100));
        add("evidence-sha256", line(audit_.evidence_sha256, 100));
    }

    // Failed and partly are failures, what cannot be told is an error, what is not asked or only people can judge is skipped;
    // so is what an act excuses from.
    void add_case(pugi::xml_node suite, const audit::Finding& finding)
    {
        pugi::xml_node node = suite.append_child("testcase");
        const std::string title = line(finding.title.in(lang_), 200);
        node.append_attribute("name") = title.empty() ? "-" : title.c_str();
        node.append_attribute("classname") = line(finding.rule, 200).c_str();
        node.append_attribute("time") = "0";
        if (finding.verdict == "passed") {
            return;
        }
        const bool is_failure = is_defect(finding) && finding.waiver.empty();
        const bool is_error = finding.verdict == "cannot-tell";
        ++(is_failure ? failures_ : is_error ? errors_ : skipped_);
        pugi::xml_node told = node.append_child(is_failure ? "failure" : is_error ? "error" : "skipped");
        const std::string why = line(finding.why.in(lang_));
        const std::string act = finding.waiver.empty() ? "" : line(msg("excused by the act {}", finding.waiver).in(lang_)) + "; ";
        told.append_attribute("message") = (act + verdict_word(finding.verdict, lang_) + ": " + why).c_str();
        if (is_failure || is_error) {
            told.append_attribute("type") = line(finding.severity, 100).c_str();
            told.text().set(details(finding).c_str());
        }
    }

    std::string details(const audit::Finding& finding) const
    {
        std::string out = "\n" + law(finding, lang_) + "\n";
        out += msg("What is asked").in(lang_) + ": " + line(finding.asked.in(lang_)) + "\n";
        out += msg("What to do").in(lang_) + ": " + line(finding.remedy.in(lang_)) + "\n";
        std::uint64_t left_out = finding.proof_left_out;
        for (std::size_t i = 0; i < finding.proof.size(); ++i) {
            if (i >= proofs_shown) {
                ++left_out;
                continue;
            }
            const audit::Proof& proof = finding.proof[i];
            out += "- " + line(proof.what.in(lang_), 300) + " " + line(proof.url) + (proof.excerpt.empty() ? "" : " " + line(proof.excerpt, 300)) + "\n";
        }
        if (left_out > 0) {
            out += msg("and {} more", left_out).in(lang_) + "\n";
        }
        return out + "id " + line(finding.id, 100) + "\n";
    }

    const audit::Audit& audit_;
    Lang lang_;
    pugi::xml_document document_;
    std::size_t failures_ = 0;
    std::size_t errors_ = 0;
    std::size_t skipped_ = 0;
};

}  // namespace

namespace registry {

Format junit()
{
    return {"junit", "junit.xml", "application/xml", msg("JUnit XML: a suite for the portal, a case for each rule"),
            [](const audit::Audit& audit, const Options& options) { return Writer(audit, options.lang).write(); }};
}

}  // namespace registry

}  // namespace pa::report
