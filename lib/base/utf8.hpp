// The few things about UTF-8 that everything needs. More (folding, normal forms) is in `text`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pa {

/// The length in bytes of the well-formed UTF-8 sequence at the start of `text` (RFC 3629: no
/// surrogates, no overlong forms); 0 when there is none.
std::size_t utf8_sequence(std::string_view text);

/// `text` cut into code points; a byte that is not UTF-8 becomes U+FFFD.
std::vector<std::string> utf8_points(std::string_view text);

/// `text` with everything that is not UTF-8 replaced by U+FFFD. What is well-formed comes back as it is.
std::string utf8_repaired(std::string_view text);

/// The longest prefix of `text` of at most `bytes` bytes that does not cut a code point in two.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

/// Appends `point` as UTF-8; values that are no scalar values append U+FFFD.
void utf8_append(std::string& out, char32_t point);

/// `text` with control characters (C0 but tab and newline, DEL, C1) and bidirectional overrides
/// replaced by U+FFFD, so that a page's title cannot steer a terminal.
std::string defused(std::string_view text);

}  // namespace pa
