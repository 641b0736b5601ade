// A section's entries over time: how often it is updated, since when, and what looks made for the inspection.
#pragma once

#include "check/content.hpp"
#include "check/context.hpp"

#include <optional>
#include <vector>

namespace pa::check {

struct Entries {
    std::vector<site::PageId> pages;  ///< what is no list itself, in the order of the links, at most 200
    std::vector<site::PageId> lists;  ///< the section's page, and the list pages that it leads on to, at most 20
};

/// What a section's page, and the list pages it leads on to, link to.
Entries entries_of(const Context& context, site::PageId section);

/// Publication days of entries, of their own pages, or of the row of a list where the page itself says none.
struct History {
    std::vector<time::Day> days;               ///< sorted, one for each dated entry, none after the day of the evidence
    std::optional<double> entries_per_month;   ///< over the year before the evidence; of 30 days
    std::optional<std::int64_t> longest_gap;   ///< days between two entries, or from the newest to the evidence, in that year
    std::vector<Message> suspicions;           ///< days in the future, all on one day, a heap just before the inspection
};

History history_of(const Context& context, const Entries& entries);

}  // namespace pa::check
