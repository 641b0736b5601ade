#include "report/defect.hpp"

#include "report/plain.hpp"
#include "report/summary.hpp"
#include "url/url.hpp"

#include <algorithm>

namespace pa::report {

std::vector<const audit::Finding*> defects(const audit::Audit& audit)
{
    std::vector<const audit::Finding*> out;
    for (const audit::Finding& finding : audit.findings) {
        if (is_defect(finding)) {
            out.push_back(&finding);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return lost_points(*a) > lost_points(*b); });
    return out;
}

Loudness loudness(const audit::Finding& finding)
{
    if (!finding.waiver.empty()) {
        return Loudness::note;
    }
    if (finding.severity == "critical" || finding.severity == "major") {
        return Loudness::error;
    }
    return finding.severity == "minor" ? Loudness::warning : Loudness::note;
}

std::string law(const audit::Finding& finding, Lang lang) { return line(finding.instrument) + ", " + line(msg("Art. {}", finding.article).in(lang)); }

std::string page_of(const audit::Finding& finding)
{
    for (const audit::Proof& proof : finding.proof) {
        if (std::string address = web_address(proof.url); !address.empty()) {
            return address;
        }
    }
    return "";
}

std::string told(const audit::Finding& finding, Lang lang)
{
    std::string out = line(finding.title.in(lang), 200) + ": " + line(finding.why.in(lang), 500);
    if (!finding.waiver.empty()) {
        out += " (" + line(msg("excused by the act {}", finding.waiver).in(lang), 200) + ")";
    }
    return out;
}

std::string portal_name(const audit::Audit& audit)
{
    for (const std::string* text : {&audit.unit_name, &audit.home, &audit.start}) {
        if (std::string name = line(*text, 200); !name.empty()) {
            return name;
        }
    }
    return "portal";
}

std::string portal_host(const audit::Audit& audit)
{
    const auto url = url::Url::parse(audit.home);
    return url && !url->host().empty() ? std::string(url->host()) : "localhost";
}

}  // namespace pa::report
