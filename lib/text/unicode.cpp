#include "text/unicode.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace pa::text {

namespace {

constexpr std::size_t low_rows = 0x300;     // U+0000 to U+02FF
constexpr std::size_t page_rows = 0x100;    // U+1E00 to U+1EFF, then U+2000 to U+20FF
using Table = std::array<LatinRow, low_rows + 2 * page_rows>;

int options_of(Mapping mapping)
{
    switch (mapping) {
    case Mapping::nfc:
        return UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    case Mapping::lower:
        return UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    case Mapping::unaccented:
        break;
    }
    return UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK;
}

// Whether all characters are, or all are not, such that words are made of them.
bool is_uniform(std::string_view utf8, bool& word)
{
    for (bool first = true; !utf8.empty(); first = false) {
        utf8proc_int32_t point = 0;
        const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &point);
        if (n <= 0 || (!first && is_word(point) != word)) {
            return false;
        }
        word = is_word(point);
        utf8.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

LatinRow row_of(char32_t point)
{
    LatinRow row{};
    std::string own;
    utf8_append(own, point);
    const std::string lower = mapped(own, Mapping::lower);
    const std::string plain = lower == "đ" ? "d" : mapped(lower, Mapping::unaccented);
    row.is_known = is_uniform(lower, row.is_word) && lower.size() <= sizeof row.lower && plain.size() <= sizeof row.plain &&
                   utf8proc_get_property(static_cast<utf8proc_int32_t>(point))->combining_class == 0;
    if (row.is_known) {
        row.is_nfc = mapped(own, Mapping::nfc) == own;
        row.lower_size = static_cast<std::uint8_t>(lower.size());
        row.plain_size = static_cast<std::uint8_t>(plain.size());
        std::copy(lower.begin(), lower.end(), row.lower);
        std::copy(plain.begin(), plain.end(), row.plain);
    }
    return row;
}

Table make_table()
{
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::size_t point = i < low_rows ? i : i < low_rows + page_rows ? 0x1E00 + (i - low_rows) : 0x2000 + (i - low_rows - page_rows);
        table[i] = row_of(static_cast<char32_t>(point));
    }
    // Marks that compose with the character before them.
    for (std::size_t i = low_rows + page_rows + 0xD0; i < table.size(); ++i) {
        table[i].is_known = false;
    }
    return table;
}

}  // namespace

std::string mapped(std::string_view utf8, Mapping mapping)
{
    utf8proc_uint8_t* raw = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &raw,
                                   static_cast<utf8proc_option_t>(options_of(mapping)));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> guard(raw, &std::free);
    if (size < 0) {
        return std::string(utf8);
    }
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

bool is_word(std::int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return false;
    }
}

const LatinRow* take_latin(std::string_view& utf8)
{
    static const Table table = make_table();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    std::size_t index = 0;
    std::size_t size = 1;
    if (utf8.empty()) {
        return nullptr;
    }
    if (byte(0) < 0x80) {
        index = byte(0);
    } else if (byte(0) >= 0xC2 && byte(0) <= 0xCB && utf8.size() >= 2 && continues(1)) {
        index = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
        size = 2;
    } else if (utf8.size() >= 3 && continues(1) && continues(2) &&
               ((byte(0) == 0xE1 && byte(1) >= 0xB8 && byte(1) <= 0xBB) || (byte(0) == 0xE2 && byte(1) <= 0x83))) {
        index = (byte(0) == 0xE1 ? low_rows : low_rows + page_rows) + ((byte(1) & 0x03U) << 6U | (byte(2) & 0x3FU));
        size = 3;
    } else {
        return nullptr;
    }
    utf8.remove_prefix(size);
    return table[index].is_known ? &table[index] : nullptr;
}

}  // namespace pa::text
