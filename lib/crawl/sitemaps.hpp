// Site maps for search engines: a second way to know a portal's pages.
#pragma once

#include "crawl/session.hpp"

#include <unordered_set>

namespace pa::crawl {

/// Asks for the site maps that robots.txt names and for /sitemap.xml, indexes and compressed ones too (at most 50
/// files), and gives the addresses in them. What was asked is added to `seen`.
std::vector<url::Url> sitemap_addresses(Session& session, const site::Scope& scope, const url::Url& start,
                                        std::unordered_set<std::string>& seen, const std::atomic<bool>& stop);

}  // namespace pa::crawl
