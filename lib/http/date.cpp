#include "http/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pa::http {

namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::int64_t longest_wait = 86'400L * 365;

std::optional<unsigned> number(std::string_view text)
{
    unsigned value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<time::Moment> parse_date(std::string_view value)
{
    constexpr std::string_view shape = "___, __ ___ ____ __:__:__ GMT";
    const auto fits = [&](std::size_t i) { return shape[i] == '_' || shape[i] == value[i]; };
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (value.size() != shape.size() || !fits(i)) {
            return std::nullopt;
        }
    }
    const auto month = std::find(months.begin(), months.end(), value.substr(8, 3));
    const auto day = number(value.substr(5, 2));
    const auto year = number(value.substr(12, 4));
    const auto hour = number(value.substr(17, 2));
    const auto minute = number(value.substr(20, 2));
    const auto second = number(value.substr(23, 2));
    if (month == months.end() || !day || !year || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)), std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
                                           std::chrono::day(*day));
    if (!date.ok()) {
        return std::nullopt;
    }
    return time::Moment(std::chrono::sys_days(date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, time::Moment now)
{
    if (const auto at = parse_date(value)) {
        return std::clamp<std::chrono::seconds>(*at - now, std::chrono::seconds(0), std::chrono::seconds(longest_wait));
    }
    std::int64_t seconds = 0;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (code != std::errc() || value.empty() || end != value.data() + value.size() || seconds < 0) {
        return std::nullopt;
    }
    return std::chrono::seconds(std::min(seconds, longest_wait));
}

}  // namespace pa::http
