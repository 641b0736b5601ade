// Working days of Vietnamese state agencies: Monday to Friday without public holidays, by a calendar kept as data
// (time/vn_holidays.csv), which says day by day what is not so.
#pragma once

#include "time/date.hpp"

#include <optional>

namespace pa::time {

/// The years that the calendar knows.
std::chrono::year first_calendar_year();
std::chrono::year last_calendar_year();

/// Whether agencies work on that day; nothing outside of the calendar's years.
std::optional<bool> is_working_day(Day day);

/// The working days after `from` up to and including `to`: 0 for the same day, and for a `to` before `from`. A text
/// issued on a Friday and published on the Monday after it has taken one. Nothing where the two are not both in the calendar's
/// years.
std::optional<int> working_days_between(Day from, Day to);

}  // namespace pa::time
