#include "campaign/unit_list.hpp"

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "campaign/unit_words.hpp"
#include "text/fold.hpp"
#include "text/suggest.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::campaign {

namespace {

constexpr std::size_t most_units = 100'000;
constexpr std::size_t most_mistakes = 1000;
constexpr std::size_t longest_id = 100, longest_text = 2000;

bool is_id_character(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '.' || c == '_' || c == '-'; }

// Names that the result folder has of its own.
bool is_reserved(std::string_view id)
{
    return id.starts_with("summary") || id.starts_with("batch.") || id.starts_with("shard-");
}

// The id of a unit that has none: its host, its port and the path, as far as they may stand in the name of a folder.
std::string id_of(const url::Url& url)
{
    std::string out(url.host());
    if (url.port()) {
        out += "-" + std::to_string(*url.port());
    }
    if (url.path() != "/") {
        out += url.path();
    }
    for (char& c : out) {
        c = is_id_character(c) ? c : '-';
    }
    out.erase(std::min(out.find_last_not_of("-.") + 1, longest_id));
    out.erase(0, std::min(out.find_first_not_of("-."), out.size()));
    return out;
}

// A carriage return alone ended lines once, and still does in some spreadsheets.
std::string with_line_feeds(std::string text)
{
    for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1)) {
        text[at] = at + 1 < text.size() && text[at + 1] == '\n' ? '\r' : '\n';
    }
    return text;
}

class Reader {
public:
    Reader(const std::string& text, const std::string& file, const Known& known, Diagnostics& diagnostics)
        : text_(text), file_(file), known_(known), diagnostics_(diagnostics), words_(known.types)
    {
    }

    std::vector<Unit> read()
    {
        if (text_.size() > most_list_bytes) {
            mistake(0, msg("the list is larger than {} MiB", most_list_bytes >> 20U));
            return {};
        }
        if (!is_utf8(text_)) {
            return {};
        }
        const std::string lines = with_line_feeds(text_);
        std::string_view body = lines;
        body.remove_prefix(body.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            mistake(0, msg("the list is empty"), msg("write an address a line, or CSV with the columns id,name,type,parent,url,profile,notes"));
            return {};
        }
        is_table(body) ? read_table(body) : read_lines(body);
        hold_parents();
        if (mistakes_ > most_mistakes) {
            diagnostics_.error({ErrorKind::config, msg("and {} more mistakes in {}", mistakes_ - most_mistakes, file_), {}, {}});
        }
        if (units_.empty() && mistakes_ == 0) {
            mistake(0, msg("the list names no unit"));
        }
        return std::move(units_);
    }

private:
    void mistake(std::uint32_t line, Message message, Message hint = {})
    {
        if (++mistakes_ <= most_mistakes) {
            diagnostics_.error({ErrorKind::config, std::move(message), Location{file_, line, 1, ""}, std::move(hint)});
        }
    }

