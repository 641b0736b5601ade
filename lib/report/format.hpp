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
    bool bom = true;         ///< CSV begins with a byte order mark, without which spreadsheets misread Vietnamese
    std::string file_name = {};  ///< what the report is written into, "report.html"; empty for a stream, which has nothing beside it
};

/// A file of a report.
struct Piece {
    std::string name;
    std::string bytes;
};

struct Format {
    std::string name;        ///< as written after -f
    std::string file_name;   ///< what it is called in an output folder
    std::string media_type;
    Message sentence;        ///< for lists
    std::string (*write)(const audit::Audit& audit, const Options& options) = nullptr;  ///< "" when it could not be made
    bool is_binary = false;  ///< not for a terminal
    /// Where a report may need several files: all of them, the one named `options.file_name` first.
    std::vector<Piece> (*write_pieces)(const audit::Audit& audit, const Options& options) = nullptr;
};

/// All formats, sorted by name.
const std::vector<Format>& formats();
const Format* format_named(std::string_view name);

/// The audit in `format`: the file that was asked for first, then those that it links to, which stand beside it. Without
/// `options.file_name` there is one. Fails with `io` when a format that is made by way of a temporary file found no room for it.
Result<std::vector<Piece>> written(const Format& format, const audit::Audit& audit, const Options& options);

}  // namespace pa::report
