// json: the audit itself.
#include "report/format.hpp"

namespace pa::report::registry {

Format json()
{
    return {"json", "audit.json", "application/json", msg("the audit itself, for programs"),
            [](const audit::Audit& audit, const Options&) { return audit::to_json(audit); }};
}

}  // namespace pa::report::registry
