// By what names a portal's lists lead to its pages.
#pragma once

#include <cstdint>
#include <vector>

namespace pa::site {

constexpr std::size_t least_title = 12;  // bytes of a label that can be a title

class Site;

/// By page: `block_hash` of the texts by which links in the own part of pages and beside it lead there, sorted. Labels shorter
/// than `least_title` are none.
std::vector<std::vector<std::uint32_t>> names_of_pages(const Site& site);

}  // namespace pa::site
