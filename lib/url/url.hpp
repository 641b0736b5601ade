// Addresses: the WHATWG URL Standard (basic URL parser, host parser, serialisers) as an immutable
// value. It departs from the standard where libidn2 does: a host with a character outside IDNA2008,
// such as a snowman, is no host here; and the query is always encoded as UTF-8.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::url {

/// Longer inputs are no addresses for us; no server takes them.
constexpr std::size_t max_url_bytes = 64UL * 1024;

struct Record;

/// An absolute address, or empty when default-constructed. The views live as long as the value.
class Url {
public:
    Url() = default;

    /// `input` in UTF-8 (what is not is repaired), relative to `base` when there is one. Nothing
    /// when it is no address or longer than `max_url_bytes`.
    static std::optional<Url> parse(std::string_view input, const Url* base = nullptr);

    const std::string& href() const { return href_; }
    bool empty() const { return href_.empty(); }

    std::string_view scheme() const { return {href_.data(), scheme_size_}; }  ///< without ":"
    std::string_view username() const { return view(username_); }
    std::string_view password() const { return view(password_); }
    /// In punycode; IPv6 in brackets; may be empty outside http(s).
    std::string_view host() const { return view(host_); }
    std::optional<std::uint16_t> port() const { return port_; }  ///< nothing when it is the default
    std::string_view path() const { return view(path_); }
    /// With "?" and "#", which may stand alone; empty when there is none.
    std::string_view query() const { return view(query_); }
    std::string_view fragment() const { return view(fragment_); }

    bool is_http() const { return scheme() == "http" || scheme() == "https"; }

    /// The port a connection would use; 0 where the scheme has none.
    std::uint16_t effective_port() const;

    /// `scheme://host[:port]` for http(s), ws(s) and ftp; "null" for others, as in the standard.
    std::string origin() const;

    /// `host:port` with the effective port: whom a request bothers.
    std::string host_and_port() const;

    Url without_fragment() const;

    bool operator==(const Url& other) const { return href_ == other.href_; }
    std::strong_ordering operator<=>(const Url& other) const { return href_ <=> other.href_; }

    friend Url normalised(const Url& url);

private:
    struct Span {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
    };

    explicit Url(const Record& record);
    Record record() const;
    std::string_view view(Span span) const
    {
        return std::string_view(href_).substr(span.at, span.size);
    }
    Span append(std::string_view text);

    std::string href_;
    std::uint32_t scheme_size_ = 0;
    Span username_;
    Span password_;
    Span host_;
    Span path_;
    Span query_;
    Span fragment_;
    std::optional<std::uint16_t> port_;
    bool has_host_ = false;
    bool opaque_path_ = false;
};

/// The form under which a page is fetched once: no fragment, no `?` without a query; in path and
/// query percent-encoded unreserved characters decoded and the other hex digits upper case (RFC
/// 3986 6.2.2). The query keeps its order. A normalised address normalises to itself. Addresses
/// that are not http(s) only lose their fragment.
Url normalised(const Url& url);

/// For people: `url` with what is not ASCII in path, query and fragment decoded. Kept encoded are
/// what is no UTF-8, controls, blanks, and characters that cannot be seen or turn the reading
/// direction. The host stays in punycode, so that no look-alike can pass for another. Reads back as
/// the same page.
std::string display(const Url& url);

/// `%41` becomes `A`; what is no escape stays. The result may be any bytes.
std::string percent_decoded(std::string_view text);

/// The public suffix and one label more ("hanoi.gov.vn" of "www.hanoi.gov.vn"), by the list built
/// into libpsl, so that the same program gives the same answer everywhere. `host` as in
/// `Url::host`. Empty for IP addresses, public suffixes and single labels.
std::string registrable_domain(std::string_view host);

/// Whether `host`, as in `Url::host`, is an IPv4 address or an IPv6 address in brackets.
bool is_ip(std::string_view host);

}  // namespace pa::url
