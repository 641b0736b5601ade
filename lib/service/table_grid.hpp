// A table of data as rows of cells under headings, told from tables that lay a page out or pair labels with values.
#pragma once

#include "html/document.hpp"
#include "service/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pa::service {

struct Grid {
    std::vector<Label> columns;                  ///< of the headings
    std::vector<std::string> headings;           ///< as they read, at most 120 bytes
    std::vector<std::vector<html::Node>> rows;   ///< the cells, without the headings' row; at most 5,000 rows
    Mask means = 0;                              ///< of all columns

    /// The first column that has a meaning, or -1.
    int column(Mask mask) const;
};

/// Nothing where the table pairs labels with values, lays something out, or has no headings that say anything of procedures.
std::optional<Grid> grid_of(html::Node table);

}  // namespace pa::service
