// How stores are addressed, and what must not be shown of that. For store.cpp alone.
#pragma once

#include "base/result.hpp"

#include <string>

namespace pa::campaign {

/// Whether it is an address of PostgreSQL, not the path of a SQLite file.
bool is_postgresql(const std::string& address);

/// The address without what may be a password.
std::string shown(const std::string& address);

/// The address of a PostgreSQL database as SOCI takes it; a password goes into PGPASSWORD, where libpq looks itself. Fails with `usage`.
Result<std::string> connection_of(const std::string& address);

/// While it lives, libraries that ask gettext for messages get English ones: they would write Vietnamese in the charset of
/// the process, which may have none of its letters.
class EnglishMessages {
public:
    EnglishMessages();
    ~EnglishMessages();
    EnglishMessages(const EnglishMessages&) = delete;
    EnglishMessages& operator=(const EnglishMessages&) = delete;

private:
    std::string before_;
};

}  // namespace pa::campaign
