#include "text/unicode.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace pa::text {

namespace {

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

LatinTable::LatinTable()
{
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::size_t point = i < low_rows ? i : i < low_rows + page_rows ? 0x1E00 + (i - low_rows) : 0x2000 + (i - low_rows - page_rows);
        rows_[i] = row_of(static_cast<char32_t>(point));
    }
    // Marks that compose with the character before them.
    for (std::size_t i = low_rows + page_rows + 0xD0; i < rows_.size(); ++i) {
        rows_[i].is_known = false;
    }
}

const LatinTable& LatinTable::shared()
{
    static const LatinTable table;
    return table;
}

}  // namespace pa::text
