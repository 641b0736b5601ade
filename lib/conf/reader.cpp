#include "conf/toml.hpp"

#include "text/suggest.hpp"

namespace pa::conf {

Message name_of(Type type)
{
    switch (type) {
    case Type::string:
        return msg("a string");
    case Type::integer:
        return msg("a whole number");
    case Type::real:
        return msg("a number");
    case Type::boolean:
        return msg("true or false");
    case Type::date:
        return msg("a date such as 2026-11-23");
    case Type::date_time:
        return msg("a moment such as 2026-11-23T08:00:00+07:00");
    case Type::array:
        return msg("an array");
    case Type::table:
        return msg("a table");
    }
    return {};
}

Reader::Reader(const Document& document, const Value& table, Diagnostics& diagnostics)
    : document_(document), table_(table), diagnostics_(diagnostics)
{
}

const Value* Reader::read(std::string_view key, Type type)
{
    known_.emplace(key);
    const Value* value = table_.find(key);
    if (value == nullptr) {
        return nullptr;
    }
    const bool fits = value->type == type || (type == Type::real && value->type == Type::integer);
    if (!fits) {
        error(key, msg("\"{}\" must be {}, not {}", key, name_of(type), name_of(value->type)));
        return nullptr;
    }
    return value;
}

std::optional<std::string> Reader::string(std::string_view key)
{
    const Value* value = read(key, Type::string);
    return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::optional<std::int64_t> Reader::integer(std::string_view key)
{
    const Value* value = read(key, Type::integer);
    return value == nullptr ? std::nullopt : std::optional(value->integer);
}

std::optional<double> Reader::number(std::string_view key)
{
    const Value* value = read(key, Type::real);
    return value == nullptr ? std::nullopt : std::optional(value->real);
}

std::optional<bool> Reader::boolean(std::string_view key)
{
    const Value* value = read(key, Type::boolean);
    return value == nullptr ? std::nullopt : std::optional(value->boolean);
}

std::optional<std::string> Reader::date(std::string_view key)
{
    const Value* value = read(key, Type::date);
    return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::optional<std::string> Reader::date_time(std::string_view key)
{
    const Value* value = read(key, Type::date_time);
    return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::vector<std::string> Reader::strings(std::string_view key)
{
    std::vector<std::string> out;
    const Value* value = read(key, Type::array);
    if (value == nullptr) {
        return out;
    }
    for (const Value& item : value->items) {
        if (item.type != Type::string || item.text.empty()) {
            diagnostics_.error({ErrorKind::config,
                                msg("\"{}\" must hold strings that are not empty", key),
                                document_.at(item.line, item.column),
                                {}});
            continue;
        }
        out.push_back(item.text);
    }
    return out;
}

const Value* Reader::table(std::string_view key) { return read(key, Type::table); }

std::vector<const Value*> Reader::tables(std::string_view key)
{
    std::vector<const Value*> out;
    const Value* value = read(key, Type::array);
    if (value == nullptr) {
        return out;
    }
    for (const Value& item : value->items) {
        if (item.type != Type::table) {
            diagnostics_.error({ErrorKind::config,
                                msg("\"{}\" must hold tables, written [[{}]]", key, key),
                                document_.at(item.line, item.column),
                                {}});
            continue;
        }
        out.push_back(&item);
    }
    return out;
}

void Reader::require(std::string_view key)
{
    if (!has(key)) {
        error(key, msg("the key \"{}\" is missing", key));
    }
}

std::string Reader::required_string(std::string_view key)
{
    require(key);
    std::string value = string(key).value_or("");
    if (value.empty() && has(key) && table_.find(key)->type == Type::string) {
        error(key, msg("\"{}\" must not be empty", key));
    }
    return value;
}

Text Reader::text(std::string_view key)
{
    const Value* value = table(key);
    if (value == nullptr) {
        return {};
    }
    Reader both(document_, *value, diagnostics_);
    Text out;
    out.vi = both.required_string("vi");
    out.en = both.required_string("en");
    both.finish();
    return out;
}

Text Reader::required_text(std::string_view key)
{
    require(key);
    return text(key);
}

std::optional<std::string> Reader::one_of(std::string_view key, std::span<const std::string> known)
{
    std::optional<std::string> value = string(key);
    if (!value) {
        return std::nullopt;
    }
    for (const std::string& name : known) {
        if (*value == name) {
            return value;
        }
    }
    const std::string near = text::nearest(*value, known);
    std::string all;
    for (const std::string& name : known) {
        all += (all.empty() ? "" : ", ") + name;
    }
    error(key,
          msg("unknown value \"{}\" for \"{}\"", *value, key),
          near.empty() ? msg("known are: {}", all) : msg("did you mean \"{}\"?", near));
    return std::nullopt;
}

void Reader::error(std::string_view key, Message message, Message hint)
{
    const Value* value = table_.find(key);
    const Value& place = value == nullptr ? table_ : *value;
    diagnostics_.error({ErrorKind::config, std::move(message), document_.at(place.line, place.column), std::move(hint)});
}

void Reader::warning(std::string_view key, Message message, Message hint)
{
    const Value* value = table_.find(key);
    const Value& place = value == nullptr ? table_ : *value;
    diagnostics_.warning({ErrorKind::config, std::move(message), document_.at(place.line, place.column), std::move(hint)});
}

void Reader::finish()
{
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const Value::Member& member : table_.members) {
        if (known_.contains(member.key)) {
            continue;
        }
        const std::string near = text::nearest(member.key, known);
        diagnostics_.error({ErrorKind::config,
                            msg("unknown key \"{}\"", member.key),
                            document_.at(member.line, member.column),
                            near.empty() ? Message{} : msg("did you mean \"{}\"?", near)});
    }
}

}  // namespace pa::conf
