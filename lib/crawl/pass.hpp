// One pass of a crawl: addresses that may be asked in any order.
#pragma once

#include "crawl/traps.hpp"
#include "site/site.hpp"

#include <string>
#include <unordered_set>

namespace pa::crawl {

/// A page of the pass that is being fetched.
struct Asked {
    url::Url url;
    time::Moment at = {};         ///< when the request was sent
    Yield yield = {};
    bool is_done = false;         ///< its answer was read
    std::string canonical = {};   ///< the address that it names as its own
    std::uint64_t text_hash = 0;  ///< of a page, else 0
};

/// What a worker made of an answer.
struct Found {
    std::size_t index = 0;        ///< of the `Asked`
    bool is_redirect = false;
    site::Added added;
    std::string leads_out = {};   ///< where a redirect leads that leaves the portal
};

/// Takes what is outside the portal out of what was found, and notes where a redirect leaves it.
void keep_inside(Found& found, const site::Scope& scope);

/// Why a page is a copy of another, empty when it is none; `texts` are those of the pages before it.
std::string copy_of(const Asked& asked, std::unordered_set<std::uint64_t>& texts);

}  // namespace pa::crawl
