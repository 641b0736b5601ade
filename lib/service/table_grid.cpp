#include "service/table_grid.hpp"

#include "html/text.hpp"

#include <algorithm>

namespace pa::service {

namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_cells = 30;

std::vector<html::Node> cells_of(html::Node row)
{
    std::vector<html::Node> out;
    for (html::Node cell : row.children()) {
        const std::string_view name = cell.name();
        if ((name == "td" || name == "th") && out.size() < most_cells) {
            out.push_back(cell);
        }
    }
    return out;
}

std::vector<html::Node> rows_of(html::Node table)
{
    std::vector<html::Node> out;
    for (html::Node part : table.children()) {
        const std::string_view name = part.name();
        if (name == "tr") {
            out.push_back(part);
        } else if (name == "thead" || name == "tbody" || name == "tfoot") {
            for (html::Node row : part.children("tr")) {
                out.push_back(row);
            }
        }
        if (out.size() > most_rows) {
            break;
        }
    }
    return out;
}

// Rows with a part's label in the first or second cell and a value behind it.
bool pairs_labels(const std::vector<html::Node>& rows)
{
    std::size_t labelled = 0;
    const std::size_t looked_at = std::min<std::size_t>(rows.size(), 40);
    for (std::size_t i = 0; i < looked_at; ++i) {
        const std::vector<html::Node> cells = cells_of(rows[i]);
        bool is_label = false;
        for (std::size_t k = 0; k < std::min<std::size_t>(cells.size(), 2) && k + 1 < cells.size(); ++k) {
            const Label label = label_of(html::visible_text(cells[k], 400));
            is_label = is_label || (label.means != 0 && (!label.is_weak || cells.size() == 2));
        }
        labelled += is_label && cells.size() <= 4 ? 1U : 0U;
    }
    // The headings of a table of data may be such a row themselves.
    return labelled >= 2;
}

}  // namespace

int Grid::column(Mask mask) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if ((columns[i].means & mask) != 0) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

std::optional<Grid> grid_of(html::Node table)
{
    const std::vector<html::Node> rows = rows_of(table);
    if (rows.empty() || pairs_labels(rows)) {
        return std::nullopt;
    }
    // A title over all columns may stand above the headings.
    std::size_t first = 0;
    while (first + 1 < rows.size() && first < 2 && cells_of(rows[first]).size() < 2) {
        ++first;
    }
    const std::vector<html::Node> head = cells_of(rows[first]);
    const bool is_marked = std::all_of(head.begin(), head.end(), [](html::Node cell) { return std::string_view(cell.name()) == "th"; }) || std::string_view(rows[first].parent().name()) == "thead";
    if (head.size() < 2 || (!is_marked && head.size() < 3)) {
        return std::nullopt;
    }
    Grid out;
    std::size_t known = 0;
    for (const html::Node cell : head) {
        out.headings.push_back(html::visible_text(cell, 120));
        out.columns.push_back(label_of(out.headings.back()));
        out.means |= out.columns.back().means;
        known += out.columns.back().means != 0 ? 1U : 0U;
    }
    if (known < 2 && !(is_marked && known == 1)) {
        return std::nullopt;
    }
    for (std::size_t i = first + 1; i < rows.size(); ++i) {
        out.rows.push_back(cells_of(rows[i]));
    }
    return out;
}

}  // namespace pa::service
