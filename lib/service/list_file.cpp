#include "service/list_file.hpp"

#include "base/ascii.hpp"
#include "base/csv.hpp"
#include "base/file.hpp"
#include "base/utf8.hpp"
#include "service/code.hpp"
#include "text/fold.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace pa::service {

namespace {

constexpr std::uint64_t most_bytes = 32U << 20U;
constexpr std::size_t most_entries = 100'000;
constexpr std::size_t most_mistakes = 100;

using Entry = std::map<std::string, std::string>;

struct Column {
    std::string_view name;
    std::string_view vietnamese;
};
constexpr std::array<Column, 7> columns = {{{"code", "ma_thu_tuc"}, {"name", "ten_thu_tuc"}, {"field", "linh_vuc"}, {"admin_level", "cap_thuc_hien"}, {"level", "muc_do"}, {"reason", "ly_do"}, {"online", "truc_tuyen"}}};

std::string column_named(std::string_view heading)
{
    const std::string lowered = ascii_lowered(text::collapsed(heading));
    for (const Column& column : columns) {
        if (lowered == column.name || lowered == column.vietnamese) {
            return std::string(column.name);
        }
    }
    return "";
}

class Reader {
public:
    Reader(const std::string& text, const std::string& file, Diagnostics& diagnostics) : text_(text), file_(file), diagnostics_(diagnostics) {}

    std::vector<Listed> read()
    {
        if (text_.size() > most_bytes) {
            mistake(0, msg("the list is larger than {} MiB", most_bytes >> 20U));
            return {};
        }
        if (utf8_repaired(text_) != text_) {
            mistake(0, msg("the list is not UTF-8"), msg("save it as UTF-8"));
            return {};
        }
        std::string_view body = text_;
        body.remove_prefix(body.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        const std::size_t first = body.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) {
            mistake(0, msg("the list is empty"));
        } else if (body[first] == '[' || body[first] == '{') {
            read_json(body);
        } else {
            read_csv(body);
        }
        if (out_.empty() && !diagnostics_.failed()) {
            mistake(0, msg("the list names no procedure"));
        }
        return std::move(out_);
    }

private:
    void mistake(std::uint32_t line, Message message, Message hint = {})
    {
        if (diagnostics_.errors().size() < most_mistakes) {
            diagnostics_.error({ErrorKind::config, std::move(message), Location{file_, line, 1, ""}, std::move(hint)});
        }
    }

    // ---------- CSV

    void read_csv(std::string_view body)
    {
        CsvReader records(body, CsvReader::separator_of(body));
        const CsvRecord heading = records.next().value_or(CsvRecord{});
        told_if_unclosed(heading);
        std::vector<std::string> names;
        for (const std::string& cell : heading.cells) {
            names.push_back(column_named(cell));
        }
        for (const std::string_view needed : {"code", "name"}) {
            if (std::find(names.begin(), names.end(), needed) == names.end()) {
                mistake(1, msg("the header has no column {}", needed), msg("the first line must name the columns: code,name,field,level"));
            }
        }
        if (diagnostics_.failed()) {
            return;
        }
        while (const auto record = records.next()) {
            told_if_unclosed(*record);
            if (record->is_blank()) {
                continue;
            }
            if (record->cells.size() != names.size()) {
                mistake(record->line, msg("{} cells, where the header has {}", record->cells.size(), names.size()));
                continue;
            }
            Entry entry;
            for (std::size_t i = 0; i < names.size(); ++i) {
                entry[names[i]] = text::collapsed(record->cells[i]);
            }
            take(entry, record->line);
        }
    }

    void told_if_unclosed(const CsvRecord& record)
    {
        if (record.is_unclosed) {
            mistake(record.line, msg("a quotation mark is not closed"));
        }
    }

    // ---------- JSON

    std::uint32_t line_at(std::string_view text, std::size_t at) const
    {
        return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
    }

