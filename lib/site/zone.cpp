#include "site/page.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <vector>

namespace pa::site {

namespace {

struct Word {
    std::string_view word;
    Zone zone;
};

// Whole words of class and id values as templates of many makes write them.
constexpr Word words[] = {
    {"footer", Zone::footer},       {"chantrang", Zone::footer},    {"bottom", Zone::footer},
    {"header", Zone::header},       {"banner", Zone::header},       {"masthead", Zone::header},   {"topbar", Zone::header},
    {"nav", Zone::menu},            {"navbar", Zone::menu},         {"navigation", Zone::menu},   {"menu", Zone::menu},
    {"mainmenu", Zone::menu},       {"topmenu", Zone::menu},        {"submenu", Zone::menu},      {"megamenu", Zone::menu},
    {"breadcrumb", Zone::breadcrumb}, {"breadcrumbs", Zone::breadcrumb}, {"sidebar", Zone::aside}, {"aside", Zone::aside},
    {"bread", Zone::breadcrumb},    {"crumb", Zone::breadcrumb},    {"crumbs", Zone::breadcrumb}, {"pathway", Zone::breadcrumb},
    // What readers say is not the agency's.
    {"comments", Zone::aside},      {"comment", Zone::aside},       {"discussion", Zone::aside},  {"binhluan", Zone::aside},
    // The pages of a list belong to the list, although they are often marked up as navigation.
    {"paging", Zone::content},      {"pagination", Zone::content},  {"pager", Zone::content},     {"phantrang", Zone::content},
};

std::optional<Zone> by_role(std::string_view role)
{
    if (role == "banner") {
        return Zone::header;
    }
    if (role == "menubar" || role == "menu") {
        return Zone::menu;
    }
    if (role == "contentinfo") {
        return Zone::footer;
    }
    if (role == "complementary") {
        return Zone::aside;
    }
    return role == "main" ? std::optional(Zone::content) : std::nullopt;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> list) { return std::find(list.begin(), list.end(), word) != list.end(); }

// Parts of an entry, a card or a list are called "card-header" and "post-footer" and are content.
bool is_of_part(std::span<const std::string> before)
{
    static constexpr std::string_view parts[] = {"card",   "portlet", "article", "post",  "entry", "panel", "modal",  "news",     "detail", "details", "block",    "box",   "widget", "module", "section",
                                                 "list",   "table",   "title", "item",  "tab",   "tabs",   "accordion", "dialog", "doc",     "document", "group", "event",  "blog",   "single"};
    return std::any_of(before.begin(), before.end(), [](const std::string& word) { return is_one_of(word, parts); });
}

// "bottom", "bottom-bar", "page-bottom", but not "border-bottom", "margin-bottom-lg", "bottom-10".
bool is_bottom_of_page(const std::vector<std::string>& token, std::size_t at)
{
    static constexpr std::string_view wholes[] = {"page", "site", "main", "layout", "wrap", "wrapper", "body"};
    if (at > 0) {
        return is_one_of(token[at - 1], wholes);
    }
    return token.size() == 1 || (token[1].size() > 2 && token[1].find_first_of("0123456789") == std::string::npos);
}

// One of the names in a class or id value, by its words.
std::optional<Zone> zone_of_token(const std::vector<std::string>& token)
{
    // "has-sidebar" is said of a page, not of a sidebar.
    static constexpr std::string_view said_of_others[] = {"has", "with", "no", "without", "is", "hide", "show", "open", "closed", "two", "one"};
    if (token.empty() || (token.size() > 1 && is_one_of(token.front(), said_of_others))) {
        return std::nullopt;
    }
    std::optional<Zone> found;
    for (std::size_t i = 0; i < token.size(); ++i) {
        for (const Word& row : words) {
            const bool is_frame = row.zone == Zone::header || row.zone == Zone::footer;
            const bool is_other = (is_frame && is_of_part(std::span(token).first(i))) || (row.word == "bottom" && !is_bottom_of_page(token, i)) || (row.word == "header" && i > 0 && token[i - 1] == "page");
            if (row.word != token[i] || is_other) {
                continue;
            }
            // "header-bottom" is a header and "menu-footer" a footer's menu: the first word of the value names the thing, but
            // a footer stays a footer.
            if (!found || (row.zone == Zone::footer && !(found == Zone::header && row.word == "bottom"))) {
                found = row.zone;
            }
        }
    }
    return found;
}

std::optional<Zone> zone_of_words(std::string_view value)
{
    std::optional<Zone> found;
    for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = std::min(value.find_first_of(" \t\r\n\f", begin), value.size());
        const std::optional<Zone> zone = zone_of_token(text::slug_words(value.substr(begin, end - begin)));
        // What is called navigation and pagination leads on in a list.
        const bool is_more = zone == Zone::footer || (found == Zone::menu && (zone == Zone::content || zone == Zone::breadcrumb));
        if (zone && (!found || is_more)) {
            found = zone;
        }
        begin = end + 1;
    }
    return found;
}

// A portal's pages share a few hundred such values, each on many elements: what they say is worked out once a thread.
std::optional<Zone> by_words(std::string_view value)
{
    constexpr std::size_t most_known = 4096;
    constexpr std::size_t longest_known = 200;
    if (value.empty()) {
        return std::nullopt;
    }
    if (value.size() > longest_known) {
        return zone_of_words(value);
    }
    thread_local std::unordered_map<std::string, std::optional<Zone>> known;
    thread_local std::string key;
    key = value;
    if (const auto found = known.find(key); found != known.end()) {
        return found->second;
    }
    if (known.size() >= most_known) {
        known.clear();
    }
    return known.emplace(key, zone_of_words(value)).first->second;
}

bool is_in(html::Node element, std::string_view name)
{
    html::Node at = element.parent();
    while (at && std::string_view(at.name()) != name) {
        at = at.parent();
    }
    return !at.empty();
}

// Whether a `header` or `footer` is an article's (HTML-AAM); a `section` around all of the page is common.
bool is_of_article(html::Node element) { return std::string_view(element.parent().name()) == "section" || is_in(element, "article") || is_in(element, "main"); }

bool is_panel(std::string_view classes) { return classes.find("tab-pane") != std::string_view::npos || classes.find("tab-content") != std::string_view::npos; }

bool is_container(std::string_view name)
{
    return name == "div" || name == "ul" || name == "table" || name == "section" || name == "td" || name == "ol";
}

}  // namespace

