// The tables of a store, and how those of an earlier version become those of this one. For store.cpp alone.
#pragma once

#include "base/result.hpp"

#include <string>

namespace soci {
class session;
}

namespace pa::campaign {

/// The version of the tables that this program reads and writes.
inline constexpr int store_version = 2;

/// Makes the tables, or brings those that are there to `store_version`, in one transaction. Fails with `damaged` when the
/// database holds something else, or a later version. SOCI's exceptions pass through.
Result<void> migrate(soci::session& sql, bool is_postgresql, const std::string& shown);

}  // namespace pa::campaign
