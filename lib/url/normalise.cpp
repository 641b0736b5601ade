#include "url/percent.hpp"
#include "url/record.hpp"
#include "url/url.hpp"

namespace pa::url {

namespace {

/// Whether `digit`, appended to `out`, could complete an escape whose `%` stands there on its own.
bool completes_escape(std::string_view out, std::size_t after_escape, unsigned char digit)
{
    const std::string_view tail = out.substr(after_escape);
    if (hex_value(static_cast<char>(digit)) < 0) {
        return false;
    }
    return tail.ends_with('%') ||
           (tail.size() > 1 && tail[tail.size() - 2] == '%' && hex_value(tail.back()) >= 0);
}

// RFC 3986 6.2.2.1 and 6.2.2.2. "%%341" has a "%" that begins no escape; decoding "%34" would make
// it one, and the result would not be stable.
std::string with_plain_unreserved(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t after_escape = 0;  // nothing before this place in `out` is a lone "%"
    while (!text.empty()) {
        const auto byte = escape_at_start(text);
        if (!byte) {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        if (is_unreserved(*byte) && !completes_escape(out, after_escape, *byte)) {
            out += static_cast<char>(*byte);
        } else {
            append_escape(out, *byte);
            after_escape = out.size();
        }
        text.remove_prefix(3);
    }
    return out;
}

}  // namespace

Url normalised(const Url& url)
{
    if (!url.is_http()) {
        return url.without_fragment();
    }
    Record record = url.record();
    record.fragment.reset();
    record.path = with_plain_unreserved(record.path);
    if (record.query && record.query->empty()) {
        record.query.reset();
    } else if (record.query) {
        record.query = with_plain_unreserved(*record.query);
    }
    return Url(record);
}

}  // namespace pa::url
