#include "time/date.hpp"

#include <fmt/format.h>

#include <charconv>

namespace pa::time {

using namespace std::chrono;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number in exactly the digits of `text`.
std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !is_digit(text[0]) || code != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<Day> civil(int y, int m, int d)
{
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d))};
    return date.ok() ? std::optional<Day>(sys_days(date)) : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') {
        return std::nullopt;
    }
    const auto y = number(iso.substr(0, 4));
    const auto m = number(iso.substr(5, 2));
    const auto d = number(iso.substr(8, 2));
    return y && m && d ? civil(*y, *m, *d) : std::nullopt;
}

std::string to_string(Day day)
{
    const year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Moment> parse_moment(std::string_view iso)
{
    const auto day = parse_day(iso.substr(0, 10));
    if (!day) {
        return std::nullopt;
    }
    if (iso.size() == 10) {
        return Moment(*day) - vietnam_offset;
    }
    if (iso.size() < 16 || (iso[10] != 'T' && iso[10] != ' ' && iso[10] != 't') || iso[13] != ':') {
        return std::nullopt;
    }
    const auto hour = number(iso.substr(11, 2));
    const auto minute = number(iso.substr(14, 2));
    std::string_view rest = iso.substr(16);
    int second = 0;
    if (rest.starts_with(':') && rest.size() >= 3) {
        const auto value = number(rest.substr(1, 2));
        if (!value) {
            return std::nullopt;
        }
        second = *value;
        rest.remove_prefix(3);
        if (rest.starts_with('.')) {
            rest.remove_prefix(1);
            while (!rest.empty() && is_digit(rest[0])) {
                rest.remove_prefix(1);
            }
        }
    }
    if (!hour || !minute || *hour > 23 || *minute > 59 || second > 60) {
        return std::nullopt;
    }
    minutes offset = vietnam_offset;
    if (rest == "Z" || rest == "z") {
        offset = minutes(0);
    } else if (!rest.empty()) {
        const bool colon = rest.size() == 6 && rest[3] == ':';
        if ((rest[0] != '+' && rest[0] != '-') || (!colon && rest.size() != 5)) {
            return std::nullopt;
        }
        const auto hh = number(rest.substr(1, 2));
        const auto mm = number(rest.substr(colon ? 4 : 3, 2));
        if (!hh || !mm || *hh > 14 || *mm > 59) {
            return std::nullopt;
        }
        offset = (rest[0] == '-' ? -1 : 1) * (hours(*hh) + minutes(*mm));
    }
    return Moment(*day) + hours(*hour) + minutes(*minute) + seconds(second) - offset;
}

namespace {

std::string clock_text(Moment shown)
{
    const Day day = floor<days>(shown);
    const hh_mm_ss time(shown - day);
    return fmt::format("{}T{:02}:{:02}:{:02}", to_string(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace

std::string to_string(Moment moment) { return clock_text(moment + vietnam_offset) + "+07:00"; }

std::string to_utc_string(Moment moment) { return clock_text(moment) + "Z"; }

Day day_of(Moment moment) { return floor<days>(moment + vietnam_offset); }

std::optional<int> parse_days(std::string_view duration)
{
    if (duration.size() < 3 || duration[0] != 'P') {
        return std::nullopt;
    }
    const auto count = number(duration.substr(1, duration.size() - 2));
    if (!count || *count > 36500) {
        return std::nullopt;
    }
    switch (duration.back()) {
    case 'D':
        return *count;
    case 'W':
        return *count * 7;
    case 'M':
        return *count * 30;
    case 'Y':
        return *count * 365;
    default:
        return std::nullopt;
    }
}

}  // namespace pa::time
