#include "web/robots_path.hpp"

#include "url/percent.hpp"

#include <cstring>

namespace pa::web {

namespace {

// RFC 3986 2.2, less the two with a meaning here.
bool is_reserved(char c)
{
    return std::string_view(":/?#[]@!&'()+,;=").find(c) != std::string_view::npos;
}

/// Where `needle` first stands in `text`. Unlike string_view::find, memmem is linear for long
/// needles.
std::size_t find(std::string_view text, std::string_view needle)
{
    const void* at = ::memmem(text.data(), text.size(), needle.data(), needle.size());
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

}  // namespace

std::string comparable(std::string_view text, PathRole role)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto escaped = url::escape_at_start(text);
        const char c = text[0];
        const bool special = role == PathRole::pattern && (c == '*' || text == "$");
        const auto byte = escaped.value_or(static_cast<unsigned char>(c));
        if (url::is_unreserved(byte) || (!escaped && (is_reserved(c) || special))) {
            out += static_cast<char>(byte);
        } else {
            url::append_escape(out, byte);
        }
        text.remove_prefix(escaped ? 3 : 1);
    }
    return out;
}

std::string with_query_encoded(std::string_view comparable)
{
    const std::size_t query = comparable.find('?');
    if (query == std::string_view::npos) {
        return std::string(comparable);
    }
    std::string out(comparable.substr(0, query + 1));
    for (const char c : comparable.substr(query + 1)) {
        if (is_reserved(c) && c != '=' && c != '&') {
            url::append_escape(out, static_cast<unsigned char>(c));
        } else {
            out += c;
        }
    }
    return out;
}

// The pieces between the asterisks, each at its first place after the piece before: when the
// pattern matches at all, it matches so. Only a piece that `$` ties to the end is looked for there.
bool matches(std::string_view pattern, std::string_view path)
{
    const bool to_end = pattern.ends_with('$');
    if (to_end) {
        pattern.remove_suffix(1);
    }
    bool first = true;
    while (true) {
        const std::size_t star = pattern.find('*');
        const std::string_view piece = pattern.substr(0, star);
        const bool last = star == std::string_view::npos;
        if (last && to_end) {
            return first ? path == piece : path.ends_with(piece);
        }
        const std::size_t at =
            first ? (path.starts_with(piece) ? 0 : std::string_view::npos) : find(path, piece);
        if (at == std::string_view::npos) {
            return false;
        }
        if (last) {
            return true;
        }
        path.remove_prefix(at + piece.size());
        pattern.remove_prefix(star + 1);
        first = false;
    }
}

}  // namespace pa::web
