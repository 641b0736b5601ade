// The words with which pages say what happened on a day.
#pragma once

#include "site/dated.hpp"

#include <string>
#include <string_view>

namespace pa::site {

/// Whether a folded text has nothing but what may stand beside a stamp: weekdays, times, and the words that lead to a day.
bool is_filled_only(std::string_view folded);

/// The role that the words before a day give, by the last clue in them, in whole words; `folded`.
DateRole role_by_words(std::string_view folded);

/// Whether a block is the label of the one behind it ("Ngày ban hành"), and no sentence or title.
bool names_day(const std::string& block);

}  // namespace pa::site
