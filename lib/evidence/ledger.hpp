// The ledger of requests: what the crawl asked of whom, when and why, so that an agency can see that it did no harm.
#pragma once

#include "evidence/reader.hpp"

#include <string>

namespace pa::evidence {

/// CSV (RFC 4180) in UTF-8, a header line and one line for each request in the order of the evidence: time, purpose,
/// attempt, address, peer, status, failure, bytes over the wire (body), milliseconds. Cells that a spreadsheet would take for
/// a formula begin with an apostrophe. Fails with `damaged`.
Result<std::string> ledger(Reader& reader);

}  // namespace pa::evidence
