#include "service/structure.hpp"

#include "html/text.hpp"
#include "service/vocabulary.hpp"
#include "service/wording.hpp"
#include "site/page.hpp"

#include <algorithm>
#include <array>

namespace pa::service {

namespace {

bool is_part_label(html::Node node)
{
    const Label label = label_of(html::visible_text(node, 400));
    return !label.is_weak && (label.means & all_parts) != 0;
}

bool holds_label(html::Node node)
{
    constexpr int most = 12;  // elements that are looked at
    if (is_part_label(node)) {
        return true;
    }
    int looked_at = 0;
    for (const pugi::xpath_node& found : node.select_nodes(".//*[self::a or self::button or self::h3 or self::h4 or self::h5 or self::dt or self::th or self::summary or self::strong]")) {
        if (++looked_at > most) {
            return false;
        }
        if (is_part_label(found.node())) {
            return true;
        }
    }
    return false;
}

bool has_more(html::Node node)
{
    for (html::Node next = node.next_sibling(); next; next = next.next_sibling()) {
        const bool is_blank = next.type() == pugi::node_pcdata && std::string_view(next.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (!is_blank && next.type() != pugi::node_comment) {
            return true;
        }
    }
    return false;
}

bool is_above(html::Node upper, html::Node node)
{
    while (node && node != upper) {
        node = node.parent();
    }
    return node == upper;
}

// A small form to fill in: what it says is no part of a description. (Some systems put the whole page into a form.)
bool is_small_form(html::Node node)
{
    constexpr std::size_t small = 1500;  // bytes of text
    constexpr std::size_t least_fields = 2;
    const auto fields = node.select_nodes(".//input[not(@type='hidden')]|.//textarea|.//select").size();
    return fields >= least_fields && html::visible_text(node, small + 1).size() <= small;
}

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

}  // namespace

bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

bool is_strong(std::string_view name)
{
    return name == "b" || name == "strong" || name == "th" || name == "dt" || name == "summary" || name == "legend" || name == "label" || name == "button" || is_heading(name);
}

bool ends_line(std::string_view name)
{
    return html::is_block(name) || is_cell(name) || name == "summary" || name == "button" || name == "legend" || name == "label";
}

int rank_of(html::Node node)
{
    constexpr int most_up = 4;
    for (int up = 0; node && up < most_up; ++up, node = node.parent()) {
        if (is_heading(node.name())) {
            return node.name()[1] - '0';
        }
    }
    return 0;
}

bool is_left_out(html::Node node)
{
    const std::string_view name = node.name();
    if (html::is_unseen(name) || name == "select" || name == "textarea" || (name == "input" && html::attribute(node, "type") == "hidden")) {
        return true;
    }
    if (name == "form" && is_small_form(node)) {
        return true;
    }
    const auto zone = site::zone_begun_by(node);
    return zone && *zone != site::Zone::content && !holds_label(node);
}

bool is_structural(html::Node start)
{
    constexpr int most_up = 3;
    for (int up = 0; start && up < most_up; ++up, start = start.parent()) {
        const std::string_view name = start.name();
        const bool has_value = (name == "td" || name == "dt" || name == "div" || name == "span" || name == "p") && has_more(start);
        if (is_strong(name) || (has_value && (name == "td" || name == "dt" || has_label_word(html::attribute(start, "class")))) || start.attribute("aria-controls") || start.attribute("data-toggle")) {
            return true;
        }
    }
    return false;
}

bool leads_away(html::Node start)
{
    constexpr int most_up = 4;
    for (int up = 0; start && up < most_up; ++up, start = start.parent()) {
        if (std::string_view(start.name()) == "a") {
            const std::string_view href = html::attribute(start, "href");
            return !href.empty() && href.front() != '#' && !href.starts_with("javascript:");
        }
    }
    return false;
}

html::Node container_of(html::Node start)
{
    html::Node block = start;
    while (block.parent() && !html::is_block(block.name()) && !is_cell(block.name())) {
        block = block.parent();
    }
    while (block.parent() && !has_more(block) && std::string_view(block.name()) != "body") {
        block = block.parent();
    }
    return block.parent();
}

html::Node panel_of(html::Node start, const Ids& ids)
{
    static constexpr std::array<std::string_view, 7> others = {"id", "class", "for", "aria-labelledby", "data-parent", "data-bs-parent", "name"};
    constexpr int most_up = 4;
    html::Node node = start;
    for (int up = 0; node && up < most_up; ++up, node = node.parent()) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            std::string_view value = attribute.value();
            if (value.size() < 2 || value.size() > 120 || std::find(others.begin(), others.end(), std::string_view(attribute.name())) != others.end()) {
                continue;
            }
            value.remove_prefix(value.front() == '#' ? 1 : 0);
            const auto found = ids.find(std::string(value));
            if (found != ids.end() && found->second != node && found->second.first_child() && !is_above(found->second, start)) {
                return found->second;
            }
        }
    }
    return {};
}

}  // namespace pa::service
