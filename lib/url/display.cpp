#include "base/utf8.hpp"
#include "url/percent.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <array>

namespace pa::url {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Controls, blanks, what has no width, what turns the direction, tags, private use, non-characters.
constexpr std::array unseen = {
    Range{0x0080, 0x00A0}, Range{0x00AD, 0x00AD}, Range{0x034F, 0x034F}, Range{0x061C, 0x061C},
    Range{0x115F, 0x1160}, Range{0x1680, 0x1680}, Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
    Range{0x2000, 0x200F}, Range{0x2028, 0x202F}, Range{0x205F, 0x206F}, Range{0x2800, 0x2800},
    Range{0x3000, 0x3000}, Range{0x3164, 0x3164}, Range{0xE000, 0xF8FF}, Range{0xFE00, 0xFE0F},
    Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}, Range{0xFFF0, 0xFFFF}, Range{0xE0000, 0x10FFFF}};

/// `sequence` is well-formed.
char32_t code_point(std::string_view sequence)
{
    const auto lead = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) {
        return lead;
    }
    char32_t point = lead & (0x7FU >> sequence.size());
    for (const char c : sequence.substr(1)) {
        point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return point;
}

bool is_for_people(std::string_view sequence)
{
    const char32_t point = code_point(sequence);
    // Not ASCII either: decoded letters and digits could complete an escape with a "%" before them.
    return point >= 0x80 && std::none_of(unseen.begin(), unseen.end(), [point](const Range& range) {
               return point >= range.first && point <= range.last;
           });
}

/// The bytes of the escapes at the start of `text`, and how much of `text` they take.
std::string escapes_at_start(std::string_view& text)
{
    std::string bytes;
    while (const auto byte = escape_at_start(text)) {
        bytes += static_cast<char>(*byte);
        text.remove_prefix(3);
    }
    return bytes;
}

void append_readable(std::string& out, std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = utf8_sequence(bytes);
        const std::string_view sequence = bytes.substr(0, length == 0 ? 1 : length);
        if (length > 0 && is_for_people(sequence)) {
            out += sequence;
        } else {
            for (const char c : sequence) {
                append_escape(out, static_cast<unsigned char>(c));
            }
        }
        bytes.remove_prefix(sequence.size());
    }
}

}  // namespace

std::string display(const Url& url)
{
    const std::string_view href = url.href();
    const std::size_t tail = url.path().size() + url.query().size() + url.fragment().size();
    std::string out(href.substr(0, href.size() - tail));
    std::string_view rest = href.substr(out.size());
    while (!rest.empty()) {
        if (escape_at_start(rest)) {
            append_readable(out, escapes_at_start(rest));
        } else {
            out += rest[0];
            rest.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace pa::url
