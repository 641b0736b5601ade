// Lists of units, as people write them.
#pragma once

#include "base/diagnostics.hpp"
#include "campaign/unit.hpp"

#include <string>
#include <vector>

namespace pa::campaign {

inline constexpr std::uint64_t most_list_bytes = 32U << 20U;

/// What a list may name; where there is nothing, every name is taken.
struct Known {
    std::vector<std::string> types;
    std::vector<std::string> profiles;
};

/// Reads a list of units: UTF-8 with or without a byte order mark, at most 32 MiB and 100,000 units.
///
/// Either a text with an http(s) address a line ("https://" may be left out), blank lines and lines that begin with "#" left
/// out; or CSV (RFC 4180; comma, semicolon or tab) whose first line names the columns, in English or Vietnamese, in any order:
/// id (mã), name (tên), type (loại), parent (cấp trên), url (địa chỉ), profile (bộ tiêu chí), notes (ghi chú). Of these only
/// url is needed. A unit without an id is called after its host. Other columns are left alone, with a warning.
///
/// All mistakes go to `diagnostics`, each with its line; what is given then are the units without mistakes, and those whose
/// parent was one of the others are roots.
std::vector<Unit> read_units(const std::string& text, const std::string& file, const Known& known, Diagnostics& diagnostics);

}  // namespace pa::campaign
