#include "service/wording.hpp"

#include "base/ascii.hpp"
#include "html/text.hpp"
#include "service/code.hpp"
#include "site/address.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::service {

bool names_filing(std::string_view label)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^[^a-zà-ỹ0-9]*(nộp (hồ sơ|đơn|trực tuyến|tờ khai)( (ngay|trực tuyến|online|qua mạng|tại đây|mới|tthc|trên cổng.*|qua cổng.*))*|đăng ký (trực tuyến|hồ sơ|nộp hồ sơ|online|qua mạng)|(thực hiện|gửi) (hồ sơ |dịch vụ |dịch vụ công )?(trực tuyến|online)|gửi hồ sơ|nộp online|làm thủ tục trực tuyến|nộp hs)[^a-zà-ỹ0-9]*$");
    return label.size() <= 160 && pattern.is_in(text::collapsed(label));
}

bool names_form_file(std::string_view address)
{
    const std::string path = ascii_lowered(address.substr(0, address.find_first_of("#")));
    for (const std::string_view ending : {".doc", ".docx", ".odt", ".rtf", ".pdf", ".xls", ".xlsx", ".ods", ".zip", ".rar"}) {
        const std::size_t query = path.find('?');
        if (path.ends_with(ending) || (query != std::string::npos && std::string_view(path).substr(0, query).ends_with(ending))) {
            return true;
        }
    }
    return false;
}

bool has_label_word(std::string_view classes)
{
    const std::string lowered = ascii_lowered(classes);
    for (const std::string_view word : {"title", "label", "head", "lbl", "caption", "tieu-de", "tieude", "toggle", "field-name", "term", "key", "tab", "ten-truong"}) {
        if (lowered.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

bool is_noise(std::string_view line)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^[^a-zà-ỹ0-9]*((in|in trang|in bài viết|lưu|quay lại|trở về|trở lại|tải về|tải xuống|download|xem chi tiết|chi tiết|xem|đăng nhập|gửi email|thực hiện|facebook|zalo|twitter|tweet|mở rộng|thu gọn|đóng|về đầu trang|cỡ chữ|nộp hồ sơ)[^a-zà-ỹ0-9]*"
        "|(chia sẻ|quay lại|trở về|lượt xem|số lượt|ngày (cập nhật|đăng)|cập nhật( lần cuối)?:|đánh giá|chọn cơ quan|tỉnh/ ?thành phố|hệ thống chỉ hiển thị|in trang).{0,120})$");
    return line.size() <= 300 && pattern.is_in(text::nfc(line));
}

bool closes_procedure(std::string_view line)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^[^a-zà-ỹ0-9]*((các |danh sách )?(thủ tục|dịch vụ|tthc)( hành chính| công)?( trực tuyến)? (liên quan|khác|cùng)\\b.{0,60}|(các )?(tin|bài viết|văn bản) (liên quan|khác|cùng)\\b.{0,60}|bình luận.{0,40}|góp ý.{0,60}|ý kiến (của bạn|bạn đọc).{0,40}|đánh giá (mức độ|chất lượng).{0,80})$");
    return line.size() <= 240 && pattern.is_in(text::nfc(line));
}

bool is_general_title(std::string_view text)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "^[^a-zà-ỹ0-9]*((thông tin |nội dung |bộ |danh mục |chi tiết |tra cứu |danh sách |hướng dẫn |công khai )*(chung|chi tiết|thủ tục|thủ tục hành chính|tthc|dịch vụ công|dịch vụ công trực tuyến|dịch vụ|cổng dịch vụ công.{0,60}|thông tin|nội dung|về thủ tục|của thủ tục|thông tin chung của thủ tục)|trang chủ|chi tiết thủ tục hành chính.{0,3}|.{0,40}(thông tin điện tử|trang thông tin).{0,60})[^a-zà-ỹ0-9]*$");
    const std::string composed = text::collapsed(text::nfc(text));
    return composed.empty() || pattern.is_in(composed);
}

std::string clean_name(std::string_view text)
{
    constexpr std::size_t longest = 500;
    std::string name = text::collapsed(text::nfc(text));
    // A code before or behind the name, with what parts them.
    for (const FoundCode& code : find_codes(name, 1)) {
        const std::string_view around = " -–—:.()[]|/,#";
        const bool is_at_begin = name.find_first_not_of("()[]# ", 0) == code.at || name.substr(0, code.at).size() <= 12;
        const std::size_t end = code.at + code.size;
        const bool is_at_end = name.find_first_not_of(" ()[].", end) == std::string::npos;
        if (is_at_begin) {
            std::size_t from = end;
            while (from < name.size() && (around.find(name[from]) != std::string_view::npos || name.compare(from, 3, "–") == 0)) {
                from += name.compare(from, 3, "–") == 0 ? 3U : 1U;
            }
            name.erase(0, from);
        } else if (is_at_end) {
            static const text::Pattern tail = *text::Pattern::compile("[-–—:|,( \\[]*(mã( số| thủ tục| tthc)?)?[-–—:|,( \\[]*$");
            name.erase(code.at);
            name.erase(static_cast<std::size_t>(tail.find(name).data() - name.data()));
        }
    }
    static const text::Pattern before = *text::Pattern::compile("^((tên )?(thủ tục|tthc|thủ tục hành chính|dịch vụ công|dịch vụ)( hành chính)? ?:|[0-9]{1,3}[.)/] |stt [0-9]+)\\s*");
    if (const std::string_view cut = before.find(name); cut.data() != nullptr && cut.size() < name.size()) {
        name.erase(0, cut.size());
    }
    return text::shortened(text::collapsed(name), longest);
}

std::string address_of(html::Node link, const url::Url& base)
{
    const std::string_view href = html::attribute(link, "href");
    if (href.empty() || href.front() == '#') {
        return "";
    }
    const auto address = site::page_address(href, base);
    return address && address->is_http() ? address->href() : "";
}

}  // namespace pa::service
