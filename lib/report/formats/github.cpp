// github: workflow commands, which GitHub Actions shows as annotations. It keeps ten of each kind in a step, so the
// costliest come first.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/workflow_command.hpp"

namespace pa::report {

namespace {

std::string write(const audit::Audit& audit, Lang lang)
{
    std::string out;
    for (const audit::Finding* finding : defects(audit)) {
        const Loudness loud = loudness(*finding);
        const char* command = loud == Loudness::error ? "error" : loud == Loudness::warning ? "warning" : "notice";
        const std::string page = page_of(*finding);
        const std::string text = told(*finding, lang) + "\n" + (page.empty() ? "" : line(page) + "\n") + law(*finding, lang) + "\n" + line(finding->remedy.in(lang), 500);
        out += workflow_command(command, line(finding->rule, 200), text);
    }
    return out;
}

}  // namespace

namespace registry {

Format github()
{
    return {"github", "annotations.txt", "text/plain; charset=utf-8", msg("annotations of GitHub Actions: the defects, to be printed in a step"),
            [](const audit::Audit& audit, const Options& options) { return write(audit, options.lang); }};
}

}  // namespace registry

}  // namespace pa::report
