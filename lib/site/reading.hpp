// One walk over a page's tree that gives all that is kept of its text and links.
#pragma once

#include "site/page.hpp"

namespace pa::site {

/// Fills in `page.blocks`, `heading`, `dates`, `pictures`, `text_hash` and `text_bytes` from the body, and gives the links of
/// the whole tree in document order, at most `limits.links` of them: of `a` and `area`, and frames (old portals are framesets).
std::vector<RawLink> read_page(const html::Document& document, const url::Url& base, const PageLimits& limits, Page& page);

}  // namespace pa::site
