#include "site/page.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

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

std::optional<Zone> zone_of_words(std::string_view value)
{
    std::optional<Zone> found;
    for (const std::string& word : text::slug_words(value)) {
        for (const Word& row : words) {
            // "header-bottom" is a header and "menu-footer" a footer's menu: the first word of the
            // value names the thing, but a footer stays a footer.
            if (row.word == word && (!found || row.zone == Zone::footer) && !(found == Zone::header && word == "bottom")) {
                found = row.zone;
            }
        }
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
    const std::string_view parent = element.parent().name();
    const bool in_article = parent == "article" || parent == "section" || parent == "main";
    if (name == "footer" && !in_article) {
        return Zone::footer;
    }
    if (name == "header" && !in_article) {
        return Zone::header;
    }
    if (name == "aside") {
        return Zone::aside;
    }
    if (name == "main") {
        return Zone::content;
    }
    if (!is_container(name)) {
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
