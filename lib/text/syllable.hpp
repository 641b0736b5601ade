// How Vietnamese is written, as far as it tells right text from text read in a wrong encoding: the twelve vowel
// letters with their tones, and which letters make a syllable. Names of foreign origin are no syllables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pa::text {

/// The tones, in the order of the rows of `vowel_rows`.
enum class Tone : std::uint8_t { level, acute, grave, hook, tilde, dot };

/// Every vowel letter with its six tones, in lower case.
constexpr std::array<std::u32string_view, 12> vowel_rows = {
    U"aáàảãạ", U"ăắằẳẵặ", U"âấầẩẫậ", U"eéèẻẽẹ", U"êếềểễệ", U"iíìỉĩị",
    U"oóòỏõọ", U"ôốồổỗộ", U"ơớờởỡợ", U"uúùủũụ", U"ưứừửữự", U"yýỳỷỹỵ",
};

/// The code points of well-formed UTF-8.
std::u32string points_of(std::string_view utf8);

/// The capital or the small form of a letter of the Vietnamese alphabet, ASCII or not; other code points come back as
/// they are.
char32_t vietnamese_upper(char32_t point);
char32_t vietnamese_lower(char32_t point);

/// A letter that no other encoding of a page can have brought about: of the Vietnamese alphabet, but not of
/// Latin-1 (ă, đ, ơ, ẹ …), or a combining mark.
bool is_unicode_vietnamese(char32_t point);

/// Whether `word` can be read as one Vietnamese syllable: an initial, a rhyme of the language, the tone that its ending
/// allows, spelt by the rules for c/k/q, g/gh and ng/ngh. Any case; what is punctuation in Latin-1 at its ends does not
/// count. False for the empty word. UTF-8 may be composed or not, code points must be composed.
bool is_syllable(std::string_view word);
bool is_syllable(std::u32string_view word);

/// The words of a text that have a character outside ASCII and at least two characters. What is punctuation in Latin-1 (`©`,
/// `«`) counts as a part of a word, since it may be a letter of another encoding.
std::vector<std::u32string> accented_words(std::u32string_view text);

/// Whether `point` may be a part of a word, in the sense of `accented_words`.
bool is_word_point(char32_t point);

/// How many of such words there are, and how many are syllables.
struct Share {
    std::size_t words = 0;
    std::size_t right = 0;
};
Share syllables_in(std::string_view utf8);

}  // namespace pa::text
