#include "http/date.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::http;

TEST_CASE("RFC 9110, 5.6.7: dates in fields")
{
    struct Row {
        std::string_view value;
        std::string_view moment;  // empty: none
    };
    const Row rows[] = {
        {"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"},
        {"Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"},
        {"Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z"},
        {"Fri, 31 Dec 2038 00:00:00 GMT", "2038-12-31T00:00:00Z"},
        {"Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"},  // a leap second
        {"Mon, 31 Dec 9999 00:00:00 GMT", "9999-12-31T00:00:00Z"},
        // the obsolete forms
        {"Sunday, 06-Nov-94 08:49:37 GMT", ""},
        {"Sun Nov  6 08:49:37 1994", ""},
        // days and times that are none
        {"Thu, 29 Feb 2023 00:00:00 GMT", ""},
        {"Thu, 31 Apr 2023 00:00:00 GMT", ""},
        {"Thu, 00 Apr 2023 00:00:00 GMT", ""},
        {"Thu, 01 Apr 2023 24:00:00 GMT", ""},
        {"Thu, 01 Apr 2023 00:60:00 GMT", ""},
        {"Thu, 01 Apr 2023 00:00:61 GMT", ""},
        // shapes that are none
        {"", ""},
        {"Sun, 06 Nov 1994 08:49:37 UTC", ""},
        {"Sun, 06 nov 1994 08:49:37 GMT", ""},
        {"Sun, 06 Now 1994 08:49:37 GMT", ""},
        {"Sun, 6 Nov 1994 08:49:37 GMT", ""},
        {"Sun, 06 Nov 1994 08:49:37 GMT ", ""},
        {" Sun, 06 Nov 1994 08:49:37 GMT", ""},
        {"Sun; 06 Nov 1994 08:49:37 GMT", ""},
        {"Sun, -6 Nov 1994 08:49:37 GMT", ""},
        {"Sun, 06 Nov 1994 08-49-37 GMT", ""},
        {"Sun,x06xNov 1994 08:49:37 GMT", ""},
        {"Sun, 06 Nov 19a4 08:49:37 GMT", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        const auto moment = parse_date(row.value);
        CHECK(moment.has_value() == !row.moment.empty());
        CHECK((moment ? time::to_utc_string(*moment) : "") == row.moment);
    }
}

TEST_CASE("RFC 9110, 10.2.3: Retry-After")
{
    const time::Moment now = *time::parse_moment("1994-11-06T08:49:00Z");
    struct Row {
        std::string_view value;
        long seconds;  // -1: none
    };
    const Row rows[] = {
        {"0", 0},
        {"120", 120},
        {"007", 7},
        {"Sun, 06 Nov 1994 08:49:37 GMT", 37},
        {"Sun, 06 Nov 1994 08:48:00 GMT", 0},       // in the past
        {"Tue, 08 Nov 1994 08:49:00 GMT", 172800},
        {"31536000", 31536000},                     // a year; more is taken for a year
        {"31536001", 31536000},
        {"9223372036854775807", 31536000},
        {"Mon, 31 Dec 9999 00:00:00 GMT", 31536000},
        {"9223372036854775808", -1},                // more than a number holds
        {"99999999999999999999999999", -1},
        {"-1", -1},
        {"+1", -1},
        {"1.5", -1},
        {"1 ", -1},
        {" 1", -1},
        {"12s", -1},
        {"", -1},
        {"soon", -1},
        {"Sun, 32 Nov 1994 08:49:37 GMT", -1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        const auto wait = parse_retry_after(row.value, now);
        CHECK((wait ? wait->count() : -1L) == row.seconds);
    }
}
