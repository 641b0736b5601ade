// What reports for machines tell of a finding: which ones are results, in which order, and in which words.
#pragma once

#include "audit/words.hpp"

#include <string>
#include <vector>

namespace pa::report {

/// Defects, those that certainly cost the most points first, then in the order of the audit.
std::vector<const audit::Finding*> defects(const audit::Audit& audit);

/// How loud a finding is: `error` for critical and major rules, `warning` for minor ones, `note` for advice and for what
/// an act excuses from.
enum class Loudness { error, warning, note };
Loudness loudness(const audit::Finding& finding);

/// "43/2011/NĐ-CP, Art. 10(1)".
std::string law(const audit::Finding& finding, Lang lang);

/// The first address of the web among the proofs; "" when there is none.
std::string page_of(const audit::Finding& finding);

/// "Title: why", with the act that excuses from it; one line.
std::string told(const audit::Finding& finding, Lang lang);

/// The unit's name, or else the portal's address; never empty.
std::string portal_name(const audit::Audit& audit);

/// The host of the portal's address; "localhost" when there is none.
std::string portal_host(const audit::Audit& audit);

}  // namespace pa::report
