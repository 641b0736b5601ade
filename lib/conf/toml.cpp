#include "conf/toml.hpp"

#include "base/file.hpp"
#include "base/utf8.hpp"

// Debian's shared library has only the throwing variant, so the header-only one is built in here.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#pragma GCC diagnostic ignored "-Wextra-semi"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

namespace pa::conf {

namespace {

constexpr std::uint64_t file_limit = 4U << 20U;

Value converted(const toml::node& node);

std::string iso(const toml::date& date)
{
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string iso(const toml::date_time& value)
{
    std::string out = fmt::format("{}T{:02}:{:02}:{:02}", iso(value.date), value.time.hour, value.time.minute,
                                  value.time.second);
    if (value.offset) {
        const int minutes = value.offset->minutes;
        out += minutes == 0 ? "Z"
                            : fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                                          std::abs(minutes) % 60);
    }
    return out;
}

void fill(Value& value, const toml::table& table)
{
    value.type = Type::table;
    for (const auto& [key, node] : table) {
        const auto begin = key.source().begin;
        value.members.push_back({std::string(key.str()), begin.line, begin.column, converted(node)});
    }
    // toml++ sorts by key; what a person wrote keeps its order.
    std::stable_sort(value.members.begin(), value.members.end(), [](const auto& a, const auto& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
}

// The depth of a TOML document is bounded by toml++ itself (TOML_MAX_NESTED_VALUES, 256).
Value converted(const toml::node& node)
{
    Value value;
    value.line = node.source().begin.line;
    value.column = node.source().begin.column;
    if (const auto* table = node.as_table()) {
        fill(value, *table);
    } else if (const auto* array = node.as_array()) {
        value.type = Type::array;
        for (const toml::node& item : *array) {
            value.items.push_back(converted(item));
        }
    } else if (const auto* string = node.as_string()) {
        value.type = Type::string;
        value.text = string->get();
    } else if (const auto* integer = node.as_integer()) {
        value.type = Type::integer;
        value.integer = integer->get();
        value.real = static_cast<double>(value.integer);
    } else if (const auto* real = node.as_floating_point()) {
        value.type = Type::real;
        value.real = real->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.type = Type::boolean;
        value.boolean = boolean->get();
    } else if (const auto* date = node.as_date()) {
        value.type = Type::date;
        value.text = iso(date->get());
    } else if (const auto* moment = node.as_date_time()) {
        value.type = Type::date_time;
        value.text = iso(moment->get());
    } else {
        value.type = Type::string;  // a time of day alone has no use in our files
        value.text = "";
    }
    return value;
}

}  // namespace

const Value* Value::find(std::string_view key) const
{
    for (const Member& member : members) {
        if (member.key == key) {
            return &member.value;
        }
    }
    return nullptr;
}

Location Document::at(std::uint32_t line, std::uint32_t column) const
{
    std::size_t from = 0;
    for (std::uint32_t i = 1; i < line && from != std::string::npos; ++i) {
        from = source.find('\n', from);
        from += from == std::string::npos ? 0 : 1;
    }
    std::string text;
    if (from != std::string::npos && line > 0) {
        text = source.substr(from, source.find('\n', from) - from);
        if (text.ends_with('\r')) {
            text.pop_back();
        }
    }
    return {file, line, column, std::move(text)};
}

Result<Document> parse_toml(std::string source, std::string file)
{
    Document document{std::move(file), std::move(source), {}};
    const toml::parse_result parsed =
        toml::parse(std::string_view(document.source), std::string_view(document.file));
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        const auto begin = error.source().begin;
        return tl::unexpected(Error{ErrorKind::config,
                                    msg("no valid TOML: {}", std::string(error.description())),
                                    document.at(begin.line, begin.column),
                                    {}});
    }
    fill(document.root, parsed.table());
    document.root.line = 1;
    document.root.column = 1;
    return document;
}

Result<Document> load_toml(const std::filesystem::path& path)
{
    PA_LET(source, read_file(path, file_limit));
    return parse_toml(std::move(source), path.string());
}

}  // namespace pa::conf
