#include "text/fold.hpp"

#include "base/utf8.hpp"
#include "text/unicode.hpp"

#include <optional>
#include <utf8proc.h>

namespace pa::text {

namespace {

// Calls `visit(code point, its bytes)` for each code point of well-formed text.
template <class Visit>
void each_point(std::string_view utf8, Visit visit)
{
    while (!utf8.empty()) {
        utf8proc_int32_t point = 0;
        const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                        static_cast<utf8proc_ssize_t>(utf8.size()), &point);
        const std::size_t length = n > 0 ? static_cast<std::size_t>(n) : 1;
        visit(n > 0 ? point : 0xFFFD, utf8.substr(0, length));
        utf8.remove_prefix(length);
    }
}

bool is_ascii_word(utf8proc_int32_t point) { return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9'); }

std::vector<std::string> words(std::string_view utf8)
{
    std::vector<std::string> out;
    std::string word;
    each_point(utf8, [&](utf8proc_int32_t point, std::string_view bytes) {
        if (point < 0x80 ? is_ascii_word(point) : is_word(point)) {
            word += bytes;
        } else if (!word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
    });
    if (!word.empty()) {
        out.push_back(std::move(word));
    }
    return out;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) {
        if (word == "và") {
            continue;
        }
        if (!out.empty()) {
            out += ' ';
        }
        out += word;
    }
    return out;
}

std::string lower(std::string_view utf8) { return mapped(utf8_repaired(utf8), Mapping::lower); }

std::string stripped(std::string_view lowered)
{
    std::string plain = mapped(lowered, Mapping::unaccented);
    std::string out;
    out.reserve(plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        // U+0111, the stroke of đ, is no combining mark and survives decomposition.
        if (plain.compare(i, 2, "\xC4\x91") == 0) {
            out += 'd';
            ++i;
        } else {
            out += plain[i];
        }
    }
    return out;
}

// `folded` for a text of the characters that `take_latin` knows; nothing for another.
std::optional<std::string> folded_latin(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    std::size_t word = 0;  // where the word that is being read begins in `out`, with the blank before it
    bool in_word = false;
    const auto end_word = [&] {
        const std::string_view last = std::string_view(out).substr(word);
        if (in_word && (last == "và" || last == " và")) {
            out.resize(word);
        }
        in_word = false;
    };
    while (!utf8.empty()) {
        const LatinRow* row = take_latin(utf8);
        if (row == nullptr) {
            return std::nullopt;
        }
        if (row->is_word) {
            if (!in_word) {
                word = out.size();
                in_word = true;
                if (word > 0) {
                    out += ' ';
                }
            }
            out.append(row->lower, row->lower_size);
        } else if (row->lower_size > 0) {
            end_word();
        }
    }
    end_word();
    return out;
}

bool is_nfc_latin(std::string_view utf8)
{
    while (!utf8.empty()) {
        if (static_cast<unsigned char>(utf8[0]) < 0x80) {
            utf8.remove_prefix(1);
            continue;
        }
        const LatinRow* row = take_latin(utf8);
        if (row == nullptr || !row->is_nfc) {
            return false;
        }
    }
    return true;
}

// `stripped` for a lowered text of the characters that `take_latin` knows; nothing for another.
std::optional<std::string> plain_latin(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const LatinRow* row = take_latin(utf8);
        if (row == nullptr) {
            return std::nullopt;
        }
        out.append(row->plain, row->plain_size);
    }
    return out;
}

// White space beyond ASCII. Vietnamese letters begin with bytes that some blanks begin with, so the second byte is looked at
// before anything is compared.
bool is_blank(std::string_view point)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(point[i]); };
    switch (byte(0)) {
    case 0xC2:
        return byte(1) == 0xA0 || byte(1) == 0x85;
    case 0xE1:
        return byte(1) == 0x9A && byte(2) == 0x80;
    case 0xE2:
        return (byte(1) == 0x80 && (byte(2) <= 0x8B || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF)) || (byte(1) == 0x81 && byte(2) == 0x9F);
    case 0xE3:
        return byte(1) == 0x80 && byte(2) == 0x80;
    case 0xEF:
        return byte(1) == 0xBB && byte(2) == 0xBF;
    default:
        return false;
    }
}

}  // namespace

std::string nfc(std::string_view utf8)
{
    return is_nfc_latin(utf8) ? std::string(utf8) : mapped(utf8_repaired(utf8), Mapping::nfc);
}

std::string folded(std::string_view utf8)
{
    if (auto latin = folded_latin(utf8)) {
        return std::move(*latin);
    }
    return joined(words(lower(utf8)));
}

std::string unaccented(std::string_view utf8)
{
    const std::string text = folded(utf8);
    if (auto latin = plain_latin(text)) {
        return std::move(*latin);
    }
    return stripped(text);
}

std::vector<std::string> slug_words(std::string_view path)
{
    if (const auto latin = plain_latin(path)) {
        return words(*latin);
    }
    return words(stripped(lower(path)));
}

std::string collapsed(std::string_view utf8)
{
    std::string out(utf8.size(), '\0');
    std::size_t size = 0;
    bool blank = false;
    while (!utf8.empty()) {
        const auto lead = static_cast<unsigned char>(utf8[0]);
        const std::size_t length = utf8_sequence(utf8);
        if (length == 0) {
            return collapsed(utf8_repaired(out.substr(0, size) + (blank ? " " : "") + std::string(utf8)));
        }
        if (length == 1 ? lead == ' ' || (lead >= 9 && lead <= 13) : is_blank(utf8.substr(0, length))) {
            blank = size > 0;
        } else {
            if (blank) {
                out[size++] = ' ';
                blank = false;
            }
            for (std::size_t i = 0; i < length; ++i) {
                out[size++] = utf8[i];
            }
        }
        utf8.remove_prefix(length);
    }
    out.resize(size);
    return out;
}

std::size_t length(std::string_view utf8)
{
    std::size_t points = 0;
    for (const char c : utf8) {
        points += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    return points;
}

std::string shortened(std::string_view utf8, std::size_t points)
{
    std::size_t seen = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if ((static_cast<unsigned char>(utf8[i]) & 0xC0U) != 0x80U && seen++ == points) {
            return std::string(utf8.substr(0, i)) + "…";
        }
    }
    return std::string(utf8);
}

}  // namespace pa::text
