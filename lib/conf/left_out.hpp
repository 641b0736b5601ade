// TOML text without some of its tables, for those who do not need them: most of a rule pack is examples, and parsing
// them is most of loading it.
#pragma once

#include <string>
#include <string_view>

namespace pa::conf {

/// `source` with the lines of the tables [[name]] and [[name.…]] empty, so that all others keep their numbers. What is
/// left out is not read, so its mistakes are not found. Text with a string that has no end comes back as it is.
std::string without_tables(std::string_view source, std::string_view name);

}  // namespace pa::conf
