#include "check/shaped_rows.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::check;

namespace {

// The particulars of each row, by name, in brackets.
std::string read(const std::string& body)
{
    std::string out;
    for (const ShapedRow& row : shaped_rows(html::Document::parse("<!doctype html><body><main>" + body + "</main>"))) {
        std::string values;
        for (const auto& [name, value] : row.fields) {
            values += (values.empty() ? "" : "; ") + name + "=" + value;
        }
        out += "[" + values + "]";
    }
    return out;
}

const char* const two = "[abstract=Công bố danh mục thủ tục của ngành; issued=2026-11-03; number=12/QĐ-SXD][abstract=Rà soát nhà ở cũ trên địa bàn tỉnh; issued=2026-11-04; number=45/SXD-VP]";

}  // namespace

TEST_CASE("entries of a list that carry no labels")
{
    const char* const layouts[] = {
        "<table><tr><td>1</td><td>12/QĐ-SXD</td><td>03/11/2026</td><td><a href=/1>Công bố danh mục thủ tục của ngành</a></td></tr>"
        "<tr><td>2</td><td>45/SXD-VP</td><td>04/11/2026</td><td><a href=/2>Rà soát nhà ở cũ trên địa bàn tỉnh</a></td></tr></table>",
        "<div class=i><div>12/QĐ-SXD</div><div>03/11/2026</div><a href=/1>Công bố danh mục thủ tục của ngành</a></div>"
        "<div class=i><div>45/SXD-VP</div><div>04/11/2026</div><a href=/2>Rà soát nhà ở cũ trên địa bàn tỉnh</a></div>",
        "<ul><li><h4><a href=/1>Công bố danh mục thủ tục của ngành</a></h4><p>Số 12/QĐ-SXD | Ngày ban hành: 03/11/2026</p></li>"
        "<li><h4><a href=/2>Rà soát nhà ở cũ trên địa bàn tỉnh</a></h4><p>Số 45/SXD-VP | Ngày ban hành: 04/11/2026</p></li></ul>",
        "<article><b>12/QĐ-SXD</b> <i>(ngày 3 tháng 11 năm 2026)</i><p><a href=/1>Công bố danh mục thủ tục của ngành</a></p></article>"
        "<article><b>45/SXD-VP</b> <i>(ngày 4 tháng 11 năm 2026)</i><p><a href=/2>Rà soát nhà ở cũ trên địa bàn tỉnh</a></p></article>",
    };
    for (const char* const layout : layouts) {
        CAPTURE(layout);
        CHECK(read(layout) == two);
    }
}

TEST_CASE("the one document of a page")
{
    CHECK(read("<h1>Công bố danh mục thủ tục của ngành</h1><div><span>Quyết định</span> <span>12/QĐ-SXD</span> <span>03/11/2026</span> <span>Sở Xây dựng</span></div><p>Tin.</p>") ==
          "[abstract=Công bố danh mục thủ tục của ngành; authority=Sở Xây dựng; issued=2026-11-03; number=12/QĐ-SXD; type=Quyết định]");
}

TEST_CASE("what is no record of a document")
{
    // A number in a sentence, a day that is told to be another, two days of which nobody says which is which, a number alone.
    CHECK(read("<p>Thực hiện Công văn số <b>45/SXD-VP</b> của Sở Xây dựng về việc rà soát nhà ở cũ, các phòng chuyên môn đã lập danh sách hộ dân, kiểm tra từng căn và gửi báo cáo về Sở trước ngày 15 tháng này theo đúng yêu cầu.</p>").empty());
    CHECK(read("<h1>Công bố danh mục thủ tục</h1><p>12/QĐ-SXD</p><p>Ngày đăng: 03/11/2026</p>") == "[abstract=Công bố danh mục thủ tục; number=12/QĐ-SXD]");
    CHECK(read("<h1>Công bố danh mục thủ tục</h1><p>12/QĐ-SXD</p><p>03/11/2026</p><p>05/11/2026</p>") == "[abstract=Công bố danh mục thủ tục; number=12/QĐ-SXD]");
    CHECK(read("<p>12/QĐ-SXD</p>").empty());
    CHECK(read("<nav><a href=/1>12/QĐ-SXD</a> <a href=/2>45/SXD-VP</a></nav>").empty());
}
