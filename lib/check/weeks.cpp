#include "check/weeks.hpp"

#include "base/ascii.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>

namespace pa::check {

using namespace std::chrono;

namespace {

constexpr days longest{14};
constexpr days ahead{31};

std::vector<int> numbers_in(std::string_view text)
{
    std::vector<int> out;
    for (std::size_t at = 0; at < text.size();) {
        int value = 0;
        const auto end = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (is_ascii_digit(text[at]) && end.ec == std::errc()) {
            out.push_back(value);
            at = static_cast<std::size_t>(end.ptr - text.data());
        } else {
            ++at;
        }
    }
    return out;
}

std::optional<time::Day> day_of(int y, int m, int d)
{
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    return date.ok() ? std::optional(time::Day(date)) : std::nullopt;
}

// The year in which that day is nearest to today.
std::optional<time::Day> nearest(int m, int d, time::Day today)
{
    std::optional<time::Day> best;
    const int y = int(year_month_day(today).year());
    for (const int candidate : {y - 1, y, y + 1}) {
        const auto found = day_of(candidate, m, d);
        if (found && (!best || abs(*found - today) < abs(*best - today))) {
            best = found;
        }
    }
    return best;
}

// Calls `use` for each match in order.
template <class Use>
void each_match(const text::Pattern& pattern, std::string_view text, Use use)
{
    while (true) {
        const std::string_view found = pattern.find(text);
        if (found.data() == nullptr || found.empty()) {
            return;
        }
        use(found);
        text.remove_prefix(static_cast<std::size_t>(found.data() - text.data()) + found.size());
    }
}

// The two days of "23/11 – 27/11/2026", "23–27/11/2026", "30/11/2026 đến 04/12/2026", by how many numbers each side has.
std::optional<Week> stretch_of(std::string_view text, std::size_t before, time::Day today)
{
    const std::vector<int> n = numbers_in(text);
    const std::size_t after = n.size() - before;
    if (before < 1 || before > 3 || after < 2 || after > 3) {
        return std::nullopt;
    }
    const int d2 = n[before];
    const int m2 = n[before + 1];
    const int d1 = n[0];
    const int m1 = before >= 2 ? n[1] : m2;
    auto last = after == 3 ? day_of(n[before + 2], m2, d2) : before == 3 ? day_of(n[2], m2, d2) : nearest(m2, d2, today);
    if (!last) {
        return std::nullopt;
    }
    const int y2 = int(year_month_day(*last).year());
    auto first = before == 3 ? day_of(n[2], m1, d1) : day_of(m1 > m2 ? y2 - 1 : y2, m1, d1);
    if (first && *last < *first && before == 3 && after == 2) {
        last = day_of(n[2] + 1, m2, d2);
    }
    const bool is_stretch = first && last && *first <= *last && *last - *first <= longest;
    return is_stretch ? std::optional(Week{*first, *last, std::string(text), false}) : std::nullopt;
}

std::vector<Week> stretches(std::string_view text, time::Day today)
{
    static const auto pattern = text::Pattern::compile(
        "\\b[0-9]{1,2}(?:\\s?[/.-]\\s?[0-9]{1,2}(?:\\s?[/.-]\\s?[0-9]{4})?|\\s+tháng\\s+[0-9]{1,2}(?:\\s+năm\\s+[0-9]{4})?)?"
        "\\s*(?:đến(?:\\s+hết)?|tới|–|—|-|~|->)\\s*(?:(?:thứ\\s+\\pL+|chủ\\s+nhật),?\\s*)?(?:ngày\\s+)?"
        "[0-9]{1,2}(?:\\s?[/.-]\\s?[0-9]{1,2}(?:\\s?[/.-]\\s?[0-9]{4}\\b)?|\\s+tháng\\s+[0-9]{1,2}(?:\\s+năm\\s+[0-9]{4})?)");
    static const auto between = text::Pattern::compile("\\s*(?:đến|tới|–|—|~|->)\\s*|\\s+-\\s+|-");
    std::vector<Week> out;
    each_match(*pattern, text, [&](std::string_view found) {
        // "23-11-2026 - 27-11-2026": the blank tells which hyphen stands between the two; without blanks, one that is the only.
        static const auto plain = text::Pattern::compile("đến|tới|–|—|~|->|\\s-\\s");
        std::string_view middle = plain->find(found);
        middle = middle.data() != nullptr ? middle : between->find(found);
        if (middle.data() == nullptr) {
            return;
        }
        const auto before = numbers_in(found.substr(0, static_cast<std::size_t>(middle.data() - found.data()))).size();
        if (auto week = stretch_of(found, before, today)) {
            out.push_back(std::move(*week));
        }
    });
    return out;
}

std::vector<Week> numbered(std::string_view text, time::Day today)
{
    static const auto pattern = text::Pattern::compile("\\btuần\\s+(?:thứ\\s+|lễ\\s+|số\\s+|lịch\\s+)?[0-9]{1,2}\\b(?:\\s*(?:/|-|,?\\s*năm)\\s*20[0-9]{2}\\b)?");
    std::vector<Week> out;
    each_match(*pattern, text, [&](std::string_view found) {
        const std::vector<int> n = numbers_in(found);
        if (n.empty() || n[0] < 1 || n[0] > 53) {
            return;
        }
        std::optional<time::Day> best;
        const int now = int(year_month_day(today).year());
        for (const int y : n.size() > 1 ? std::vector<int>{n[1]} : std::vector<int>{now - 1, now, now + 1}) {
            // 4 January is in the first week of its year.
            const time::Day monday = monday_of(time::Day(year_month_day{year(y), January, day(4)})) + days(7 * (n[0] - 1));
            best = !best || abs(monday - today) < abs(*best - today) ? monday : *best;
        }
        out.push_back({*best, *best + days(6), std::string(found), true});
    });
    return out;
}

std::vector<Week> by_days(std::string_view text)
{
    std::map<time::Day, std::vector<time::Found>> weeks;
    for (const time::Found& found : time::find_dates(text)) {
        auto& days_of_week = weeks[monday_of(found.day)];
        const bool is_new = std::none_of(days_of_week.begin(), days_of_week.end(), [&](const time::Found& other) { return other.day == found.day; });
        if (is_new) {
            days_of_week.push_back(found);
        }
    }
    std::vector<Week> out;
    for (const auto& [monday, found] : weeks) {
        if (found.size() >= 2) {
            out.push_back({monday, monday + days(6), std::string(text.substr(found[0].begin, found[0].end - found[0].begin)), false});
        }
    }
    return out;
}

}  // namespace

time::Day monday_of(time::Day day) { return day - (weekday(day) - Monday); }

std::vector<Week> weeks_in(std::string_view text, time::Day today)
{
    const auto in_reach = [&](std::vector<Week> weeks) {
        std::erase_if(weeks, [&](const Week& week) { return week.first > today + ahead; });
        return weeks;
    };
    std::vector<Week> out = in_reach(stretches(text, today));
    out = out.empty() ? in_reach(numbered(text, today)) : out;
    return out.empty() ? in_reach(by_days(text)) : out;
}

}  // namespace pa::check
