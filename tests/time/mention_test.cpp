#include "time/mention.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa::time;

TEST_CASE("years of two digits, where they are asked for")
{
    struct Row {
        std::string_view text;
        std::string_view found;  ///< days; "~" where the year was short
    };
    const Row rows[] = {
        {"23/11/26", "~2026-11-23"}, {"Đăng ngày 5-1-99", "~1999-01-05"}, {"01.02.69", "~2069-02-01"}, {"23/11/2026", "2026-11-23"},
        {"23/11/263", ""}, {"32/11/26", ""}, {"23/13/26", ""}, {"10.12.20.1", ""}, {"01/11/26/12", ""}, {"12/11/26/NQ-HĐND", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string found;
        for (const Found& date : find_dates(row.text, Years::two_digits_too)) {
            found += (found.empty() ? "" : " ") + std::string(date.short_year ? "~" : "") + to_string(date.day);
        }
        CHECK(found == row.found);
    }
}

TEST_CASE("dates in English, and days whose number goes on")
{
    struct Row {
        std::string_view text;
        std::string_view day;  ///< of the only date, or empty
    };
    const Row rows[] = {
        {"23 November 2026", "2026-11-23"}, {"Published: Nov 23, 2026", "2026-11-23"}, {"Nov. 3, 2026 8:00 AM", "2026-11-03"}, {"3 Sept 2026", "2026-09-03"},
        {"May 5 2026", "2026-05-05"}, {"23 Novem 2026", ""}, {"Room 23, 2026", ""}, {"marching 23, 2026", ""}, {"Nov 31, 2026", ""},
        {"ngày 23 tháng 11, 2026", "2026-11-23"}, {"ngày 23 tháng 11/2026", "2026-11-23"},
        {"23 tháng mười một năm 2026", "2026-11-23"}, {"17 Tháng Mười, 2026", "2026-10-17"}, {"23 Tháng Mười Một 2026 10:00 SA", "2026-11-23"}, {"ngày 5 tháng giêng năm 2026", "2026-01-05"},
        {"NGÀY 5 THÁNG NĂM NĂM 2026", "2026-05-05"}, {"20 thg 11, 2026", "2026-11-20"}, {"20 thg 11 2026", "2026-11-20"}, {"5 tháng mườii năm 2026", ""},
        {"Thứ Hai, 23 Tháng 11 2026 08:15", "2026-11-23"}, {"20 Th11 2026", "2026-11-20"}, {"20 Th11, 2026", "2026-11-20"}, {"5 Thanh 2026", ""}, {"23 tháng 11 20264", ""},
        {"Tháng 11 23, 2026", "2026-11-23"}, {"Tháng Mười Một 23, 2026", "2026-11-23"}, {"đăng tháng 12 5 2026", "2026-12-05"}, {"Tháng 13 23, 2026", ""}, {"Tháng 11 có 23, 2026", ""},
        {"ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu", "2026-11-23"}, {"Ngày mùng năm tháng giêng năm hai ngàn hai mươi mốt", "2021-01-05"},
        {"ngày 12 tháng mười hai năm hai nghìn không trăm linh chín", "2009-12-12"}, {"ngày ba mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu", ""}, {"hai nghìn hộ dân", ""},
        {"5 tháng nữa 2026", ""}, {"5 tháng", ""}, {"5 tháng ba", ""}, {"Nghị quyết số 12/11/2026/NQ-HĐND", ""}, {"12/11/2026/ 08:00", "2026-11-12"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = find_dates(row.text);
        CHECK((found.size() == 1 ? to_string(found[0].day) : "") == row.day);
        CHECK(found.size() <= 1);
    }
}

TEST_CASE("times told by their distance")
{
    const Moment now = *parse_moment("2026-11-23T08:00:00+07:00");
    struct Row {
        std::string_view text;
        std::string_view day;  ///< or empty
    };
    const Row rows[] = {
        {"5 phút trước", "2026-11-23"}, {"3 giờ trước", "2026-11-23"}, {"9 giờ trước", "2026-11-22"}, {"2 ngày trước", "2026-11-21"}, {"1 tuần trước", "2026-11-16"},
        {"12 TIẾNG TRƯỚC", "2026-11-22"}, {"Hôm nay, 07:30", "2026-11-23"}, {"Hôm qua", "2026-11-22"}, {"hôm kia", "2026-11-21"}, {"Vừa xong", "2026-11-23"},
        {"3 hours ago", "2026-11-23"}, {"2 days ago", "2026-11-21"}, {"Yesterday", "2026-11-22"},
        {"2 tháng trước", ""}, {"1 năm trước", ""}, {"trước ngày 3", ""}, {"3 giờ sáng", ""}, {"hôm sau", ""}, {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = find_relative(row.text, now);
        CHECK((found ? to_string(found->day) : "") == row.day);
        if (found) {
            CHECK(found->begin < found->end);
            CHECK(found->end <= row.text.size());
        }
    }
}
