#include "text/syllable.hpp"

#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::text {

namespace {

constexpr std::string_view onsets[] = {
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
};

// The rhymes without tone.
constexpr std::string_view all_rhymes =
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uên uêt uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt uyu "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yêm yên yêng yêt yêu ynh yt";

bool is_rhyme(std::string_view text)
{
    static const std::vector<std::string_view> rhymes = [] {
        std::vector<std::string_view> out;
        for (std::size_t at = 0; at < all_rhymes.size();) {
            const std::size_t end = std::min(all_rhymes.find(' ', at), all_rhymes.size());
            out.push_back(all_rhymes.substr(at, end - at));
            at = end + 1;
        }
        std::sort(out.begin(), out.end());
        return out;
    }();
    return std::binary_search(rhymes.begin(), rhymes.end(), text);
}

struct Vowel {
    char32_t base = 0;  // the letter without its tone; 0: no small vowel
    Tone tone = Tone::level;
};

// The vowels stand in two places of Unicode.
constexpr char32_t low_end = 0x1B1;
constexpr char32_t high_begin = 0x1EA0;
constexpr char32_t high_end = 0x1EFA;

constexpr std::size_t place_of(char32_t point)
{
    return point < low_end ? point : point >= high_begin && point < high_end ? low_end + (point - high_begin) : 0;
}

constexpr auto vowels = [] {
    std::array<Vowel, low_end + (high_end - high_begin)> out{};
    for (const std::u32string_view row : vowel_rows) {
        for (std::size_t tone = 0; tone < row.size(); ++tone) {
            out[place_of(row[tone])] = {row[0], static_cast<Tone>(tone)};
        }
    }
    return out;
}();

bool is_small_vietnamese(char32_t point) { return point >= 0x80 && (point == U'đ' || vowels[place_of(point)].base != 0); }

bool starts_front(std::string_view rhyme)
{
    return rhyme.starts_with('e') || rhyme.starts_with("ê") || rhyme.starts_with('i') || rhyme.starts_with('y');
}

bool spelt_right(std::string_view onset, std::string_view rhyme)
{
    const bool front = starts_front(rhyme);
    if (onset == "c") {
        return !front;
    }
    if (onset == "k" || onset == "gh" || onset == "ngh") {
        return front;
    }
    if (onset == "g" || onset == "ng") {
        return !front || (onset == "g" && rhyme.starts_with('i'));
    }
    return true;
}

bool stops(std::string_view rhyme) { return rhyme.ends_with('c') || rhyme.ends_with("ch") || rhyme.ends_with('p') || rhyme.ends_with('t'); }

}  // namespace

std::u32string points_of(std::string_view utf8)
{
    std::u32string out;
    for (const std::string& sequence : utf8_points(utf8)) {
        const auto lead = static_cast<unsigned char>(sequence[0]);
        char32_t point = sequence.size() == 1 ? lead : lead & (0x7FU >> sequence.size());
        for (std::size_t i = 1; i < sequence.size(); ++i) {
            point = (point << 6U) | (static_cast<unsigned char>(sequence[i]) & 0x3FU);
        }
        out += point;
    }
    return out;
}

char32_t vietnamese_upper(char32_t point)
{
    if (point >= U'a' && point <= U'z') {
        return point - 32;
    }
    if (!is_small_vietnamese(point)) {
        return point;
    }
    return point < 0x100 ? point - 32 : point - 1;
}

char32_t vietnamese_lower(char32_t point)
{
    if (point >= U'A' && point <= U'Z') {
        return point + 32;
    }
    const char32_t small = point < 0x100 ? point + 32 : point + 1;
    return point >= 0xC0 && !is_small_vietnamese(point) && is_small_vietnamese(small) ? small : point;
}

bool is_unicode_vietnamese(char32_t point)
{
    switch (point) {
    case U'Ă': case U'ă': case U'Đ': case U'đ': case U'Ĩ': case U'ĩ': case U'Ũ': case U'ũ': case U'Ơ': case U'ơ': case U'Ư': case U'ư':
        return true;
    default:
        return (point >= 0x1EA0 && point <= 0x1EF9) || (point >= 0x300 && point <= 0x36F);
    }
}

bool is_syllable(std::string_view word)
{
    const bool composed = word.find('\xCC') == std::string_view::npos;  // the lead byte of all marks that Vietnamese uses
    return is_syllable(points_of(composed ? std::string(word) : nfc(word)));
}

bool is_syllable(std::u32string_view word)
{
    constexpr std::size_t longest = 12;  // with room for marks of their own
    const auto is_letter = [](char32_t c) { return c < 0x80 || c >= 0xC0; };
    const auto* first = std::find_if(word.begin(), word.end(), is_letter);
    while (first < word.end() && !is_letter(word.back())) {
        word.remove_suffix(1);
    }
    Tone tone = Tone::level;
    int tones = 0;
    std::string plain;
    for (const auto* at = first; at < word.end() && plain.size() <= 4 * longest; ++at) {
        const char32_t small = vietnamese_lower(*at);
        const Vowel vowel = vowels[place_of(small)];
        utf8_append(plain, vowel.base == 0 ? small : vowel.base);
        if (vowel.tone != Tone::level) {
            tone = vowel.tone;
            ++tones;
        }
    }
    return tones <= 1 && std::any_of(std::begin(onsets), std::end(onsets), [&](std::string_view onset) {
        if (!plain.starts_with(onset)) {
            return false;
        }
        const std::string_view rhyme = std::string_view(plain).substr(onset.size());
        return is_rhyme(rhyme) && spelt_right(onset, rhyme) && (!stops(rhyme) || tone == Tone::acute || tone == Tone::dot);
    });
}

bool is_word_point(char32_t point)
{
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point > 0xA0 && point < 0x370) || (point >= 0x1E00 && point < 0x1F00);
}

std::vector<std::u32string> accented_words(std::u32string_view text)
{
    std::vector<std::u32string> out;
    for (const auto* at = text.begin(); at != text.end();) {
        const auto* from = std::find_if(at, text.end(), is_word_point);
        at = std::find_if_not(from, text.end(), is_word_point);
        if (at - from >= 2 && std::any_of(from, at, [](char32_t c) { return c >= 0x80; })) {
            out.emplace_back(from, at);
        }
    }
    return out;
}

Share syllables_in(std::string_view utf8)
{
    const std::vector<std::u32string> words = accented_words(points_of(utf8));
    const auto right = std::count_if(words.begin(), words.end(), [](const std::u32string& word) { return is_syllable(word); });
    return {words.size(), static_cast<std::size_t>(right)};
}

}  // namespace pa::text
