// The beginning of a crawl: the start address, where it leads, and what is asked once to learn facts of the portal.
#pragma once

#include "crawl/frontier.hpp"
#include "crawl/session.hpp"

namespace pa::crawl {

struct Start {
    url::Url home;                ///< where the start address led
    site::Scope scope;            ///< as given, or as the redirects decided it
    std::vector<url::Url> found;  ///< links of the home page, and the seeds
};

/// Asks for the start address (at most 10 redirects), for the same host with the other scheme, and for an address that cannot
/// exist. Fails with `unreachable`, saying why, when the start address gives no HTML page.
Result<Start> reach_start(const Options& options, Session& session, Frontier& frontier);

}  // namespace pa::crawl
