#include "check/labelled.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace pa;
using namespace pa::check;

namespace {

const std::vector<Field> known = {field_of("number = Số ký hiệu | Số"), field_of("type = Loại văn bản"), field_of("issued = Ngày ban hành"), field_of("abstract = Trích yếu")};

// "số ký hiệu=12/QĐ; loại văn bản=Quyết định" of the records of a page, each in brackets; rows of several with "*".
std::string read(const std::string& body)
{
    std::string out;
    for (const Record& record : labelled_page(html::Document::parse("<!doctype html><body><main>" + body + "</main>"), known).records) {
        std::string values;
        for (const LabelledValue& pair : record.values) {
            values += fmt::format("{}{}={}", values.empty() ? "" : "; ", pair.label, pair.value);
        }
        out += fmt::format("{}[{}]", record.is_row ? "*" : "", values);
    }
    return out;
}

const char* const one = "[số ký hiệu=12/QĐ; loại văn bản=Quyết định; ngày ban hành=03/11/2026]";
const char* const two = "*[số ký hiệu=12/QĐ; loại văn bản=Quyết định; ngày ban hành=03/11/2026]*[số ký hiệu=13/TB; loại văn bản=Thông báo; ngày ban hành=04/11/2026]";

}  // namespace

TEST_CASE("label and value in the ways that pages lay them out")
{
    const char* const layouts[] = {
        "<table><tr><th>Số ký hiệu</th><td>12/QĐ</td></tr><tr><th>Loại văn bản</th><td>Quyết định</td></tr><tr><th>Ngày ban hành</th><td>03/11/2026</td></tr></table>",
        "<table><tr><td>Số ký hiệu</td><td>:</td><td>12/QĐ</td></tr><tr><td>Loại văn bản</td><td>:</td><td>Quyết định</td></tr><tr><td>Ngày ban hành</td><td>:</td><td>03/11/2026</td></tr></table>",
        "<table><tr><td>Số ký hiệu</td><td>: 12/QĐ</td></tr><tr><td>Loại văn bản</td><td>: Quyết định</td></tr><tr><td>Ngày ban hành</td><td>: 03/11/2026</td></tr></table>",
        "<table><tr><td><b>Số ký hiệu</b>: 12/QĐ<br><b>Loại văn bản</b>: Quyết định<br><b>Ngày ban hành</b>: 03/11/2026</td></tr></table>",
        "<table><tr><td data-label='Số ký hiệu'>12/QĐ</td><td data-label='Loại văn bản'>Quyết định</td><td data-label='Ngày ban hành'>03/11/2026</td></tr></table>",
        "<table><thead><tr><th>Số ký hiệu</th><th>Loại văn bản</th><th>Ngày ban hành</th></tr></thead><tr><td>12/QĐ</td><td>Quyết định</td><td>03/11/2026</td></tr></table>",
        "<dl><dt>Số ký hiệu</dt><dd>12/QĐ</dd><dt>Loại văn bản</dt><dd>Quyết định</dd><dt>Ngày ban hành</dt><dd>03/11/2026</dd></dl>",
        "<p>Số ký hiệu: 12/QĐ; Loại văn bản: Quyết định; Ngày ban hành: 03/11/2026</p>",
        "<p><b>Số ký hiệu:</b> 12/QĐ | <b>Loại văn bản:</b> Quyết định | <b>Ngày ban hành:</b> 03/11/2026</p>",
        "<div><span>Số ký hiệu: 12/QĐ</span> <span>Loại văn bản: Quyết định</span> <span>Ngày ban hành: 03/11/2026</span></div>",
        "<ul><li><span>Số ký hiệu</span>: <span>12/QĐ</span></li><li><span>Loại văn bản</span>: <span>Quyết định</span></li><li><span>Ngày ban hành</span>: <span>03/11/2026</span></li></ul>",
        "<form><label>Số ký hiệu</label><input value='12/QĐ' readonly><br><label>Loại văn bản</label><input value='Quyết định' disabled><br><label>Ngày ban hành</label><input value='03/11/2026' readonly></form>",
        "<h3><button aria-expanded=false>Thuộc tính</button></h3><div hidden><p>Số ký hiệu: 12/QĐ</p><p>Loại văn bản: Quyết định</p><p>Ngày ban hành: 03/11/2026</p></div>",
        "<a href='#t'>Thuộc tính</a><p>Tin.</p><div id=t style='display:none'><p>Số ký hiệu: 12/QĐ</p><p>Loại văn bản: Quyết định</p><p>Ngày ban hành: 03/11/2026</p></div>",
    };
    for (const char* const layout : layouts) {
        CAPTURE(layout);
        CHECK(read(layout) == one);
    }
}

