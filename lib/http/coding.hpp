// Content codings of RFC 9110, 8.4.1: gzip, deflate, br, zstd, identity. Bodies are kept as they came and
// decoded where they are looked at; the size after decoding is bounded, so a compression bomb costs no
// more than its limit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pa::http {

/// What we ask for in Accept-Encoding.
inline constexpr std::string_view accept_encoding = "gzip, br, zstd";

struct Decoded {
    std::string bytes;
    bool cut = false;     ///< there was more than the limit
    bool broken = false;  ///< the coding is unknown or damaged; `bytes` holds what could be read
};

/// `body` with its codings taken off (`encoding` is the Content-Encoding value, at most four codings), at
/// most `limit` bytes of it.
Decoded decoded(std::string_view body, std::string_view encoding, std::uint64_t limit);

}  // namespace pa::http
