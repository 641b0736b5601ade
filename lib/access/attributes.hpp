// The states and properties of WAI-ARIA 1.2 (and the few of 1.3 that browsers know): which there are, and what values they take.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pa::access {

/// What an `aria-*` attribute may hold; WAI-ARIA 1.2, section 6.2.
enum class AriaValue : std::uint8_t { truth, truth_or_undefined, tristate, token, tokens, id, ids, integer, number, text };

struct AriaAttribute {
    std::string_view name;         ///< without "aria-"
    AriaValue value = AriaValue::text;
    std::string_view words = {};   ///< for `token` and `tokens`, each between blanks
    bool is_global = false;        ///< for every role, the attributes that 1.2 calls global but deprecated too
};

/// By its name without "aria-"; null when there is no such attribute.
const AriaAttribute* aria_attribute(std::string_view name);

/// Whether the value is one that the attribute takes. Lists of ids are not looked up. An empty value is none.
bool is_valid(const AriaAttribute& attribute, std::string_view value);

}  // namespace pa::access