    bool is_utf8(std::string_view text)
    {
        if (utf8_repaired(text) == text) {
            return true;
        }
        std::uint32_t line = 1;
        while (!text.empty()) {
            const std::string_view one = text.substr(0, text.find('\n'));
            if (utf8_repaired(one) != one) {
                mistake(line, msg("the list is not UTF-8"), msg("save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")"));
                return false;
            }
            text.remove_prefix(std::min(one.size() + 1, text.size()));
            ++line;
        }
        return false;
    }

    // Whether the first line that says anything names the columns of a table.
    bool is_table(std::string_view body)
    {
        std::uint32_t line = 1;
        while (!body.empty() && is_passed_over(body.substr(0, body.find('\n')))) {
            body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
            ++line;
        }
        head_line_ = line;
        const auto head = CsvReader(body, CsvReader::separator_of(body)).next();
        return head && std::any_of(head->cells.begin(), head->cells.end(), [](const std::string& cell) { return column_named(cell) != nullptr; });
    }

    static bool is_passed_over(std::string_view line)
    {
        const std::size_t first = line.find_first_not_of(" \t\r");
        return first == std::string_view::npos || line[first] == '#';
    }

    // ---------- An address a line

    void read_lines(std::string_view body)
    {
        std::uint32_t line = 0;
        while (!body.empty()) {
            const std::string_view raw = body.substr(0, body.find('\n'));
            body.remove_prefix(std::min(raw.size() + 1, body.size()));
            ++line;
            Unit unit;
            unit.url = text::collapsed(raw);
            unit.line = line;
            if (!unit.url.empty() && unit.url[0] != '#') {
                take(std::move(unit));
            }
        }
    }

    // ---------- CSV

    void read_table(std::string_view body)
    {
        for (std::uint32_t line = 1; line < head_line_; ++line) {
            body.remove_prefix(body.find('\n') + 1);
        }
        CsvReader records(body, CsvReader::separator_of(body), head_line_);
        const CsvRecord head = records.next().value_or(CsvRecord{});
        std::vector<const Column*> named;
        for (const std::string& cell : head.cells) {
            const Column* column = column_named(cell);
            if (column != nullptr && std::find(named.begin(), named.end(), column) != named.end()) {
                mistake(head_line_, msg("the column {} is there twice", column->name));
            }
            if (column == nullptr && !text::collapsed(cell).empty()) {
                diagnostics_.warning({ErrorKind::config, msg("the column \"{}\" is not known and is left alone", text::collapsed(cell)), Location{file_, head_line_, 1, ""}, msg("known are: id, name, type, parent, url, profile, notes")});
            }
            named.push_back(column);
        }
        if (std::none_of(named.begin(), named.end(), [](const Column* column) { return column != nullptr && column->name == "url"; })) {
            mistake(head_line_, msg("the header has no column url"), msg("the first line must name the columns: id,name,type,parent,url,profile,notes"));
            return;
        }
        while (const auto record = records.next()) {
            if (record->is_unclosed) {
                mistake(record->line, msg("a quotation mark is not closed"));
                continue;
            }
            const bool is_blank = std::all_of(record->cells.begin(), record->cells.end(), [](const std::string& cell) { return text::collapsed(cell).empty(); });
            if (is_blank) {
                continue;  // what spreadsheets leave below a table
            }
            if (record->cells.size() != named.size()) {
                mistake(record->line, msg("{} cells, where the header has {}", record->cells.size(), named.size()),
                        msg("a cell with the separator in it must stand in quotation marks"));
                continue;
            }
            Unit unit;
            unit.line = record->line;
            for (std::size_t i = 0; i < named.size(); ++i) {
                if (named[i] != nullptr) {
                    unit.*(named[i]->field) = text::collapsed(record->cells[i]);
                }
            }
            take(std::move(unit));
        }
    }

    // ---------- A unit

    void take(Unit unit)
    {
        const std::size_t before = mistakes_;
        if (units_.size() >= most_units) {
            if (!is_full_) {
                mistake(unit.line, msg("the list has more than {} units", most_units), msg("split it into several"));
            }
            is_full_ = true;
            return;
        }
        for (const Column& column : columns()) {
            if ((unit.*(column.field)).size() > longest_text) {
                mistake(unit.line, msg("{} is longer than {} bytes", column.name, longest_text));
                return;
            }
        }
        hold_url(unit);
        if (mistakes_ == before || !unit.id.empty()) {
            hold_id(unit);
        }
        hold_type(unit);
        hold_profile(unit);
        if (mistakes_ == before) {
            units_.push_back(std::move(unit));
        } else if (!unit.id.empty()) {
            broken_.emplace(unit.id, unit.line);
        }
    }

    void hold_url(Unit& unit)
    {
        if (unit.url.empty()) {
            return;  // whether it may be is known when all units are
        }
        const bool has_scheme = unit.url.find("://") != std::string::npos;
        if (!has_scheme && (unit.url.find_first_of(",;") != std::string::npos || unit.url.find(":/") != std::string::npos)) {
            mistake(unit.line, msg("\"{}\" is no http(s) address", unit.url), msg("write it like https://soxaydung.example.gov.vn/; the first line of a table must name the columns"));
            return;
        }
        const std::string typed = has_scheme ? unit.url : "https://" + unit.url;
        const auto parsed = url::Url::parse(typed);
        if (!parsed || !parsed->is_http() || parsed->host().empty() || unit.url.find(' ') != std::string::npos) {
            mistake(unit.line, msg("\"{}\" is no http(s) address", unit.url), msg("write it like https://soxaydung.example.gov.vn/"));
            return;
        }
        if (!parsed->username().empty() || !parsed->password().empty()) {
            mistake(unit.line, msg("an address must not carry a user name or password"));
            return;
        }
        const url::Url url = url::normalised(*parsed);
        unit.url = url.href();
        const auto [other, is_new] = lines_of_urls_.try_emplace(unit.url, unit.line);
        if (!is_new) {
            mistake(unit.line, msg("the address {} stands in line {} already", unit.url, other->second));
            return;
        }
        if (unit.id.empty()) {
            unit.id = id_of(url);
        }
    }

    void hold_id(const Unit& unit)
    {
        if (unit.id.empty()) {
            if (unit.url.empty()) {
                mistake(unit.line, msg("a unit needs an id or an address"));
            }
            return;
        }
        const bool is_plain = std::all_of(unit.id.begin(), unit.id.end(), is_id_character) && unit.id[0] != '.' && unit.id[0] != '-';
        if (!is_plain || unit.id.size() > longest_id || is_reserved(ascii_lowered(unit.id))) {
            mistake(unit.line, msg("\"{}\" cannot be an id, because it names a folder", unit.id),
                    msg("use at most {} of A-Z, a-z, 0-9, \"_\", \"-\" and \".\", and begin with a letter, digit or \"_\"", longest_id));
            return;
        }
        const auto [other, is_new] = lines_of_ids_.try_emplace(ascii_lowered(unit.id), unit.line);
        if (!is_new) {
            mistake(unit.line, msg("the id \"{}\" stands in line {} already", unit.id, other->second), msg("give the units ids of their own: CSV with the columns id and url"));
        }
    }

    void hold_type(Unit& unit)
    {
        if (unit.type.empty() || known_.types.empty()) {
            return;
        }
        if (const std::string type = words_.type_named(unit.type); !type.empty()) {
            unit.type = type;
            return;
        }
        std::string all;
        for (const std::string& type : known_.types) {
            all += (all.empty() ? "" : ", ") + type;
        }
        mistake(unit.line, msg("\"{}\" is no type of unit", unit.type), msg("known are: {}", all));
    }

    void hold_profile(const Unit& unit)
    {
        if (unit.profile.empty() || known_.profiles.empty() || std::find(known_.profiles.begin(), known_.profiles.end(), unit.profile) != known_.profiles.end()) {
            return;
        }
        const std::string near = text::nearest(unit.profile, known_.profiles);
        mistake(unit.line, msg("unknown profile \"{}\"", unit.profile), near.empty() ? Message() : msg("did you mean \"{}\"?", near));
    }

    // ---------- The tree

    void hold_parents()
    {
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            places.emplace(ascii_lowered(units_[i].id), i);
        }
        std::vector<bool> holds_others(units_.size(), false);
        for (Unit& unit : units_) {
            if (unit.parent.empty()) {
                continue;
            }
            const auto found = places.find(ascii_lowered(unit.parent));
            if (found == places.end()) {
                tell_missing(unit);
                unit.parent.clear();
                continue;
            }
            unit.parent = units_[found->second].id;
            holds_others[found->second] = true;
        }
        break_circles(places);
        std::vector<Unit> kept;
        for (std::size_t i = 0; i < units_.size(); ++i) {
            if (units_[i].url.empty() && !holds_others[i]) {
                mistake(units_[i].line, msg("the unit \"{}\" has no address, and no other unit is below it", units_[i].id), msg("give its address in the column url"));
            } else {
                kept.push_back(std::move(units_[i]));
            }
        }
        units_ = std::move(kept);
    }

