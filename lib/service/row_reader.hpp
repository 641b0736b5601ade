// Reads lists of procedures: tables of data by their headings, and whatever repeats around codes: cards, list items, lines.
#pragma once

#include "service/facts.hpp"

namespace pa::service {

/// The rows on a page, in order, and by what the list is shown; added to `facts`.
void read_rows(const site::PageView& view, PageFacts& facts);

}  // namespace pa::service
