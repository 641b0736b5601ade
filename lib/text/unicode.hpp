// utf8proc, and what it says of the characters that nearly all Vietnamese text is made of, looked up in a table.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pa::text {

/// The mappings of UAX #15 and full case folding that folding is made of.
enum class Mapping {
    nfc,
    lower,        ///< NFC, full case folding, without ignorable characters
    unaccented,   ///< marks removed; the stroke of `đ` is none
};

/// `utf8` mapped; must be UTF-8, and is given back as it is when it is not.
std::string mapped(std::string_view utf8, Mapping mapping);

/// Whether words are made of this character: letters, marks that stand alone or above, digits.
bool is_word(std::int32_t point);

/// What becomes of one character, whatever stands beside it.
struct LatinRow {
    char lower[6];               ///< `Mapping::lower`
    std::uint8_t lower_size;
    char plain[6];               ///< that, `Mapping::unaccented`, and `d` for `đ`
    std::uint8_t plain_size;
    bool is_word;                ///< all characters of `lower`
    bool is_nfc;
    bool is_known;               ///< false: ask utf8proc, about the whole text
};

/// The rows of ASCII, Latin-1, Latin Extended-A and -B, IPA, Latin Extended Additional and General Punctuation: in those
/// blocks nothing combines with what stands before it, so a text of them is mapped character by character.
class LatinTable {
public:
    /// Made at the first call; whoever reads a text asks once for all of its characters.
    static const LatinTable& shared();

    /// Reads the character at the start of `utf8` and takes it off. Null when it has no row, or is no UTF-8.
    const LatinRow* take(std::string_view& utf8) const
    {
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
        return rows_[index].is_known ? &rows_[index] : nullptr;
    }

private:
    static constexpr std::size_t low_rows = 0x300;   // U+0000 to U+02FF
    static constexpr std::size_t page_rows = 0x100;  // U+1E00 to U+1EFF, then U+2000 to U+20FF

    LatinTable();

    std::array<LatinRow, low_rows + 2 * page_rows> rows_;
};

}  // namespace pa::text
