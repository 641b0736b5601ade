// The audit as tables, which CSV and XLSX share: the same rows, columns and numbers in both.
#pragma once

#include "audit/audit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pa::report {

struct Cell {
    std::string text;              ///< one line; empty where `number` is there or nothing is known
    std::optional<double> number;
    std::string shown;             ///< for people, where `text` is a word for programs; may be empty
};

struct Column {
    std::string name;              ///< for programs, the same in every language
    Message heading;               ///< for people
    unsigned width = 12;           ///< in characters, on a sheet
};

struct Table {
    std::string name;
    Message title;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

Table findings_table(const audit::Audit& audit, Lang lang);
Table items_table(const audit::Audit& audit, Lang lang);
/// The worst first.
Table services_table(const audit::Audit& audit, Lang lang);
Table documents_table(const audit::Audit& audit, Lang lang);
/// The whole score in the first row, then its groups.
Table score_table(const audit::Audit& audit, Lang lang);

/// RFC 4180, with the columns' names as header. `bom` puts the mark in front by which spreadsheets know UTF-8. What a
/// spreadsheet would take for a formula begins with an apostrophe; numbers have a decimal point in every language.
std::string csv(const Table& table, bool bom);

}  // namespace pa::report
