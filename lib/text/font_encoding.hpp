// Font encodings: Vietnamese before Unicode, written in bytes that stand for other letters and look right only in
// certain fonts. TCVN3 (TCVN 5712:1993 VN3, the fonts ".VnTime", ".VnArial"; those whose name ends in H show capitals) and
// VNI Windows ("VNI-Times"). A page in them claims to be in a Western encoding, or in none, so they are recognised by
// the names of fonts and by which reading gives Vietnamese syllables.
//
// All functions take text that was read as windows-1252, as browsers do: the letter for "­" (U+00AD) is the same
// whether it was a byte, an entity or UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pa::text {

enum class FontEncoding : std::uint8_t { none, tcvn3, vni };

/// "tcvn3", "vni", or an empty text for none.
std::string_view name_of(FontEncoding encoding);

/// What the value of `face` or `font-family` says: whether a font of an encoding is in the list. The last shows capitals only.
enum class FontKind : std::uint8_t { other, vni, tcvn3, tcvn3_capitals };
FontKind kind_of_font(std::string_view families);

/// Whether a font of either encoding may be named somewhere in a page. One pass over the text; may say yes in vain.
bool names_legacy_font(std::string_view page);

/// `utf8` out of the encoding, in NFC; `capitals` for a font that shows capitals only. A text with letters that only
/// Unicode can have brought about, such as "ệ", comes back as it is, and so does a © that stands alone.
std::string from_font_encoding(std::string_view utf8, FontEncoding encoding, bool capitals = false);

/// How many words with a letter outside ASCII were seen, and how many of them are Vietnamese syllables as they stand
/// and when converted. Words of texts that only Unicode can have brought about are not counted, and none after the
/// first 20,000.
struct Readings {
    std::size_t words = 0;
    std::size_t as_is = 0;
    std::size_t tcvn3 = 0;
    std::size_t vni = 0;
};
void read_in_all(std::string_view utf8, Readings& readings);

/// The encoding that the words are in. At least three in four must come out right, and twice as many as as they stand,
/// out of at least `least_words`.
FontEncoding recognised(const Readings& readings, std::size_t least_words);

}  // namespace pa::text
