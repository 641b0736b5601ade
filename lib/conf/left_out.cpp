#include "conf/left_out.hpp"

#include <algorithm>
#include <optional>

namespace pa::conf {

namespace {

// The name in a header such as [[ rule . "example" ]]: rule.example.
std::string name_in(std::string_view header)
{
    std::string name;
    for (const char c : header.substr(0, header.find(']'))) {
        if (std::string_view("[ \t\"'").find(c) == std::string_view::npos) {
            name += c;
        }
    }
    return name;
}

// Goes through the lines of a document, as far as TOML's strings and brackets have to be known to tell which lines are
// headers of tables.
class Lines {
public:
    explicit Lines(std::string_view source) : rest_(source) {}

    bool at_end() const { return rest_.empty(); }
    bool in_value() const { return !quotes_.empty() || depth_ > 0; }

    /// The next line with its end; nothing where a string ends in no way.
    std::optional<std::string_view> next()
    {
        const std::string_view line = rest_.substr(0, rest_.find('\n') == std::string_view::npos ? rest_.size() : rest_.find('\n') + 1);
        rest_.remove_prefix(line.size());
        std::size_t at = quotes_.empty() ? 0 : end_of_string(line, 0);
        while (at < line.size() && line[at] != '#') {
            const char c = line[at];
            if (c == '"' || c == '\'') {
                const std::string three(3, c);
                quotes_ = line.substr(at, 3) == three ? three : std::string(1, c);
                at = end_of_string(line, at + quotes_.size());
                continue;
            }
            depth_ += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            ++at;
        }
        const bool broken = quotes_.size() == 1 || (at_end() && in_value()) || depth_ < 0;
        return broken ? std::nullopt : std::optional(line);
    }

private:
    // Behind the quotes that end the string, or the end of the line.
    std::size_t end_of_string(std::string_view line, std::size_t at)
    {
        std::size_t end = line.find(quotes_, at);
        while (quotes_[0] == '"' && end != std::string_view::npos && is_escaped(line, at, end)) {
            end = line.find(quotes_, end + 1);
        }
        if (end == std::string_view::npos) {
            return line.size();
        }
        end += quotes_.size();
        // A string in three quotes may itself end with one or two.
        while (quotes_.size() == 3 && end < line.size() && line[end] == quotes_[0]) {
            ++end;
        }
        quotes_.clear();
        return end;
    }

    // An odd number of backslashes stands before it.
    static bool is_escaped(std::string_view line, std::size_t from, std::size_t at)
    {
        const std::size_t before = line.substr(0, at).find_last_not_of('\\');
        const std::size_t first = before == std::string_view::npos ? from : std::max(from, before + 1);
        return (at - first) % 2 == 1;
    }

    std::string_view rest_;
    std::string quotes_;  // of the string that we are in
    int depth_ = 0;       // of arrays and inline tables
};

}  // namespace

std::string without_tables(std::string_view source, std::string_view name)
{
    std::string out;
    bool leaves_out = false;
    Lines lines(source);
    while (!lines.at_end()) {
        const bool in_value = lines.in_value();
        const auto line = lines.next();
        if (!line) {
            return std::string(source);
        }
        const std::size_t begin = line->find_first_not_of(" \t");
        if (!in_value && begin != std::string_view::npos && (*line)[begin] == '[') {
            const std::string table = name_in(line->substr(begin));
            leaves_out = table.starts_with(name) && (table.size() == name.size() || table[name.size()] == '.');
        }
        out += leaves_out ? std::string_view("\n").substr(0, line->ends_with('\n') ? 1 : 0) : *line;
    }
    return out;
}

}  // namespace pa::conf