    void tell_missing(const Unit& unit)
    {
        if (const auto broken = broken_.find(unit.parent); broken != broken_.end()) {
            mistake(unit.line, msg("the unit above, \"{}\", has a mistake itself in line {}", unit.parent, broken->second));
            return;
        }
        if (ids_.empty()) {
            for (const Unit& other : units_) {
                ids_.push_back(other.id);
            }
        }
        const std::string near = mistakes_ < most_mistakes ? text::nearest(unit.parent, ids_) : "";
        mistake(unit.line, msg("the unit above, \"{}\", is not in the list", unit.parent), near.empty() ? Message() : msg("did you mean \"{}\"?", near));
    }

    // Follows each unit upwards; a unit that leads to itself loses its parent.
    void break_circles(const std::unordered_map<std::string, std::size_t>& places)
    {
        std::vector<std::size_t> seen_from(units_.size(), units_.size());
        for (std::size_t from = 0; from < units_.size(); ++from) {
            std::size_t at = from;
            while (seen_from[at] == units_.size() && !units_[at].parent.empty()) {
                seen_from[at] = from;
                at = places.at(ascii_lowered(units_[at].parent));
            }
            if (seen_from[at] == from && !units_[at].parent.empty()) {
                mistake(units_[at].line, msg("the unit \"{}\" is above itself", units_[at].id), msg("mend the column parent"));
                units_[at].parent.clear();
            }
            seen_from[at] = std::min(seen_from[at], from);
        }
    }

    const std::string& text_;
    const std::string& file_;
    const Known& known_;
    Diagnostics& diagnostics_;
    const TypeWords words_;
    std::vector<Unit> units_;
    std::unordered_map<std::string, std::uint32_t> lines_of_urls_;
    std::unordered_map<std::string, std::uint32_t> lines_of_ids_;  ///< in lower case: file systems may not tell cases apart
    std::unordered_map<std::string, std::uint32_t> broken_;
    std::vector<std::string> ids_;
    std::size_t mistakes_ = 0;
    std::uint32_t head_line_ = 1;  ///< of a table: blank lines and comments may stand before it
    bool is_full_ = false;
};

}  // namespace

std::vector<Unit> read_units(const std::string& text, const std::string& file, const Known& known, Diagnostics& diagnostics)
{
    return Reader(text, file, known, diagnostics).read();
}

}  // namespace pa::campaign
