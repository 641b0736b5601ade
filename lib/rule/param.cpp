#include "rule/param.hpp"

#include "text/pattern.hpp"

namespace pa::rule {

void read_param(const conf::Document& document, conf::Reader& reader, const ParamSpec& spec, Rule& rule)
{
    const auto put = [&](auto value) {
        if (value) {
            const conf::Value* at = reader.value(spec.name);
            rule.params[spec.name] = {*value, document.at(at->line, at->column)};
        }
    };
    switch (spec.type) {
    case ParamType::string:
        if (const auto text = reader.string(spec.name); text && text->empty()) {
            reader.error(spec.name, msg("\"{}\" must not be empty", spec.name));
        }
        put(reader.string(spec.name));
        break;
    case ParamType::choice:
        put(reader.one_of(spec.name, spec.choices));
        break;
    case ParamType::strings: {
        auto texts = reader.strings(spec.name);
        if (texts.empty() && reader.has(spec.name) && reader.value(spec.name)->items.empty()) {
            reader.error(spec.name, msg("\"{}\" must not be empty", spec.name));
        }
        put(texts.empty() ? std::nullopt : std::optional(std::move(texts)));
        break;
    }
    case ParamType::integer: {
        const auto number = reader.integer(spec.name);
        if (number && (*number < 0 || *number > 1'000'000'000)) {
            reader.error(spec.name, msg("\"{}\" must be between 0 and 1000000000", spec.name));
        }
        put(number);
        break;
    }
    case ParamType::number:
        put(reader.number(spec.name));
        break;
    case ParamType::boolean:
        put(reader.boolean(spec.name));
        break;
    case ParamType::days:
        if (const auto duration = reader.string(spec.name)) {
            const auto days = time::parse_days(*duration);
            if (!days) {
                reader.error(spec.name, msg("\"{}\" is no duration", *duration), msg("write P10D, P2W, P3M or P1Y"));
            }
            put(days ? std::optional<std::int64_t>(*days) : std::nullopt);
        }
        break;
    case ParamType::pattern:
        if (const auto pattern = reader.string(spec.name)) {
            if (const auto compiled = text::Pattern::compile(*pattern); !compiled) {
                reader.error(spec.name, compiled.error().message);
            } else {
                put(pattern);
            }
        }
        break;
    }
}

}  // namespace pa::rule
