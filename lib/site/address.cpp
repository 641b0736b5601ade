#include "site/address.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace pa::site {

namespace {

constexpr std::array<std::string_view, 16> session_keys = {
    "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "session-id", "cfid", "cftoken", "zenid", "oscsid",
    "p_auth",    "p_p_auth",   "fbclid",    "gclid",      "zarsrc", "_ga"};

// `sid=5` is a section's number; `sid=a81b3f09c2` a session's.
bool is_random(std::string_view value)
{
    const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
        return is_ascii_digit(c) || is_ascii_letter(c) || c == '-' || c == '_';
    });
    return plain && value.size() >= 8 && digits > 0 && digits < static_cast<std::ptrdiff_t>(value.size());
}

bool is_session(std::string_view parameter)
{
    const std::size_t equals = std::min(parameter.find('='), parameter.size());
    const std::string key = ascii_lowered(parameter.substr(0, equals));
    const std::string_view value = parameter.substr(std::min(equals + 1, parameter.size()));
    return std::find(session_keys.begin(), session_keys.end(), key) != session_keys.end() || key.starts_with("utm_") ||
           key.starts_with("aspsessionid") || ((key == "sid" || key == "s_id") && is_random(value));
}

std::string query_without_session(std::string_view query)
{
    std::string out;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        if (const std::string_view parameter = query.substr(0, end); !is_session(parameter)) {
            out += (out.empty() ? "" : "&") + std::string(parameter);
        }
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return out;
}

std::string path_without_session(std::string path)
{
    if (const std::size_t at = ascii_lowered(path).find(";jsessionid="); at != std::string::npos) {
        path.erase(at, std::min(path.find_first_of("/;", at + 1), path.size()) - at);
    }
    if (const std::size_t at = path.find("/(S("); at != std::string::npos) {
        const std::size_t end = path.find("))/", at);
        if (end != std::string::npos) {
            path.erase(at, end + 2 - at);
        }
    }
    return path;
}

// Most addresses hold nothing of the kind; they are not taken apart.
bool may_hold_session(std::string_view href)
{
    const std::size_t query = href.find('?');
    if (query != std::string_view::npos) {
        const std::string text = ascii_lowered(href.substr(query));
        for (const char* part : {"sess", "sid", "s_id", "utm_", "auth", "cfid", "cftoken", "zenid", "clid", "zarsrc", "_ga"}) {
            if (text.find(part) != std::string::npos) {
                return true;
            }
        }
    }
    return href.find(";j") != std::string_view::npos || href.find(";J") != std::string_view::npos || href.find("/(S(") != std::string_view::npos;
}

}  // namespace

url::Url page_address(const url::Url& url)
{
    url::Url out = url::normalised(url);
    if (!out.is_http() || !may_hold_session(out.href())) {
        return out;
    }
    std::string text = out.origin() + path_without_session(std::string(out.path()));
    if (const std::string query = out.query().empty() ? "" : query_without_session(out.query().substr(1)); !query.empty()) {
        text += "?" + query;
    }
    const auto parsed = url::Url::parse(text);
    return parsed ? url::normalised(*parsed) : out;
}

std::optional<url::Url> page_address(std::string_view reference, const url::Url& base)
{
    constexpr std::size_t most_known = 2048;
    constexpr std::size_t longest_known = 300;
    const auto read = [&] {
        const auto url = url::Url::parse(reference, &base);
        return url ? std::optional(page_address(*url)) : std::nullopt;
    };
    // A portal's menus refer to the same few hundred addresses on every page, in ways that leave nothing of the base but what
    // stands before its path: such are worked out once a thread.
    const bool is_alike = reference.starts_with('/') || reference.starts_with("https://") || reference.starts_with("http://");
    if (!is_alike || reference.size() > longest_known || !base.is_http()) {
        return read();
    }
    thread_local std::unordered_map<std::string, std::optional<url::Url>> known;
    thread_local std::string key;
    key.assign(base.href().data(), base.path().data());
    key += ' ';
    key += reference;
    if (const auto found = known.find(key); found != known.end()) {
        return found->second;
    }
    if (known.size() >= most_known) {
        known.clear();
    }
    return known.emplace(key, read()).first->second;
}

}  // namespace pa::site
