// Whether an evidence file is what was sealed: every byte is covered by a digest or held against another.
#pragma once

#include "evidence/exchange.hpp"
#include "evidence/index.hpp"

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace pa::evidence {

/// Something that does not hold, and where.
struct Fault {
    Message what;
    std::string part;    ///< of the container; empty for the file itself
    Position at = 0;     ///< byte in that part
};

struct Verification {
    std::vector<Fault> faults;       ///< at most 100, in the order of the file; empty: everything holds
    std::uint64_t bytes = 0;         ///< of the file
    std::uint64_t records = 0;
    std::uint64_t exchanges = 0;
    std::uint64_t index_lines = 0;
    std::uint64_t pages = 0;
    Origin origin;
    Ending ending;
};

/// Looks at everything: the container's structure, the digest of each part, every WARC record with its digests, the index and
/// the list of pages against the records. A WARC file without container is looked at as far as it goes. Fails with `io`,
/// and with `damaged` when it is no evidence file at all.
Result<Verification> verify(const std::filesystem::path& path);

}  // namespace pa::evidence
