// The Vietnamese alphabet in the encodings that were in use before Unicode: windows-1258, VISCII (RFC 1456), VNI
// Windows, TCVN 5712 VN3. The last has no capitals but Ă Â Ê Ô Ơ Ư Đ: a font shows its small letters as capitals.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace pa::test {

enum class Encoding { windows_1258, viscii, vni, tcvn3 };

struct Letter {
    std::string_view small;
    std::array<std::string_view, 3> small_bytes;  ///< in the order of Encoding
    std::string_view capital;
    std::array<std::string_view, 3> capital_bytes;
    std::string_view tcvn3;
};
constexpr Letter letters[] = {
    {"a", {"a", "a", "a"}, "A", {"A", "A", "A"}, "a"},
    {"á", {"a\xEC", "\xE1", "a\xF9"}, "Á", {"A\xEC", "\xC1", "A\xD9"}, "\xB8"},
    {"à", {"a\xCC", "\xE0", "a\xF8"}, "À", {"A\xCC", "\xC0", "A\xD8"}, "\xB5"},
    {"ả", {"a\xD2", "\xE4", "a\xFB"}, "Ả", {"A\xD2", "\xC4", "A\xDB"}, "\xB6"},
    {"ã", {"a\xDE", "\xE3", "a\xF5"}, "Ã", {"A\xDE", "\xC3", "A\xD5"}, "\xB7"},
    {"ạ", {"a\xF2", "\xD5", "a\xEF"}, "Ạ", {"A\xF2", "\x80", "A\xCF"}, "\xB9"},
    {"ă", {"\xE3", "\xE5", "a\xEA"}, "Ă", {"\xC3", "\xC5", "A\xCA"}, "\xA8"},
    {"ắ", {"\xE3\xEC", "\xA1", "a\xE9"}, "Ắ", {"\xC3\xEC", "\x81", "A\xC9"}, "\xBE"},
    {"ằ", {"\xE3\xCC", "\xA2", "a\xE8"}, "Ằ", {"\xC3\xCC", "\x82", "A\xC8"}, "\xBB"},
    {"ẳ", {"\xE3\xD2", "\xC6", "a\xFA"}, "Ẳ", {"\xC3\xD2", "\x02", "A\xDA"}, "\xBC"},
    {"ẵ", {"\xE3\xDE", "\xC7", "a\xFC"}, "Ẵ", {"\xC3\xDE", "\x05", "A\xDC"}, "\xBD"},
    {"ặ", {"\xE3\xF2", "\xA3", "a\xEB"}, "Ặ", {"\xC3\xF2", "\x83", "A\xCB"}, "\xC6"},
    {"â", {"\xE2", "\xE2", "a\xE2"}, "Â", {"\xC2", "\xC2", "A\xC2"}, "\xA9"},
    {"ấ", {"\xE2\xEC", "\xA4", "a\xE1"}, "Ấ", {"\xC2\xEC", "\x84", "A\xC1"}, "\xCA"},
    {"ầ", {"\xE2\xCC", "\xA5", "a\xE0"}, "Ầ", {"\xC2\xCC", "\x85", "A\xC0"}, "\xC7"},
    {"ẩ", {"\xE2\xD2", "\xA6", "a\xE5"}, "Ẩ", {"\xC2\xD2", "\x86", "A\xC5"}, "\xC8"},
    {"ẫ", {"\xE2\xDE", "\xE7", "a\xE3"}, "Ẫ", {"\xC2\xDE", "\x06", "A\xC3"}, "\xC9"},
    {"ậ", {"\xE2\xF2", "\xA7", "a\xE4"}, "Ậ", {"\xC2\xF2", "\x87", "A\xC4"}, "\xCB"},
    {"e", {"e", "e", "e"}, "E", {"E", "E", "E"}, "e"},
    {"é", {"e\xEC", "\xE9", "e\xF9"}, "É", {"E\xEC", "\xC9", "E\xD9"}, "\xD0"},
    {"è", {"e\xCC", "\xE8", "e\xF8"}, "È", {"E\xCC", "\xC8", "E\xD8"}, "\xCC"},
    {"ẻ", {"e\xD2", "\xEB", "e\xFB"}, "Ẻ", {"E\xD2", "\xCB", "E\xDB"}, "\xCE"},
    {"ẽ", {"e\xDE", "\xA8", "e\xF5"}, "Ẽ", {"E\xDE", "\x88", "E\xD5"}, "\xCF"},
    {"ẹ", {"e\xF2", "\xA9", "e\xEF"}, "Ẹ", {"E\xF2", "\x89", "E\xCF"}, "\xD1"},
    {"ê", {"\xEA", "\xEA", "e\xE2"}, "Ê", {"\xCA", "\xCA", "E\xC2"}, "\xAA"},
    {"ế", {"\xEA\xEC", "\xAA", "e\xE1"}, "Ế", {"\xCA\xEC", "\x8A", "E\xC1"}, "\xD5"},
    {"ề", {"\xEA\xCC", "\xAB", "e\xE0"}, "Ề", {"\xCA\xCC", "\x8B", "E\xC0"}, "\xD2"},
    {"ể", {"\xEA\xD2", "\xAC", "e\xE5"}, "Ể", {"\xCA\xD2", "\x8C", "E\xC5"}, "\xD3"},
    {"ễ", {"\xEA\xDE", "\xAD", "e\xE3"}, "Ễ", {"\xCA\xDE", "\x8D", "E\xC3"}, "\xD4"},
    {"ệ", {"\xEA\xF2", "\xAE", "e\xE4"}, "Ệ", {"\xCA\xF2", "\x8E", "E\xC4"}, "\xD6"},
    {"i", {"i", "i", "i"}, "I", {"I", "I", "I"}, "i"},
    {"í", {"i\xEC", "\xED", "\xED"}, "Í", {"I\xEC", "\xCD", "\xCD"}, "\xDD"},
    {"ì", {"i\xCC", "\xEC", "\xEC"}, "Ì", {"I\xCC", "\xCC", "\xCC"}, "\xD7"},
    {"ỉ", {"i\xD2", "\xEF", "\xE6"}, "Ỉ", {"I\xD2", "\x9B", "\xC6"}, "\xD8"},
    {"ĩ", {"i\xDE", "\xEE", "\xF3"}, "Ĩ", {"I\xDE", "\xCE", "\xD3"}, "\xDC"},
    {"ị", {"i\xF2", "\xB8", "\xF2"}, "Ị", {"I\xF2", "\x98", "\xD2"}, "\xDE"},
    {"o", {"o", "o", "o"}, "O", {"O", "O", "O"}, "o"},
    {"ó", {"o\xEC", "\xF3", "o\xF9"}, "Ó", {"O\xEC", "\xD3", "O\xD9"}, "\xE3"},
    {"ò", {"o\xCC", "\xF2", "o\xF8"}, "Ò", {"O\xCC", "\xD2", "O\xD8"}, "\xDF"},
    {"ỏ", {"o\xD2", "\xF6", "o\xFB"}, "Ỏ", {"O\xD2", "\x99", "O\xDB"}, "\xE1"},
    {"õ", {"o\xDE", "\xF5", "o\xF5"}, "Õ", {"O\xDE", "\xA0", "O\xD5"}, "\xE2"},
    {"ọ", {"o\xF2", "\xF7", "o\xEF"}, "Ọ", {"O\xF2", "\x9A", "O\xCF"}, "\xE4"},
    {"ô", {"\xF4", "\xF4", "o\xE2"}, "Ô", {"\xD4", "\xD4", "O\xC2"}, "\xAB"},
    {"ố", {"\xF4\xEC", "\xAF", "o\xE1"}, "Ố", {"\xD4\xEC", "\x8F", "O\xC1"}, "\xE8"},
    {"ồ", {"\xF4\xCC", "\xB0", "o\xE0"}, "Ồ", {"\xD4\xCC", "\x90", "O\xC0"}, "\xE5"},
    {"ổ", {"\xF4\xD2", "\xB1", "o\xE5"}, "Ổ", {"\xD4\xD2", "\x91", "O\xC5"}, "\xE6"},
    {"ỗ", {"\xF4\xDE", "\xB2", "o\xE3"}, "Ỗ", {"\xD4\xDE", "\x92", "O\xC3"}, "\xE7"},
    {"ộ", {"\xF4\xF2", "\xB5", "o\xE4"}, "Ộ", {"\xD4\xF2", "\x93", "O\xC4"}, "\xE9"},
    {"ơ", {"\xF5", "\xBD", "\xF4"}, "Ơ", {"\xD5", "\xB4", "\xD4"}, "\xAC"},
    {"ớ", {"\xF5\xEC", "\xBE", "\xF4\xF9"}, "Ớ", {"\xD5\xEC", "\x95", "\xD4\xD9"}, "\xED"},
    {"ờ", {"\xF5\xCC", "\xB6", "\xF4\xF8"}, "Ờ", {"\xD5\xCC", "\x96", "\xD4\xD8"}, "\xEA"},
    {"ở", {"\xF5\xD2", "\xB7", "\xF4\xFB"}, "Ở", {"\xD5\xD2", "\x97", "\xD4\xDB"}, "\xEB"},
    {"ỡ", {"\xF5\xDE", "\xDE", "\xF4\xF5"}, "Ỡ", {"\xD5\xDE", "\xB3", "\xD4\xD5"}, "\xEC"},
    {"ợ", {"\xF5\xF2", "\xFE", "\xF4\xEF"}, "Ợ", {"\xD5\xF2", "\x94", "\xD4\xCF"}, "\xEE"},
    {"u", {"u", "u", "u"}, "U", {"U", "U", "U"}, "u"},
    {"ú", {"u\xEC", "\xFA", "u\xF9"}, "Ú", {"U\xEC", "\xDA", "U\xD9"}, "\xF3"},
    {"ù", {"u\xCC", "\xF9", "u\xF8"}, "Ù", {"U\xCC", "\xD9", "U\xD8"}, "\xEF"},
    {"ủ", {"u\xD2", "\xFC", "u\xFB"}, "Ủ", {"U\xD2", "\x9C", "U\xDB"}, "\xF1"},
    {"ũ", {"u\xDE", "\xFB", "u\xF5"}, "Ũ", {"U\xDE", "\x9D", "U\xD5"}, "\xF2"},
    {"ụ", {"u\xF2", "\xF8", "u\xEF"}, "Ụ", {"U\xF2", "\x9E", "U\xCF"}, "\xF4"},
    {"ư", {"\xFD", "\xDF", "\xF6"}, "Ư", {"\xDD", "\xBF", "\xD6"}, "\xAD"},
    {"ứ", {"\xFD\xEC", "\xD1", "\xF6\xF9"}, "Ứ", {"\xDD\xEC", "\xBA", "\xD6\xD9"}, "\xF8"},
    {"ừ", {"\xFD\xCC", "\xD7", "\xF6\xF8"}, "Ừ", {"\xDD\xCC", "\xBB", "\xD6\xD8"}, "\xF5"},
    {"ử", {"\xFD\xD2", "\xD8", "\xF6\xFB"}, "Ử", {"\xDD\xD2", "\xBC", "\xD6\xDB"}, "\xF6"},
    {"ữ", {"\xFD\xDE", "\xE6", "\xF6\xF5"}, "Ữ", {"\xDD\xDE", "\xFF", "\xD6\xD5"}, "\xF7"},
    {"ự", {"\xFD\xF2", "\xF1", "\xF6\xEF"}, "Ự", {"\xDD\xF2", "\xB9", "\xD6\xCF"}, "\xF9"},
    {"y", {"y", "y", "y"}, "Y", {"Y", "Y", "Y"}, "y"},
    {"ý", {"y\xEC", "\xFD", "y\xF9"}, "Ý", {"Y\xEC", "\xDD", "Y\xD9"}, "\xFD"},
    {"ỳ", {"y\xCC", "\xCF", "y\xF8"}, "Ỳ", {"Y\xCC", "\x9F", "Y\xD8"}, "\xFA"},
    {"ỷ", {"y\xD2", "\xD6", "y\xFB"}, "Ỷ", {"Y\xD2", "\x14", "Y\xDB"}, "\xFB"},
    {"ỹ", {"y\xDE", "\xDB", "y\xF5"}, "Ỹ", {"Y\xDE", "\x19", "Y\xD5"}, "\xFC"},
    {"ỵ", {"y\xF2", "\xDC", "\xEE"}, "Ỵ", {"Y\xF2", "\x1E", "\xCE"}, "\xFE"},
    {"đ", {"\xF0", "\xF0", "\xF1"}, "Đ", {"\xD0", "\xD0", "\xD1"}, "\xAE"},
};

