#include "access/table.hpp"

#include "access/words.hpp"

#include <algorithm>

namespace pa::access {

namespace {

constexpr std::size_t most_slots = 40'000;
constexpr std::size_t most_columns = 1000;

bool is_table(const Element& element)
{
    return element.tag == Tag::table || element.role == Role::table || element.role == Role::grid || element.role == Role::treegrid;
}

bool is_row(const Element& element) { return element.tag == Tag::tr || element.role == Role::row; }

bool is_cell(const Element& element)
{
    return element.tag == Tag::td || element.tag == Tag::th || element.role == Role::cell || element.role == Role::gridcell ||
           element.role == Role::columnheader || element.role == Role::rowheader;
}

// Puts cells into their slots row by row, as the standard's algorithm for forming a table does.
class Former {
public:
    explicit Former(const Survey& survey) : survey_(survey) {}

    Grid form(Index table)
    {
        for (Index at = table + 1; at < survey_[table].end;) {
            const Element& element = survey_[at];
            if (is_table(element)) {
                grid_.is_nested = true;
                at = element.end;
            } else if (element.hidden == Sure::yes) {
                at = element.end;
            } else {
                grid_.is_whole = grid_.is_whole && element.hidden == Sure::no;
                if (is_row(element)) {
                    begin_row();
                } else if (is_cell(element)) {
                    place(at);
                }
                ++at;
            }
        }
        grid_.rows = started_ ? row_ + 1 : 0;
        return std::move(grid_);
    }

private:
    void begin_row()
    {
        row_ += started_ ? 1 : 0;
        started_ = true;
        column_ = 0;
    }

    static std::size_t span(const Element& element, const char* name, const char* aria)
    {
        const int value = element.node.attribute(name).as_int(element.node.attribute(aria).as_int(1));
        return value < 1 ? 1 : std::min<std::size_t>(static_cast<std::size_t>(value), most_columns);
    }

    void place(Index index)
    {
        const Element& element = survey_[index];
        Cell cell{index, row_, column_, span(element, "rowspan", "aria-rowspan"), span(element, "colspan", "aria-colspan"), false};
        cell.is_header = element.role == Role::columnheader || element.role == Role::rowheader;
        while (cell.column < taken_until_.size() && taken_until_[cell.column] > row_) {
            ++cell.column;
        }
        column_ = cell.column + cell.columns;
        slots_ += cell.columns;
        if (slots_ > most_slots || column_ > most_columns) {
            grid_.is_whole = false;
            return;
        }
        taken_until_.resize(std::max(taken_until_.size(), column_), 0);
        for (std::size_t column = cell.column; column < column_; ++column) {
            taken_until_[column] = row_ + cell.rows;
        }
        grid_.columns = std::max(grid_.columns, column_);
        grid_.cells.push_back(cell);
    }

    const Survey& survey_;
    Grid grid_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t slots_ = 0;
    bool started_ = false;
    std::vector<std::size_t> taken_until_;  // for each column, the row at which it is free again
};

// Where there are cells that a header may be assigned to: in each column the last row, in each row the last column.
struct Reach {
    std::vector<std::size_t> bottom;
    std::vector<std::size_t> right;
    std::vector<bool> has_data;   // rows with a cell that is no header
    std::unordered_set<std::string_view> named;
};

Reach reach_of(const Survey& survey, const Grid& grid)
{
    Reach reach;
    reach.bottom.resize(grid.columns);
    reach.right.resize(grid.rows);
    reach.has_data.resize(grid.rows);
    for (const Cell& cell : grid.cells) {
        const std::string_view headers = survey[cell.element].attribute("headers");
        each_word(headers, [&](std::string_view id) {
            reach.named.insert(id);
            return true;
        });
        if (!cell.is_header) {
            reach.has_data[cell.row] = true;
        }
        if (!trimmed(headers).empty()) {
            continue;  // belongs to those only
        }
        for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
            reach.bottom[column] = std::max(reach.bottom[column], cell.row + cell.rows - 1);
        }
        for (std::size_t row = cell.row; row < std::min(cell.row + cell.rows, grid.rows); ++row) {
            reach.right[row] = std::max(reach.right[row], cell.column + cell.columns - 1);
        }
    }
    return reach;
}

}  // namespace

Grid grid_of(const Survey& survey, Index table) { return Former(survey).form(table); }

std::vector<Index> lonely_headers(const Survey& survey, const Grid& grid)
{
    std::vector<Index> out;
    if (!grid.is_whole) {
        return out;
    }
    const Reach reach = reach_of(survey, grid);
    for (const Cell& cell : grid.cells) {
        const Element& element = survey[cell.element];
        if (!cell.is_header || !element.is_exposed() || reach.named.contains(element.attribute("id")) || survey.name(cell.element).text.empty()) {
            continue;
        }
        const std::string scope = lower(element.attribute("scope"));
        const bool is_of_group = scope == "rowgroup" || scope == "colgroup";
        const bool is_of_column = element.role == Role::columnheader && (scope == "col" || element.asked == Role::columnheader || !reach.has_data[cell.row]);
        bool is_reached = is_of_group;
        for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
            is_reached = is_reached || (element.role != Role::rowheader && reach.bottom[column] >= cell.row + cell.rows);
        }
        for (std::size_t row = cell.row; row < std::min(cell.row + cell.rows, grid.rows); ++row) {
            is_reached = is_reached || (!is_of_column && reach.right[row] >= cell.column + cell.columns);
        }
        if (!is_reached) {
            out.push_back(cell.element);
        }
    }
    return out;
}

}  // namespace pa::access
