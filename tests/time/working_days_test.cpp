#include "time/working_days.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa::time;

TEST_CASE("working days of state agencies")
{
    struct Row {
        std::string_view day;
        bool works;
    };
    const Row rows[] = {
        // Ordinary weeks.
        {"2026-11-23", true}, {"2026-11-27", true}, {"2026-11-28", false}, {"2026-11-29", false},
        // Fixed holidays, and the day beside 2 September since 2021.
        {"2026-01-01", false}, {"2026-04-30", false}, {"2026-05-01", false}, {"2026-09-01", false}, {"2026-09-02", false}, {"2020-09-01", true}, {"2020-09-03", true}, {"2021-09-03", false},
        // The lunar calendar: Tết and the tenth day of the third month.
        {"2018-02-16", false}, {"2019-02-05", false}, {"2020-01-24", false}, {"2023-01-23", false}, {"2024-02-13", false}, {"2025-01-27", false}, {"2026-02-20", false}, {"2026-02-23", true},
        {"2018-04-25", false}, {"2024-04-18", false}, {"2025-04-07", false},
        // Made up for: the holiday was a Sunday.
        {"2022-04-11", false}, {"2026-04-27", false}, {"2027-05-03", false}, {"2022-05-02", false}, {"2022-05-03", false},
        // Swapped for a Saturday.
        {"2024-04-29", false}, {"2024-05-04", true}, {"2025-05-02", false}, {"2025-04-26", true}, {"2026-08-31", false}, {"2026-08-22", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.day);
        CHECK(is_working_day(*parse_day(row.day)) == row.works);
    }
}

TEST_CASE("working days between two days")
{
    struct Row {
        std::string_view from;
        std::string_view to;
        int days;
    };
    const Row rows[] = {
        {"2026-11-23", "2026-11-23", 0}, {"2026-11-23", "2026-11-24", 1}, {"2026-11-20", "2026-11-23", 1}, {"2026-11-20", "2026-11-22", 0}, {"2026-11-16", "2026-11-30", 10},
        {"2026-11-24", "2026-11-23", 0},
        // Over Tết, over the turn of a year, and over a Saturday that was worked.
        {"2026-02-13", "2026-02-23", 1}, {"2025-12-31", "2026-01-05", 1}, {"2026-08-21", "2026-09-03", 7},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        CHECK(working_days_between(*parse_day(row.from), *parse_day(row.to)) == row.days);
    }
}

TEST_CASE("outside of the calendar's years nothing is said")
{
    CHECK(int(first_calendar_year()) == 2011);
    CHECK(int(last_calendar_year()) == 2027);
    CHECK_FALSE(is_working_day(*parse_day("2010-12-31")));
    CHECK_FALSE(is_working_day(*parse_day("2028-01-03")));
    CHECK_FALSE(working_days_between(*parse_day("2010-12-30"), *parse_day("2011-01-04")));
    CHECK(is_working_day(*parse_day("2027-12-31")) == true);
}
