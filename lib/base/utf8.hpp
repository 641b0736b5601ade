// The few things about UTF-8 that everything needs. More (folding, normal forms) is in `text`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pa {

constexpr bool is_utf8_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// `utf8_sequence` for all that are not short and common.
std::size_t utf8_rare_sequence(std::string_view text);

/// The length in bytes of the well-formed UTF-8 sequence at the start of `text` (RFC 3629: no
/// surrogates, no overlong forms); 0 when there is none.
inline std::size_t utf8_sequence(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) {
        return 1;
    }
    // All of Latin, without the leads whose second bytes are restricted.
    if (lead >= 0xC2 && lead <= 0xDF) {
        return text.size() >= 2 && is_utf8_continuation(text[1]) ? 2 : 0;
    }
    if (lead >= 0xE1 && lead <= 0xEC) {
        return text.size() >= 3 && is_utf8_continuation(text[1]) && is_utf8_continuation(text[2]) ? 3 : 0;
    }
    return utf8_rare_sequence(text);
}

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
