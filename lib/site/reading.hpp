// One walk over a page's tree that gives all that is kept of its text and links.
#pragma once

#include "site/page.hpp"

namespace pa::site {

struct Reading {
    std::vector<RawLink> links;  ///< of the whole tree in document order, at most `limits.links`: of `a` and `area`, and frames
    PageText text;               ///< of the body, at most 4,000 blocks and 500 dates
    std::string words;           ///< these blocks, collapsed, a line each
};

/// Where and when a page was answered.
struct Answered {
    const url::Url& base;  ///< of its references
    time::Moment at;
    const PageLimits& limits;
};

/// Fills in `page.heading`, `pictures`, `text_hash` and `text_bytes` from the body, and gives the rest. `page.title` must be known.
Reading read_page(const html::Document& document, const Answered& answered, Page& page);

}  // namespace pa::site
