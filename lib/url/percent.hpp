// Percent-encoding: URL Standard section 1.3.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pa::url {

/// The standard's percent-encode sets; each contains the C0 control set and every byte from 0x7F
/// on.
enum class EncodeSet { c0_control, fragment, query, special_query, path, userinfo };

/// Appends `bytes`, those in `set` as `%XX`.
void percent_encode(std::string& out, std::string_view bytes, EncodeSet set);

/// Appends `byte` as `%XX`.
void append_escape(std::string& out, unsigned char byte);

/// The byte that the escape at the start of `text` stands for, nothing when there is none.
std::optional<unsigned char> escape_at_start(std::string_view text);

/// The value of a hex digit, -1 for another character.
int hex_value(char digit);

/// RFC 3986 2.3: letters, digits, `-._~`.
bool is_unreserved(unsigned char byte);

}  // namespace pa::url
