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

/// A transaction that writes: rolled back at its end unless it was committed. SQLite is locked at once, so that two programs
/// wait for each other instead of failing half way.
class Writing {
public:
    Writing(soci::session& sql, bool is_postgresql);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    void commit();

private:
    soci::session& sql_;
    bool is_open_ = true;
};

/// Brings the tables to `store_version`, in one transaction; with `make` they are made where there are none. Fails with
/// `damaged` when the database holds something else, none of it, or a later version. SOCI's exceptions pass through.
Result<void> migrate(soci::session& sql, bool is_postgresql, bool make, const std::string& shown);

}  // namespace pa::campaign
