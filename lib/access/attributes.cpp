#include "access/attributes.hpp"

#include "access/roles.hpp"
#include "access/words.hpp"

#include <algorithm>
#include <charconv>

namespace pa::access {

namespace {

using enum AriaValue;

constexpr AriaAttribute table[] = {
    {"activedescendant", id},
    {"atomic", truth, {}, true},
    {"autocomplete", token, " inline list both none "},
    {"braillelabel", AriaValue::text, {}, true},
    {"brailleroledescription", AriaValue::text, {}, true},
    {"busy", truth, {}, true},
    {"checked", tristate},
    {"colcount", integer},
    {"colindex", integer},
    {"colindextext", AriaValue::text},
    {"colspan", integer},
    {"controls", ids, {}, true},
    {"current", token, " page step location date time true false ", true},
    {"describedby", ids, {}, true},
    {"description", AriaValue::text, {}, true},
    {"details", ids, {}, true},
    {"disabled", truth, {}, true},
    {"dropeffect", tokens, " copy execute link move none popup ", true},
    {"errormessage", ids, {}, true},
    {"expanded", truth_or_undefined},
    {"flowto", ids, {}, true},
    {"grabbed", truth_or_undefined, {}, true},
    {"haspopup", token, " true false menu listbox tree grid dialog ", true},
    {"hidden", truth_or_undefined, {}, true},
    {"invalid", token, " grammar false spelling true ", true},
    {"keyshortcuts", AriaValue::text, {}, true},
    {"label", AriaValue::text, {}, true},
    {"labelledby", ids, {}, true},
    {"level", integer},
    {"live", token, " assertive off polite ", true},
    {"modal", truth},
    {"multiline", truth},
    {"multiselectable", truth},
    {"orientation", token, " horizontal vertical undefined "},
    {"owns", ids, {}, true},
    {"placeholder", AriaValue::text},
    {"posinset", integer},
    {"pressed", tristate},
    {"readonly", truth},
    {"relevant", tokens, " additions all removals text ", true},
    {"required", truth},
    {"roledescription", AriaValue::text, {}, true},
    {"rowcount", integer},
    {"rowindex", integer},
    {"rowindextext", AriaValue::text},
    {"rowspan", integer},
    {"selected", truth_or_undefined},
    {"setsize", integer},
    {"sort", token, " ascending descending none other "},
    {"valuemax", number},
    {"valuemin", number},
    {"valuenow", number},
    {"valuetext", AriaValue::text},
};
static_assert(std::is_sorted(std::begin(table), std::end(table), [](const AriaAttribute& a, const AriaAttribute& b) { return a.name < b.name; }));

bool is_integer(std::string_view value)
{
    int parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    return error == std::errc() && end == value.data() + value.size();
}

bool is_number(std::string_view value)
{
    double parsed = 0;
    value.remove_prefix(value.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    return error == std::errc() && end == value.data() + value.size();
}

}  // namespace

const AriaAttribute* aria_attribute(std::string_view name)
{
    const auto* found = std::lower_bound(std::begin(table), std::end(table), name, [](const AriaAttribute& row, std::string_view n) { return row.name < n; });
    return found != std::end(table) && found->name == name ? found : nullptr;
}

bool is_valid(const AriaAttribute& attribute, std::string_view value)
{
    const std::string lowered = lower(trimmed(value));
    const std::string_view plain = lowered;
    switch (attribute.value) {
    case truth: return plain == "true" || plain == "false";
    case truth_or_undefined: return plain == "true" || plain == "false" || plain == "undefined";
    case tristate: return plain == "true" || plain == "false" || plain == "mixed" || plain == "undefined";
    case token: return lists(attribute.words, plain);
    case tokens: {
        bool all = !plain.empty();
        each_word(plain, [&](std::string_view word) { return all = all && lists(attribute.words, word); });
        return all;
    }
    case id:
    case ids: return !plain.empty();
    case integer: return is_integer(plain);
    case number: return is_number(plain);
    case AriaValue::text: return true;
    }
    return true;
}

}  // namespace pa::access
