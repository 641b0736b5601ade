#include "base/utf8.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

namespace pa {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// How many bytes at the start are well-formed.
std::size_t well_formed(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::uint64_t eight = 0;
        if (text.size() - at >= sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            const std::uint64_t beyond_ascii = eight & 0x8080808080808080U;
            if (beyond_ascii == 0) {
                at += sizeof eight;
                continue;
            }
            if constexpr (std::endian::native == std::endian::little) {
                at += static_cast<std::size_t>(std::countr_zero(beyond_ascii)) / 8U;
            }
        }
        const std::size_t length = utf8_sequence(text.substr(at));
        if (length == 0) {
            break;
        }
        at += length;
    }
    return at;
}

}  // namespace

std::size_t utf8_rare_sequence(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    if (text.size() < length) {
        return 0;
    }
    const auto second = static_cast<unsigned char>(text[1]);
    if (second < low || second > high) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if (!is_utf8_continuation(text[i])) {
            return 0;
        }
    }
    return length;
}

std::vector<std::string> utf8_points(std::string_view text)
{
    std::vector<std::string> points;
    points.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8_sequence(text);
        points.emplace_back(length == 0 ? replacement : text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return points;
}

std::string utf8_repaired(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t run = well_formed(text);
        out += text.substr(0, run);
        text.remove_prefix(run);
        if (!text.empty()) {
            out += replacement;
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && is_utf8_continuation(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

void utf8_append(std::string& out, char32_t point)
{
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point >= 0xD800 && point <= 0xDFFF) {
        out += replacement;
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x110000) {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += replacement;
    }
}

std::string defused(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8_sequence(text);
        const std::string_view point = text.substr(0, length == 0 ? 1 : length);
        const auto lead = static_cast<unsigned char>(point[0]);
        const bool c0 = lead < 0x20 && lead != '\t' && lead != '\n';
        const bool c1 = length == 2 && lead == 0xC2 && static_cast<unsigned char>(point[1]) < 0xA0;
        // U+202A..202E and U+2066..2069 turn the reading direction of what follows them.
        const bool bidi = length == 3 && lead == 0xE2 &&
                          ((point[1] == '\x80' && point[2] >= '\xAA' && point[2] <= '\xAE') ||
                           (point[1] == '\x81' && point[2] >= '\xA6' && point[2] <= '\xA9'));
        out += length == 0 || c0 || lead == 0x7f || c1 || bidi ? replacement : point;
        text.remove_prefix(point.size());
    }
    return out;
}

}  // namespace pa
