// The records of WARC/1.1 (ISO 28500:2017) as bytes, each a gzip member of its own. Pure. The format is described in
// portalaudit-evidence(5); reader and writer share nothing else.
#pragma once

#include "evidence/exchange.hpp"
#include "evidence/index.hpp"

#include <string>

namespace pa::evidence {

/// All records of an exchange: `response` or `resource`, `request`, `metadata`.
std::string encoded(const Exchange& exchange);
std::string encoded(const Origin& origin);
std::string encoded(const Ending& ending);
std::string encoded(const http::HostFacts& facts);

/// The record that says that a broken-off fetch was gone on with.
std::string encoded_resumption(time::Moment at);

/// An exchange made ready to be appended; workers do it, because it costs the most.
struct Prepared {
    std::string records;
    std::string payload_digest;     ///< "sha256:…"; empty where there is no answer
    std::uint64_t answer_size = 0;  ///< bytes of the first record, when it holds the answer
};
Prepared prepare(const Exchange& exchange);

/// The same exchange with a `revisit` record (profile identical-payload-digest) in place of a `response` whose body is
/// that of `original`, which stands earlier in the file.
Prepared prepare_revisit(const Exchange& exchange, const std::string& payload_digest, const IndexEntry& original);

}  // namespace pa::evidence
