#include "base/result.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace pa {

namespace {

constexpr std::size_t window = 72;

// The line around `column`, at most `window` code points wide, and a caret below the column.
std::string excerpt(const Location& where)
{
    std::vector<std::string> points = utf8_points(where.line_text);
    for (std::string& point : points) {
        if (point == "\t") {
            point = " ";
        } else if (point == "\n" || defused(point) != point) {
            point = "?";
        }
    }
    const std::size_t at = where.column == 0 ? 0 : where.column - 1;
    const std::size_t from = at > window - 12 ? at - (window - 12) : 0;
    const std::size_t to = std::min(points.size(), from + window);
    std::string out = "  ";
    for (std::size_t i = from; i < to; ++i) {
        out += points[i];
    }
    out += "\n  " + std::string(at - from, ' ') + "^\n";
    return out;
}

}  // namespace

std::string render(const Error& error, Lang lang)
{
    std::string out;
    if (error.where) {
        out += error.where->file;
        if (error.where->line != 0) {
            out += fmt::format(":{}:{}", error.where->line, error.where->column);
        }
        out += ": ";
    }
    out += error.message.in(lang) + "\n";
    if (error.where && error.where->line != 0 && !error.where->line_text.empty()) {
        out += excerpt(*error.where);
    }
    if (!error.hint.empty()) {
        out += "  " + error.hint.in(lang) + "\n";
    }
    return out;
}

}  // namespace pa
