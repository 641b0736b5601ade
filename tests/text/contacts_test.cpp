#include "text/contacts.hpp"

#include <doctest/doctest.h>

using namespace pa::text;

TEST_CASE("telephone numbers by the numbering plan")
{
    struct Row {
        std::string_view text;
        std::string_view found;  ///< "+" current, "m" old mobile, "a" old area code
    };
    const Row rows[] = {
        // As of today.
        {"Điện thoại: 0299 3555 001", "+02993555001"}, {"(0299) 3.555.001", "+02993555001"}, {"(024) 3936 1234", "+02439361234"}, {"028.38221234", "+02838221234"},
        {"ĐT: 0912 345 678", "+0912345678"}, {"+84 912 345 678", "+0912345678"}, {"(+84) 24 3936 1234", "+02439361234"}, {"84.299.3555.001", "+02993555001"}, {"+84 (0) 912345678", "+0912345678"},
        {"032-1234567", "+0321234567"}, {"0987654321", "+0987654321"}, {"1900 1234", "+19001234"}, {"18001096", "+18001096"}, {"Tổng đài 1900.561.234", "+1900561234"},
        {"0299\xC2\xA0" "3555\xC2\xA0" "001", "+02993555001"},
        // Several.
        {"0299.3555.001 - 0299.3555.002", "+02993555001 +02993555002"}, {"0299.3555.001/0299.3555.002", "+02993555001 +02993555002"}, {"02993555001; 0912345678", "+02993555001 +0912345678"},
        {"0299 3555 001 0912 345 678", "+02993555001 +0912345678"},
        // Mobile numbers of eleven digits, gone since 15/11/2018.
        {"Di động: 0168 234 5678", "m01682345678"}, {"01234.567.890", "m01234567890"}, {"0199 345 6789", "m01993456789"}, {"+84 1682345678", "m01682345678"},
        // Area codes gone since 2017.
        {"(04) 3936 1234", "a0439361234"}, {"04.39361234", "a0439361234"}, {"(08) 3822 1234", "a0838221234"}, {"0650 3822 123", "a06503822123"}, {"0511.3822.123", "a05113822123"},
        {"064 3822 123", "a0643822123"}, {"0240 3555 001", "a02403555001"}, {"(0280) 3855 123", "a02803855123"},
        // 083 was no area code, so this is a mobile number.
        {"083 822 1234", "+0838221234"},
        // What is none.
        {"01/11/2026", ""}, {"23.11.2026 08:15", ""}, {"Mã hồ sơ 000.00.12.H34-240101-0001", ""}, {"1.004194", ""}, {"CCCD 001099012345", ""}, {"Số tài khoản 0611001234567", ""},
        {"12/2026/TT-BTTTT", ""}, {"115", ""}, {"0912345678@example.gov.vn", ""}, {"tep0912345678", ""}, {"1.234.567.890 đồng", ""}, {"", ""}, {"(", ""}, {"+", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string found;
        for (const Telephone& telephone : find_telephones(row.text)) {
            using enum TelephoneState;
            found += (found.empty() ? "" : " ") + std::string(telephone.state == current ? "+" : telephone.state == old_mobile ? "m" : "a") + telephone.digits;
            CHECK(telephone.end <= row.text.size());
        }
        CHECK(found == row.found);
    }
}

TEST_CASE("e-mail addresses in text")
{
    struct Row {
        std::string_view text;
        std::string_view domains;
    };
    const Row rows[] = {
        {"Email: vanthu.sxd@minhgiang.gov.vn.", "minhgiang.gov.vn"}, {"a@GMAIL.com, b@moc.gov.vn", "gmail.com moc.gov.vn"}, {"vanthu[at]minhgiang.gov.vn", "minhgiang.gov.vn"},
        {"vanthu (at) minhgiang.gov.vn", "minhgiang.gov.vn"}, {"@minhgiang", ""}, {"a@b", ""}, {"không có", ""}, {"mailto:a-b+c@x.vn?subject=y", "x.vn"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string found;
        for (const Email& email : find_emails(row.text)) {
            found += (found.empty() ? "" : " ") + email.domain;
        }
        CHECK(found == row.domains);
    }
}
