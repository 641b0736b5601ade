#include "check/content.hpp"

#include "html/text.hpp"
#include "site/address.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace pa::check {

namespace {

constexpr std::size_t text_limit = 65536;
constexpr std::size_t most_entries = 2000;
constexpr std::size_t most_frames = 4;
constexpr std::size_t short_text = 400;  // code points; a longer page may mention such words in passing

bool is_own_zone(site::Zone zone) { return zone == site::Zone::content; }

bool inside_link(html::Node node, html::Node top)
{
    for (; node && node != top; node = node.parent()) {
        if (std::string_view(node.name()) == "a") {
            return true;
        }
    }
    return false;
}

bool holds_one_link(html::Node element, const std::string& text)
{
    const html::Node link = element.select_node(".//a[@href]").node();
    return link && html::visible_text(link, 4096).size() * 10 >= text.size() * 8;
}

void add_dates(std::string_view text, std::vector<time::Day>& into)
{
    for (const time::Found& found : time::find_dates(text)) {
        into.push_back(found.day);
    }
}

// How sure a link leads to another page of the same list: 2 by its text and its address, 1 by one of them.
int paging(std::string_view label, const std::string& address)
{
    static const text::Pattern by_label =
        *text::Pattern::compile("^([0-9]{1,4}|(trang |bài |tin )?(sau|tiếp|tiếp theo|kế tiếp|kế|cuối|đầu|trước|cũ hơn|mới hơn)|next|last|older( posts)?|newer( posts)?|trang [0-9]{1,4}\\b.*|[»›>]{1,2}|[«‹<]{1,2}|(trang )?(sau|tiếp|cũ hơn) ?[»›>→]{0,2})$");
    static const text::Pattern by_address = *text::Pattern::compile("([/?&_-](page|trang|pg|paged|cur|pageindex|pagenumber)[=/_-]?[0-9]{1,4})([/.?&]|$)");
    return label.size() > 40 ? 0 : static_cast<int>(by_label.is_in(label)) + static_cast<int>(by_address.is_in(address));
}

// Links, pictures and machine-readable dates among the own elements, in one walk.
void read_elements(const Context& context, const site::OpenPage& open, html::Node top, Content& out)
{
    std::vector<char> own{1};
    html::walk(
        top,
        [&](html::Node node) {
            if (node.type() != pugi::node_element) {
                return false;
            }
            const auto zone = node == top ? std::nullopt : site::zone_begun_by(node);
            own.push_back(zone ? static_cast<char>(is_own_zone(*zone)) : own.back());
            const std::string_view name = node.name();
            if (own.back() == 0) {
                return true;
            }
            if (name == "img" || name == "iframe" || name == "embed" || name == "object" || name == "canvas") {
                ++out.pictures;
            } else if (name == "time") {
                if (const auto moment = time::parse_moment(html::attribute(node, "datetime"))) {
                    out.dates.push_back(time::day_of(*moment));
                }
            } else if (name == "a" && out.entries.size() < most_entries) {
                const auto target = url::Url::parse(html::attribute(node, "href"), &open.url);
                const auto id = target ? context.site().url_id(site::page_address(*target).href()) : std::nullopt;
                const std::string& href = id ? context.site().urls[*id] : std::string();
                if (!id || href == open.url.href() || !context.site().is_inside(href)) {
                    return true;
                }
                const bool known = std::find(out.entries.begin(), out.entries.end(), *id) != out.entries.end();
                if (!known) {
                    out.entries.push_back(*id);
                    if (paging(text::nfc(html::visible_text(node, 256)), href) > 0) {
                        out.paging.push_back(*id);
                    }
                }
            }
            return true;
        },
        [&](html::Node) { own.pop_back(); });
}

bool is_own_text(const Context& context, const site::Block& block) { return block.is_own && !context.site().is_template(block.hash); }

// Links to other pages of the portal from the page's own part.
void add_entries(const Context& context, const site::Page& page, Content& out)
{
    const site::Site& site = context.site();
    std::unordered_set<site::UrlId> seen{page.url};
    for (const site::Link& link : page.links) {
        const bool is_frame_part = link.zone != site::Zone::content && link.zone != site::Zone::menu;
        const bool counts = !is_frame_part && !link.is_dead && !link.is_frame && site.is_inside(link.target);
        if (!counts || out.entries.size() >= most_entries || context.is_template_target(link.target)) {
            continue;
        }
        // `nav` is for menus, and for the pages of a list as well.
        const int leads_on = paging(text::nfc(site.label(link)), site.urls[link.target]);
        if ((link.zone == site::Zone::menu && leads_on < 2) || !seen.insert(link.target).second) {
            continue;
        }
        out.entries.push_back(link.target);
        if (leads_on > 0) {
            out.paging.push_back(link.target);
        }
    }
}

void put_in_order(std::vector<time::Day>& days)
{
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

}  // namespace

std::vector<site::PageId> frames_of(const Context& context, site::PageId id)
{
    const site::Site& site = context.site();
    std::vector<site::PageId> out;
    for (const site::Link& link : site.pages[id].links) {
        const auto page = link.is_frame && link.zone == site::Zone::content && !link.is_dead && site.is_inside(link.target) ? site.page_at(link.target) : std::nullopt;
        if (page && *page != id && out.size() < most_frames && site.pages[*page].is_html && site.pages[*page].status == 200 && std::find(out.begin(), out.end(), *page) == out.end()) {
            out.push_back(*page);
        }
    }
    return out;
}

namespace {

Content gist_of_one(const Context& context, site::PageId id)
{
    const site::Page& page = context.site().pages[id];
    Content out;
    const site::PageText text = context.text(id);
    for (const site::Block& block : text.blocks) {
        if (is_own_text(context, block)) {
            out.length += block.length;
            out.linked += block.is_linked ? block.length : 0U;
        }
    }
    for (const site::Dated& date : text.dates) {
        const bool is_told = date.role != site::DateRole::copyright && date.source != site::DateSource::address;
        if (is_told && (date.block >= text.blocks.size() || is_own_text(context, text.blocks[date.block]))) {
            out.dates.push_back(date.day);
        }
    }
    out.pictures = page.pictures;
    add_entries(context, page, out);
    return out;
}

void add_own_text(const Context& context, site::PageId id, Links links, std::string& out)
{
    const auto open = context.open(id);
    if (!open) {
        return;
    }
    const std::vector<site::Block> known = context.text(id).blocks;
    std::size_t number = 0;
    for (const html::Block& block : html::blocks(open->document.body(), known.size())) {
        const site::Block& kept = known[number++];
        if (is_own_text(context, kept) && out.size() < text_limit && (links == Links::with || !kept.is_linked)) {
            out += block.text + "\n";
        }
    }
}

void add_new(const std::vector<site::UrlId>& from, std::vector<site::UrlId>& to)
{
    for (const site::UrlId id : from) {
        if (std::find(to.begin(), to.end(), id) == to.end() && to.size() < most_entries) {
            to.push_back(id);
        }
    }
}

}  // namespace

Content gist_of(const Context& context, site::PageId id)
{
    Content out = gist_of_one(context, id);
    for (const site::PageId frame : frames_of(context, id)) {
        Content inner = gist_of_one(context, frame);
        out.length += inner.length;
        out.linked += inner.linked;
        out.pictures += inner.pictures;
        out.dates.insert(out.dates.end(), inner.dates.begin(), inner.dates.end());
        add_new(inner.entries, out.entries);
        add_new(inner.paging, out.paging);
    }
    put_in_order(out.dates);
    return out;
}

std::string own_text(const Context& context, site::PageId id, Links links)
{
    std::string out;
    add_own_text(context, id, links, out);
    for (const site::PageId frame : frames_of(context, id)) {
        add_own_text(context, frame, links, out);
    }
    return out;
}

Content content_below(const Context& context, const site::OpenPage& open, html::Node top)
{
    Content out;
    for (const html::Block& block : html::blocks(top)) {
        const std::size_t points = text::length(block.text);
        out.length += points;
        if (inside_link(block.element, top) || holds_one_link(block.element, block.text)) {
            out.linked += points;
        }
        add_dates(block.text, out.dates);
        if (out.text.size() < text_limit) {
            out.text += block.text + "\n";
        }
    }
    read_elements(context, open, top, out);
    put_in_order(out.dates);
    return out;
}

bool has_many_links(const Context& context, site::PageId page)
{
    constexpr std::size_t many = 10;
    const site::Site& site = context.site();
    const auto counted = [&](site::PageId id, bool own_only) {
        std::map<site::UrlId, std::size_t> out;
        for (const site::Link& link : site.pages[id].links) {
            out[link.target] += !link.is_dead && (!own_only || link.zone == site::Zone::content) ? 1U : 0U;
        }
        return out;
    };
    const auto neighbour = std::find_if(context.pages().begin(), context.pages().end(), [&](site::PageId id) { return id != page && id != site.home; });
    const auto on_home = counted(site.home, false);
    const auto beside = neighbour == context.pages().end() ? on_home : counted(*neighbour, false);
    const auto times = [](const auto& counts, site::UrlId target) {
        const auto found = counts.find(target);
        return found == counts.end() ? 0U : found->second;
    };
    std::size_t oftener = 0;
    for (const auto& [target, count] : counted(page, false)) {
        oftener += count > std::max(times(on_home, target), times(beside, target)) ? 1U : 0U;
    }
    std::size_t own = 0;
    for (const auto& [target, count] : counted(page, true)) {
        own += count;
    }
    return own >= many || oftener >= many;
}

bool may_be_empty(const Content& content) { return content.length <= short_text && content.entries.size() < 4; }

Emptiness emptiness_said(const Content& content)
{
    if (!may_be_empty(content)) {
        return Emptiness::none;
    }
    struct Row {
        text::Pattern pattern;
        Emptiness says;
    };
    static const Row rows[] = {
        {*text::Pattern::compile("đang (được tải|tải)( dữ liệu| nội dung)?\\b|^loading\\b|vui lòng (chờ|đợi)"), Emptiness::loading},
        {*text::Pattern::compile("đang (trong (quá trình|giai đoạn|thời gian) |được |tiếp tục )?(cập nhật|xây dựng|hoàn thiện|bổ sung|biên tập|nâng cấp)"
                                 "|(sẽ|sớm) (sớm )?(được )?(cập nhật|bổ sung|đăng tải|hoàn thiện|ra mắt)|(đang|hệ thống) (được )?bảo trì|(quay|trở) lại sau|lorem ipsum|under construction|coming soon|being updated"),
         Emptiness::updating},
        {*text::Pattern::compile("không tìm thấy (trang|nội dung|đường dẫn|địa chỉ|kết quả|bài viết)|(trang|dữ liệu|nội dung|bài viết|địa chỉ|đường dẫn) .{0,40}(không tồn tại|đã bị (xóa|gỡ)|không (còn|đúng))"
                                 "|(trang|dữ liệu|nội dung|bài viết) không tồn tại|kiểm tra lại (địa chỉ|đường dẫn)|page not found|not be found|\\b404\\b"),
         Emptiness::not_found},
    };
    static const text::Pattern no_data = *text::Pattern::compile(
        "^.{0,60}(chưa|không) có (dữ liệu|thông tin|bài viết|tin bài|tin nào|tin|bài|nội dung|bản ghi|kết quả|văn bản|mục|câu hỏi|dự án)[^?]*$"
        "|nội dung (này )?(hiện )?chưa có|(có|tổng số:?|tìm thấy) 0 (bản ghi|kết quả|tin|bài|văn bản|mục|dự án)|^0 (bản ghi|kết quả|tin|bài|văn bản|mục)|no (data|records|results|items)");
    const std::string text = text::nfc(content.text);
    for (const Row& row : rows) {
        if (row.pattern.is_in(text)) {
            return row.says;
        }
    }
    // Only of the page as a whole: an entry may speak of what there is not.
    std::size_t begin = 0;
    while (content.entries.size() < 2 && begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (no_data.is_in(std::string_view(text).substr(begin, end - begin))) {
            return Emptiness::no_data;
        }
        begin = end + 1;
    }
    return Emptiness::none;
}

}  // namespace pa::check
