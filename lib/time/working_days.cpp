#include "time/working_days.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace pa::time {

namespace {

#include "time/vn_holidays.inc"

struct Exception {
    Day day;
    bool works = false;
};

// "2026-02-16,holiday,…" a line; what is no such line is the head or a comment.
std::vector<Exception> read(std::string_view csv)
{
    std::vector<Exception> out;
    while (!csv.empty()) {
        const std::string_view line = csv.substr(0, csv.find('\n'));
        csv.remove_prefix(std::min(csv.size(), line.size() + 1));
        const std::size_t comma = line.find(',');
        const auto day = comma == std::string_view::npos ? std::nullopt : parse_day(line.substr(0, comma));
        if (day) {
            out.push_back({*day, line.substr(comma + 1).starts_with("working-day")});
        }
    }
    std::sort(out.begin(), out.end(), [](const Exception& a, const Exception& b) { return a.day < b.day; });
    return out;
}

const std::vector<Exception>& exceptions()
{
    static const std::vector<Exception> all = read(vn_holidays);
    return all;
}

std::chrono::year year_of(Day day) { return std::chrono::year_month_day(day).year(); }

}  // namespace

std::chrono::year first_calendar_year() { return year_of(exceptions().front().day); }

std::chrono::year last_calendar_year() { return year_of(exceptions().back().day); }

std::optional<bool> is_working_day(Day day)
{
    if (year_of(day) < first_calendar_year() || last_calendar_year() < year_of(day)) {
        return std::nullopt;
    }
    const auto& all = exceptions();
    const auto found = std::lower_bound(all.begin(), all.end(), day, [](const Exception& exception, Day wanted) { return exception.day < wanted; });
    if (found != all.end() && found->day == day) {
        return found->works;
    }
    const std::chrono::weekday weekday(day);
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

std::optional<int> working_days_between(Day from, Day to)
{
    if (!is_working_day(from) || !is_working_day(to)) {
        return std::nullopt;
    }
    int days = 0;
    for (Day day = from + std::chrono::days(1); day <= to; day += std::chrono::days(1)) {
        days += *is_working_day(day) ? 1 : 0;
    }
    return days;
}

}  // namespace pa::time
