#include "site/dates.hpp"

#include "base/ascii.hpp"
#include "html/text.hpp"
#include "site/date_words.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace pa::site {

namespace {

constexpr std::size_t most_dates = 50;
constexpr std::size_t window = 90;        // bytes before a day in which words tell its role
constexpr std::size_t short_block = 260;  // bytes; a longer one is running text
constexpr std::size_t most_around = 100;  // bytes beside a day that stands nearly alone

// Whether what stands before a day begins a part of its own: behind a bar, bracket, bullet, dash or comma only fillers follow.
bool begins_a_part(std::string_view before)
{
    const std::size_t cut = before.find_last_of("|([;\n");
    std::size_t begin = cut == std::string_view::npos ? 0 : cut + 1;
    for (const std::string_view special : {"•", "·", "–", " - ", ", "}) {
        if (const std::size_t at = before.rfind(special); at != std::string_view::npos) {
            begin = std::max(begin, at + special.size());
        }
    }
    return is_filled_only(text::folded(before.substr(begin)));
}

// "Nguyễn Thị A (23/11/2026): Tôi muốn hỏi …": when somebody said something, no stamp of the page.
bool leads_to_words(std::string_view behind)
{
    behind = behind.substr(std::min(behind.find_first_not_of(")]\" "), behind.size()));
    return behind.starts_with(':') && !is_filled_only(text::folded(behind));
}

DateRole role_of(const std::string& text, const time::Found& found, std::size_t from, const std::string& block_before)
{
    if (text.find("©") != std::string::npos) {
        return DateRole::copyright;
    }
    const std::size_t begin = std::max(from, found.begin > window ? found.begin - window : 0);
    const std::string before = text.substr(begin, found.begin - begin);
    const bool is_led = text.size() <= short_block || before.find('.') == std::string::npos;
    const std::string folded = text::folded(before);
    const DateRole role = role_by_words(is_led ? folded : text::folded(std::string_view(before).substr(before.rfind('.'))));
    // "Hà Nội, ngày 3 tháng 5 năm 2026" and "Số 12/QĐ-SXD ngày …" stand at the head of a document.
    static const text::Pattern placed = *text::Pattern::compile("^[^0-9,|:]{2,60}, ?ngày $|\\bsố ?:? ?[0-9]{1,5}[a-z]?/[^ ]{2,30},? ngày $");
    if (role == DateRole::none && text.size() <= short_block && placed.is_in(before) && !is_filled_only(folded)) {
        return DateRole::document;
    }
    const std::size_t around = text.size() - (found.end - found.begin);
    const bool is_first = from == 0 && begin == 0 && is_filled_only(folded);
    if (role == DateRole::none && is_first && names_day(block_before)) {
        const DateRole by_cell = role_by_words(text::folded(block_before));
        if (by_cell != DateRole::none && around <= 40) {
            return by_cell;
        }
    }
    // "Khởi công cầu Minh Giang (23/11/2026)": what the title says happened is not what the day in brackets behind it tells.
    const std::size_t part = before.find_last_of("([|");
    const std::size_t part_end = text.find_first_of(")]|", found.end);
    const bool is_apart = part != std::string::npos && part_end != std::string::npos && is_filled_only(text::folded(before.substr(part + 1))) &&
                          is_filled_only(text::folded(text.substr(found.end, part_end - found.end)));
    const std::size_t dash = std::max(before.rfind(" - ") + 1, before.rfind(" – ") + 1);
    const bool is_last = dash > 0 && is_filled_only(text::folded(before.substr(dash))) && is_filled_only(text::folded(text.substr(found.end)));
    // Nor, without the number of a document, that a title is about one: "Luật quy định thế nào về … (23/11/2026)".
    const bool is_told = role == DateRole::event || (role == DateRole::document && std::none_of(before.begin(), before.end(), is_ascii_digit));
    if (role != DateRole::none && !((is_apart || is_last) && is_told)) {
        return role;
    }
    const bool is_alone = around <= most_around && !leads_to_words(std::string_view(text).substr(found.end)) && (is_first || begins_a_part(before));
    return is_alone || (is_apart && part_end + 2 >= text.size()) ? DateRole::stamp : DateRole::none;
}

html::Node first_row(html::Node table)
{
    for (const html::Node part : table.children()) {
        const std::string_view name = part.name();
        const html::Node row = name == "tr" ? part : name == "thead" || name == "tbody" ? part.child("tr") : html::Node();
        if (row) {
            return row;
        }
    }
    return {};
}

// Walks schema.org objects at the top, in `@graph` and in `mainEntity`; not the parts of a list.
void read_json_ld(const nlohmann::json& value, std::vector<Dated>& out, int depth)
{
    if (depth > 4 || out.size() >= most_dates) {
        return;
    }
    if (value.is_array()) {
        for (const nlohmann::json& part : value) {
            read_json_ld(part, out, depth + 1);
        }
        return;
    }
    if (!value.is_object()) {
        return;
    }
    constexpr std::pair<const char*, DateRole> members[] = {
        {"datePublished", DateRole::published}, {"dateCreated", DateRole::updated}, {"dateModified", DateRole::updated}};
    for (const auto& [name, role] : members) {
        const auto found = value.find(name);
        if (found == value.end() || !found->is_string()) {
            continue;
        }
        if (const auto moment = time::parse_moment(found->get_ref<const std::string&>())) {
            Dated date;
            date.day = time::day_of(*moment);
            date.source = DateSource::json_ld;
            date.role = role;
            out.push_back(date);
        }
    }
    for (const char* name : {"@graph", "mainEntity"}) {
        if (const auto found = value.find(name); found != value.end()) {
            read_json_ld(*found, out, depth + 1);
        }
    }
}

void read_meta(html::Node meta, std::vector<Dated>& out)
{
    const std::string name = ascii_lowered(std::string(meta.attribute("property").value()) + meta.attribute("name").value() + meta.attribute("itemprop").value());
    static constexpr std::array<std::string_view, 12> published = {
        "article:published_time", "published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
        "dc.date",                "dcterms.date",   "date"};
    static constexpr std::array<std::string_view, 6> updated = {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified"};
    const bool is_published = std::find(published.begin(), published.end(), name) != published.end();
    if (!is_published && std::find(updated.begin(), updated.end(), name) == updated.end()) {
        return;
    }
    const std::string_view content = html::attribute(meta, "content");
    Dated date;
    date.source = DateSource::metadata;
    date.role = is_published ? DateRole::published : DateRole::updated;
    if (const auto moment = time::parse_moment(content)) {
        date.day = time::day_of(*moment);
        out.push_back(date);
    } else if (const auto found = time::find_dates(content.substr(0, 64)); found.size() == 1) {
        date.day = found.front().day;
        out.push_back(date);
    }
}

// "/2026/11/23/", "/2026-11-23-", "-20261123" in the path, once.
void read_address(const url::Url& url, std::vector<Dated>& out)
{
    std::string path(url.path().substr(0, 500));
    static const text::Pattern whole = *text::Pattern::compile("(^|[/_-])(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([0-9]{6}|[0-9]{9})?([/.]|$)|/(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])([0-9]{6}|[0-9]{9})?[_-]");
    std::vector<time::Found> found = time::find_dates(path);
    // A day in the middle of a title's words is the text's, not the page's.
    std::erase_if(found, [&](const time::Found& one) {
        const bool begins = one.begin > 0 && path[one.begin - 1] == '/';
        return !begins && one.end < path.size() && path[one.end] != '/' && path[one.end] != '.';
    });
    if (found.empty()) {
        const std::string_view digits = whole.find(path);
        if (digits.data() != nullptr) {
            const std::size_t at = is_ascii_digit(digits.front()) ? 0 : 1;
            const std::string iso = std::string(digits.substr(at, 4)) + "-" + std::string(digits.substr(at + 4, 2)) + "-" + std::string(digits.substr(at + 6, 2));
            if (const auto day = time::parse_day(iso)) {
                found.push_back({*day, 0, 0, false});
            }
        }
    }
    if (found.size() == 1) {
        Dated date;
        date.day = found.front().day;
        date.source = DateSource::address;
        out.push_back(date);
    }
}

}  // namespace

std::vector<Dated> dates_of_block(const std::string& raw, const std::string& before, time::Moment now)
{
    std::vector<Dated> out;
    if (std::none_of(raw.begin(), raw.end(), is_ascii_digit) && raw.size() > short_block) {
        return out;
    }
    const std::string text = text::nfc(raw);
    const bool is_short = text.size() <= short_block;
    const std::vector<time::Found> found = time::find_dates(text, is_short ? time::Years::two_digits_too : time::Years::four_digits);
    std::size_t from = 0;
    for (const time::Found& one : found) {
        Dated date;
        date.day = one.day;
        date.role = role_of(text, one, from, before);
        date.is_unsure = one.short_year;
        from = one.end;
        // Without a word that says so, a group of three short numbers is anything.
        const bool is_last = one.begin > 0 && text[one.begin - 1] == '(' && is_filled_only(text::folded(text.substr(one.end)));
        const bool is_said = date.role != DateRole::none && (date.role != DateRole::stamp || found.size() == 1 || is_last);
        if (out.size() < most_dates && (!one.short_year || is_said)) {
            out.push_back(date);
        }
    }
    if (found.empty() && is_short && now != time::Moment{}) {
        const auto relative = time::find_relative(text, now);
        if (relative && !std::string_view(text).substr(relative->end).starts_with(" khi")) {
            Dated date;
            date.day = relative->day;
            date.source = DateSource::relative;
            date.role = role_of(text, *relative, 0, before);
            // "Hôm nay: 1.234" counts visitors, and "Hôm nay" alone stands before such a count.
            const bool is_counted = is_ascii_digit(text[relative->begin]);
            const std::string behind = text.substr(relative->end);
            const bool is_alone = is_filled_only(text::folded(behind)) && !behind.starts_with(':') && std::any_of(behind.begin(), behind.end(), is_ascii_digit);
            if (date.role == DateRole::published || date.role == DateRole::updated || (date.role == DateRole::stamp && (is_counted || is_alone))) {
                out.push_back(date);
            }
        }
    }
    return out;
}

bool tells_wrong_day(const std::string& raw)
{
    static const text::Pattern numbers = *text::Pattern::compile("\\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}\\b");
    constexpr std::ptrdiff_t fewest_digits = 6;  // "1/1/1970"
    if (raw.size() > short_block || std::count_if(raw.begin(), raw.end(), is_ascii_digit) < fewest_digits) {
        return false;
    }
    const std::string text = text::nfc(raw);
    const std::string_view day = numbers.find(text);
    return day.data() != nullptr && time::find_dates(text).empty() && role_by_words(text::folded(std::string_view(text).substr(0, static_cast<std::size_t>(day.data() - text.data())))) == DateRole::published;
}

std::optional<DateRole> role_by_column(html::Node cell)
{
    while (cell && std::string_view(cell.name()) != "td") {
        const std::string_view name = cell.name();
        if (name != "div" && name != "p" && name != "span") {
            return std::nullopt;
        }
        cell = cell.parent();
    }
    std::size_t column = 0;
    for (html::Node before = cell.previous_sibling(); before; before = before.previous_sibling()) {
        column += before.type() == pugi::node_element ? 1U : 0U;
    }
    html::Node table = cell.parent();
    while (table && std::string_view(table.name()) != "table") {
        table = table.parent();
    }
    const html::Node first = first_row(table);
    for (html::Node head = first.first_child(); head; head = head.next_sibling()) {
        if (head.type() == pugi::node_element && column-- == 0) {
            // A title above a day is no head of its column.
            const std::string said = html::visible_text(head, 120);
            const bool is_head = head != cell && (std::string_view(head.name()) == "th" || names_day(said));
            const DateRole role = is_head ? role_by_words(text::folded(said)) : DateRole::none;
            if (role != DateRole::none || head == cell) {
                return role == DateRole::none ? std::nullopt : std::optional(role);
            }
            // A list of documents: its days are theirs.
            const std::string columns = text::folded(html::visible_text(first, 400));
            const bool lists_documents = columns.find("ký hiệu") != std::string::npos || columns.find("số hiệu") != std::string::npos || columns.find("trích yếu") != std::string::npos;
            return lists_documents ? std::optional(DateRole::document) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Dated> date_of_element(html::Node element)
{
    const bool is_time = std::string_view(element.name()) == "time";
    const std::string words = ascii_lowered(std::string(html::attribute(element, "itemprop")) + " " + element.attribute("property").value() + " " + (is_time ? element.attribute("class").value() : ""));
    const auto has = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    // Microdata and RDFa: schema.org's and Dublin Core's names.
    const bool is_published = has("datepublished") || has("publish") || has("datecreated") || has("dc:date") || has("dc:issued") || has("dc:created") || has("dcterms:issued") ||
                              has("dcterms:created") || has("dcterms:date") || !element.attribute("pubdate").empty();
    const bool is_updated = has("datemodified") || has("modified") || has("updated");
    if (!is_time && !is_published && !is_updated) {
        return std::nullopt;
    }
    const char* value = !element.attribute("datetime").empty() ? element.attribute("datetime").value() : element.attribute("content").value();
    const auto moment = time::parse_moment(value);
    if (!moment) {
        return std::nullopt;
    }
    Dated date;
    date.day = time::day_of(*moment);
    date.source = DateSource::element;
    date.role = is_published ? DateRole::published : is_updated ? DateRole::updated : DateRole::none;
    return date;
}

std::vector<Dated> dates_of_page(const html::Document& document, const url::Url& url)
{
    std::vector<Dated> out;
    for (const html::Node meta : document.head().children("meta")) {
        read_meta(meta, out);
    }
    for (const pugi::xpath_node& found : document.tree().select_nodes("//script[@type='application/ld+json']")) {
        const auto json = nlohmann::json::parse(found.node().text().get(), nullptr, false);
        if (!json.is_discarded()) {
            read_json_ld(json, out, 0);
        }
    }
    read_address(url, out);
    return out;
}

}  // namespace pa::site
