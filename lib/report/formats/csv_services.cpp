// csv-services: the online public services as comma-separated values, the worst first.
#include "report/format.hpp"
#include "report/table.hpp"

namespace pa::report::registry {

Format csv_services()
{
    return {"csv-services", "services.csv", "text/csv; charset=utf-8; header=present", msg("CSV: the online public services"),
            [](const audit::Audit& audit, const Options& options) { return report::csv(services_table(audit, options.lang), options.bom); }};
}

}  // namespace pa::report::registry
