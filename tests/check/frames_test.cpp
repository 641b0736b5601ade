#include "support/small_site.hpp"

using namespace pa;

namespace {

const char* const keys = "kind = \"information-item\"\nitem = \"documents.list\"\nlabels = [\"Văn bản\"]\n";

std::string page(const std::string& main) { return "<!doctype html><html lang=vi><meta charset=utf-8><title>Sở Xây dựng</title><nav><a href='/'>Trang chủ</a> <a href='/van-ban.html'>Văn bản</a></nav><main>" + main + "</main>"; }

const char* const list = "<!doctype html><meta charset=utf-8><title>Danh sách</title><ul><li><a href='/1.html'>Quyết định về quy chế tiếp công dân</a></li><li><a href='/2.html'>Thông báo kết quả kiểm tra chất lượng</a></li>"
                         "<li><a href='/3.html'>Kế hoạch cải cách hành chính năm sau</a></li><li><a href='/4.html'>Công văn hướng dẫn lập hồ sơ cấp phép</a></li></ul>";

}  // namespace

TEST_CASE("what a page shows in a frame is its content")
{
    std::map<std::string, std::string> files{{"index.html", page("<p>Tin của Sở trong ngày.</p>")}, {"van-ban.html", page("<h1>Văn bản</h1><iframe src='/khung.html'></iframe>")}, {"khung.html", list}};
    for (const char* name : {"1.html", "2.html", "3.html", "4.html"}) {
        files[name] = page(std::string("<h1>Văn bản ") + name + "</h1><p>Toàn văn của văn bản được đăng ở trang này để mọi người đọc và tải về khi cần.</p>");
    }
    CHECK(test::judged(keys, files).verdict == check::Verdict::passed);
    files["khung.html"] = "<!doctype html><meta charset=utf-8><title>Danh sách</title><p>Đang cập nhật</p>";
    CHECK(test::judged(keys, files).verdict == check::Verdict::failed);
    files["van-ban.html"] = page("<h1>Văn bản</h1><iframe src='https://elsewhere.example/'></iframe>");
    CHECK(test::judged(keys, files).verdict == check::Verdict::partly);  // something is there, which the evidence does not hold
}

TEST_CASE("copies of a list under other addresses do not make it the template")
{
    std::map<std::string, std::string> files{{"index.html", page("<p>Tin của Sở trong ngày.</p>")}};
    const std::string with_filter = std::string("<h1>Văn bản</h1><p><a href='/loc-1.html'>Quyết định</a> <a href='/loc-2.html'>Thông báo</a> <a href='/loc-3.html'>Kế hoạch</a> <a href='/loc-4.html'>Công văn</a></p>") + list;
    for (const char* name : {"van-ban.html", "loc-1.html", "loc-2.html", "loc-3.html", "loc-4.html"}) {
        files[name] = page(with_filter);
    }
    for (const char* name : {"1.html", "2.html", "3.html", "4.html"}) {
        files[name] = page(std::string("<h1>Văn bản ") + name + "</h1><p>Toàn văn của văn bản được đăng ở trang này để mọi người đọc và tải về khi cần.</p>");
    }
    CHECK(test::judged(keys, files).verdict == check::Verdict::passed);
}
