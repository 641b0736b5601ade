// What an audit tells of the portal and of the crawl beside its findings.
#pragma once

#include "audit/audit.hpp"
#include "site/site.hpp"

namespace pa::audit {

/// Fills in what was asked, what failed, what was left out and why, and what is true of the hosts. Fails with `damaged` when the
/// home page cannot be read again.
Result<void> add_facts(const site::Site& site, Audit& audit);

}  // namespace pa::audit
