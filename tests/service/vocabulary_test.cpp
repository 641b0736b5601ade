#include "service/code.hpp"
#include "service/level.hpp"
#include "service/vocabulary.hpp"

#include <doctest/doctest.h>

using namespace pa::service;

TEST_CASE("labels of parts, with numbering and what stands behind them")
{
    struct Row {
        const char* text;
        Mask means;
        bool is_weak;
    };
    const Row rows[] = {
        {"Trình tự thực hiện", bit(Part::steps), false},
        {"1.1. TRÌNH TỰ THỰC HIỆN:", bit(Part::steps), false},
        {"a) Trình tự thực hiện", bit(Part::steps), false},
        {"IV. Thời hạn giải quyết", bit(Part::time_limit), false},
        {"đ) Thời hạn giải quyết", bit(Part::time_limit), false},
        {"Quy trình 4 bước", bit(Part::steps), false},
        {"Phí, lệ phí (nếu có)", bit(Part::fees), false},
        {"Lệ phí", bit(Part::fees), true},
        {"Thành phần, số lượng hồ sơ", bit(Part::dossier) | bit(Part::copies), false},
        {"Kết quả thực hiện thủ tục hành chính", bit(Part::result), false},
        {"Cơ quan thực hiện TTHC", bit(Part::agency), false},
        {"Yêu cầu & Điều kiện thực hiện", bit(Part::conditions), false},
        {"Tên mẫu đơn, mẫu tờ khai (đính kèm)", bit(Part::forms), false},
        {"Căn cứ pháp lý của thủ tục hành chính", bit(Part::legal_basis), false},
        {"Tên thủ tục hành chính", bit(Fact::name), false},
        {"Mã TTHC", bit(Fact::code), false},
        {"Can cu phap ly", bit(Part::legal_basis), false},  // a page without diacritics
        // No labels: a sentence that begins like one, another word, too long a text.
        {"Trình tự thực hiện nhiệm vụ năm 2026 của Sở", 0, false},
        {"Tin tức", 0, false},
        {"", 0, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(label_of(row.text).means == row.means);
        CHECK(label_of(row.text).is_weak == row.is_weak);
    }
}

TEST_CASE("every part has a name that reads back")
{
    for (std::size_t i = 0; i < part_count; ++i) {
        const auto part = static_cast<Part>(i);
        CHECK(part_named(name_of(part)) == part);
        CHECK(label_of(vietnamese(part)).means != 0);
    }
    CHECK_FALSE(part_named("others"));
}

TEST_CASE("no value, and a value that says that there is nothing")
{
    for (const char* text : {"", "--", "…", "Đang cập nhật", "Đang cập nhật...", "Không có thông tin", "Chưa có dữ liệu", "Theo mục Phí, lệ phí", "N/A"}) {
        CAPTURE(text);
        CHECK(is_placeholder(text));
    }
    for (const char* text : {"Không", "Không có", "Không quy định", "Miễn phí", "Không có.", "- Không", "0 đồng"}) {
        CAPTURE(text);
        CHECK_FALSE(is_placeholder(text));
        CHECK(says_none(text));
    }
    for (const char* text : {"Không quá 15 ngày làm việc", "Miễn phí cho hộ nghèo; 50.000 đồng với người khác"}) {
        CAPTURE(text);
        CHECK_FALSE(is_placeholder(text));
        CHECK_FALSE(says_none(text));
    }
}

TEST_CASE("codes of the national database and older ones")
{
    struct Row {
        const char* text;
        const char* code;
    };
    const Row rows[] = {
        {"1.004194", "1.004194"},
        {"Mã thủ tục: 2.000815.000.00.00.H42", "2.000815"},
        {"(3.000118) Cấp giấy phép", "3.000118"},
        {"T-HNO-123456-TT", "T-HNO-123456-TT"},
        {"B-BXD-272014-TT – Cấp chứng chỉ", "B-BXD-272014-TT"},
        {"/dvc/1.013466.html", "1.013466"},
        {"1.004194 và 1.004194", "1.004194"},
        // Sums of money, telephone numbers, versions, two codes.
        {"1.004194.500 đồng", ""},
        {"21.004194", ""},
        {"0.123456", ""},
        {"1.0041945", ""},
        {"1.004194 và 1.004195", ""},
        {"TB-XD-12", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(only_code(row.text) == row.code);
    }
    CHECK(is_national("1.004194"));
    CHECK_FALSE(is_national("T-HNO-123456-TT"));
}

TEST_CASE("declared levels of both readings")
{
    struct Row {
        const char* text;
        bool is_labelled;
        Declared says;
    };
    const Row rows[] = {
        {"Mức độ 4", false, Declared::level_4},
        {"DVC trực tuyến mức độ 3", false, Declared::level_3},
        {"Mức 2", false, Declared::level_2},
        {"Mức độ IV", false, Declared::level_4},
        {"Mức độ III", false, Declared::level_3},
        {"4", true, Declared::level_4},
        {"4", false, Declared::none},
        {"Toàn trình", false, Declared::full},
        {"Dịch vụ công trực tuyến một phần", false, Declared::partial},
        {"Cung cấp thông tin trực tuyến", false, Declared::information},
        {"Mức độ 3, Mức độ 4", false, Declared::none},
        {"Toàn trình / Một phần", true, Declared::none},
        {"5", true, Declared::none},
        {"Mức độ hài lòng", false, Declared::none},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(declared_in(row.text, row.is_labelled) == row.says);
    }
    CHECK(level_of(Declared::level_3) == 3);
    CHECK(level_of(Declared::full) == 0);
    CHECK(extent_of(Declared::information) == 0);
    CHECK(extent_of(Declared::level_1) == -1);
    CHECK(declared_named("partial") == Declared::partial);
}
