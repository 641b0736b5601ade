// Lists of procedures in the layouts that portals have.
#include "service/page.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::service;

namespace {

std::shared_ptr<const PageFacts> list(const std::string& body)
{
    auto facts = test::facts_of("<title>Dịch vụ công trực tuyến</title><h1>Dịch vụ công</h1>" + body, "https://soxd.example.gov.vn/dich-vu-cong/");
    REQUIRE(facts != nullptr);
    return facts;
}

}  // namespace

TEST_CASE("tables, cards, list items and lines give the same rows")
{
    const char* const layouts[] = {
        "<table><thead><tr><th>Mã</th><th>Tên thủ tục</th><th>Mức độ</th></tr></thead><tr><td>1.000001</td><td><a href='/dvc/1'>Cấp giấy phép</a></td><td>Mức độ 3</td></tr><tr><td>1.000002</td><td><a href='/dvc/2'>Gia hạn giấy phép</a></td><td>Mức độ 4</td></tr></table>",
        "<table><tr><td>STT</td><td>Mã TTHC</td><td>Tên thủ tục</td><td>Mức độ DVC</td></tr><tr><td>1</td><td>1.000001</td><td><a href='/dvc/1'>Cấp giấy phép</a></td><td>3</td></tr><tr><td>2</td><td>1.000002</td><td><a href='/dvc/2'>Gia hạn giấy phép</a></td><td>4</td></tr></table>",
        "<div class='card'><small>Mã: 1.000001</small> <span class='badge'>Mức độ 3</span><h5><a href='/dvc/1'>Cấp giấy phép</a></h5></div><div class='card'><small>Mã: 1.000002</small> <span class='badge'>Mức độ 4</span><h5><a href='/dvc/2'>Gia hạn giấy phép</a></h5></div>",
        "<ul><li>1.000001 – <a href='/dvc/1'>Cấp giấy phép</a> (Mức độ 3)</li><li>1.000002 – <a href='/dvc/2'>Gia hạn giấy phép</a> (Mức độ 4)</li></ul>",
        "<ol><li><a href='/dvc/1'>Cấp giấy phép (1.000001)</a> – Mức độ 3</li><li><a href='/dvc/2'>Gia hạn giấy phép (1.000002)</a> – Mức độ 4</li></ol>",
        "<h4>1.000001</h4><p><a href='/dvc/1'>Cấp giấy phép</a></p><p>Mức độ: Mức độ 3</p><h4>1.000002</h4><p><a href='/dvc/2'>Gia hạn giấy phép</a></p><p>Mức độ: Mức độ 4</p>",
        "<a class='box' href='/dvc/1'><span>1.000001</span><span>Cấp giấy phép</span><span>Mức độ 3</span></a><a class='box' href='/dvc/2'><span>1.000002</span><span>Gia hạn giấy phép</span><span>Mức độ 4</span></a>",
        "<div>1.000001 <a href='/dvc/1'>Cấp giấy phép</a> Mức độ 3<br>1.000002 <a href='/dvc/2'>Gia hạn giấy phép</a> Mức độ 4</div>",
    };
    for (const char* layout : layouts) {
        CAPTURE(layout);
        const auto facts = list(layout);
        REQUIRE(facts->rows.size() == 2);
        CHECK(facts->rows[0].code == "1.000001");
        CHECK(facts->rows[0].url == "https://soxd.example.gov.vn/dvc/1");
        CHECK(facts->rows[0].declared == Declared::level_3);
        CHECK(facts->rows[1].code == "1.000002");
        CHECK(facts->rows[1].declared == Declared::level_4);
        CHECK(facts->rows[1].url == "https://soxd.example.gov.vn/dvc/2");
    }
}

TEST_CASE("fields as headings over rows, codes as pictures, levels as pictures, links to send a file in")
{
    const auto facts = list("<table><tr><th>Mã thủ tục</th><th>Tên thủ tục</th><th>Mức độ</th><th></th></tr><tr><td colspan='4'>Lĩnh vực: Đường bộ</td></tr>"
                            "<tr><td><img src='/m/1.png' alt=''></td><td><a href='/dvc/1'>Cấp giấy phép</a></td><td><img src='/l/4.png' alt='Mức độ 4'></td><td><a href='https://dichvucong.gov.vn/x'>Nộp hồ sơ</a></td></tr>"
                            "<tr><td><img src='/m/2.png' alt='1.000002'></td><td><a href='/dvc/2'>Gia hạn</a></td><td></td><td></td></tr></table>");
    REQUIRE(facts->rows.size() == 2);
    CHECK(facts->rows[0].code_is_picture);
    CHECK(facts->rows[0].code.empty());
    CHECK(facts->rows[0].field == "Đường bộ");
    CHECK(facts->rows[0].declared == Declared::level_4);
    REQUIRE(facts->rows[0].filings.size() == 1);
    CHECK(facts->rows[0].filings[0].url == "https://dichvucong.gov.vn/x");
    CHECK(facts->rows[0].url == "https://soxd.example.gov.vn/dvc/1");
    CHECK(facts->rows[1].code == "1.000002");  // the picture has a text
    CHECK_FALSE(facts->rows[1].code_is_picture);
}

TEST_CASE("what a list says of its size, and lists that only a script fills")
{
    CHECK(list("<p>Tổng số: 128 thủ tục</p>")->announced == 128);
    CHECK(list("<p>Hiển thị 1 - 10 trong tổng số 1.204 bản ghi</p>")->announced == 1204);
    CHECK(list("<p>Trang 1/13</p>")->list_pages == 13);
    CHECK(list("<div id='app'></div><p>Đang tải dữ liệu, vui lòng chờ</p>")->waits_for_script);
    CHECK(list("<table><thead><tr><th>Mã thủ tục</th><th>Tên thủ tục</th></tr></thead><tbody></tbody></table><script src='/a.js'></script>")->waits_for_script);
    CHECK_FALSE(list("<p>Chọn thủ tục ở danh mục bên cạnh.</p>")->waits_for_script);
}

TEST_CASE("columns, filters and groups are ways to sort")
{
    const auto facts = list("<label for='a'>Lĩnh vực</label><select id='a'><option>Tất cả</option></select><select><option>Cấp thực hiện</option></select><p><a href='?d=1'>Công dân</a></p>"
                            "<table><tr><th>Mã thủ tục</th><th>Tên thủ tục</th><th>Mức độ</th></tr><tr><td>1.000001</td><td>Cấp giấy phép</td><td>Toàn trình</td></tr></table>");
    CHECK(facts->shown_by == (bit(By::field) | bit(By::admin_level) | bit(By::level) | bit(By::subject)));
}

TEST_CASE("what is said not to be offered is no sign")
{
    const auto signs = [](const std::string& text) { return list("<p>" + text + "</p>")->signs; };
    CHECK((signs("Thanh toán trực tuyến phí, lệ phí.") & bit(Sign::payment)) != 0);
    CHECK((signs("Hồ sơ chưa hỗ trợ thanh toán trực tuyến.") & bit(Sign::payment)) == 0);
    CHECK((signs("Mỗi tệp hồ sơ có dung lượng không quá 20 MB.") & bit(Sign::size_limit)) != 0);
    CHECK((signs("Người nộp hồ sơ không phải có mặt.") & bit(Sign::presence)) == 0);
    CHECK((signs("Tra cứu tình trạng hồ sơ") & bit(Sign::look_up)) != 0);
}
