// Reading profiles; and ids, as packs and profiles have them.
#pragma once

#include "rule/rule.hpp"

namespace pa::rule {

/// The key `id`: lower-case letters, digits, "-" and ".". Mistakes go to the reader's diagnostics.
std::string required_id(conf::Reader& reader);

/// Reads a table [profile]. Mistakes go to `diagnostics`.
Profile read_profile(const conf::Document& document, const conf::Value& table, Diagnostics& diagnostics);

/// Whether the packs and rules that the profiles name are there.
void check_profiles(const Library& library, Diagnostics& diagnostics);

}  // namespace pa::rule
