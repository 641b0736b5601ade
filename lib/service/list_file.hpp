// The list of procedures that an agency must offer, as handed in by --catalogue: CSV or JSON, with the columns of the
// national portal's export or English ones.
#pragma once

#include "base/diagnostics.hpp"
#include "service/level.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pa::service {

struct Listed {
    std::string code;
    std::string name;
    std::string field;
    std::string admin_level;
    std::string reason;                ///< of `partial`
    Declared level = Declared::none;   ///< none: the list does not say
    std::optional<bool> is_online;     ///< `truc_tuyen`: whether a file can be sent in online
    std::uint32_t line = 0;
};

/// Reads a list. CSV (RFC 4180; comma, semicolon or tab; a header line) or JSON (an array of objects, or one object), UTF-8,
/// at most 32 MiB and 100,000 entries. Names of columns: code or ma_thu_tuc, name or ten_thu_tuc, field or linh_vuc,
/// admin_level or cap_thuc_hien, level or muc_do, reason or ly_do, online or truc_tuyen; others are left alone. All mistakes
/// go to `diagnostics`, each with its line.
std::vector<Listed> read_list(const std::string& text, const std::string& file, Diagnostics& diagnostics);

/// The same from a file; fails with `io` when it cannot be read.
Result<std::vector<Listed>> load_list(const std::string& file, Diagnostics& diagnostics);

}  // namespace pa::service
