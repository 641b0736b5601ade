// Site maps for search engines: a second way to know a portal's pages.
#pragma once

#include "base/workers.hpp"
#include "crawl/frontier.hpp"
#include "crawl/session.hpp"

namespace pa::crawl {

/// Asks for the site maps that robots.txt names and for /sitemap.xml, indexes and compressed ones too (at most 50
/// files), and gives the addresses in them. What was asked is marked in `frontier`.
std::vector<url::Url> sitemap_addresses(Session& session, const site::Scope& scope, const url::Url& start,
                                        Frontier& frontier, JobGroup& workers, const std::atomic<bool>& stop);

}  // namespace pa::crawl
