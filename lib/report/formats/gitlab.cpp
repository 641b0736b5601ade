// gitlab: GitLab's code quality report, a subset of Code Climate's: one entry for each defect, in the repository's audit.json.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"

#include <nlohmann/json.hpp>

namespace pa::report {

namespace {

using Json = nlohmann::ordered_json;

// GitLab's words are info, minor, major, critical and blocker.
const char* severity(const audit::Finding& finding)
{
    if (!finding.waiver.empty()) {
        return "info";
    }
    for (const char* same : {"minor", "major", "critical"}) {
        if (finding.severity == same) {
            return same;
        }
    }
    return "info";
}

std::string write(const audit::Audit& audit, Lang lang)
{
    Json out = Json::array();
    for (const audit::Finding* finding : defects(audit)) {
        const std::string page = page_of(*finding);
        out.push_back({{"description", told(*finding, lang) + (page.empty() ? "" : " " + line(page))},
                       {"check_name", line(finding->rule, 200)},
                       {"fingerprint", line(finding->id, 100)},
                       {"severity", severity(*finding)},
                       {"location", {{"path", "audit.json"}, {"lines", {{"begin", 1}}}}}});
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

namespace registry {

Format gitlab()
{
    return {"gitlab", "gl-code-quality-report.json", "application/json", msg("GitLab's code quality report: the defects"),
            [](const audit::Audit& audit, const Options& options) { return write(audit, options.lang); }};
}

}  // namespace registry

}  // namespace pa::report
