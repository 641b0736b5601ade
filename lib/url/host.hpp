// Hosts: URL Standard section 3, and RFC 5891/UTS #46 through libidn2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::url {

/// Whether `special` addresses (domains and IP addresses) or others (opaque hosts) are read.
enum class HostKind { special, opaque };

/// The host parser and serialiser: `text` as it stands in an address, without userinfo and port.
/// Nothing when it is no host.
std::optional<std::string> parse_host(std::string_view text, HostKind kind);

/// UTS #46 ToASCII, non-transitional, without STD3 rules. A domain of ASCII only is just
/// lower-cased, as in the standard. Nothing when a label is not valid.
std::optional<std::string> domain_to_ascii(std::string_view utf8);

/// Whether the last label makes `domain` an IPv4 address, good or bad ("ends in a number").
bool ends_in_number(std::string_view domain);

/// The IPv4 parser (decimal, octal, hexadecimal, one to four parts).
std::optional<std::uint32_t> parse_ipv4(std::string_view text);
std::string serialise_ipv4(std::uint32_t address);

/// The IPv6 parser and serialiser, both without brackets.
std::optional<std::string> canonical_ipv6(std::string_view text);

}  // namespace pa::url