TEST_CASE("lists of records in the ways that pages lay them out")
{
    const char* const layouts[] = {
        "<table><tr><th>Số ký hiệu</th><th>Loại văn bản</th><th>Ngày ban hành</th></tr><tr><td>12/QĐ</td><td>Quyết định</td><td>03/11/2026</td></tr><tr><td>13/TB</td><td>Thông báo</td><td>04/11/2026</td></tr></table>",
        "<table><tr><th>Số ký hiệu<br>Loại văn bản</th><th>Ngày ban hành</th></tr><tr><td>12/QĐ<br>Quyết định</td><td>03/11/2026</td></tr><tr><td>13/TB<br>Thông báo</td><td>04/11/2026</td></tr></table>",
        "<table><tr><td data-title='Số ký hiệu'>12/QĐ</td><td data-title='Loại văn bản'>Quyết định</td><td data-title='Ngày ban hành'>03/11/2026</td></tr><tr><td data-title='Số ký hiệu'>13/TB</td><td data-title='Loại văn bản'>Thông báo</td><td data-title='Ngày ban hành'>04/11/2026</td></tr></table>",
        "<div><div><div>Số ký hiệu</div><div>Loại văn bản</div><div>Ngày ban hành</div></div><div><div>12/QĐ</div><div>Quyết định</div><div>03/11/2026</div></div><div><div>13/TB</div><div>Thông báo</div><div>04/11/2026</div></div></div>",
        "<div role=table><div role=rowgroup><div role=row><span>Số ký hiệu</span><span>Loại văn bản</span><span>Ngày ban hành</span></div></div><div role=rowgroup><div role=row><span>12/QĐ</span><span>Quyết định</span><span>03/11/2026</span></div><div role=row><span>13/TB</span><span>Thông báo</span><span>04/11/2026</span></div></div></div>",
        "<p>Số ký hiệu: 12/QĐ, Loại văn bản: Quyết định, Ngày ban hành: 03/11/2026</p><p>Số ký hiệu: 13/TB, Loại văn bản: Thông báo, Ngày ban hành: 04/11/2026</p>",
    };
    for (const char* const layout : layouts) {
        CAPTURE(layout);
        CHECK(read(layout) == two);
    }
}

TEST_CASE("what is no particular")
{
    // A form to search with, what nobody can open, and labels with text between them that are no head of columns.
    CHECK(read("<form><label>Loại văn bản <select><option>Tất cả</select></label><label for=s>Số ký hiệu</label><input id=s><button>Tìm</button></form>").empty());
    CHECK(read("<p>Tin.</p><div hidden><p>Số ký hiệu: 12/QĐ</p></div>").empty());
    CHECK(read("<p>1. <b>Số ký hiệu:</b> 12/QĐ <b>Loại văn bản:</b> Quyết định <b>Ngày ban hành:</b> 03/11/2026</p><p><b>Trích yếu:</b> Quy chế <a href=a.pdf>a</a> <a href=b.pdf>b</a></p>") ==
          "[số ký hiệu=12/QĐ; loại văn bản=Quyết định; ngày ban hành=03/11/2026; trích yếu=Quy chế a b]");
    CHECK(read("<p>Ngày ban hành: đang cập nhật</p>") == "[ngày ban hành=]");
    CHECK(read("<table><tr><th>Số ký hiệu</th><td>: ;</td></tr><tr><th>Loại văn bản</th><td>; |</td></tr></table>") == "[số ký hiệu=; loại văn bản=]");
}

TEST_CASE("the heading above a record is its own")
{
    const LabelledPage page = labelled_page(html::Document::parse("<!doctype html><main><article><h3>Quy chế</h3><p>Số ký hiệu: 12/QĐ</p></article><article><h3>Kết quả</h3><p>Số ký hiệu: 13/TB</p></article></main>"), known);
    REQUIRE(page.records.size() == 2);
    CHECK(page.records[0].heading == "Quy chế");
    CHECK(page.records[1].heading == "Kết quả");
}
