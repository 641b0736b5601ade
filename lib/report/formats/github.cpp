// github: workflow commands, which GitHub Actions shows as annotations. It keeps ten of each kind in a step, so the
// costliest come first.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"

namespace pa::report {

namespace {

// As in @actions/core: of data, and of a property's value besides.
std::string escaped(const std::string& text, bool is_property)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '%': out += "%25"; break;
        case '\r': out += "%0D"; break;
        case '\n': out += "%0A"; break;
        case ':': out += is_property ? "%3A" : ":"; break;
        case ',': out += is_property ? "%2C" : ","; break;
        default: out += c;
        }
    }
    return out;
}

std::string write(const audit::Audit& audit, Lang lang)
{
    std::string out;
    for (const audit::Finding* finding : defects(audit)) {
        const Loudness loud = loudness(*finding);
        const char* command = loud == Loudness::error ? "error" : loud == Loudness::warning ? "warning" : "notice";
        const std::string page = page_of(*finding);
        const std::string text = told(*finding, lang) + "\n" + (page.empty() ? "" : line(page) + "\n") + law(*finding, lang) + "\n" + line(finding->remedy.in(lang), 500);
        out += fmt::format("::{} title={}::{}\n", command, escaped(line(finding->rule, 200), true), escaped(text, false));
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
