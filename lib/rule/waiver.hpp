// Administrative acts that excuse a portal from a rule for some time.
#pragma once

#include "rule/rule.hpp"

namespace pa::rule {

struct Waiver {
    std::string authority;            ///< who granted it
    std::string number;               ///< of the act, "123/QĐ-UBND"
    std::string issued;               ///< ISO 8601 date
    Text reason;
    std::vector<std::string> rules;   ///< full ids
    std::vector<std::string> portals; ///< host names; ".example.gov.vn": all hosts below
    time::Day from{};
    time::Day until{};                ///< the first day on which it no longer counts
    Location where;

    /// Whether it is for the portal of this host.
    bool is_for(std::string_view host) const;
};

/// Reads a file of [[waiver]] tables. Mistakes go to `diagnostics`: what an act must name and does not; rules that are not
/// there; acts that are too broad: for all rules of a pack (`pack/*` is refused), for a whole public suffix, or for more
/// than five years.
std::vector<Waiver> read_waivers(const conf::Document& document, const Library& library, Diagnostics& diagnostics);

}  // namespace pa::rule
