#include "text/font_encoding.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/syllable.hpp"

#include <algorithm>

namespace pa::text {

namespace {

// Of U+00A0 to U+00FF; a blank where TCVN3 has no letter.
constexpr std::u32string_view tcvn3_letters =
    U" ĂÂÊÔƠƯĐăâêôơưđ "
    U"     àảãáạ ằẳẵắ "
    U"      ặầẩẫấậè ẻẽ"
    U"éẹềểễếệìỉ   ĩíịò"
    U" ỏõóọồổỗốộờởỡớợù"
    U" ủũúụừửữứựỳỷỹýỵ ";

// VNI has letters of their own …
struct VniLetter {
    char32_t code;
    char32_t letter;
};
constexpr VniLetter vni_letters[] = {
    {0xF1, U'đ'}, {0xED, U'í'}, {0xEC, U'ì'}, {0xE6, U'ỉ'}, {0xF3, U'ĩ'}, {0xF2, U'ị'}, {0xF4, U'ơ'}, {0xF6, U'ư'}, {0xEE, U'ỵ'},
};

// … and marks that stand behind a vowel: which row of vowels it becomes one of (the mark ^ or ˘, or none), and its tone.
struct VniMark {
    char32_t code;
    char32_t shape;
    Tone tone;
};
constexpr VniMark vni_marks[] = {
    {0xF9, 0, Tone::acute},    {0xF8, 0, Tone::grave},    {0xFB, 0, Tone::hook},    {0xF5, 0, Tone::tilde},    {0xEF, 0, Tone::dot},
    {0xE2, U'^', Tone::level}, {0xE1, U'^', Tone::acute}, {0xE0, U'^', Tone::grave}, {0xE5, U'^', Tone::hook}, {0xE3, U'^', Tone::tilde}, {0xE4, U'^', Tone::dot},
    {0xEA, U'(', Tone::level}, {0xE9, U'(', Tone::acute}, {0xE8, U'(', Tone::grave}, {0xFA, U'(', Tone::hook}, {0xFC, U'(', Tone::tilde}, {0xEB, U'(', Tone::dot},
};

// The codes of capitals lie 32 below, as in Latin-1; a mark of either case may follow a letter of either.
char32_t small_code(char32_t code) { return code >= 0xC0 && code <= 0xDE ? code + 32 : code; }

// The vowel with the mark's shape and tone; 0 where they do not go together.
char32_t with_mark(char32_t small_vowel, const VniMark& mark)
{
    constexpr std::u32string_view shaped[] = {U"aâ", U"eê", U"oô"};
    char32_t base = small_vowel;
    if (mark.shape == U'(') {
        base = small_vowel == U'a' ? U'ă' : 0;
    } else if (mark.shape == U'^') {
        const auto* pair = std::find_if(std::begin(shaped), std::end(shaped), [&](std::u32string_view row) { return row[0] == small_vowel; });
        base = pair == std::end(shaped) ? 0 : (*pair)[1];
    }
    const auto* row = std::find_if(vowel_rows.begin(), vowel_rows.end(), [&](std::u32string_view letters) { return letters[0] == base; });
    return row == vowel_rows.end() ? 0 : (*row)[static_cast<std::size_t>(mark.tone)];
}

std::u32string from_vni(const std::u32string& text)
{
    std::u32string out;
    bool may_take_mark = false;  // the last letter is a vowel without a mark
    for (const char32_t code : text) {
        const char32_t small = small_code(code);
        const auto* mark = std::find_if(std::begin(vni_marks), std::end(vni_marks), [&](const VniMark& row) { return row.code == small; });
        if (mark != std::end(vni_marks)) {
            const char32_t last = may_take_mark ? out.back() : 0;
            const char32_t marked = with_mark(vietnamese_lower(last), *mark);
            if (marked != 0) {
                out.back() = vietnamese_lower(last) == last ? marked : vietnamese_upper(marked);
                may_take_mark = false;
                continue;
            }
        }
        const auto* letter = std::find_if(std::begin(vni_letters), std::end(vni_letters), [&](const VniLetter& row) { return row.code == small; });
        if (letter != std::end(vni_letters)) {
            out += small == code ? letter->letter : vietnamese_upper(letter->letter);
            may_take_mark = small == 0xF4 || small == 0xF6;
        } else {
            out += code;
            may_take_mark = std::u32string_view(U"aeouyAEOUY").find(code) != std::u32string_view::npos;
        }
    }
    return out;
}

std::u32string from_tcvn3(const std::u32string& text)
{
    std::u32string out = text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t code = text[i];
        const char32_t letter = code > 0xA0 && code <= 0xFF ? tcvn3_letters[code - 0xA0] : U' ';
        const bool alone = (i == 0 || !is_word_point(text[i - 1])) && (i + 1 == text.size() || !is_word_point(text[i + 1]));
        if (letter != U' ' && !(code == U'©' && alone)) {
            out[i] = letter;
        }
    }
    return out;
}

std::string to_text(const std::u32string& points, bool capitals)
{
    std::string out;
    for (const char32_t point : points) {
        utf8_append(out, capitals ? vietnamese_upper(point) : point);
    }
    return out;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_alnum(char c) { return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string_view name_of(FontEncoding encoding)
{
    return encoding == FontEncoding::tcvn3 ? "tcvn3" : encoding == FontEncoding::vni ? "vni" : "";
}

FontKind kind_of_font(std::string_view families)
{
    std::string name;
    for (std::size_t i = 0; i <= families.size(); ++i) {
        const char c = i < families.size() ? ascii_lower(families[i]) : ',';
        if (c != ',' && c != ';') {
            if (c != '"' && c != '\'' && (c != ' ' || !name.empty())) {
                name += c;
            }
            continue;
        }
        name.erase(name.find_last_not_of(" \t\r\n") + 1);
        if (name.size() > 4 && (name.starts_with("vni-") || name.starts_with("vni "))) {
            return FontKind::vni;
        }
        if ((name.starts_with(".vn") && name.size() > 3) || name.starts_with("vntime") || name.starts_with("vnarial")) {
            return name.ends_with('h') ? FontKind::tcvn3_capitals : FontKind::tcvn3;
        }
        name.clear();
    }
    return FontKind::other;
}

bool names_legacy_font(std::string_view page)
{
    // Every name has a "v" with an "n" behind it, and hardly anything else of a page has what stands around them.
    for (const char v : {'v', 'V'}) {
        for (std::size_t at = page.find(v); at != std::string_view::npos; at = page.find(v, at + 1)) {
            if (at + 2 >= page.size() || ascii_lower(page[at + 1]) != 'n') {
                continue;
            }
            const char before = at > 0 ? page[at - 1] : ' ';
            if (before == '.') {
                if (is_alnum(page[at + 2]) && (at < 2 || !is_alnum(page[at - 2]))) {
                    return true;
                }
            } else if (!is_alnum(before) && kind_of_font(std::string(page.substr(at, 7)) + "x") != FontKind::other) {
                return true;
            }
        }
    }
    return false;
}

std::string from_font_encoding(std::string_view utf8, FontEncoding encoding, bool capitals)
{
    if (encoding == FontEncoding::none || (is_ascii(utf8) && !capitals)) {
        return std::string(utf8);
    }
    const std::u32string points = points_of(utf8);
    if (std::any_of(points.begin(), points.end(), is_unicode_vietnamese)) {
        return std::string(utf8);
    }
    return to_text(encoding == FontEncoding::vni ? from_vni(points) : from_tcvn3(points), capitals);
}

void read_in_all(std::string_view utf8, Readings& readings)
{
    constexpr std::size_t most_words = 20'000;
    if (readings.words == most_words || is_ascii(utf8)) {
        return;
    }
    const std::u32string points = points_of(utf8);
    if (std::any_of(points.begin(), points.end(), is_unicode_vietnamese)) {
        return;
    }
    for (const std::u32string& word : accented_words(points)) {
        if (readings.words == most_words) {
            return;
        }
        ++readings.words;
        readings.as_is += is_syllable(word) ? 1U : 0U;
        readings.tcvn3 += is_syllable(from_tcvn3(word)) ? 1U : 0U;
        readings.vni += is_syllable(from_vni(word)) ? 1U : 0U;
    }
}

FontEncoding recognised(const Readings& readings, std::size_t least_words)
{
    const std::size_t right = std::max(readings.tcvn3, readings.vni);
    if (readings.words < least_words || right == 0 || 4 * right < 3 * readings.words || readings.tcvn3 == readings.vni || 2 * readings.as_is > right) {
        return FontEncoding::none;
    }
    return readings.tcvn3 > readings.vni ? FontEncoding::tcvn3 : FontEncoding::vni;
}

}  // namespace pa::text
