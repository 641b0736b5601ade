// csv-items: the information items as comma-separated values.
#include "report/format.hpp"
#include "report/table.hpp"

namespace pa::report::registry {

Format csv_items()
{
    return {"csv-items", "items.csv", "text/csv; charset=utf-8; header=present", msg("CSV: the information items"),
            [](const audit::Audit& audit, const Options& options) { return report::csv(items_table(audit, options.lang), options.bom); }};
}

}  // namespace pa::report::registry
