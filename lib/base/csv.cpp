#include "base/csv.hpp"

#include <algorithm>

namespace pa {

std::optional<CsvRecord> CsvReader::next()
{
    if (at_ >= text_.size()) {
        return std::nullopt;
    }
    CsvRecord out{{""}, line_};
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        line_ += c == '\n' ? 1 : 0;
        if (quoted) {
            if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                out.cells.back() += '"';
                ++at_;
            } else if (c == '"') {
                quoted = false;
            } else {
                out.cells.back() += c;
            }
        } else if (c == '"' && out.cells.back().empty()) {
            quoted = true;
        } else if (c == separator_) {
            out.cells.emplace_back();
        } else if (c == '\n') {
            ++at_;
            return out;
        } else if (c != '\r') {
            out.cells.back() += c;
        }
    }
    out.is_unclosed = quoted;
    return out;
}

char CsvReader::separator_of(std::string_view text)
{
    const std::string_view head = text.substr(0, text.find('\n'));
    char out = ',';
    for (const char c : {';', '\t'}) {
        out = std::count(head.begin(), head.end(), c) > std::count(head.begin(), head.end(), out) ? c : out;
    }
    return out;
}

}  // namespace pa
