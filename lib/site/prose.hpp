// A page's running text, as far as telling whether it was written anew.
#pragma once

#include "base/result.hpp"
#include "site/page.hpp"

#include <cstdint>

namespace pa::site {

class Site;

/// A hash of the page's own paragraphs, in order: without its template, links, short lines (counters, captions) and lines that
/// say when it was published or updated, so that a text under a new stamp keeps it. 0 where it has no such paragraph. Fails
/// with `io`.
Result<std::uint64_t> prose_hash(const Site& site, PageId page);

}  // namespace pa::site
