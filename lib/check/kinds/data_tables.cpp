// data-tables: are header cells marked as such, and do they belong to cells?
#include "check/accessibility.hpp"

#include "access/table.hpp"
#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::check {

namespace {

using access::Cell;
using access::Element;
using access::Grid;
using access::Index;
using access::Role;
using access::Survey;
using access::Tag;

constexpr std::size_t long_text = 120;  // bytes; cells of data are shorter, cells of a layout are not

template <class Visit>
void each_table(const Survey& survey, Visit visit)
{
    for (const Role role : {Role::table, Role::grid, Role::treegrid}) {
        for (const Index index : survey.with_role(role)) {
            if (survey[index].is_exposed()) {
                visit(index);
            }
        }
    }
}

void look_at_references(const Survey& survey, const AccessSettings&, Finds& finds)
{
    each_table(survey, [&](Index table) {
        if (survey[table].tag != Tag::table || survey[table].is_aside) {
            return;
        }
        const Grid grid = access::grid_of(survey, table);
        std::unordered_map<std::string_view, Index> cells;
        for (const Cell& cell : grid.cells) {
            cells.try_emplace(survey[cell.element].attribute("id"), cell.element);
        }
        for (const Cell& cell : grid.cells) {
            const Element& element = survey[cell.element];
            const std::string_view headers = access::trimmed(element.attribute("headers"));
            if (headers.empty() || !grid.is_whole || !element.is_exposed() || (element.tag != Tag::td && element.tag != Tag::th)) {
                continue;
            }
            bool is_fault = false;
            access::each_word(headers, [&](std::string_view id) {
                const auto found = cells.find(id);
                is_fault = found == cells.end() || found->second == cell.element;
                return !is_fault;
            });
            finds.judge(cell.element, is_fault);
        }
    });
}

void look_at_headers(const Survey& survey, const AccessSettings&, Finds& finds)
{
    each_table(survey, [&](Index table) {
        const Grid grid = access::grid_of(survey, table);
        if (std::any_of(grid.cells.begin(), grid.cells.end(), [](const Cell& cell) { return cell.is_header; })) {
            finds.saw();
        }
        for (const Index header : access::lonely_headers(survey, grid)) {
            finds.fault(header);
        }
    });
}

// A table without header cells is one for data if it looks like nothing else: ruled lines, several rows and columns, short texts, and
// nothing in its cells that a layout is made for.
bool is_for_data(const Survey& survey, Index table, const Grid& grid)
{
    const Element& element = survey[table];
    const int border = element.node.attribute("border").as_int(0);
    const std::string classes = access::lower(element.attribute("class"));
    const bool is_ruled = border > 0 || classes.find("table-bordered") != std::string::npos || classes.find("msotablegrid") != std::string::npos ||
                          classes.find("msonormaltable") != std::string::npos || !element.node.child("caption").empty() || !element.node.child("thead").empty();
    if (!is_ruled || !grid.is_whole || grid.is_nested || grid.rows < 3 || grid.columns < 2) {
        return false;
    }
    std::size_t filled = 0;
    for (const Cell& cell : grid.cells) {
        const std::string text = html::visible_text(survey[cell.element].node, long_text + 50);
        if (text.size() > long_text) {
            return false;
        }
        filled += text.empty() ? 0U : 1U;
    }
    const auto holds = [&](Tag tag) {
        const std::vector<Index>& all = survey.with_tag(tag);
        const auto first = std::lower_bound(all.begin(), all.end(), table);
        return first != all.end() && *first < element.end;
    };
    return filled * 4 >= grid.cells.size() * 3 && !holds(Tag::input) && !holds(Tag::iframe) && !holds(Tag::img) && !holds(Tag::object);
}

void look_for_headers(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index table : survey.with_role(Role::table)) {
        if (!survey[table].is_exposed() || survey[table].tag != Tag::table) {
            continue;
        }
        const Grid grid = access::grid_of(survey, table);
        if (std::any_of(grid.cells.begin(), grid.cells.end(), [](const Cell& cell) { return cell.is_header; })) {
            finds.saw();
        } else if (is_for_data(survey, table, grid)) {
            finds.fault(table);
        }
    }
}

constexpr AccessCheck checks[] = {
    {"headers-attribute", "the attribute headers of a cell names cells of the same table", "1.3.1", "a25f45", true,
     [] { return msg("the attribute headers names no cell of the same table"); }, look_at_references},
    {"header-has-cells", "header cells belong to some cell", "1.3.1", "d0f69e", true,
     [] { return msg("no cell belongs to the header cell"); }, look_at_headers},
    {"table-has-headers", "tables that are surely for data have header cells", "1.3.1", "", true,
     [] { return msg("the table has no header cells"); }, look_for_headers},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind data_tables()
{
    Kind kind = access_kind({.name = "data-tables",
                             .summary = "whether tables for data have header cells that belong to cells",
                             .document = "Looks at tables that assistive technology is told of. A table without header cells counts as one for data only if it "
                                         "has ruled lines, a caption or a head, three rows and two columns at least, short texts, and neither images, fields "
                                         "nor tables inside.",
                             .example = "checks = [\"table-has-headers\", \"header-has-cells\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
