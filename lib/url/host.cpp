#include "url/host.hpp"

#include "base/utf8.hpp"
#include "url/percent.hpp"
#include "url/url.hpp"

#include <idn2.h>

#include <algorithm>
#include <memory>

namespace pa::url {

namespace {

// A label of more cannot fit into the 63 bytes of the DNS; libidn2's encoder is quadratic.
constexpr std::size_t max_label_bytes = 1024;

constexpr std::string_view forbidden_in_host("\0\t\n\r #/:<>?@[\\]^|", 17);

bool is_forbidden_in_domain(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || c == '%' || byte == 0x7F ||
           forbidden_in_host.find(c) != std::string_view::npos;
}

bool is_ascii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}

std::optional<std::string> label_to_ascii(const std::string& label)
{
    if (is_ascii(label) && !lower(label).starts_with("xn--")) {
        return lower(label);
    }
    if (label.size() > max_label_bytes) {
        return std::nullopt;
    }
    std::uint8_t* output = nullptr;
    const int status = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(label.c_str()), &output,
                                      IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const std::unique_ptr<std::uint8_t, decltype(&idn2_free)> owner(output, &idn2_free);
    if (status != IDN2_OK || output == nullptr) {
        return std::nullopt;
    }
    return reinterpret_cast<const char*>(output);
}

/// The length of a label separator of UTS #46 at the start of `text`: `.` `。` `．` `｡`.
std::size_t dot_at_start(std::string_view text)
{
    if (text.starts_with('.')) {
        return 1;
    }
    const bool wide =
        text.starts_with("\u3002") || text.starts_with("\uFF0E") || text.starts_with("\uFF61");
    return wide ? 3 : 0;
}

std::optional<std::string> parse_domain(std::string_view text)
{
    auto domain = domain_to_ascii(utf8_repaired(percent_decoded(text)));
    if (!domain || domain->empty() ||
        std::any_of(domain->begin(), domain->end(), is_forbidden_in_domain)) {
        return std::nullopt;
    }
    if (!ends_in_number(*domain)) {
        return domain;
    }
    const auto address = parse_ipv4(*domain);
    return address ? std::optional(serialise_ipv4(*address)) : std::nullopt;
}

}  // namespace

// Label by label, since libidn2 refuses in ASCII labels what the standard leaves alone: hyphens at
// the ends, long names, empty labels.
std::optional<std::string> domain_to_ascii(std::string_view utf8)
{
    if (is_ascii(utf8)) {
        return lower(utf8);
    }
    if (utf8.find('\0') != std::string_view::npos) {
        return std::nullopt;  // libidn2 would stop there
    }
    std::string out;
    std::string label;
    while (true) {
        const std::size_t dot = dot_at_start(utf8);
        if (dot == 0 && !utf8.empty()) {
            label += utf8[0];
            utf8.remove_prefix(1);
            continue;
        }
        const auto ascii = label_to_ascii(label);
        if (!ascii) {
            return std::nullopt;
        }
        out += *ascii;
        label.clear();
        if (dot == 0) {
            return out;
        }
        out += '.';
        utf8.remove_prefix(dot);
    }
}

std::optional<std::string> parse_host(std::string_view text, HostKind kind)
{
    if (text.starts_with('[')) {
        if (!text.ends_with(']')) {
            return std::nullopt;
        }
        const auto address = canonical_ipv6(text.substr(1, text.size() - 2));
        return address ? std::optional("[" + *address + "]") : std::nullopt;
    }
    if (kind == HostKind::special) {
        return parse_domain(text);
    }
    if (text.find_first_of(forbidden_in_host) != std::string_view::npos) {
        return std::nullopt;
    }
    std::string host;
    percent_encode(host, text, EncodeSet::c0_control);
    return host;
}

}  // namespace pa::url
