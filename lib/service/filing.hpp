// Where a portal lets a file be sent in, and whose services it shows.
#pragma once

#include "service/catalogue.hpp"

#include <unordered_map>

namespace pa::service {

using FactsByPage = std::unordered_map<site::PageId, const PageFacts*>;

/// What is behind a link or button by which a file can be sent in. The signs of the page behind it are added to `signs`;
/// `broken` says why it leads to nothing.
FilingAt filing_at(const site::Site& site, const Filing& filing, const FactsByPage& facts, Signs& signs, Message& broken);

/// Whether an address belongs to the national service portal, dichvucong.gov.vn.
bool is_national_portal(std::string_view address);

/// Whether `said` names a department or ministry, and none that `own`, the audited agency's folded name, has in it. A people's
/// committee is never another agency: departments work for it.
bool is_other_agency(const std::string& own, const std::string& said);

}  // namespace pa::service
