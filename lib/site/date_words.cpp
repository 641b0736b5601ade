#include "site/date_words.hpp"

#include "base/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace pa::site {

namespace {

struct Clue {
    std::string_view words;  // folded
    DateRole role;
};

// The clue nearest before a day tells its role.
constexpr Clue clues[] = {
    {"ngày đăng", DateRole::published},       {"đăng ngày", DateRole::published},     {"đăng lúc", DateRole::published},
    {"đăng vào", DateRole::published},        {"đăng tải", DateRole::published},      {"đăng tin", DateRole::published},
    {"đã đăng", DateRole::published},         {"thời gian đăng", DateRole::published}, {"đưa tin", DateRole::published},
    {"được đăng", DateRole::published},       {"được viết", DateRole::published},     {"đã tạo", DateRole::published},
    {"tạo ngày", DateRole::published},        {"tạo lúc", DateRole::published},       {"submitted", DateRole::published},
    {"xuất bản", DateRole::published},        {"ngày đưa", DateRole::published},      {"ngày tạo", DateRole::published},
    {"đưa lên", DateRole::published},         {"ngày viết", DateRole::published},     {"ngày gửi bài", DateRole::published},
    {"posted", DateRole::published},          {"published", DateRole::published},     {"công bố ngày", DateRole::published},
    {"ngày công bố", DateRole::published},    {"created", DateRole::published},
    {"cập nhật", DateRole::updated},          {"updated", DateRole::updated},         {"modified", DateRole::updated},
    {"sửa đổi lần cuối", DateRole::updated},  {"chỉnh sửa", DateRole::updated},
    {"ban hành", DateRole::document},         {"ngày ký", DateRole::document},        {"ký ngày", DateRole::document},
    {"ngày văn bản", DateRole::document},     {"ngày bh", DateRole::document},        {"ngày vb", DateRole::document},     {"quyết định", DateRole::document},     {"nghị định", DateRole::document},
    {"thông tư", DateRole::document},         {"công văn", DateRole::document},       {"nghị quyết", DateRole::document},
    {"chỉ thị", DateRole::document},          {"kế hoạch số", DateRole::document},    {"thông báo số", DateRole::document},
    {"luật", DateRole::document},             {"tờ trình", DateRole::document},       {"ngày phê duyệt", DateRole::document},
    {"hiệu lực", DateRole::validity},         {"hết hạn", DateRole::validity},        {"thời hạn", DateRole::validity},
    {"hạn chót", DateRole::validity},         {"hạn cuối", DateRole::validity},       {"hạn nộp", DateRole::validity},
    {"đóng thầu", DateRole::validity},        {"mở thầu", DateRole::event},           {"thi hành từ", DateRole::validity},
    {"hạn góp ý", DateRole::validity},        {"hạn", DateRole::validity},            {"trước ngày", DateRole::validity},
    {"đến hết ngày", DateRole::validity},     {"đến ngày", DateRole::validity},       {"kết thúc", DateRole::validity},
    {"đến hết", DateRole::validity},          {"kể từ ngày", DateRole::validity},
    {"diễn ra", DateRole::event},             {"từ ngày", DateRole::event},           {"sáng ngày", DateRole::event},
    {"chiều ngày", DateRole::event},          {"tối ngày", DateRole::event},          {"vào ngày", DateRole::event},
    {"trong ngày", DateRole::event},          {"tổ chức", DateRole::event},           {"khai mạc", DateRole::event},
    {"bắt đầu", DateRole::event},             {"khởi công", DateRole::event},         {"ngày hỏi", DateRole::event},
    {"ngày sinh", DateRole::event},           {"sinh ngày", DateRole::event},         {"tuần từ", DateRole::event},
    {"lịch", DateRole::event},                {"thời gian tổ chức", DateRole::event}, {"hoàn thành", DateRole::event},
    {"ngày trả lời", DateRole::event},        {"ngày gửi", DateRole::event},          {"bình luận", DateRole::event},
    {"bản quyền", DateRole::copyright},       {"copyright", DateRole::copyright},     {"giấy phép", DateRole::copyright},
    {"cấp ngày", DateRole::copyright},        {"do bộ", DateRole::copyright},
};

// What may stand beside a stamp: weekdays, times, and the words that lead to a day.
bool is_filler(std::string_view word)
{
    static constexpr std::array<std::string_view, 34> words = {
        "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "cn", "t2", "t3", "t4", "t5", "t6", "t7", "ngày", "lúc", "giờ", "phút",
        "gmt", "am", "pm", "sa", "ch", "sáng", "chiều", "tối", "h", "g", "vào", "monday", "tuesday", "wednesday"};
    return std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c) || c == 'h' || c == 'g'; }) ||
           std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_filled_only(std::string_view folded)
{
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (!is_filler(folded.substr(0, end))) {
            return false;
        }
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return true;
}

DateRole role_by_words(std::string_view folded)
{
    // Of two clues that end alike the first one counts.
    while (!folded.empty()) {
        for (const Clue& clue : clues) {
            const bool may_end = clue.words.back() == folded.back() && clue.words.size() <= folded.size();
            if (may_end && folded.ends_with(clue.words) && (clue.words.size() == folded.size() || folded[folded.size() - clue.words.size() - 1] == ' ')) {
                return clue.role;
            }
        }
        const std::size_t blank = folded.rfind(' ');
        folded = folded.substr(0, blank == std::string_view::npos ? 0 : blank);
    }
    return DateRole::none;
}

bool names_day(const std::string& block)
{
    static constexpr std::array<std::string_view, 9> begins = {"ngày", "thời gian", "thời hạn", "hạn", "hiệu lực", "cập nhật", "đăng", "ban hành", "thời điểm"};
    constexpr std::size_t longest = 60;
    constexpr std::ptrdiff_t most_words = 6;
    if (block.size() > longest) {
        return false;
    }
    const std::string folded = text::folded(block);
    const bool begins_so = std::any_of(begins.begin(), begins.end(), [&](std::string_view word) { return folded.starts_with(word); });
    // "Ban hành quy định mới" and "Cập nhật tình hình lũ" are titles.
    const bool is_verb = folded.starts_with("ban hành") || folded.starts_with("cập nhật") || folded.starts_with("đăng");
    const std::ptrdiff_t words = std::count(folded.begin(), folded.end(), ' ') + 1;
    return block.ends_with(':') || (begins_so && words <= (is_verb ? most_words - 2 : most_words));
}

}  // namespace pa::site
