// Pages that keep visitors out instead of answering: firewalls, captchas, login walls. What is behind them is not known.
#pragma once

#include "html/document.hpp"
#include "http/message.hpp"

#include <cstdint>
#include <string_view>

namespace pa::site {

enum class Blocked : std::uint8_t {
    none,
    firewall,  ///< a web application firewall or bot protection
    captcha,
    login,     ///< HTTP authentication is asked for, or a redirect ends at a login form
};

/// "firewall" …: the word used in logs and audits; empty for `none`.
std::string_view name_of(Blocked blocked);

/// What an answer says by its status, fields and, for errors, the start of its body. A captcha that comes with status 200 is
/// only seen with `is_captcha_page`.
Blocked blocked_by(const http::Response& response);

/// Whether a page does nothing but ask to prove that one is a person. `text_bytes` and `links`: how much there is on it.
bool is_captcha_page(const html::Document& document, std::size_t text_bytes, std::size_t links);

/// Whether a page asks for a password.
bool has_password_field(const html::Document& document);

}  // namespace pa::site
