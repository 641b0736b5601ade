// The summary of a round, as files: JSON and CSV for programs, a workbook and an HTML page for people. All are made from the
// round alone and hold no moment, so the same results give the same bytes. Described in portalaudit-batch(1).
#pragma once

#include "campaign/roll_up.hpp"
#include "report/format.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace pa::campaign {

struct SummaryOptions {
    Lang lang = Lang::en;
    std::string reports;  ///< where the units' folders are, relative to the HTML page ("."); empty: the page links to none
};

/// `summary.json`, `summary.csv`, `summary.xlsx` and `summary.html` with its further files. Fails with `io` when the workbook
/// could not be made.
Result<std::vector<report::Piece>> summary(const Round& round, const RollUp& rolled, const SummaryOptions& options);

/// What a person at a terminal wants to know first.
std::string summary_text(const Round& round, const RollUp& rolled, Lang lang, std::size_t width);

// Its parts:
std::string summary_json(const Round& round, const RollUp& rolled);
std::vector<report::Piece> summary_html(const Round& round, const RollUp& rolled, const SummaryOptions& options);
report::Table units_table(const Round& round, const RollUp& rolled, Lang lang);

/// The rank of each unit in its ranking; 0 where it is not ranked.
std::vector<std::uint64_t> ranks(const Round& round, const RollUp& rolled);

/// How a unit stands: "ranked", "under-floor", or the name of its state.
std::string_view standing_name(const Standing& standing, double coverage_floor);
Message standing_word(const Standing& standing, double coverage_floor);

}  // namespace pa::campaign
