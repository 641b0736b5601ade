#include "text/fold.hpp"

#include "base/utf8.hpp"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace pa::text {

namespace {

using Mapped = std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)>;

// utf8proc refuses what is not UTF-8, so callers hand in repaired text.
std::string mapped(std::string_view utf8, int options)
{
    utf8proc_uint8_t* raw = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                     static_cast<utf8proc_ssize_t>(utf8.size()), &raw, static_cast<utf8proc_option_t>(options));
    const Mapped guard(raw, &std::free);
    if (size < 0) {
        return std::string(utf8);
    }
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)};
}

bool is_word(utf8proc_int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
        return true;
    default:
        return false;
    }
}

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

std::vector<std::string> words(std::string_view utf8)
{
    std::vector<std::string> out;
    std::string word;
    each_point(utf8, [&](utf8proc_int32_t point, std::string_view bytes) {
        if (is_word(point)) {
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

bool is_ascii(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            return false;
        }
    }
    return true;
}

std::string lower(std::string_view utf8)
{
    if (is_ascii(utf8)) {
        std::string out(utf8);
        for (char& c : out) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return out;
    }
    return mapped(utf8_repaired(utf8), UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

std::string stripped(std::string_view lowered)
{
    if (is_ascii(lowered)) {
        return std::string(lowered);
    }
    std::string plain = mapped(lowered, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
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

}  // namespace

std::string nfc(std::string_view utf8)
{
    return is_ascii(utf8) ? std::string(utf8) : mapped(utf8_repaired(utf8), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view utf8) { return joined(words(lower(utf8))); }

std::string unaccented(std::string_view utf8) { return stripped(folded(utf8)); }

std::vector<std::string> slug_words(std::string_view path) { return words(stripped(lower(path))); }

std::string collapsed(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    bool blank = false;
    const auto put = [&](std::string_view bytes, bool is_blank) {
        if (is_blank) {
            blank = !out.empty();
            return;
        }
        if (blank) {
            out += ' ';
            blank = false;
        }
        out += bytes;
    };
    while (!utf8.empty()) {
        const auto lead = static_cast<unsigned char>(utf8[0]);
        if (lead < 0x80) {
            put(utf8.substr(0, 1), lead == ' ' || (lead >= 9 && lead <= 13));
            utf8.remove_prefix(1);
            continue;
        }
        const std::size_t length = utf8_sequence(utf8);
        const std::string_view bytes = utf8.substr(0, length == 0 ? 1 : length);
        const bool is_blank = bytes == "\xC2\xA0" || bytes == "\xE3\x80\x80" || bytes == "\xEF\xBB\xBF" ||
                              bytes == "\xE2\x80\xAF" || bytes == "\xE2\x81\x9F" || bytes == "\xE1\x9A\x80" ||
                              bytes == "\xC2\x85" || bytes == "\xE2\x80\xA8" || bytes == "\xE2\x80\xA9" ||
                              (bytes.size() == 3 && bytes[0] == '\xE2' && bytes[1] == '\x80' &&
                               static_cast<unsigned char>(bytes[2]) <= 0x8B);
        put(length == 0 ? std::string_view("\xEF\xBF\xBD") : bytes, is_blank);
        utf8.remove_prefix(bytes.size());
    }
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
