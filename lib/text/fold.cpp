#include "text/fold.hpp"

#include "base/utf8.hpp"
#include "text/unicode.hpp"

#include <cstdint>
#include <cstring>
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

// `folded` for a text of the characters of the Latin table; nothing for another. With `wanted`, it ends with the first word
// that differs.
std::optional<std::string> folded_latin(std::string_view utf8, const std::string* wanted = nullptr)
{
    const LatinTable& table = LatinTable::shared();
    std::string out(utf8.size() + sizeof LatinRow::lower + 1, '\0');
    std::size_t size = 0;
    std::size_t word = 0;  // where the word that is being read begins in `out`, with the blank before it
    bool in_word = false;
    const auto end_word = [&] {
        const std::string_view last = std::string_view(out).substr(word, size - word);
        if (in_word && (last == "và" || last == " và")) {
            size = word;
        }
        in_word = false;
        return wanted == nullptr || std::string_view(*wanted).starts_with(std::string_view(out).substr(0, size));
    };
    while (!utf8.empty()) {
        const LatinRow* row = table.take(utf8);
        if (row == nullptr) {
            return std::nullopt;
        }
        if (row->is_word) {
            // Few characters are longer in lower case.
            if (out.size() - size < sizeof row->lower + 1) {
                out.resize(2 * out.size());
            }
            if (!in_word) {
                word = size;
                in_word = true;
                if (word > 0) {
                    out[size++] = ' ';
                }
            }
            std::memcpy(out.data() + size, row->lower, sizeof row->lower);
            size += row->lower_size;
        } else if (row->lower_size > 0 && in_word && !end_word()) {
            break;
        }
    }
    end_word();
    out.resize(size);
    return out;
}

bool is_nfc_latin(std::string_view utf8)
{
    const LatinTable& table = LatinTable::shared();
    while (!utf8.empty()) {
        if (static_cast<unsigned char>(utf8[0]) < 0x80) {
            utf8.remove_prefix(1);
            continue;
        }
        const LatinRow* row = table.take(utf8);
        if (row == nullptr || !row->is_nfc) {
            return false;
        }
    }
    return true;
}

// `stripped` for a lowered text of the characters of the Latin table; nothing for another.
std::optional<std::string> plain_latin(std::string_view utf8)
{
    const LatinTable& table = LatinTable::shared();
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const LatinRow* row = table.take(utf8);
        if (row == nullptr) {
            return std::nullopt;
        }
        out.append(row->plain, row->plain_size);
    }
    return out;
}

// White space. Vietnamese letters begin with bytes that some blanks begin with, so the second byte is looked at
// before anything is compared.
bool is_blank(std::string_view point)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(point[i]); };
    switch (byte(0)) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
        return true;
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

bool folds_to(std::string_view utf8, const std::string& wanted)
{
    const auto latin = folded_latin(utf8, &wanted);
    return (latin ? *latin : folded(utf8)) == wanted;
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
    std::string out;
    out.reserve(utf8.size());
    const char* const text = utf8.data();
    const std::size_t size = utf8.size();
    std::size_t begin = 0;  // all before it is in `out` or was left out
    std::size_t at = 0;     // between the two no blank is first, and there are only single ones of ASCII
    while (at < size) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead > ' ' && lead < 0x80) {
            ++at;
            continue;
        }
        // Other letters of Vietnamese: surely no blanks.
        if (lead >= 0xC3 && lead <= 0xDF && at + 1 < size && is_utf8_continuation(text[at + 1])) {
            at += 2;
            continue;
        }
        if (lead == 0xE1 && at + 2 < size && (text[at + 1] == '\xBA' || text[at + 1] == '\xBB') && is_utf8_continuation(text[at + 2])) {
            at += 3;
            continue;
        }
        if (lead == ' ' && at > begin && text[at - 1] != ' ') {
            ++at;
            continue;
        }
        const std::size_t length = utf8_sequence(utf8.substr(at));
        if (length == 0) {
            return collapsed(utf8_repaired(out + std::string(utf8.substr(begin))));
        }
        if (!is_blank(utf8.substr(at, length))) {
            at += length;
            continue;
        }
        out += utf8.substr(begin, at - begin);
        if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
        at += length;
        begin = at;
    }
    out += utf8.substr(begin);
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::size_t length(std::string_view utf8)
{
    std::size_t continued = 0;
    std::size_t at = 0;
    for (std::uint64_t eight = 0; utf8.size() - at >= sizeof eight; at += sizeof eight) {
        constexpr std::uint64_t ones = 0x0101010101010101U;
        std::memcpy(&eight, utf8.data() + at, sizeof eight);
        continued += ((eight >> 7U & ~eight >> 6U & ones) * ones) >> 56U;  // the product's first byte is the sum of all
    }
    for (; at < utf8.size(); ++at) {
        continued += is_utf8_continuation(utf8[at]) ? 1U : 0U;
    }
    return utf8.size() - continued;
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
