// utf8proc, and what it says of the characters that nearly all Vietnamese text is made of, looked up in a table.
#pragma once

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

/// Reads the character at the start of `utf8` and takes it off. Null when it is none of ASCII, Latin-1, Latin
/// Extended-A and -B, IPA, Latin Extended Additional and General Punctuation, or no UTF-8: in those blocks nothing
/// combines with what stands before it, so a text of them is mapped character by character.
const LatinRow* take_latin(std::string_view& utf8);

}  // namespace pa::text
