// Comma-separated values: RFC 4180.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

struct CsvRecord {
    std::vector<std::string> cells;  ///< without their quotation marks; at least one
    std::uint32_t line = 0;          ///< on which it begins, from 1
    bool is_unclosed = false;        ///< the text ended within quotation marks

    /// A line without anything on it.
    bool is_blank() const { return cells.size() == 1 && cells.front().find_first_not_of(" \t") == std::string::npos; }
};

/// Reads the records of a text one after another; a quoted cell may go over several lines. Every text is read to its end:
/// what is wrong with a record is its reader's to say.
class CsvReader {
public:
    /// `line` is what the text's first line counts as.
    CsvReader(std::string_view text, char separator, std::uint32_t line = 1) : text_(text), separator_(separator), line_(line) {}

    /// Nothing at the end of the text.
    std::optional<CsvRecord> next();

    /// Comma, semicolon or tab, whichever the first line has most of.
    static char separator_of(std::string_view text);

private:
    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_;
};

}  // namespace pa
