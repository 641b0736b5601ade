// Tables as a grid of cells: which cells a header cell is assigned to. HTML Living Standard, 4.9.12; ARIA tables by their rows.
#pragma once

#include "access/survey.hpp"

namespace pa::access {

struct Cell {
    Index element = nowhere;
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t rows = 1;
    std::size_t columns = 1;
    bool is_header = false;
};

struct Grid {
    std::vector<Cell> cells;      ///< in document order
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool is_whole = true;         ///< false: too large or too tangled to be decided
    bool is_nested = false;       ///< has a table inside
};

/// The cells of a table, a grid or a tree grid, without those of tables inside it.
Grid grid_of(const Survey& survey, Index table);

/// Header cells that surely belong to no cell.
std::vector<Index> lonely_headers(const Survey& survey, const Grid& grid);

}  // namespace pa::access
