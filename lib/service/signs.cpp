#include "service/signs.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/pattern_set.hpp"

#include <algorithm>
#include <array>

namespace pa::service {

namespace {

constexpr std::array<std::string_view, sign_count> names = {"form", "file-input", "size-limit", "login", "payment", "delivery", "presence", "look-up", "guide", "rating", "questions", "field-help", "save-print", "handler", "identification", "signature"};

struct Wording {
    Sign sign;
    text::Pattern pattern;
};

const std::vector<Wording>& wordings()
{
    static const std::vector<Wording> table = {
        {Sign::size_limit, *text::Pattern::compile("(dung lượng|kích thước|tối đa|không quá|nhỏ hơn|giới hạn|≤|<)[^.\\n]{0,60}[0-9]+ ?(mb|kb|megabyte|kilobyte)\\b")},
        {Sign::payment, *text::Pattern::compile("thanh toán (trực tuyến|online|điện tử|qua cổng|phí[^.\\n]{0,40}trực tuyến|lệ phí[^.\\n]{0,40}trực tuyến)|pay ?gov|payment platform|nộp (phí|lệ phí)[^.\\n]{0,30}trực tuyến|cổng thanh toán|nền tảng thanh toán")},
        {Sign::delivery, *text::Pattern::compile("(trả|nhận|gửi|chuyển) kết quả[^.\\n]{0,80}(trực tuyến|bưu chính|bưu điện|thư điện tử|bản điện tử|điện tử|qua mạng|tài khoản)")},
        {Sign::presence, *text::Pattern::compile("(phải|cần|buộc) (trực tiếp )?(có mặt|đến trực tiếp|hiện diện)|kiểm tra thực (địa|tế)|khảo sát thực (địa|tế)")},
        {Sign::look_up, *text::Pattern::compile("(tra cứu|theo dõi)( tình trạng| trạng thái| tiến độ| kết quả)?( giải quyết| xử lý)? hồ sơ|tra cứu (tình trạng|kết quả giải quyết)")},
        {Sign::guide, *text::Pattern::compile("hướng dẫn (sử dụng|nộp|thực hiện|đăng ký|sử dụng dịch vụ|tra cứu)")},
        {Sign::rating, *text::Pattern::compile("đánh giá (mức độ |chất lượng |sự )?(hài lòng|phục vụ|dịch vụ|giải quyết)|mức độ hài lòng|rất hài lòng")},
        {Sign::questions, *text::Pattern::compile("câu hỏi thường gặp|hỏi đáp (về )?(thủ tục|dịch vụ công)|\\bfaqs?\\b")},
        {Sign::handler, *text::Pattern::compile("(cán bộ|người|bộ phận|đơn vị)( đang)? (tiếp nhận|thụ lý|xử lý)[^\\n]{0,400}(ngày|thời gian|thời điểm) (tiếp nhận|nhận)")},
        {Sign::identification, *text::Pattern::compile("vneid|định danh (điện tử|và xác thực)|xác thực điện tử|đăng nhập bằng tài khoản")},
        {Sign::signature, *text::Pattern::compile("ký số|chữ ký (số|điện tử)")},
    };
    return table;
}

// "chưa hỗ trợ thanh toán trực tuyến", "không phải có mặt"
bool is_denied(std::string_view text, std::string_view found)
{
    static const text::Pattern denial = *text::Pattern::compile("(chưa|không|chưa được|tạm dừng)( (hỗ trợ|thực hiện|có|áp dụng|cung cấp|triển khai|yêu cầu|phải|cần))*( (việc|chức năng|dịch vụ))* *$");
    constexpr std::size_t before = 60;  // bytes
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    std::size_t begin = at > before ? at - before : 0;
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        ++begin;
    }
    return denial.is_in(text.substr(begin, at - begin));
}

// Which of the wordings are in a text, denied or not.
std::vector<bool> mentioned(const std::string& text)
{
    static const text::PatternSet all = [] {
        std::vector<text::Pattern> patterns;
        for (const Wording& row : wordings()) {
            patterns.push_back(row.pattern);
        }
        return text::PatternSet(patterns);
    }();
    return all.in(text);
}

bool says(std::string_view text, const text::Pattern& pattern)
{
    for (int tries = 0; tries < 20; ++tries) {
        const std::string_view found = pattern.find(text);
        if (found.data() == nullptr) {
            return false;
        }
        if (!is_denied(text, found)) {
            return true;
        }
        text = text.substr(static_cast<std::size_t>(found.data() - text.data()) + found.size());
    }
    return false;
}

std::string own_text(const site::PageView& view)
{
    std::string out;
    for (const html::Block& block : html::blocks(view.document.body(), 4000)) {
        if (site::zone_of(block.element) == site::Zone::content) {
            out += block.text + "\n";
        }
    }
    return text::nfc(out);
}

bool is_field(html::Node node)
{
    const std::string_view name = node.name();
    const std::string_view type = html::attribute(node, "type");
    return name == "textarea" || name == "select" || (name == "input" && type != "hidden" && type != "submit" && type != "button" && type != "reset" && type != "image" && type != "search");
}

bool explains(html::Node field)
{
    return field.attribute("aria-describedby") || field.attribute("title") || field.attribute("placeholder");
}

// A form to fill in, not one to search, comment or log in with.
Signs signs_of_form(html::Node form)
{
    static const text::Pattern other = *text::Pattern::compile("tìm kiếm|tra cứu|bình luận|góp ý|phản ánh|liên hệ|đăng nhập|đăng ký nhận tin|đánh giá|thăm dò|bình chọn|search|comment|login");
    static const text::Pattern own = *text::Pattern::compile("nộp hồ sơ|gửi hồ sơ|nộp đơn|đăng ký|tờ khai|kê khai|đơn đề nghị|người (nộp|đề nghị|yêu cầu)|hồ sơ đính kèm|thành phần hồ sơ");
    std::size_t fields = 0;
    std::size_t explained = 0;
    bool has_file = false;
    bool has_password = false;
    for (const pugi::xpath_node& found : form.select_nodes(".//*[self::input or self::textarea or self::select]")) {
        const html::Node node = found.node();
        if (is_field(node)) {
            ++fields;
            explained += explains(node) ? 1U : 0U;
            has_file = has_file || html::attribute(node, "type") == "file";
            has_password = has_password || html::attribute(node, "type") == "password";
        }
    }
    const std::string text = text::nfc(html::visible_text(form, 6000));
    std::string buttons;
    for (const pugi::xpath_node& found : form.select_nodes(".//input[@type='submit' or @type='button']")) {
        buttons += std::string(html::attribute(found.node(), "value")) + " ";
    }
    const std::string words = text + " " + text::nfc(buttons);
    const bool is_for_filing = own.is_in(words) && (!other.is_in(words) || has_file);
    Signs out = 0;
    if (!has_password && is_for_filing && (fields >= 3 || has_file)) {
        static const text::Pattern keep = *text::Pattern::compile("lưu (nháp|tờ khai|thông tin|hồ sơ)|lưu lại|in (tờ khai|đơn|hồ sơ|phiếu)");
        out |= bit(Sign::form);
        out |= explained * 2 >= fields ? bit(Sign::field_help) : 0;
        out |= keep.is_in(words) ? bit(Sign::save_print) : 0;
    }
    return out;
}

}  // namespace

