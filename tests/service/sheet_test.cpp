// Descriptions of procedures in the layouts that portals have.
#include "service/page.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::service;

namespace {

const char* const head = "<title>Thủ tục hành chính - Sở Xây dựng</title>";

Shown state(const Sheet& sheet, Part part) { return sheet.parts[static_cast<std::size_t>(part)]; }

Sheet only_sheet(const std::string& body)
{
    const auto facts = test::facts_of(head + body);
    REQUIRE(facts != nullptr);
    REQUIRE(facts->sheets.size() == 1);
    return facts->sheets.front();
}

const char* const rest = "<h3>Cách thức thực hiện</h3><p>Trực tiếp</p><h3>Căn cứ pháp lý</h3><p>Luật Xây dựng</p>";

}  // namespace

TEST_CASE("the same parts in many layouts")
{
    struct Row {
        const char* layout;
        const char* html;
    };
    const Row rows[] = {
        {"headings", "<h1>Cấp phép</h1><h2>Trình tự thực hiện</h2><ol><li>Nộp đơn</li></ol><h2>Thành phần hồ sơ</h2><ul><li>Bản vẽ</li></ul><h2>Thời hạn giải quyết</h2><p></p>"},
        {"table of pairs", "<table><tr><td>Trình tự thực hiện</td><td>Nộp đơn</td></tr><tr><td>Thành phần hồ sơ</td><td>Bản vẽ</td></tr><tr><td>Thời hạn giải quyết</td><td></td></tr></table>"},
        {"table with numbers", "<table><tr><th>STT</th><th>Mục</th><th>Nội dung</th></tr><tr><td>1</td><td>Trình tự thực hiện</td><td>Nộp</td></tr><tr><td>2</td><td>Thành phần hồ sơ</td><td>Bản vẽ</td></tr><tr><td>3</td><td>Thời hạn giải quyết</td><td>Đang cập nhật</td></tr></table>"},
        {"nested tables", "<table><tr><td><b>Trình tự thực hiện</b></td><td><table><tr><td>Nộp đơn</td></tr></table></td></tr><tr><td><b>Thành phần hồ sơ</b></td><td><table><tr><td>Bản vẽ</td></tr></table></td></tr><tr><td><b>Thời hạn giải quyết</b></td><td></td></tr></table>"},
        {"terms", "<dl><dt>Trình tự thực hiện</dt><dd>Nộp</dd><dt>Thành phần hồ sơ</dt><dd>Bản vẽ</dd><dt>Thời hạn giải quyết</dt><dd>--</dd></dl>"},
        {"bold words", "<p><strong>1. Trình tự thực hiện:</strong> Nộp</p><p><strong>2. Thành phần hồ sơ:</strong></p><p>- Bản vẽ</p><p><strong>3. Thời hạn giải quyết:</strong> </p>"},
        {"lines", "<p>Trình tự thực hiện: Nộp</p><p>Thành phần hồ sơ: Bản vẽ</p><p>Thời hạn giải quyết: Không có thông tin</p>"},
        {"line breaks", "<div>Trình tự thực hiện: Nộp<br>Thành phần hồ sơ: Bản vẽ<br>Thời hạn giải quyết:</div>"},
        {"details", "<details><summary>Trình tự thực hiện</summary><p>Nộp</p></details><details><summary>Thành phần hồ sơ</summary>Bản vẽ</details><details><summary>Thời hạn giải quyết</summary></details>"},
        {"tabs", "<ul class='nav nav-tabs'><li><a href='#a'>Trình tự thực hiện</a></li><li><a href='#b'>Thành phần hồ sơ</a></li><li><a href='#c'>Thời hạn giải quyết</a></li></ul><div id='a'>Nộp</div><div id='b' style='display:none'>Bản vẽ</div><div id='c' style='display:none'></div>"},
        {"accordion", "<div class='card'><div class='card-header'><button data-target='#a'>Trình tự thực hiện</button></div><div id='a' class='collapse'><p>Nộp</p></div></div><div class='card'><div class='card-header'><button data-target='#b'>Thành phần hồ sơ</button></div><div id='b'>Bản vẽ</div></div><div class='card'><div class='card-header'><button data-target='#c'>Thời hạn giải quyết</button></div><div id='c'></div></div>"},
        {"divs", "<div class='field'><div class='label'>Trình tự thực hiện</div><div>Nộp</div></div><div class='field'><div class='label'>Thành phần hồ sơ</div><div>Bản vẽ</div></div><div class='field'><div class='label'>Thời hạn giải quyết</div><div></div></div>"},
        {"spans", "<div><span class='lbl'>Trình tự thực hiện</span> <span>Nộp</span></div><div><span class='lbl'>Thành phần hồ sơ</span> <span>Bản vẽ</span></div><div><span class='lbl'>Thời hạn giải quyết</span> <span></span></div>"},
        {"capitals", "<h4>I. TRÌNH TỰ THỰC HIỆN</h4><div>Nộp</div><h4>II. THÀNH PHẦN HỒ SƠ</h4><div>Bản vẽ</div><h4>III. THỜI HẠN GIẢI QUYẾT</h4>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.layout);
        const Sheet sheet = only_sheet(std::string("<p>Mã thủ tục: 1.009972</p>") + row.html);
        CHECK(state(sheet, Part::steps) == Shown::shown);
        CHECK(state(sheet, Part::dossier) == Shown::shown);
        CHECK(state(sheet, Part::time_limit) == Shown::empty);
        CHECK(state(sheet, Part::result) == Shown::missing);
        CHECK(sheet.code == "1.009972");
    }
}

TEST_CASE("time and fees that stand in columns only")
{
    const std::string table = "<h2>Trình tự thực hiện</h2><p>Nộp</p><h2>Cách thức thực hiện</h2><table><tr><th>Hình thức nộp</th><th>Thời hạn giải quyết</th><th>Phí, lệ phí</th></tr><tr><td>Trực tuyến</td><td>05 ngày</td><td>%</td></tr></table>";
    const auto with = [&](const std::string& fee) { return std::string(table).replace(table.find('%'), 1, fee); };
    const Sheet sheet = only_sheet(with("Miễn phí"));
    CHECK(state(sheet, Part::means) == Shown::shown);
    CHECK(state(sheet, Part::intake) == Shown::shown);
    CHECK(state(sheet, Part::time_limit) == Shown::shown);
    CHECK(state(sheet, Part::fees) == Shown::shown);
    CHECK(sheet.no_fee);
    // A reference to an empty part is no fee.
    CHECK(state(only_sheet(with("Theo mục Phí, lệ phí") + "<h2>Phí, lệ phí</h2><p></p>"), Part::fees) == Shown::empty);
}

TEST_CASE("names and codes where portals put them")
{
    struct Row {
        const char* html;
        const char* code;
        const char* name;
    };
    const Row rows[] = {
        {"<h1>Cấp giấy phép xây dựng</h1><p>Mã thủ tục: 1.009972</p>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h2>1. Cấp giấy phép xây dựng – 1.009972</h2>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>1.009972 - Cấp giấy phép xây dựng</h1>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Cấp giấy phép xây dựng (1.009972)</h1>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Cấp giấy phép xây dựng (Mã: 1.009972)</h1>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Thủ tục: Cấp giấy phép xây dựng</h1><p>Mã số: 1.009972.000.00.00.H42</p>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Thủ tục cấp giấy phép xây dựng</h1><p>Mã TTHC: 1.009972</p>", "1.009972", "Thủ tục cấp giấy phép xây dựng"},
        {"<h1>Chi tiết thủ tục hành chính</h1><table><tr><td>Tên thủ tục</td><td>Cấp giấy phép xây dựng</td></tr><tr><td>Mã thủ tục</td><td>1.009972</td></tr></table>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Thủ tục hành chính</h1><h2>Cấp giấy phép xây dựng</h2><p>Mã thủ tục: 1.009972</p>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<table class='head'><tr><th>Mã thủ tục</th><td>1.009972</td></tr><tr><th>Lĩnh vực</th><td>Xây dựng</td></tr></table><h1>Cấp giấy phép xây dựng</h1>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<center><b>Cấp giấy phép xây dựng</b></center><p><b>Mã thủ tục:</b> 1.009972</p><p><b>Tên thủ tục:</b> Cấp giấy phép xây dựng</p>", "1.009972", "Cấp giấy phép xây dựng"},
        {"<h1>Cấp phép: nhà ở riêng lẻ</h1><p>Số hồ sơ TTHC: T-HNO-123456-TT</p>", "T-HNO-123456-TT", "Cấp phép: nhà ở riêng lẻ"},
        {"<h1><span>Cấp giấy phép</span> <span>xây dựng</span></h1><div><div class='field__label'>Mã thủ tục</div><div class='field__item'>1.009972</div></div>", "1.009972", "Cấp giấy phép xây dựng"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        const Sheet sheet = only_sheet(std::string(row.html) + "<h3>Trình tự thực hiện</h3><p>Nộp</p>" + rest);
        CHECK(sheet.code == row.code);
        CHECK(sheet.name == row.name);
    }
}

TEST_CASE("a menu in a layout table names no procedure")
{
    const Sheet sheet = only_sheet("<table><tr><td><a href='/'>Trang chủ</a><br><a href='/dvc/'>Thủ tục hành chính</a><br><a href='/tin'>Tin tức</a></td><td><b>Cấp giấy phép</b><table><tr><td>Mã thủ tục:</td><td>1.009972</td></tr><tr><td>Tên thủ tục:</td><td>Cấp giấy phép</td></tr>"
                                   "<tr><td>Trình tự thực hiện</td><td>Nộp đơn</td></tr><tr><td>Căn cứ pháp lý</td><td>Luật</td></tr><tr><td>Lệ phí</td><td>Không</td></tr></table></td></tr></table>");
    CHECK(sheet.name == "Cấp giấy phép");
    CHECK(sheet.code == "1.009972");
    CHECK(sheet.no_fee);
}

TEST_CASE("forms that are named, linked, or not there")
{
    const auto forms = [](const std::string& html) { return only_sheet("<p>Mã thủ tục: 1.009972</p><h3>Trình tự thực hiện</h3><p>Nộp</p>" + std::string(rest) + html); };
    CHECK(forms("<h3>Tên mẫu đơn, mẫu tờ khai</h3><p>Không</p>").no_forms);
    CHECK(forms("<h3>Tên mẫu đơn, mẫu tờ khai</h3><p>Không có</p>").forms.empty());
    const Sheet linked = forms("<h3>Biểu mẫu</h3><ul><li><a href='/m/1.docx'>Mẫu số 01</a></li><li>Mẫu số 02: Tờ khai</li></ul>");
    REQUIRE(linked.forms.size() == 2);
    CHECK(linked.forms[0].url == "https://soxd.example.gov.vn/m/1.docx");
    CHECK(linked.forms[1].url.empty());
    // A link "Tải về" belongs to the name before it.
    const Sheet beside = forms("<h3>Biểu mẫu</h3><p>Mẫu số 01: Đơn đề nghị</p><p><a href='/tai?id=5'>Tải về</a></p>");
    REQUIRE(beside.forms.size() == 1);
    CHECK(beside.forms[0].name == "Mẫu số 01: Đơn đề nghị");
    CHECK(beside.forms[0].url == "https://soxd.example.gov.vn/tai?id=5");
    // Only a script would fetch it.
    const Sheet script = forms("<h3>Biểu mẫu</h3><p><a href='javascript:tai(5)'>Mẫu số 01</a></p>");
    REQUIRE(script.forms.size() == 1);
    CHECK(script.forms[0].is_by_script);
    // Where nothing else is said of forms, the dossier names them.
    CHECK(forms("<h3>Thành phần hồ sơ</h3><ul><li>Đơn đề nghị theo mẫu số 01</li><li>Bản vẽ</li></ul>").forms.size() == 1);
}

TEST_CASE("several procedures on one page are told apart")
{
    std::string html = head;
    for (const char* code : {"1.000001", "1.000002", "1.000003"}) {
        html += std::string("<h3>Tên thủ tục: Cấp phép số ") + code + "</h3><p>Mã thủ tục: " + code + "</p><p><b>Trình tự thực hiện:</b> Nộp</p><p><b>Thành phần hồ sơ:</b> Đơn</p><p><b>Căn cứ pháp lý:</b> Luật</p><p><b>Kết quả thực hiện:</b> Giấy phép</p>";
    }
    const auto facts = test::facts_of(html);
    REQUIRE(facts != nullptr);
    REQUIRE(facts->sheets.size() == 3);
    CHECK(facts->sheets[1].code == "1.000002");
    CHECK(facts->sheets[1].is_split);
    CHECK(state(facts->sheets[2], Part::legal_basis) == Shown::shown);
}

TEST_CASE("what is no description")
{
    CHECK(test::facts_of("<title>Tin</title><p>Trời nắng, có nơi mưa.</p>", "https://soxd.example.gov.vn/tin/1") == nullptr);
    // An article on procedures names parts in its sentences.
    const auto article = test::facts_of("<title>Tin tức</title><h1>Tập huấn</h1><p>Lớp tập huấn về trình tự thực hiện, thành phần hồ sơ và thời hạn giải quyết thủ tục hành chính.</p>");
    CHECK((article == nullptr || article->sheets.empty()));
}
