// What shows that a portal's lists have more services than could be read.
#pragma once

#include "service/catalogue.hpp"

namespace pa::service {

/// Adds to `out.unseen`: totals that lists announce, pages of lists that lead to nothing or to the same again, or that only a
/// script opens. To be called with all services in `out`.
void add_gaps(const site::Site& site, std::span<const FactsOfPage> lists, Catalogue& out);

}  // namespace pa::service
