// sarif-github: what GitHub's code scanning takes. It refuses results at http addresses, so all are in the repository's
// audit.json and tell their address in the message.
#include "report/format.hpp"
#include "report/sarif.hpp"

namespace pa::report::registry {

Format sarif_github()
{
    return {"sarif-github", "github.sarif", "application/sarif+json", msg("SARIF 2.1.0 as GitHub's code scanning takes it: defects only"),
            [](const audit::Audit& audit, const Options& options) { return report::sarif(audit, options.lang, SarifProfile::github); }};
}

}  // namespace pa::report::registry
