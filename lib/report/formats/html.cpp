// html: one page for people, readable without script and without a network, under a megabyte; what is beyond that in parts beside it.
#include "report/html/view.hpp"

namespace pa::report::registry {

Format html()
{
    return {"html", "report.html", "text/html; charset=utf-8", msg("one page for people, without a network"),
            [](const audit::Audit& audit, const Options& options) { return html::pages(audit, options.lang, "").front().bytes; }, false,
            [](const audit::Audit& audit, const Options& options) { return html::pages(audit, options.lang, options.file_name); }};
}

}  // namespace pa::report::registry
