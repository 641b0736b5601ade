// Groups of WARC records back to exchanges and to what the crawl said of itself.
#pragma once

#include "evidence/exchange.hpp"
#include "evidence/records.hpp"

#include <optional>

namespace pa::evidence {

/// What one group of records holds.
struct Group {
    enum class What { exchange, host, resumption, ending };
    What what = What::exchange;
    Exchange exchange;
    std::optional<IndexEntry> entry;  ///< of the record with the answer, when there is one
    std::size_t records = 0;          ///< how many it is made of
    Position end = 0;                 ///< where the next group begins; where it is broken, the broken record
};

Origin origin_of(const StoredRecord& warcinfo);

/// Reads the group that begins at `at`. Hosts, resumptions and the ending go into `ending`. A body that was stored with an
/// earlier answer (a revisit) is fetched from there.
Take take_group(Records& records, const Source& source, Position at, Group& group, Ending& ending);

}  // namespace pa::evidence
