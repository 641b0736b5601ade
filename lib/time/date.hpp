// Days and moments: values and ISO 8601.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::time {

using Day = std::chrono::sys_days;
using Moment = std::chrono::sys_seconds;  ///< UTC

/// The offset of Vietnam, which has had no daylight saving time since 1975.
constexpr std::chrono::hours vietnam_offset{7};

/// "2026-11-23"; nothing when it is no such date.
std::optional<Day> parse_day(std::string_view iso);
std::string to_string(Day day);

/// ISO 8601 / RFC 3339 with offset or `Z`, seconds optional, fractions cut; without an offset it is
/// Vietnamese time. Nothing when it is no such moment.
std::optional<Moment> parse_moment(std::string_view iso);
/// "2026-11-23T08:00:00+07:00".
std::string to_string(Moment moment);
/// "2026-11-23T01:00:00Z", as WARC and HTTP want it.
std::string to_utc_string(Moment moment);
/// The day in Vietnam.
Day day_of(Moment moment);

/// A whole number of days from an ISO 8601 duration of the forms P10D, P2W, P1M (30 days), P1Y (365 days).
std::optional<int> parse_days(std::string_view duration);

}  // namespace pa::time
