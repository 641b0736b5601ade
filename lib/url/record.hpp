// An address in its parts while it is being made: the URL record of the standard, section 4.1. A
// path that is a list is kept as text, each segment with "/" before it; the list is empty when the
// text is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::url {

struct Record {
    std::string scheme;
    std::string username;
    std::string password;
    std::optional<std::string> host;
    std::optional<std::uint16_t> port;
    std::string path;
    std::optional<std::string> query;     ///< without "?"
    std::optional<std::string> fragment;  ///< without "#"
    bool opaque_path = false;
};

/// One of the schemes that browsers know: ftp, file, http, https, ws, wss.
bool is_special(std::string_view scheme);

/// 0 for a scheme without one.
std::uint16_t default_port(std::string_view scheme);

}  // namespace pa::url
