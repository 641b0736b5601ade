#include "time/mention.hpp"

#include <doctest/doctest.h>

using namespace pa::time;

namespace {

// The dates of a text as "2026-11-23=23/11/2026 …": the day, and what stood there.
std::string found_in(std::string_view text)
{
    std::string out;
    for (const Found& date : find_dates(text)) {
        REQUIRE(date.begin < date.end);
        REQUIRE(date.end <= text.size());
        out += (out.empty() ? "" : "|") + to_string(date.day) + "=" + std::string(text.substr(date.begin, date.end - date.begin));
    }
    return out;
}

}  // namespace

TEST_CASE("dates as Vietnamese pages write them")
{
    struct Row {
        std::string_view text;
        std::string_view found;
    };
    const Row rows[] = {
        // numbers
        {"23/11/2026", "2026-11-23=23/11/2026"}, {"Thứ hai, 23-11-2026", "2026-11-23=23-11-2026"}, {"(23.11.2026)", "2026-11-23=23.11.2026"},
        {"1/2/2026", "2026-02-01=1/2/2026"}, {"Ngày đăng: 01/02/2026 08:30", "2026-02-01=01/02/2026"}, {"23 / 11 / 2026", "2026-11-23=23 / 11 / 2026"},
        {"23\u00a0-\u00a011\u00a0-\u00a02026", "2026-11-23=23\u00a0-\u00a011\u00a0-\u00a02026"}, {"Cập nhật:23/11/2026.", "2026-11-23=23/11/2026"},
        {"08:30 23/11/2026", "2026-11-23=23/11/2026"}, {"23/11/2026, 08:30", "2026-11-23=23/11/2026"}, {"23/11/2026-08:30", "2026-11-23=23/11/2026"},
        // the month first, where a weekday or English hours show it, and none where it may be either
        {"Tue, 11/03/2026 - 08:15", "2026-11-03=11/03/2026"}, {"Submitted by admin on Tuesday 11/03/2026", "2026-11-03=11/03/2026"}, {"Wed, 11/03/2026", "2026-03-11=11/03/2026"},
        {"11/23/2026 8:15 AM", "2026-11-23=11/23/2026"}, {"Mon, 11/23/2026", "2026-11-23=11/23/2026"}, {"11/3/2026 8:15 AM", ""}, {"11/3/2026, 11:05:59 pm", ""},
        {"03/11/2026 08:15 AM", "2026-11-03=03/11/2026"}, {"11/11/2026 8:15 AM", "2026-11-11=11/11/2026"}, {"11/23/2026", ""}, {"03/11/2026 8:15 SA", "2026-11-03=03/11/2026"}, {"23/11/2026 8:15 AM", "2026-11-23=23/11/2026"},
        // ISO 8601
        {"2026-11-23", "2026-11-23=2026-11-23"}, {"2026-11-23T08:00:00+07:00", "2026-11-23=2026-11-23"}, {"2026/11/23", "2026-11-23=2026/11/23"},
        // words
        {"ngày 23 tháng 11 năm 2026", "2026-11-23=23 tháng 11 năm 2026"}, {"Hà Nội, ngày 03 tháng 02 năm 2026", "2026-02-03=03 tháng 02 năm 2026"},
        {"23 Tháng 11 Năm 2026", "2026-11-23=23 Tháng 11 Năm 2026"}, {"NGÀY 23 THÁNG 11 NĂM 2026", "2026-11-23=23 THÁNG 11 NĂM 2026"},
        {"ngày 23\u00a0tháng\n11 năm 2026", "2026-11-23=23\u00a0tháng\n11 năm 2026"}, {"ngày 23tháng11năm2026", "2026-11-23=23tháng11năm2026"},
        // several, and ranges
        {"từ 01/11/2026 đến 30/11/2026", "2026-11-01=01/11/2026|2026-11-30=30/11/2026"},
        {"01/11/2026-30/11/2026", "2026-11-01=01/11/2026|2026-11-30=30/11/2026"}, {"20-23/11/2026", "2026-11-23=23/11/2026"},
        {"(01/11-15/11/2026)", "2026-11-15=15/11/2026"}, {"20 - 23/11/2026", "2026-11-23=23/11/2026"},
        {"08:00/23-11-2026", "2026-11-23=23-11-2026"},
        // leap days and the edges of the years
        {"29/02/2024", "2024-02-29=29/02/2024"}, {"01/01/1990 31/12/2099", "1990-01-01=01/01/1990|2099-12-31=31/12/2099"},
        // a date among numbers that are none
        {"Quyết định số 12/2026/QĐ-UBND ngày 23/11/2026", "2026-11-23=23/11/2026"},
        {"Nghị định 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011", "2011-06-13=13 tháng 6 năm 2011"},
        {"ĐT: 024.3825.1234 (23/11/2026)", "2026-11-23=23/11/2026"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(found_in(row.text) == row.found);
    }
}

TEST_CASE("numbers that are no dates")
{
    const std::string_view texts[] = {
        "", "2026", "11/2026", "tháng 11 năm 2026", "23/11", "23/11/26", "ngày 23 tháng 11",
        // days that do not exist, years that are not meant
        "31/11/2026", "30/02/2026", "29/02/2026", "00/11/2026", "23/00/2026", "23/13/2026", "32/01/2026", "23/11/1989", "23/11/2100", "2026-13-01",
        "2026-02-30", "31 tháng 4 năm 2026",
        // numbers of documents
        "43/2011/NĐ-CP", "12/2026/QĐ-UBND", "Số: 1234/UBND-VP", "01/2023/TT-BTTTT", "15/NQ-CP", "42/2022/NĐ-CP",
        // telephone numbers
        "024.3825.1234", "(0243) 825-1234", "0912.345.678", "1900 1234", "84-24-3825-1234", "+84.24.38251234", "09.12.34.2026",
        // addresses of machines, versions
        "10.12.2020.1", "192.168.1.2020", "1.10.12.2020", "5.10.2020.7", "v1.2.3", "2.4.57",
        // money, amounts, times, codes
        "1.200.000 đồng", "12.500.000", "08:30:00", "23-11-20267", "123/11/2026", "12026-11-23", "2026-11-234", "23/11/2026/12", "000.00.16.H26-210430-0001",
        // separators that change, words that are others
        "23/11-2026", "23.11/2026", "2026-11/23", "23 thang 11 nam 2026", "23 tháng 11 năm 26",
    };
    for (const std::string_view text : texts) {
        CAPTURE(text);
        CHECK(found_in(text).empty());
    }
}

TEST_CASE("a text that ends in the middle of a date is read to its end and no further")
{
    for (const std::string_view whole : {"23/11/2026", "2026-11-23", "23 tháng 11 năm 2026", "23 \u00a0/ 11 / 2026"}) {
        for (std::size_t size = 0; size < whole.size(); ++size) {
            // a text of its own, so that the sanitizer sees a step beyond its end
            const std::string cut(whole.substr(0, size));
            CAPTURE(cut);
            CHECK(find_dates(cut).empty());
        }
    }
}

TEST_CASE("the work grows with the text")
{
    std::string digits(200'000, '1');
    CHECK(find_dates(digits).empty());
    std::string separators;
    for (int i = 0; i < 50'000; ++i) {
        separators += "1/";
    }
    CHECK(find_dates(separators).empty());
    const std::string blanks = "1" + std::string(200'000, ' ') + "/";
    CHECK(find_dates(blanks).empty());
}
