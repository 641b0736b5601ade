// The index of an evidence file (CDXJ, as the WACZ format wants it): which record answers for which address.
#pragma once

#include "evidence/exchange.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pa::evidence {

/// Where the records of an exchange begin in the WARC file.
using Position = std::uint64_t;

/// One record with an answer: a `response`, `revisit` or `resource`.
struct IndexEntry {
    std::string url;
    time::Moment at{};
    std::string media_type;   ///< without parameters; "unk" where there was none, "warc/revisit" for a revisit
    int status = 0;
    std::string digest;       ///< "sha256:…" of the body as stored
    Position offset = 0;
    std::uint64_t length = 0; ///< in the file, compressed
    bool operator==(const IndexEntry&) const = default;
};

/// Sort-friendly URI Reordering Transform, the key that indexes are sorted by: "vn,gov,example)/a?b=1", the host's
/// labels reversed, without "www.", lower case, the query's parts sorted. What is no http address comes back as it is.
std::string surt(std::string_view url);

/// One line of CDXJ, with its line end: the key, the time (14 digits, UTC), a JSON object.
std::string cdxj_line(const IndexEntry& entry, std::string_view warc_name);

/// All lines, sorted by bytes.
std::string cdxj(std::deque<IndexEntry> entries, std::string_view warc_name);

/// A line read back; nothing when it is no such line.
std::optional<IndexEntry> parse_cdxj(std::string_view line);

/// An HTML page, for the list of pages (pages.jsonl).
struct PageEntry {
    std::string url;
    time::Moment at{};
    std::string title;
};

/// The header line and one line a page, sorted by address. Each page's id is made of its address.
std::string pages_jsonl(std::vector<PageEntry> pages);

}  // namespace pa::evidence