std::string_view name_of(Sign sign) { return names[static_cast<std::size_t>(sign)]; }

std::optional<Sign> sign_named(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Sign>(found - names.begin()));
}

Signs signs_of(const site::PageView& view)
{
    // What a menu or banner of every page names is no property of a service; what helps all services may well stand there.
    constexpr Signs of_service = bit(Sign::size_limit) | bit(Sign::payment) | bit(Sign::delivery) | bit(Sign::presence) | bit(Sign::handler) | bit(Sign::signature);
    Signs out = 0;
    const std::string& text = view.text();
    std::optional<std::string> own;
    const std::vector<bool> is_mentioned = mentioned(text);
    for (std::size_t i = 0; i < wordings().size(); ++i) {
        const Wording& row = wordings()[i];
        const bool is_said = is_mentioned[i] && says(text, row.pattern);
        if (is_said && (bit(row.sign) & of_service) != 0 && !own) {
            own = own_text(view);
        }
        out |= is_said && ((bit(row.sign) & of_service) == 0 || says(*own, row.pattern)) ? bit(row.sign) : 0;
    }
    for (const html::Node form : view.contents().named("form")) {
        out |= signs_of_form(form);
    }
    for (const html::Node input : view.contents().named("input")) {
        out |= html::attribute(input, "type") == "file" ? bit(Sign::file_input) : 0;
    }
    out |= view.page.has_password ? bit(Sign::login) : 0;
    return out;
}

}  // namespace pa::service
