// Comma-separated values: RFC 4180.
#pragma once

#include <string>
#include <string_view>

namespace pa {

/// One cell. What a spreadsheet would take for a formula begins with an apostrophe.
inline std::string csv_cell(std::string_view text)
{
    std::string out;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        out = "'";
    }
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted ? "\"" + out + "\"" : out;
}

}  // namespace pa