    // Where the objects of the outermost array begin; the text is JSON.
    static std::vector<std::size_t> object_places(std::string_view text)
    {
        std::vector<std::size_t> out;
        int depth = 0;
        bool quoted = false;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                if (c == '{' && depth == 1) {
                    out.push_back(at);
                }
                ++depth;
            } else if (c == '}' || c == ']') {
                --depth;
            }
        }
        return out;
    }

    // Notes where a text stops being JSON.
    struct Syntax final : nlohmann::json_sax<nlohmann::json> {
        std::size_t broken_at = 0;
        std::size_t depth = 0;
        bool too_deep = false;

        bool open() { too_deep = too_deep || ++depth > 20; return !too_deep; }
        bool null() override { return true; }
        bool boolean(bool) override { return true; }
        bool number_integer(number_integer_t) override { return true; }
        bool number_unsigned(number_unsigned_t) override { return true; }
        bool number_float(number_float_t, const string_t&) override { return true; }
        bool string(string_t&) override { return true; }
        bool binary(binary_t&) override { return true; }
        bool start_object(std::size_t) override { return open(); }
        bool key(string_t&) override { return true; }
        bool end_object() override { --depth; return true; }
        bool start_array(std::size_t) override { return open(); }
        bool end_array() override { --depth; return true; }
        bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override
        {
            broken_at = position;
            return false;
        }
    };

    void read_json(std::string_view body)
    {
        Syntax syntax;
        if (!nlohmann::json::sax_parse(body, &syntax)) {
            mistake(line_at(body, syntax.broken_at), syntax.too_deep ? msg("nested too deeply for a list of procedures") : msg("this is no valid JSON"));
            return;
        }
        const nlohmann::json json = nlohmann::json::parse(body, nullptr, false);
        if (json.is_object()) {
            return read_object(json, 1);
        }
        const std::vector<std::size_t> places = object_places(body);
        std::size_t number = 0;
        std::uint32_t line = 1;
        std::size_t counted = 0;
        for (const nlohmann::json& value : json) {
            if (!value.is_object()) {
                mistake(line, msg("an entry is no object"));
                continue;
            }
            const std::size_t place = number < places.size() ? places[number] : counted;
            line += static_cast<std::uint32_t>(std::count(body.begin() + static_cast<std::ptrdiff_t>(counted), body.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
            counted = place;
            ++number;
            read_object(value, line);
        }
    }

    void read_object(const nlohmann::json& object, std::uint32_t line)
    {
        Entry entry;
        for (const auto& [key, value] : object.items()) {
            const std::string name = column_named(key);
            if (name.empty() || value.is_null()) {
                continue;
            }
            if (value.is_string()) {
                entry[name] = text::collapsed(value.get_ref<const std::string&>());
            } else if (value.is_number_integer() || value.is_boolean()) {
                entry[name] = value.is_boolean() ? (value.get<bool>() ? "1" : "0") : std::to_string(value.get<long long>());
            } else {
                mistake(line, msg("{} must be a text", key));
            }
        }
        take(entry, line);
    }

    // ---------- An entry

    void take(const Entry& entry, std::uint32_t line)
    {
        const auto value = [&](const char* name) {
            const auto found = entry.find(name);
            return found == entry.end() ? std::string() : found->second;
        };
        if (out_.size() >= most_entries) {
            if (out_.size() == most_entries && !is_full_) {
                mistake(line, msg("the list has more than {} entries", most_entries));
                is_full_ = true;
            }
            return;
        }
        Listed listed{value("code"), value("name"), value("field"), value("admin_level"), value("reason"), Declared::none, {}, line};
        const std::string code = only_code(listed.code);
        if (listed.code.empty()) {
            mistake(line, msg("there is no code"));
        } else if (code.empty()) {
            mistake(line, msg("\"{}\" is no code of a procedure", listed.code), msg("write it like 1.004194"));
        } else {
            listed.code = code;
            const auto [other, is_new] = lines_.try_emplace(code, line);
            if (!is_new) {
                mistake(line, msg("the code {} stands in line {} already", code, other->second));
            }
        }
        if (listed.name.empty()) {
            mistake(line, msg("there is no name"));
        }
        read_level(value("level"), listed);
        if (const std::string online = ascii_lowered(value("online")); !online.empty()) {
            const bool yes = online == "1" || online == "true" || online == "có";
            const bool no = online == "0" || online == "false" || online == "không";
            if (yes || no) {
                listed.is_online = yes;
            } else {
                mistake(line, msg("\"{}\" is neither 1 nor 0", value("online")));
            }
        }
        out_.push_back(std::move(listed));
    }

    void read_level(const std::string& said, Listed& listed)
    {
        if (said.empty()) {
            return;
        }
        const auto named = declared_named(ascii_lowered(said));
        listed.level = named ? *named : declared_in(said, true);
        if (listed.level == Declared::none) {
            mistake(listed.line, msg("\"{}\" is no level", said), msg("write 1 to 4, toàn trình, một phần, or cung cấp thông tin"));
        }
    }

    const std::string& text_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    std::vector<Listed> out_;
    std::map<std::string, std::uint32_t> lines_;
    bool is_full_ = false;
};

}  // namespace

std::vector<Listed> read_list(const std::string& text, const std::string& file, Diagnostics& diagnostics) { return Reader(text, file, diagnostics).read(); }

Result<std::vector<Listed>> load_list(const std::string& file, Diagnostics& diagnostics)
{
    PA_LET(text, read_file(file, most_bytes));
    return read_list(text, file, diagnostics);
}

}  // namespace pa::service
