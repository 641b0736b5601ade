// Tables as a workbook of spreadsheets (Office Open XML).
#pragma once

#include "report/table.hpp"
#include "time/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pa::report {

/// A sheet for each table: all cells are texts or numbers, none is a formula or a link, whatever a page wrote. `made` is the
/// moment that the file says it was made, so that the same tables give the same bytes; nothing is 1980-01-01. "" when there
/// was no room for the temporary file that it is made by way of.
std::string workbook(const std::vector<Table>& tables, const std::string& title, std::optional<time::Moment> made, Lang lang);

}  // namespace pa::report
