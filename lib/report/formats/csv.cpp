// csv: the findings, one a line as comma-separated values.
#include "report/format.hpp"
#include "report/table.hpp"

namespace pa::report::registry {

Format csv()
{
    return {"csv", "findings.csv", "text/csv; charset=utf-8; header=present", msg("CSV: the findings, one a line"),
            [](const audit::Audit& audit, const Options& options) { return report::csv(findings_table(audit, options.lang), options.bom); }};
}

}  // namespace pa::report::registry
