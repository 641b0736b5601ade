#include "url/percent.hpp"

#include "url/url.hpp"

namespace pa::url {

namespace {

/// What each set adds to the C0 control set.
constexpr std::string_view members(EncodeSet set)
{
    switch (set) {
    case EncodeSet::c0_control:
        return "";
    case EncodeSet::fragment:
        return " \"<>`";
    case EncodeSet::query:
        return " \"#<>";
    case EncodeSet::special_query:
        return " \"#<>'";
    case EncodeSet::path:
        return " \"#<>?^`{}";
    case EncodeSet::userinfo:
        return " \"#<>?^`{}/:;=@[\\]|";
    }
    return "";
}

}  // namespace

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    return -1;
}

bool is_unreserved(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

void append_escape(std::string& out, unsigned char byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

void percent_encode(std::string& out, std::string_view bytes, EncodeSet set)
{
    const std::string_view more = members(set);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F || more.find(c) != std::string_view::npos) {
            append_escape(out, byte);
        } else {
            out += c;
        }
    }
}

std::optional<unsigned char> escape_at_start(std::string_view text)
{
    if (text.size() < 3 || text[0] != '%') {
        return std::nullopt;
    }
    const int high = hex_value(text[1]);
    const int low = hex_value(text[2]);
    if (high < 0 || low < 0) {
        return std::nullopt;
    }
    return static_cast<unsigned char>(high * 16 + low);
}

std::string percent_decoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto byte = escape_at_start(text);
        out += byte ? static_cast<char>(*byte) : text[0];
        text.remove_prefix(byte ? 3 : 1);
    }
    return out;
}

}  // namespace pa::url
