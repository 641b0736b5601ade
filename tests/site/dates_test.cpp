#include "site/dates.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace pa;
using namespace pa::site;

namespace {

std::string_view word(DateRole role)
{
    constexpr std::array<std::string_view, 8> words = {"none", "stamp", "published", "updated", "document", "validity", "event", "copyright"};
    return words[static_cast<std::size_t>(role)];
}

std::string said_of(const std::string& text, const std::string& before)
{
    const time::Moment now = *time::parse_moment("2026-11-23T08:00:00+07:00");
    std::string out;
    for (const Dated& date : dates_of_block(text, before, now)) {
        out += (out.empty() ? "" : ", ") + time::to_string(date.day) + " " + std::string(word(date.role));
    }
    return out;
}

}  // namespace

TEST_CASE("what the words around a day say of it")
{
    struct Row {
        std::string text;
        std::string before;
        std::string_view said;
    };
    const Row rows[] = {
        // how pages show when a text was published
        {"Ngày đăng: 23/11/2026", "", "2026-11-23 published"},
        {"Đăng lúc: 08:15 23-11-2026", "", "2026-11-23 published"},
        {"Thứ Hai, ngày 23 tháng 11 năm 2026", "", "2026-11-23 stamp"},
        {"Thứ hai, 23/11/2026 08:15 GMT+7", "", "2026-11-23 stamp"},
        {"08:15 | 23/11/2026", "", "2026-11-23 stamp"},
        {"Ban Biên tập | 23/11/2026 | Lượt xem: 1.234", "", "2026-11-23 stamp"},
        {"Cập nhật lúc 14h05 ngày 23.11.2026", "", "2026-11-23 updated"},
        {"Ngày cập nhật: 23/11/2026 - Ngày đăng: 20/11/2026", "", "2026-11-23 updated, 2026-11-20 published"},
        {"Hội nghị triển khai công tác cải cách hành chính (23/11/2026)", "", "2026-11-23 stamp"},
        {"3 giờ trước", "", "2026-11-23 stamp"},
        {"Ngày đăng: 23/11/26", "", "2026-11-23 published"},
        {"23/11/2026", "Ngày đăng", "2026-11-23 published"},
        // other days
        {"23/11/2026", "Ngày ban hành", "2026-11-23 document"},
        {"23/11/2026", "Ngày có hiệu lực:", "2026-11-23 validity"},
        {"Ngày ban hành: 01/10/2026. Ngày hiệu lực: 15/11/2026", "", "2026-10-01 document, 2026-11-15 validity"},
        {"Quyết định số 12/2026/QĐ-UBND ngày 20/11/2026 của Ủy ban nhân dân tỉnh", "", "2026-11-20 document"},
        {"Sáng ngày 12/11/2026, tại trụ sở, Sở đã tổ chức hội nghị.", "", "2026-11-12 event"},
        {"Hà Nội, ngày 3 tháng 5 năm 2026", "", "2026-05-03 document"},
        {"Thứ Năm, ngày 12 tháng 11 năm 2026", "", "2026-11-12 stamp"},
        {"Chủ nhật - 22/11/2026 09:55", "Trao thưởng cuộc thi tìm hiểu pháp luật", "2026-11-22 stamp"},
        {"Hạn góp ý: 30/12/2026", "", "2026-12-30 validity"},
        {"Thời gian: từ ngày 01/11/2026 đến ngày 30/11/2026", "", "2026-11-01 event, 2026-11-30 validity"},
        {"Giấy phép số 12/GP-TTĐT ngày 05/01/2020", "", "2020-01-05 copyright"},
        {"© 01/01/2020 Sở Xây dựng", "", "2020-01-01 copyright"},
        {"Luật quy định thế nào về phát triển công nghiệp chế biến? (20/10/2026)", "", "2026-10-20 stamp"},
        {"Quyết định số 12/QĐ-UBND về quy chế làm việc (20/10/2026)", "", "2026-10-20 document"},
        {"Nguyễn Thị A (11/11/2026): Bao giờ đường được sửa?", "", "2026-11-11 none"},
        {"Hôm nay, 07:30", "", "2026-11-23 stamp"},
        {"Hôm nay", "", ""},
        {"Hôm nay: 711", "", ""},
        // nothing says
        {"Trong chuyến công tác, đoàn đã nghe báo cáo, ghi nhận các kiến nghị và thống nhất sẽ xem xét lại trước khi trình vào kỳ họp 12/12/2026 của Hội đồng, theo đúng quy định.", "", "2026-12-12 none"},
        {"Điện thoại: 12.34.56", "", ""},
        {"2 ngày trước khi họp, các đơn vị gửi tài liệu", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(said_of(row.text, row.before) == row.said);
    }
}
