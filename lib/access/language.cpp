#include "access/language.hpp"

#include "access/roles.hpp"
#include "access/words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace pa::access {

namespace {

// ISO 639-1, with the codes that were withdrawn but stay in the registry.
constexpr std::string_view two_letters =
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa"
    " ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl"
    " km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
    " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts"
    " tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

// The codes of three letters of the same languages, which RFC 5646 does not allow.
constexpr std::string_view long_forms =
    " aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bis bod bos bre bul bur cat ces cha che chi chu chv"
    " cor cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas fij fin fra fre fry ful geo ger gla gle glg glv gre grn"
    " guj hat hau hbs heb her hin hmo hrv hun hye ibo ice ido iii iku ile ina ind ipk isl ita jav jpn kal kan kas kat kau kaz khm kik"
    " kin kir kom kon kor kua kur lao lat lav lim lin lit ltz lub lug mac mah mal mao mar may mkd mlg mlt mon mri msa mya nau nav nbl"
    " nde ndo nep nld nno nob nor nya oci oji ori orm oss pan per pli pol por pus que roh ron rum run rus sag san sin slk slo slv sme"
    " smo sna snd som sot spa sqi srd srp ssw sun swa swe tah tam tat tel tgk tgl tha tib tir ton tsn tso tuk tur twi uig ukr urd uzb"
    " ven vie vol wel wln wol xho yid yor zha zho zul ";

// Words that make up a third of an English text and hardly any of another.
constexpr std::array<std::string_view, 27> english_words = {"the", "of", "and", "to", "in", "is", "for", "that", "are", "with", "be", "by", "on", "as",
                                                            "this", "or", "from", "can", "it", "an", "at", "which", "not", "have", "has", "used", "was"};

// Its place in the list, from 1; 0 for another word.
std::size_t english_word(std::string_view word)
{
    for (std::size_t i = 0; word.size() <= 5 && i < english_words.size(); ++i) {
        if (is_same(word, english_words[i])) {
            return i + 1;
        }
    }
    return 0;
}

constexpr std::size_t least_words = 40;

bool is_letters(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Letters that of all languages on the web only Vietnamese has: Latin Extended Additional from U+1EA0 to U+1EF9, and ơ, ư.
bool is_vietnamese(std::string_view word)
{
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        const auto first = static_cast<unsigned char>(word[i]);
        const auto second = static_cast<unsigned char>(word[i + 1]);
        if ((first == 0xC6 && (second == 0xA0 || second == 0xA1 || second == 0xAF || second == 0xB0)) || (first == 0xE1 && (second == 0xBA || second == 0xBB))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string primary_subtag(std::string_view tag)
{
    tag = trimmed(tag);
    return lower(tag.substr(0, tag.find('-')));
}

bool is_language(std::string_view tag)
{
    const std::string primary = primary_subtag(tag);
    if (!is_letters(primary)) {
        return false;
    }
    return (primary.size() == 2 && lists(two_letters, primary)) || (primary.size() == 3 && !lists(long_forms, primary)) || (primary == "x" && tag.size() > 2);
}

std::string_view language_of(std::string_view utf8)
{
    std::size_t words = 0;
    std::size_t vietnamese = 0;
    std::size_t english = 0;
    std::uint64_t kinds_of_english = 0;  // a name that is an English word says nothing, however often
    const auto is_letter = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (lower(c) >= 'a' && lower(c) <= 'z'); };
    for (std::size_t at = 0; at < utf8.size() && words < 2000;) {
        std::size_t end = at;
        while (end < utf8.size() && is_letter(utf8[end])) {
            ++end;
        }
        const std::string_view word = utf8.substr(at, end - at);
        at = end + 1;
        if (word.empty()) {
            continue;
        }
        ++words;
        if (is_vietnamese(word)) {
            ++vietnamese;
        } else if (const std::size_t number = english_word(word); number > 0) {
            ++english;
            kinds_of_english |= std::uint64_t{1} << number;
        }
    }
    if (words < least_words) {
        return {};
    }
    if (vietnamese * 4 > words) {
        return "vi";
    }
    return english * 4 > words && std::popcount(kinds_of_english) >= 6 && vietnamese * 100 < words ? "en" : std::string_view();
}

}  // namespace pa::access
