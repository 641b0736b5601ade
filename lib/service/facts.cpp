#include "service/facts.hpp"

#include "html/text.hpp"
#include "service/code.hpp"
#include "service/row_reader.hpp"
#include "service/sheet_reader.hpp"
#include "service/signs.hpp"
#include "service/wording.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pa::service {

namespace {

// What rows of lists do not show.
constexpr Part telling[] = {Part::steps, Part::means, Part::dossier, Part::legal_basis};

bool names_lists(const site::PageView& view)
{
    static const text::Pattern by_words = *text::Pattern::compile("thủ tục hành chính|dịch vụ công|\\btthc\\b|\\bdvc(tt)?\\b|bộ thủ tục|thủ tục");
    static const text::Pattern by_address = *text::Pattern::compile("thu-tuc|dich-vu-cong|thutuc|dichvucong|[/_-]tthc|[/_-]dvc|procedure|service");
    return by_words.is_in(text::nfc(view.page.title)) || by_words.is_in(text::nfc(view.page.heading)) || by_address.is_in(view.url.path());
}

// Filters of a list: choices, and links that group it.
std::uint32_t filters_of(const site::PageView& view)
{
    struct Way {
        By by;
        text::Pattern pattern;
    };
    static const std::array<Way, 6> ways = {{
        {By::field, *text::Pattern::compile("lĩnh vực|ngành")},
        {By::admin_level, *text::Pattern::compile("cấp (thực hiện|hành chính|giải quyết|thủ tục)|(theo|chọn|tất cả( các)?) cấp|cấp (bộ|tỉnh|huyện|xã)")},
        {By::level, *text::Pattern::compile("mức( độ)?\\b|toàn trình")},
        {By::agency, *text::Pattern::compile("cơ quan|đơn vị|sở, ngành|sở ngành")},
        {By::subject, *text::Pattern::compile("đối tượng|công dân|cá nhân|tổ chức|doanh nghiệp")},
        {By::topic, *text::Pattern::compile("chủ đề|sự kiện|nhóm (dịch vụ|thủ tục)")},
    }};
    std::uint32_t out = 0;
    const auto look = [&](const std::string& text) {
        for (const Way& way : ways) {
            out |= way.pattern.is_in(text) ? bit(way.by) : 0;
        }
    };
    for (const html::Node select : view.contents().named("select")) {
        std::string text = std::string(html::attribute(select, "aria-label")) + " " + std::string(html::attribute(select, "title"));
        int options = 0;
        for (const pugi::xpath_node& found : select.select_nodes(".//option")) {
            if (++options > 6) {
                break;
            }
            text += " " + std::string(found.node().text().get());
        }
        const std::string_view id = html::attribute(select, "id");
        for (const html::Node label : view.contents().named("label")) {
            text += !id.empty() && html::attribute(label, "for") == id ? " " + html::visible_text(label, 200) : "";
        }
        look(text::nfc(text));
    }
    // "Theo lĩnh vực", "Công dân | Doanh nghiệp": links and headings over parts of the list.
    static const text::Pattern grouping = *text::Pattern::compile("^[^a-zà-ỹ0-9]*(theo (lĩnh vực|cấp|cơ quan|mức độ|đối tượng|chủ đề).{0,30}|lĩnh vực ?:.{1,80}|công dân|doanh nghiệp|tổ chức|cá nhân|cấp (bộ|tỉnh|huyện|xã)|mức độ [1-4]|toàn trình|một phần)[^a-zà-ỹ0-9]*$");
    for (const std::string_view name : {"a", "h2", "h3", "h4", "legend", "button"}) {
        for (const html::Node node : view.contents().named(name)) {
            const std::string& text = view.contents().text_of(node);
            if (text.size() <= 120 && grouping.is_in(text)) {
                look(text);
            }
        }
    }
    return out;
}

bool is_description(const Parts& parts)
{
    return std::any_of(std::begin(telling), std::end(telling), [&](Part part) { return parts[static_cast<std::size_t>(part)] != Shown::missing; });
}

std::uint32_t last_number(std::string_view text)
{
    std::size_t end = text.find_last_of("0123456789");
    if (end == std::string_view::npos) {
        return 0;
    }
    std::string digits;
    for (++end; end > 0 && ((text[end - 1] >= '0' && text[end - 1] <= '9') || text[end - 1] == '.' || text[end - 1] == ','); --end) {
        digits.insert(digits.begin(), text[end - 1]);
    }
    std::erase_if(digits, [](char c) { return c == '.' || c == ','; });
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// "Tổng số: 128 thủ tục", "1 - 10 trong tổng số 128", "Trang 1/13"
void read_counts(const std::string& text, PageFacts& out)
{
    static const text::Pattern total = *text::Pattern::compile("(tổng( số| cộng)?|tìm thấy|có|trong( tổng)?( số)?|của)[ :]{1,3}[0-9.,]{1,9} (thủ tục|dịch vụ|tthc|dvc|bản ghi|kết quả)|(tổng số|tổng cộng|trong tổng số|tổng) ?(thủ tục|dịch vụ( công)?|tthc|bản ghi)? ?[:=]? ?[0-9.,]{1,9}\\b");
    static const text::Pattern pages = *text::Pattern::compile("\\btrang [0-9]{1,5} ?(/|trên|của|trong) ?(tổng số )?[0-9]{1,5}\\b");
    if (const std::string_view found = total.find(text); found.data() != nullptr) {
        out.announced = last_number(found);
    }
    if (const std::string_view found = pages.find(text); found.data() != nullptr) {
        out.list_pages = last_number(found);
    }
}

void read_filings(const site::PageView& view, PageFacts& out)
{
    for (const html::Node link : view.contents().named("a")) {
        const std::string& label = view.contents().text_of(link);
        if (label.size() <= 160 && names_filing(label) && out.filings.size() < 10 && site::zone_of(link) == site::Zone::content) {
            out.filings.push_back({text::shortened(label, 100), address_of(link, view.url)});
        }
    }
}

}  // namespace

std::shared_ptr<const PageFacts> read_facts(const site::PageView& view)
{
    // What no page about procedures is without; most pages of a portal have none of it outside of their menus.
    static const text::Pattern parts = *text::Pattern::compile("trình tự|cách thức|thành phần hồ sơ|hồ sơ cần|thời hạn giải quyết|căn cứ pháp lý|cơ sở pháp lý|thời gian giải quyết|các bước|quy trình|lệ phí|mẫu đơn|biểu mẫu|đối tượng thực hiện|cơ quan (thực hiện|giải quyết|có thẩm quyền)|điều kiện thực hiện|quyết định công bố");
    static const text::Pattern signs = *text::Pattern::compile("hồ sơ|hài lòng|hướng dẫn|câu hỏi thường gặp|vneid|thanh toán trực tuyến|dung lượng");
    const std::string& text = view.text();
    auto out = std::make_shared<PageFacts>();
    out->is_about_lists = names_lists(view);
    if (parts.is_in(text)) {
        out->sheets = read_sheets(view);
    }
    if (out->is_about_lists || !find_codes(text, 2).empty()) {
        read_rows(view, *out);
    }
    // Cards of a list name a code and a few parts as well.
    if (out->rows.size() >= 2) {
        std::erase_if(out->sheets, [](const Sheet& sheet) { return !is_description(sheet.parts); });
    }
    if (signs.is_in(text) || view.page.has_password || !view.contents().named("form").empty()) {
        out->signs = signs_of(view);
        read_filings(view, *out);
    }
    if (out->is_about_lists && out->sheets.empty()) {
        out->shown_by |= filters_of(view);
        read_counts(text, *out);
        static const text::Pattern loading = *text::Pattern::compile("đang (được )?tải|loading|(bật|kích hoạt|hỗ trợ) javascript|vui lòng (chờ|đợi)");
        out->waits_for_script = out->rows.empty() && (view.page.needs_script || loading.is_in(text) || (out->has_list_frame && !view.contents().named("script").empty()));
    }
    const bool says_something = !out->sheets.empty() || !out->rows.empty() || out->signs != 0 || out->waits_for_script || out->announced != 0 || !out->filings.empty();
    return says_something || out->is_about_lists ? out : nullptr;
}

}  // namespace pa::service
