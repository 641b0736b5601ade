// Sitemaps: the protocol of sitemaps.org in all its forms (XML, index, text, RSS, Atom). Read for
// what they say, not validated: namespaces play no part, and a document that is no XML gives the
// entries that can be read, before and behind the error.
#pragma once

#include "base/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pa::web {

/// The protocol's bounds for one file.
constexpr std::size_t max_sitemap_entries = 50'000;
constexpr std::size_t max_sitemap_bytes = 50UL * 1024 * 1024;

enum class SitemapKind { urlset, index, text, rss, atom, unknown };

struct SitemapEntry {
    std::string loc;      ///< as written, trimmed; may be relative or no address at all
    std::string lastmod;  ///< lastmod, pubDate or updated as written; empty when there is none

    bool operator==(const SitemapEntry&) const = default;
};

struct Sitemap {
    SitemapKind kind = SitemapKind::unknown;
    std::vector<SitemapEntry> entries;  ///< in the file's order; of an index, the sitemaps it names
    std::vector<Message> problems;      ///< what is wrong with the file, at most a handful
};

/// Reads `body`, which is decompressed. No more than `max_sitemap_bytes` and `max_sitemap_entries`
/// of it, with a problem when there is more. Entities other than those of XML itself stay as
/// written.
Sitemap parse_sitemap(std::string_view body);

}  // namespace pa::web
