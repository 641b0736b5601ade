#include "check/content.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <span>

namespace pa::check {

namespace {

constexpr std::size_t text_limit = 65536;
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

// The text of a link that leads to another page of the same list.
bool is_paging(std::string_view label)
{
    static const text::Pattern pattern =
        *text::Pattern::compile("^([0-9]{1,4}|(trang )?(sau|tiếp|tiếp theo|kế tiếp|cuối|đầu|trước)|next|last|trang [0-9]{1,4}\\b.*|[»›>]{1,2}|[«‹<]{1,2})$");
    return label.size() <= 40 && pattern.is_in(label);
}

void add_metadata_dates(const html::Document& document, std::vector<time::Day>& into)
{
    for (html::Node meta : document.head().children("meta")) {
        const std::string property = text::folded(std::string(meta.attribute("property").value()) + " " + meta.attribute("name").value());
        if (property.find("published") != std::string::npos || property.find("modified") != std::string::npos ||
            property == "dc date" || property == "dcterms date" || property == "pubdate" || property == "date") {
            if (const auto moment = time::parse_moment(meta.attribute("content").value())) {
                into.push_back(time::day_of(*moment));
            }
        }
    }
}

// Links, pictures and machine-readable dates among the own elements, in one walk.
void read_elements(const Context& context, const site::OpenPage& open, html::Node top, bool skip_template, Content& out)
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
            } else if (name == "a" && out.entries.size() < 2000) {
                const auto target = url::Url::parse(html::attribute(node, "href"), &open.url);
                const auto id = target ? context.site().url_id(url::normalised(*target).href()) : std::nullopt;
                const std::string& href = id ? context.site().urls[*id] : std::string();
                if (!id || href == open.url.href() || !context.site().is_inside(href)) {
                    return true;
                }
                const bool known = std::find(out.entries.begin(), out.entries.end(), *id) != out.entries.end();
                if (!known && !(skip_template && context.is_template_target(*id))) {
                    out.entries.push_back(*id);
                    if (is_paging(text::nfc(html::visible_text(node, 256)))) {
                        out.paging.push_back(*id);
                    }
                }
            }
            return true;
        },
        [&](html::Node) { own.pop_back(); });
}

// The numbers of the blocks of a whole page, as far as they were kept when it was fetched.
std::span<const std::uint32_t> known_blocks(const Context& context, const site::OpenPage& open)
{
    const auto url = context.site().url_id(open.url.href());
    const auto page = url ? context.site().page_at(*url) : std::nullopt;
    return page ? std::span<const std::uint32_t>(context.site().pages[*page].blocks) : std::span<const std::uint32_t>();
}

Content read(const Context& context, const site::OpenPage& open, html::Node top, bool skip_template)
{
    Content out;
    const std::span<const std::uint32_t> known = skip_template ? known_blocks(context, open) : std::span<const std::uint32_t>();
    std::size_t number = 0;
    for (const html::Block& block : html::blocks(top)) {
        const std::size_t own = number++;
        const bool is_template = skip_template && context.site().is_template(own < known.size() ? known[own] : site::block_hash(block.text));
        if (is_template || !(skip_template ? is_own_zone(site::zone_of(block.element)) : true)) {
            continue;
        }
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
    read_elements(context, open, top, skip_template, out);
    std::sort(out.dates.begin(), out.dates.end());
    out.dates.erase(std::unique(out.dates.begin(), out.dates.end()), out.dates.end());
    return out;
}

}  // namespace

Content content_of(const Context& context, const site::OpenPage& open)
{
    Content out = read(context, open, open.document.body(), true);
    add_metadata_dates(open.document, out.dates);
    std::sort(out.dates.begin(), out.dates.end());
    return out;
}

Content content_below(const Context& context, const site::OpenPage& open, html::Node top)
{
    return read(context, open, top, false);
}

Emptiness emptiness_said(const Content& content)
{
    if (content.length > short_text || content.entries.size() >= 4) {
        return Emptiness::none;
    }
    struct Row {
        text::Pattern pattern;
        Emptiness says;
    };
    static const Row rows[] = {
        {*text::Pattern::compile("đang (được )?(cập nhật|xây dựng|hoàn thiện|bổ sung)|sẽ (được )?cập nhật|(đang|hệ thống) (được )?bảo trì|lorem ipsum|under construction|coming soon"),
         Emptiness::updating},
        {*text::Pattern::compile("không tìm thấy (trang|nội dung|đường dẫn)|(trang|dữ liệu|nội dung|bài viết) .{0,40}không tồn tại|(trang|dữ liệu|nội dung|bài viết) không tồn tại|page not found|\\b404\\b"),
         Emptiness::not_found},
        {*text::Pattern::compile("(chưa|không) có (dữ liệu|thông tin|bài viết|tin bài|nội dung|bản ghi|kết quả|văn bản)|có 0 (bản ghi|kết quả|tin|bài|văn bản)|no (data|records|results)"),
         Emptiness::no_data},
    };
    const std::string text = text::nfc(content.text);
    for (const Row& row : rows) {
        if (row.pattern.is_in(text)) {
            return row.says;
        }
    }
    return Emptiness::none;
}

}  // namespace pa::check
