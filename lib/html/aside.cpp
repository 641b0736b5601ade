#include "html/aside.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace pa::html {

namespace {

constexpr std::size_t shortest = 12;      // bytes; a stand-in has four
constexpr std::size_t most_kept = 65000;  // the last two characters of the plane are none
constexpr char32_t first_stand_in = 0x100000;
constexpr char lead_of_stand_ins = '\xF4';

enum Class : char { other, rest, plain, blank };  // `rest`: no first byte

// By first byte. Left out: U+0080 to U+00BF, U+F000 to U+FFFF and the planes above, among which are characters that
// gumbo replaces.
constexpr std::array<Class, 256> make_classes()
{
    std::array<Class, 256> classes{};
    for (int c = 0x21; c <= 0x7E; ++c) {
        classes[static_cast<std::size_t>(c)] = c == '&' || c == '<' ? other : plain;
    }
    for (int c = 0xC3; c <= 0xEE; ++c) {
        classes[static_cast<std::size_t>(c)] = plain;
    }
    for (int c = 0x80; c <= 0xBF; ++c) {
        classes[static_cast<std::size_t>(c)] = rest;
    }
    classes[' '] = classes['\t'] = classes['\n'] = blank;
    return classes;
}
constexpr std::array<Class, 256> classes = make_classes();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
bool is_of_reference(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '#'; }

// Behind the character at `at` that belongs to no stretch; behind the whole reference if it begins one.
std::size_t pass_over(std::string_view text, std::size_t at)
{
    const bool is_reference = text[at++] == '&';
    while (at < text.size() && (is_reference ? is_of_reference(text[at]) : is_continuation(text[at]))) {
        ++at;
    }
    return is_reference && at < text.size() && text[at] == ';' ? at + 1 : at;
}

// Whether the page has characters of the last plane, also as references (&#x10FFFD; &#1114109;), or may have.
bool has_stand_ins(std::string_view page)
{
    constexpr std::string_view digits = "0123456789abcdefABCDEF";
    constexpr std::size_t fewest_digits = 6;
    for (std::size_t at = page.find("&#"); at != std::string_view::npos; at = page.find("&#", at)) {
        at += 2;
        at += at < page.size() && (page[at] == 'x' || page[at] == 'X') ? 1U : 0U;
        if (std::min(page.find_first_not_of(digits, at), page.size()) - at >= fewest_digits) {
            return true;
        }
    }
    return page.find(lead_of_stand_ins) != std::string_view::npos;
}

}  // namespace

Aside::Aside(std::string_view page) : is_usable_(!has_stand_ins(page)) {}

void Aside::put(std::string_view text, std::string& out)
{
    std::size_t copied = 0;
    std::size_t at = 0;
    while (is_usable_ && at < text.size() && kept_.size() < most_kept) {
        if (class_of(text[at]) != plain) {
            at = class_of(text[at]) == blank ? at + 1 : pass_over(text, at);
            continue;
        }
        const std::size_t begin = at;
        std::size_t end = at;
        for (; at < text.size() && class_of(text[at]) != other; ++at) {
            end = class_of(text[at]) == blank ? end : at + 1;
        }
        if (end - begin >= shortest) {
            out += text.substr(copied, begin - copied);
            utf8_append(out, first_stand_in + static_cast<char32_t>(kept_.size()));
            kept_.push_back(text.substr(begin, end - begin));
            copied = end;
        }
    }
    out += text.substr(copied);
}

const char* Aside::restored(const char* text, std::string& room) const
{
    const char* stand_in = std::strchr(text, lead_of_stand_ins);
    if (stand_in == nullptr || kept_.empty()) {
        return text;
    }
    room.clear();
    for (; stand_in != nullptr; stand_in = std::strchr(text, lead_of_stand_ins)) {
        room.append(text, stand_in);
        const auto bits = [&](int i) { return static_cast<unsigned char>(stand_in[i]) & 0x3FU; };
        room += kept_[bits(1) << 12U | bits(2) << 6U | bits(3)];
        text = stand_in + 4;
    }
    room += text;
    return room.c_str();
}

}  // namespace pa::html
