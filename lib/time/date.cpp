#include "time/date.hpp"

#include <fmt/format.h>

#include <array>
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

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2099;

// The length of the run of digits at `at`.
std::size_t digits(std::string_view text, std::size_t at)
{
    std::size_t n = 0;
    while (at + n < text.size() && is_digit(text[at + n])) {
        ++n;
    }
    return n;
}

// Blanks, also U+00A0, from `at`.
std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
            ++at;
        } else if (text.substr(at, 2) == "\xC2\xA0") {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

bool goes_on(std::string_view text, std::size_t end, char separator)
{
    return end + 1 < text.size() && text[end] == separator && is_digit(text[end + 1]);
}

std::optional<Found> checked(int y, int m, int d, std::size_t begin, std::size_t end)
{
    if (y < first_year || y > last_year) {
        return std::nullopt;
    }
    const auto day = civil(y, m, d);
    return day ? std::optional(Found{*day, begin, end}) : std::nullopt;
}

// 23/11/2026, 23 - 11 - 2026, 23.11.2026 from the first digit at `at`.
std::optional<Found> day_first(std::string_view text, std::size_t at, std::size_t n)
{
    const std::size_t sep_at = skip_blanks(text, at + n);
    if (n > 2 || sep_at >= text.size() || (text[sep_at] != '/' && text[sep_at] != '-' && text[sep_at] != '.')) {
        return std::nullopt;
    }
    const char sep = text[sep_at];
    const std::size_t month_at = skip_blanks(text, sep_at + 1);
    const std::size_t mn = digits(text, month_at);
    const std::size_t sep2_at = skip_blanks(text, month_at + mn);
    if (mn == 0 || mn > 2 || sep2_at >= text.size() || text[sep2_at] != sep) {
        return std::nullopt;
    }
    const std::size_t year_at = skip_blanks(text, sep2_at + 1);
    const std::size_t end = year_at + 4;
    if (digits(text, year_at) != 4 || goes_on(text, end, sep)) {
        return std::nullopt;
    }
    return checked(*number(text.substr(year_at, 4)), *number(text.substr(month_at, mn)), *number(text.substr(at, n)), at, end);
}

std::optional<Found> year_first(std::string_view text, std::size_t at, std::size_t n)
{
    if (n != 4 || at + 10 > text.size() || (text[at + 4] != '-' && text[at + 4] != '/') || text[at + 7] != text[at + 4] ||
        digits(text, at + 5) != 2 || digits(text, at + 8) != 2 || goes_on(text, at + 10, text[at + 4])) {
        return std::nullopt;
    }
    return checked(*number(text.substr(at, 4)), *number(text.substr(at + 5, 2)), *number(text.substr(at + 8, 2)), at, at + 10);
}

// The position behind `word`, written in lower case, with a capital or in capitals, at `at`. The text is
// in NFC; the caller sees to it.
std::optional<std::size_t> after_word(std::string_view text, std::size_t at, std::array<std::string_view, 3> word)
{
    at = skip_blanks(text, at);
    for (const std::string_view form : word) {
        if (text.substr(at, form.size()) == form) {
            return skip_blanks(text, at + form.size());
        }
    }
    return std::nullopt;
}

// 23 tháng 11 năm 2026 from the first digit; "ngày" before it is not asked for.
std::optional<Found> in_words(std::string_view text, std::size_t at, std::size_t n)
{
    if (n > 2) {
        return std::nullopt;
    }
    const auto month_at = after_word(text, at + n, {"tháng", "Tháng", "THÁNG"});
    const std::size_t mn = month_at ? digits(text, *month_at) : 0;
    if (mn == 0 || mn > 2) {
        return std::nullopt;
    }
    const auto year_at = after_word(text, *month_at + mn, {"năm", "Năm", "NĂM"});
    if (!year_at || digits(text, *year_at) != 4) {
        return std::nullopt;
    }
    return checked(*number(text.substr(*year_at, 4)), *number(text.substr(*month_at, mn)), *number(text.substr(at, n)), at,
                   *year_at + 4);
}

}  // namespace

std::vector<Found> find_dates(std::string_view text)
{
    std::vector<Found> found;
    std::size_t at = 0;
    while (at < text.size()) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t n = digits(text, at);
        std::optional<Found> date = day_first(text, at, n);
        if (!date) {
            date = year_first(text, at, n);
        }
        // 1.23.11.2026 is no date, but the end of 20-23/11/2026 is one.
        if (date && at > 1 && is_digit(text[at - 2]) && text.substr(at, date->end - at).find(text[at - 1]) != std::string_view::npos) {
            date.reset();
        }
        if (!date) {
            date = in_words(text, at, n);
        }
        if (date) {
            found.push_back(*date);
            at = date->end;
        } else {
            at += n;
        }
    }
    return found;
}

}  // namespace pa::time
