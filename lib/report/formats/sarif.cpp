// sarif: every finding, as the standard has it.
#include "report/format.hpp"
#include "report/sarif.hpp"

namespace pa::report::registry {

Format sarif()
{
    return {"sarif", "report.sarif", "application/sarif+json", msg("SARIF 2.1.0: every finding at the address of its page"),
            [](const audit::Audit& audit, const Options& options) { return report::sarif(audit, options.lang, SarifProfile::web); }};
}

}  // namespace pa::report::registry
