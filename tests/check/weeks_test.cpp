#include "check/weeks.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("weeks of a schedule, as its text names them")
{
    struct Row {
        std::string_view text;
        std::string_view weeks;  ///< first..last; "#" where a number alone names it
    };
    const Row rows[] = {
        // By first and last day.
        {"Tuần 33: từ ngày 10/8/2026 đến ngày 14/8/2026", "2026-08-10..2026-08-14"},
        {"Lịch tuần từ 23/11 đến 27/11/2026", "2026-11-23..2026-11-27"},
        {"Lịch tuần từ 23/11 đến 29/11", "2026-11-23..2026-11-29"},
        {"Lịch công tác, tuần 10–14/8/2026", "2026-08-10..2026-08-14"},
        {"(23/11/2026 - 27/11/2026)", "2026-11-23..2026-11-27"},
        {"(23-11-2026 - 27-11-2026)", "2026-11-23..2026-11-27"},
        {"Từ 28/12/2026 đến hết ngày 01/01/2027", ""},
        {"Từ 29/12 đến 02/01", ""},
        {"Từ 21/12 đến 25/12", "2026-12-21..2026-12-25"},
        {"từ ngày 23 tháng 11 đến ngày 27 tháng 11 năm 2026", "2026-11-23..2026-11-27"},
        // Plans that last longer, and what only looks like it.
        {"Chiến dịch từ 01/11/2026 đến 30/11/2026", ""},
        {"từ 8 giờ đến 11 giờ ngày 26/11/2026", ""},
        // By number.
        {"Lịch công tác tuần 48 năm 2026", "#2026-11-23..2026-11-29"},
        {"Tuần 48/2026", "#2026-11-23..2026-11-29"},
        {"Lịch tuần thứ 47", "#2026-11-16..2026-11-22"},
        {"Tuần 1", ""},
        {"Tuần 52", "#2026-12-21..2026-12-27"},
        // One by one.
        {"Thứ Hai 23/11/2026: giao ban\nThứ Ba 24/11/2026: họp", "2026-11-23..2026-11-29"},
        {"Ngày đăng: 20/11/2026", ""},
    };
    const auto found_on = [](std::string_view text, std::string_view today) {
        std::string found;
        for (const check::Week& week : check::weeks_in(text, *time::parse_day(today))) {
            found += (found.empty() ? "" : " ") + std::string(week.by_number ? "#" : "") + time::to_string(week.first) + ".." + time::to_string(week.last);
        }
        return found;
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(found_on(row.text, "2026-11-23") == row.weeks);
    }
    // Over the turn of the year, without one in the text.
    CHECK(found_on("Từ 29/12 đến 02/01", "2026-01-05") == "2025-12-29..2026-01-02");
    CHECK(found_on("Tuần 1", "2026-12-20") == "#2027-01-04..2027-01-10");
}