struct Tcvn3Capital {
    std::string_view capital;
    std::string_view bytes;
};
constexpr Tcvn3Capital tcvn3_capitals[] = {
    {"Ă", "\xA1"}, {"Â", "\xA2"}, {"Ê", "\xA3"}, {"Ô", "\xA4"}, {"Ơ", "\xA5"}, {"Ư", "\xA6"}, {"Đ", "\xA7"},
};

/// `text` (UTF-8, composed) in the encoding; other characters stay as they are. A capital that TCVN3 lacks is written small.
inline std::string encoded(std::string_view text, Encoding encoding)
{
    std::string out;
    while (!text.empty()) {
        std::string_view letter = text.substr(0, 1);
        std::string_view bytes = letter;
        for (const Letter& row : letters) {
            const bool is_small = text.starts_with(row.small);
            if (is_small || text.starts_with(row.capital)) {
                letter = is_small ? row.small : row.capital;
                const bool plain = letter.size() == 1;
                bytes = plain ? letter : encoding == Encoding::tcvn3 ? row.tcvn3 : (is_small ? row.small_bytes : row.capital_bytes)[static_cast<std::size_t>(encoding)];
            }
        }
        for (const Tcvn3Capital& row : tcvn3_capitals) {
            bytes = encoding == Encoding::tcvn3 && letter == row.capital ? row.bytes : bytes;
        }
        out += bytes;
        text.remove_prefix(letter.size());
    }
    return out;
}

}  // namespace pa::test
