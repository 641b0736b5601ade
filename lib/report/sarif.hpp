// SARIF 2.1.0 (OASIS). Two profiles, because GitHub takes only a part of the standard: see the formats.
#pragma once

#include "audit/audit.hpp"

#include <string>

namespace pa::report {

enum class SarifProfile {
    web,     ///< every finding is a result at the address of its page, with the kind that the standard has for it
    github,  ///< defects only, each in the repository's `audit.json`, within the limits of GitHub's code scanning
};

std::string sarif(const audit::Audit& audit, Lang lang, SarifProfile profile);

}  // namespace pa::report