std::optional<Zone> zone_begun_by(html::Node element)
{
    const std::string_view name = element.name();
    const std::string_view role = element.attribute("role").value();
    if (name == "nav" || role == "navigation") {
        for (const char* said : {"class", "aria-label"}) {
            const auto zone = by_words(element.attribute(said).value());
            if (zone == Zone::breadcrumb || zone == Zone::content) {
                return zone;
            }
        }
        return Zone::menu;
    }
    if (const auto zone = by_role(role)) {
        return zone;
    }
    if ((name == "footer" || name == "header") && !is_of_article(element)) {
        return name == "footer" ? Zone::footer : Zone::header;
    }
    // What an article sets aside is its own; `main` may hold the portal's side column.
    if (name == "aside") {
        return is_in(element, "article") ? std::nullopt : std::optional(Zone::aside);
    }
    if (name == "main") {
        return Zone::content;
    }
    // Panels of tabs are often named after their tabs ("nav-home"), and belong to what is around them.
    if (!is_container(name) || role == "tabpanel" || is_panel(element.attribute("class").value())) {
        return std::nullopt;
    }
    if (const auto zone = by_words(element.attribute("id").value())) {
        return zone;
    }
    return by_words(element.attribute("class").value());
}

Zone zone_of(html::Node node)
{
    Zone inner = Zone::content;
    bool found = false;
    for (html::Node at = node; at; at = at.parent()) {
        const auto zone = zone_begun_by(at);
        if (zone == Zone::footer) {
            return Zone::footer;
        }
        if (zone && !found) {
            inner = *zone;
            found = true;
        }
    }
    return inner;
}

std::vector<html::Node> head_without_landmarks(const html::Document& document)
{
    constexpr std::size_t running_text = 80;  // code points; menus and banners have shorter lines
    html::Node first;
    for (const html::Block& block : html::blocks(document.body())) {
        const html::Node link = block.element.select_node(".//a[@href]").node();
        if (!link && text::length(block.text) >= running_text) {
            first = block.element;
            break;
        }
    }
    std::vector<html::Node> head;
    bool has_landmark = false;
    bool behind = false;
    html::walk(
        document.body(),
        [&](html::Node node) {
            const auto zone = node.type() == pugi::node_element ? zone_begun_by(node) : std::nullopt;
            has_landmark = has_landmark || zone == Zone::header || zone == Zone::menu;
            behind = behind || node == first;
            if (!behind && node.type() == pugi::node_element) {
                head.push_back(node);
            }
            return !has_landmark;
        },
        [](html::Node) {});
    if (has_landmark || first.empty()) {
        head.clear();
    }
    return head;
}

}  // namespace pa::site
