#include "url/parser.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "url/host.hpp"
#include "url/percent.hpp"
#include "url/url.hpp"

#include <algorithm>

namespace pa::url {

namespace {

bool is_in_scheme(char c)
{
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
}
bool is_c0_or_space(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

/// The input as the state machine wants it.
std::string prepared(std::string_view input)
{
    while (!input.empty() && is_c0_or_space(input.front())) {
        input.remove_prefix(1);
    }
    while (!input.empty() && is_c0_or_space(input.back())) {
        input.remove_suffix(1);
    }
    std::string text = utf8_repaired(input);
    std::erase_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return text;
}

}  // namespace

std::optional<Url> Url::parse(std::string_view input, const Url* base)
{
    if (input.size() > max_url_bytes) {
        return std::nullopt;
    }
    const std::string text = prepared(input);
    std::optional<Record> base_record;
    if (base != nullptr && !base->empty()) {
        base_record = base->record();
    }
    const auto record = Parser(text, base_record ? &*base_record : nullptr).run();
    return record ? std::optional(Url(*record)) : std::nullopt;
}

Parser::Parser(std::string_view input, const Record* base) : rest_(input), base_(base) {}

std::optional<Record> Parser::run()
{
    const bool good = scheme() ? after_scheme() : no_scheme();
    return good ? std::optional(std::move(url_)) : std::nullopt;
}

bool Parser::at_slash() const
{
    return rest_.starts_with('/') || (special_ && rest_.starts_with('\\'));
}

std::string_view Parser::take_until(std::string_view delimiters)
{
    const std::string_view text = rest_.substr(0, rest_.find_first_of(delimiters));
    skip(text.size());
    return text;
}

// "Scheme start state" and "scheme state": true when there is a scheme, which is then behind us.
bool Parser::scheme()
{
    if (rest_.empty() || !is_ascii_letter(rest_[0])) {
        return false;
    }
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_in_scheme);
    if (end == rest_.end() || *end != ':') {
        return false;
    }
    url_.scheme.assign(rest_.begin(), end);
    for (char& c : url_.scheme) {
        c = ascii_lower(c);
    }
    skip(url_.scheme.size() + 1);
    special_ = is_special(url_.scheme);
    return true;
}

bool Parser::after_scheme()
{
    if (url_.scheme == "file") {
        return file();
    }
    if (special_) {
        const bool same = base_ != nullptr && base_->scheme == url_.scheme;
        if (same && !rest_.starts_with("//")) {
            return relative();
        }
        while (at_slash()) {  // "special authority ignore slashes state"
            skip(1);
        }
        return authority();
    }
    if (rest_.starts_with("//")) {
        skip(2);
        return authority();
    }
    if (rest_.starts_with('/')) {
        skip(1);
        return path();
    }
    return opaque_path();
}

bool Parser::no_scheme()
{
    if (base_ == nullptr || (base_->opaque_path && !rest_.starts_with('#'))) {
        return false;
    }
    url_.scheme = base_->scheme;
    special_ = is_special(url_.scheme);
    if (base_->opaque_path) {
        url_.path = base_->path;
        url_.query = base_->query;
        url_.opaque_path = true;
        return query_and_fragment();
    }
    return url_.scheme == "file" ? file() : relative();
}

void Parser::take_base_host()
{
    url_.username = base_->username;
    url_.password = base_->password;
    url_.host = base_->host;
    url_.port = base_->port;
}

// "Relative state" and "relative slash state".
bool Parser::relative()
{
    if (!at_slash()) {
        take_base_host();
        url_.path = base_->path;
        if (rest_.empty() || rest_[0] == '#') {
            url_.query = base_->query;
            return query_and_fragment();
        }
        if (rest_[0] == '?') {
            return query_and_fragment();
        }
        shorten_path();
        return path();
    }
    skip(1);
    if (special_ && at_slash()) {
        while (at_slash()) {
            skip(1);
        }
        return authority();
    }
    if (at_slash()) {
        skip(1);
        return authority();
    }
    take_base_host();
    return path();
}

// "Authority state": userinfo ends at the last `@` before the path.
bool Parser::authority()
{
    std::string_view text = take_until(special_ ? "/?#\\" : "/?#");
    const std::size_t at = text.rfind('@');
    if (at != std::string_view::npos) {
        credentials(text.substr(0, at));
        text.remove_prefix(at + 1);
        if (text.empty()) {
            return false;
        }
    }
    return host_and_port(text) && path_start();
}

void Parser::credentials(std::string_view text)
{
    const std::size_t colon = text.find(':');
    percent_encode(url_.username, text.substr(0, colon), EncodeSet::userinfo);
    if (colon != std::string_view::npos) {
        percent_encode(url_.password, text.substr(colon + 1), EncodeSet::userinfo);
    }
}

// "Host state": the port begins at the first colon outside brackets.
bool Parser::host_and_port(std::string_view text)
{
    std::size_t end = 0;
    bool in_brackets = false;
    while (end < text.size() && (in_brackets || text[end] != ':')) {
        in_brackets = text[end] == '[' || (in_brackets && text[end] != ']');
        ++end;
    }
    const std::string_view name = text.substr(0, end);
    if (name.empty() && (special_ || end < text.size())) {
        return false;
    }
    url_.host = parse_host(name, special_ ? HostKind::special : HostKind::opaque);
    return url_.host && (end == text.size() || port(text.substr(end + 1)));
}

bool Parser::port(std::string_view digits)
{
    if (digits.empty()) {
        return true;
    }
    unsigned number = 0;
    for (const char c : digits) {
        if (!is_ascii_digit(c)) {
            return false;
        }
        number = number * 10 + static_cast<unsigned>(c - '0');
        if (number > 65535) {
            return false;
        }
    }
    const auto value = static_cast<std::uint16_t>(number);
    if (!special_ || value != default_port(url_.scheme)) {
        url_.port = value;
    }
    return true;
}

}  // namespace pa::url
