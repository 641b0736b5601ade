// Days and moments: values, ISO 8601, and dates as Vietnamese pages write them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// A date found in running text.
struct Found {
    Day day;
    std::size_t begin = 0;  ///< offset in bytes
    std::size_t end = 0;
    bool operator==(const Found&) const = default;
};

/// All dates in `text` with day, month and year (1990 to 2099): `23/11/2026`, `23-11-2026`, `23.11.2026`,
/// `2026-11-23`, `ngày 23 tháng 11 năm 2026`, in order. Days that do not exist are passed over, and so
/// are number groups that go on after the year (as in document or telephone numbers).
std::vector<Found> find_dates(std::string_view text);

}  // namespace pa::time
