#include "site/blocked.hpp"

#include "base/ascii.hpp"
#include "http/coding.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pa::site {

namespace {

constexpr std::uint64_t window = 64U << 10U;
constexpr std::size_t little_text = 600;
constexpr std::size_t few_links = 4;

// Words of the block pages of well-known products, and of those that people write themselves.
constexpr std::array<std::string_view, 16> firewall_words = {
    "attention required! | cloudflare", "cf-error-details", "just a moment...", "cf-chl-", "incapsula incident", "_incapsula_resource",
    "the requested url was rejected", "web application firewall", "mod_security", "modsecurity", "sucuri website firewall", "request blocked",
    "access denied</title>", "your ip has been blocked", "your request has been blocked", "bị chặn bởi hệ thống"};
constexpr std::array<std::string_view, 6> captcha_words = {"g-recaptcha", "h-captcha", "cf-turnstile", "hcaptcha.com", "recaptcha/api.js", "captcha"};

template <std::size_t N>
bool holds(const std::string& text, const std::array<std::string_view, N>& words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

}  // namespace

std::string_view name_of(Blocked blocked)
{
    switch (blocked) {
    case Blocked::none:
        return "";
    case Blocked::firewall:
        return "firewall";
    case Blocked::captcha:
        return "captcha";
    case Blocked::login:
        return "login";
    }
    return "";
}

Blocked blocked_by(const http::Response& response)
{
    const int status = response.status;
    if (status == 401 || status == 407) {
        return Blocked::login;
    }
    if (ascii_lowered(response.headers.get("cf-mitigated")) == "challenge") {
        return Blocked::firewall;
    }
    if (status != 403 && status != 405 && status != 406 && status != 429 && status != 503) {
        return Blocked::none;
    }
    const std::string body = ascii_lowered(http::decoded(response.body, response.headers.get("content-encoding"), window).bytes);
    if (holds(body, firewall_words)) {
        return Blocked::firewall;
    }
    return holds(body, captcha_words) ? Blocked::captcha : Blocked::none;
}

bool is_captcha_page(const html::Document& document, std::size_t text_bytes, std::size_t links)
{
    if (text_bytes >= little_text || links >= few_links) {
        return false;
    }
    bool found = false;
    html::walk(
        document.root(),
        [&](html::Node node) {
            for (const char* name : {"class", "id", "src", "name"}) {
                found = found || holds(ascii_lowered(node.attribute(name).value()), captcha_words);
            }
            return !found;
        },
        [](html::Node) {});
    return found;
}

bool has_password_field(const html::Document& document)
{
    bool found = false;
    html::walk(
        document.body(),
        [&](html::Node node) {
            found = found || (std::string_view(node.name()) == "input" && ascii_lowered(node.attribute("type").value()) == "password");
            return !found;
        },
        [](html::Node) {});
    return found;
}

}  // namespace pa::site
