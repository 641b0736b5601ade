// Tables of labelled particulars, and what is laid out like one.
#pragma once

#include "check/labelled.hpp"

#include <string>
#include <vector>

namespace pa::check {

struct LabelledTable {
    enum class Kind {
        none,     ///< a table for the layout, or one that is not understood
        pairs,    ///< the label beside its value
        records,  ///< the same, each row with all labels of a record: cells that name their column themselves
        columns,  ///< labels at the head of columns, a record a row
    } kind = Kind::none;
    struct Row {
        std::vector<std::pair<std::string, std::string>> values;  ///< label and value, collapsed
        std::vector<std::string> links;
    };
    std::vector<Row> rows;  ///< at most 500
};

/// Reads a table of HTML.
LabelledTable read_table(html::Node table, const std::vector<Field>& known);

/// Reads a head whose element children are all `known` labels, with the elements behind it that have as many children; `taken`
/// gets these. Nothing when `head` is no such thing.
LabelledTable read_grid(html::Node head, const std::vector<Field>& known, std::vector<html::Node>& taken);

/// Whether a text is the name of one of these particulars, whole.
bool is_known_label(const std::string& text, const std::vector<Field>& known);

inline constexpr std::size_t longest_label = 60;         ///< code points
inline constexpr std::size_t longest_labelled = 2000;    ///< bytes of a value

}  // namespace pa::check
