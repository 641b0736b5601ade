#include "check/document_text.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::check;

namespace {

// "number=12/QĐ-SXD; type=…", by name.
std::string told(const Particulars& particulars)
{
    std::string out;
    for (const auto& [name, value] : particulars) {
        out += (out.empty() ? "" : "; ") + name + "=" + value;
    }
    return out;
}

}  // namespace

TEST_CASE("the head of a document as it is laid out, authority and motto side by side")
{
    const std::vector<std::string> decision = {"ỦY BAN NHÂN DÂN TỈNH MINH GIANG", "SỞ XÂY DỰNG", "-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                                               "Số: 12/QĐ-SXD", "Minh Giang, ngày 3 tháng 5 năm 2026", "QUYẾT ĐỊNH", "Về việc công bố danh mục", "Điều 1. Công bố danh mục.",
                                               "Điều 2. Quyết định này có hiệu lực kể từ ngày 15/5/2026."};
    CHECK(told(particulars_of_text(decision, "")) ==
          "abstract=Về việc công bố danh mục; authority=SỞ XÂY DỰNG; effective=2026-05-15; issued=2026-05-03; number=12/QĐ-SXD; type=QUYẾT ĐỊNH");
    // Without the place, and with a letter, which names no kind.
    const std::vector<std::string> letter = {"SỞ XÂY DỰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 45/SXD-VP", "ngày 27 tháng 10 năm 2026", "V/v rà soát nhà ở"};
    CHECK(told(particulars_of_text(letter, "")) == "abstract=V/v rà soát nhà ở; authority=SỞ XÂY DỰNG; issued=2026-10-27; number=45/SXD-VP");
    // The stamp of the page stands before the number and is no day of issue.
    const std::vector<std::string> stamped = {"Ngày 28 tháng 10 năm 2026", "Số: 45/SXD-VP", "V/v rà soát nhà ở"};
    CHECK(told(particulars_of_text(stamped, "")) == "abstract=V/v rà soát nhà ở; number=45/SXD-VP");
}

TEST_CASE("a sentence that tells of a document")
{
    struct Row {
        const char* line;
        const char* particulars;
    };
    const std::string title = "Đôn đốc tiến độ nhà văn hóa";
    const Row rows[] = {
        {"Ủy ban nhân dân huyện Hưng Khê ban hành Công văn số 710/UBND-TH ngày 23/9/2026 về nội dung nêu trên.",
         "abstract=Đôn đốc tiến độ nhà văn hóa; authority=Ủy ban nhân dân huyện Hưng Khê; issued=2026-09-23; number=710/UBND-TH; type=Công văn"},
        {"Ngày 3/5/2026, Sở Xây dựng đã ký ban hành Quyết định số 12/QĐ-SXD về việc công bố danh mục.",
         "abstract=công bố danh mục; authority=Sở Xây dựng; number=12/QĐ-SXD; type=Quyết định"},
        {"Sở Văn hóa, Thể thao và Du lịch vừa ban hành Kế hoạch số 7/KH-SVHTTDL ngày 2 tháng 3 năm 2026 về bảo tồn di sản. Kế hoạch có năm nhóm việc.",
         "abstract=bảo tồn di sản; authority=Sở Văn hóa, Thể thao và Du lịch; issued=2026-03-02; number=7/KH-SVHTTDL; type=Kế hoạch"},
        // Another's document, which this one only follows.
        {"Thực hiện Công văn số 99/BXD-QLN của Bộ Xây dựng, Sở Xây dựng ban hành Kế hoạch số 8/KH-SXD về nhà ở xã hội.",
         "abstract=nhà ở xã hội; authority=Sở Xây dựng; number=8/KH-SXD; type=Kế hoạch"},
        {"Căn cứ Quyết định số 1960/QĐ-UBND ngày 31/12/2025, thời hạn được ấn định.", ""},
        {"Người dân xã Bãi Dâu góp ý cho dự thảo.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(told(particulars_of_text({title, row.line}, title)) == row.particulars);
    }
}

TEST_CASE("a title that says all of a document, and one that says no more than every title")
{
    CHECK(told(particulars_of_title("Quyết định số 12/QĐ-SXD ngày 3/5/2026 của Sở Xây dựng về việc công bố danh mục")) ==
          "abstract=công bố danh mục; authority=Sở Xây dựng; issued=2026-05-03; number=12/QĐ-SXD; type=Quyết định");
    CHECK(particulars_of_title("Quyết định số 12/QĐ-SXD về việc công bố danh mục").empty());
    CHECK(particulars_of_title("Sở Xây dựng triển khai Quyết định số 12/QĐ-SXD ngày 3/5/2026 về việc công bố danh mục").empty());
}
