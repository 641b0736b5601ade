// Comma-separated values: RFC 4180.
#pragma once

#include <string>
#include <string_view>

namespace pa {

/// One cell. What a spreadsheet would take for a formula begins with an apostrophe.
inline std::string csv_cell(std::string_view text)
{
    std::string out;
    bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {  // full-width = + - @, which some spreadsheets take as well
        is_formula = is_formula || text.starts_with(wide);
    }
    if (is_formula) {
        out = "'";
    }
    const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted ? "\"" + out + "\"" : out;
}

}  // namespace pa
