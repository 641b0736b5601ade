// Reads descriptions of procedures from a page's tree: where each part begins by its label, and whether there is anything
// below it. Labels are found in headings, tables, definition lists, tabs, accordions, bold words and plain lines alike.
#pragma once

#include "service/facts.hpp"

#include <vector>

namespace pa::service {

/// The descriptions on a page, in order; empty where there is none.
std::vector<Sheet> read_sheets(const site::PageView& view);

}  // namespace pa::service
