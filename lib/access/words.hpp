// Attribute values as HTML reads them: words between ASCII white space, compared without case.
#pragma once

#include <string>
#include <string_view>

namespace pa::access {

constexpr std::string_view white = " \t\n\f\r";

/// Without ASCII white space at the ends.
inline std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(white);
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(white) - from + 1);
}

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// ASCII letters in lower case.
inline std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        c = lower(c);
    }
    return out;
}

/// Equal but for the case of ASCII letters; `plain` is in lower case.
inline bool is_same(std::string_view text, std::string_view plain)
{
    if (text.size() != plain.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (lower(text[i]) != plain[i]) {
            return false;
        }
    }
    return true;
}

/// Calls `visit` for each word until it says false.
template <class Visit>
void each_word(std::string_view text, Visit visit)
{
    std::size_t at = text.find_first_not_of(white);
    while (at != std::string_view::npos) {
        const std::size_t end = text.find_first_of(white, at);
        if (!visit(text.substr(at, end == std::string_view::npos ? end : end - at))) {
            return;
        }
        at = end == std::string_view::npos ? end : text.find_first_not_of(white, end);
    }
}

}  // namespace pa::access
