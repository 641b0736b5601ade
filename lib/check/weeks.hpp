// The weeks that a schedule is of, as its text names them.
#pragma once

#include "time/date.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pa::check {

struct Week {
    time::Day first{};
    time::Day last{};
    std::string text;        ///< the words that name it
    bool by_number = false;  ///< "Tuần 48": agencies count from different days, so it may be one off
};

time::Day monday_of(time::Day day);

/// All stretches of at most 14 days that `text` (in NFC) names by their first and last day, a missing year being the one nearest
/// to `today`; where there are none, weeks by their number (ISO 8601); where there are none of these either, two or more days
/// of one week. What begins more than 31 days after `today` is passed over.
std::vector<Week> weeks_in(std::string_view text, time::Day today);

}  // namespace pa::check
