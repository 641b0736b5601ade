#include "report/plain.hpp"

#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <fmt/format.h>

namespace pa::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view word_joiner = "\xE2\x81\xA0";

// Left by `defused`: U+061C, U+200E and U+200F turn what stands beside them; U+FFFE and U+FFFF are no characters of XML.
bool is_unfit(std::string_view point)
{
    return point == "\xD8\x9C" || point == "\xE2\x80\x8E" || point == "\xE2\x80\x8F" || point == "\xEF\xBF\xBE" || point == "\xEF\xBF\xBF";
}

// Where GitHub would make a link of bare text: the colon of "https://", the point of "www.".
bool makes_address(std::string_view text, std::size_t at)
{
    return text.substr(at).starts_with("://") || (text[at] == '.' && at > 0 && (text[at - 1] == 'w' || text[at - 1] == 'W'));
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool is_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string line(std::string_view text, std::size_t points)
{
    if (points == 0) {
        return "";
    }
    // A title of a megabyte is not read to its end: eight bytes for each code point leave room for blanks that collapse.
    const std::string_view start = utf8_prefix(text, points * 8);
    std::string out;
    for (const std::string& point : utf8_points(defused(start))) {
        out += is_unfit(point) ? replacement : point;
    }
    out = text::collapsed(out);
    if (text::length(out) > points) {
        return text::shortened(out, points - 1);
    }
    return start.size() < text.size() ? text::shortened(out, points - 1) + (text::length(out) < points ? "…" : "") : out;
}

std::string web_address(std::string_view url)
{
    if (url.size() > 4096 || (!url.starts_with("http://") && !url.starts_with("https://"))) {
        return "";
    }
    const std::size_t authority_end = std::min(url.find_first_of("/?#", url.find("://") + 3), url.size());
    bool is_fragment = false;
    std::string out;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const char c = url[i];
        bool is_allowed = is_alnum(c) || std::string_view("-._~:/?!$&'()*+,;=@").find(c) != std::string_view::npos;
        if (c == '[' || c == ']') {
            is_allowed = i < authority_end;  // around an IPv6 address
        } else if (c == '%') {
            is_allowed = i + 2 < url.size() && is_hex(url[i + 1]) && is_hex(url[i + 2]);
        } else if (c == '#') {
            is_allowed = !is_fragment;
            is_fragment = true;
        }
        out += is_allowed ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string markdown(std::string_view text, std::size_t points)
{
    const std::string plain = line(text, points);
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool before_word = i + 1 < plain.size() && is_alnum(plain[i + 1]);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (std::string_view("\\`*_[]|~>$").find(c) != std::string_view::npos || makes_address(plain, i)) {
            out += '\\';
            out += c;
        } else {
            out += c;
        }
        // Mentions and references are looked for behind the markup, where a backslash no longer counts.
        if (before_word && std::string_view("@#!$%&~^").find(c) != std::string_view::npos) {
            out += word_joiner;
        }
    }
    return out;
}

std::string markdown_code(std::string_view text)
{
    std::string out = "`";
    for (const char c : line(text, 200)) {
        // No id has any of these.
        out += c == '`' ? "'" : c == '<' ? "‹" : c == '>' ? "›" : c == '|' ? "\\|" : std::string(1, c);
    }
    return out == "`" ? "" : out + "`";
}

std::string markdown_link(std::string_view text, std::string_view url)
{
    const std::string address = web_address(url);
    if (address.empty()) {
        return markdown(text);
    }
    std::string target;
    for (const char c : address) {
        // Parentheses end the link, the others are markup in a table.
        target += std::string_view("()[]*'").find(c) != std::string_view::npos ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return "[" + markdown(text) + "](" + target + ")";
}

}  // namespace pa::report
