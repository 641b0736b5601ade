// Dates in header fields: RFC 9110, 5.6.7.
#pragma once

#include "time/date.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace pa::http {

/// "Sun, 06 Nov 1994 08:49:37 GMT" (IMF-fixdate); nothing for anything else, the obsolete forms too.
std::optional<time::Moment> parse_date(std::string_view value);

/// Retry-After (RFC 9110, 10.2.3), seconds or a date, as time from `now`; nothing when it is neither. Not less than 0.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, time::Moment now);

}  // namespace pa::http
