// TOML 1.0 as people write it for us: every value keeps its place, so that a message about it can show
// the line. Reading is strict: a key that nobody asked for is an error with a suggestion.
#pragma once

#include "base/diagnostics.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pa::conf {

enum class Type { string, integer, real, boolean, date, date_time, array, table };

/// One value of a document. `text` holds strings, and dates as ISO 8601.
struct Value {
    struct Member;

    Type type = Type::table;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string text;
    std::int64_t integer = 0;
    double real = 0;
    bool boolean = false;
    std::vector<Value> items;
    std::vector<Member> members;  ///< in the order of the file

    const Value* find(std::string_view key) const;
};

struct Value::Member {
    std::string key;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    Value value;
};

struct Document {
    std::string file;
    std::string source;
    Value root;
    std::vector<std::size_t> lines = {};  ///< where each line of `source` begins

    Location at(std::uint32_t line, std::uint32_t column) const;
};

/// Parses TOML text; `file` is only named in messages. Fails with `config` at the first error of syntax
/// (a key given twice is one), with its place. Tables [[left_out]] and those below them are not read.
Result<Document> parse_toml(std::string source, std::string file, std::string_view left_out = {});

/// Reads and parses a file of at most 4 MiB.
Result<Document> load_toml(const std::filesystem::path& path, std::string_view left_out = {});

/// Reads one table of a document key by key. What is missing or of the wrong type goes to the
/// diagnostics and gives an empty value; reading goes on. `finish` tells of keys that were not read.
class Reader {
public:
    Reader(const Document& document, const Value& table, Diagnostics& diagnostics);

    std::optional<std::string> string(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key);
    std::optional<double> number(std::string_view key);  ///< integers are numbers
    std::optional<bool> boolean(std::string_view key);
    std::optional<std::string> date(std::string_view key);  ///< ISO 8601 calendar date
    std::optional<std::string> date_time(std::string_view key);
    std::vector<std::string> strings(std::string_view key);  ///< empty when absent
    const Value* table(std::string_view key);
    std::vector<const Value*> tables(std::string_view key);

    std::string required_string(std::string_view key);
    Text required_text(std::string_view key);  ///< a table { vi = …, en = … }, neither empty
    Text text(std::string_view key);

    /// One of `known`, or an error with a suggestion; empty when absent.
    std::optional<std::string> one_of(std::string_view key, std::span<const std::string> known);

    bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    const Value* value(std::string_view key) const { return table_.find(key); }
    void require(std::string_view key);
    /// An error at the value of `key`, or at the table when the key is absent.
    void error(std::string_view key, Message message, Message hint = {});
    void warning(std::string_view key, Message message, Message hint = {});
    void finish();

private:
    const Value* read(std::string_view key, Type type);

    const Document& document_;
    const Value& table_;
    Diagnostics& diagnostics_;
    std::set<std::string, std::less<>> known_;
};

/// The name of a type in a message: `a string`, `an array` …
Message name_of(Type type);

}  // namespace pa::conf
