// The level that the evidence supports: each reading of the law by its own text, without a conversion.
#pragma once

#include "service/catalogue.hpp"

namespace pa::service {

/// Fills in `level` and `extent`, from parts, forms, filing and signs.
///
/// Four levels (Circular 32/2017/TT-BTTTT, Art. 5): 1 where the description shows at least half of what is always asked (gaps
/// are told apart, so that one gap is not counted twice); 2 where every named form can be downloaded; 3 where, besides, a file can
/// be filled in and sent; 4 where, besides, fees can be paid online. Two extents (Decree 42/2022/NĐ-CP, Art. 11): partial where a
/// file can be sent in, full where payment and delivery need no presence either.
/// What stands behind a login or on the national service portal is not known, so the higher end stays open there.
void observe_levels(Service& service);

/// Adds what is wrong with a service by itself: levels, parts, forms, code, clicks.
void add_issues(Service& service);

}  // namespace pa::service
