// Report formats. Each file in formats/ is one; all are made from the audit alone.
#pragma once

#include "audit/audit.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pa::report {

struct Options {
    Lang lang = Lang::en;
    std::size_t width = 80;  ///< columns of the terminal
    bool colour = false;
};

struct Format {
    std::string name;        ///< as written after -f
    std::string file_name;   ///< what it is called in an output folder
    std::string media_type;
    Message sentence;        ///< for lists
    std::string (*write)(const audit::Audit& audit, const Options& options) = nullptr;
};

/// All formats, sorted by name.
const std::vector<Format>& formats();
const Format* format_named(std::string_view name);

}  // namespace pa::report
