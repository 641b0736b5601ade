#include "time/clock.hpp"
#include "time/date.hpp"

#include <doctest/doctest.h>

using namespace pa::time;
using namespace std::chrono_literals;

TEST_CASE("ISO 8601: calendar dates")
{
    for (const std::string_view text : {"2026-11-23", "1970-01-01", "1969-12-31", "2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"}) {
        CAPTURE(text);
        const auto day = parse_day(text);
        REQUIRE(day);
        CHECK(to_string(*day) == text);
    }
    CHECK(parse_day("1970-01-02")->time_since_epoch() == 24h);
    CHECK(parse_day("2026-11-23")->time_since_epoch().count() == 20780);
    for (const std::string_view text :
         {"", "2026-11-2", "2026-11-233", "26-11-23", "2026/11/23", "2026-13-01", "2026-00-01", "2026-01-00", "2026-11-31", "2023-02-29",
          "1900-02-29", "2026-1a-01", "+026-11-23", "2026-+1-01", "2026- 1-01", " 2026-11-23", "2026-11-23T", "23/11/2026"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text));
    }
}

TEST_CASE("RFC 3339: moments")
{
    struct Row {
        std::string_view text;
        std::string_view utc;
    };
    const Row rows[] = {
        {"2026-11-23T08:00:00+07:00", "2026-11-23T01:00:00Z"}, {"2026-11-23T01:00:00Z", "2026-11-23T01:00:00Z"},
        {"2026-11-23t01:00:00z", "2026-11-23T01:00:00Z"},      {"2026-11-23 08:00:00+0700", "2026-11-23T01:00:00Z"},
        // without seconds, with fractions (cut), with a leap second
        {"2026-11-23T01:00Z", "2026-11-23T01:00:00Z"}, {"2026-11-23T01:00:59.999Z", "2026-11-23T01:00:59Z"},
        {"2026-12-31T23:59:60Z", "2027-01-01T00:00:00Z"},
        // Vietnamese time where nothing is said; a day begins at its midnight
        {"2026-11-23T08:00:00", "2026-11-23T01:00:00Z"}, {"2026-11-23", "2026-11-22T17:00:00Z"},
        // offsets across the day
        {"2026-01-01T00:30:00+14:00", "2025-12-31T10:30:00Z"}, {"2026-01-01T23:30:00-03:30", "2026-01-02T03:00:00Z"},
        {"2026-01-01T00:00:00-00:00", "2026-01-01T00:00:00Z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto moment = parse_moment(row.text);
        REQUIRE(moment);
        CHECK(to_utc_string(*moment) == row.utc);
        CHECK(parse_moment(to_string(*moment)) == moment);
        CHECK(parse_moment(to_utc_string(*moment)) == moment);
    }
    for (const std::string_view text :
         {"", "2026-11", "2026-11-23T", "2026-11-23T08", "2026-11-23T08:0", "2026-11-23T8:00:00Z", "2026-11-23T08:00:", "2026-11-23T08:00:0",
          "2026-11-23T24:00:00Z", "2026-11-23T08:60:00Z", "2026-11-23T08:00:61Z", "2026-11-23x08:00:00Z", "2026-11-31T08:00:00Z",
          "2026-11-23T08.00", "2026-11-23T08:00:00Y", "2026-11-23T08:00:00+7", "2026-11-23T08:00:00+07", "2026-11-23T08:00:00+15:00",
          "2026-11-23T08:00:00+07:60", "2026-11-23T08:00:00+07:00x", "2026-11-23T08:00:00 Z", "2026-11-23T-8:00:00Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_moment(text));
    }
}

TEST_CASE("moments are shown in Vietnamese time, and so is their day")
{
    const Moment late = *parse_moment("2026-11-23T17:00:00Z");
    CHECK(to_string(late) == "2026-11-24T00:00:00+07:00");
    CHECK(to_string(late - 1s) == "2026-11-23T23:59:59+07:00");
    CHECK(to_string(day_of(late)) == "2026-11-24");
    CHECK(to_string(day_of(late - 1s)) == "2026-11-23");
    CHECK(to_string(day_of(*parse_moment("1969-12-31T16:59:59Z"))) == "1969-12-31");
    FixedClock clock(late);
    CHECK(clock.now() == late);
    CHECK(SystemClock().now() > *parse_moment("2020-01-01"));
}

TEST_CASE("ISO 8601 durations of one unit, in days")
{
    struct Row {
        std::string_view text;
        int days;
    };
    for (const Row& row : {Row{"P10D", 10}, Row{"P0D", 0}, Row{"P2W", 14}, Row{"P1M", 30}, Row{"P6M", 180}, Row{"P1Y", 365}, Row{"P36500D", 36500}}) {
        CAPTURE(row.text);
        CHECK(parse_days(row.text) == row.days);
    }
    for (const std::string_view text : {"", "P", "PD", "10D", "P10", "p10D", "P10d", "P-1D", "P+1D", "P1.5D", "P 1D", "P1M10D", "PT1H", "P36501D",
                                        "P99999999999D", "P1D "}) {
        CAPTURE(text);
        CHECK_FALSE(parse_days(text));
    }
}
