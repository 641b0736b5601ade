#include "url/url.hpp"

#include "url/record.hpp"

#include <array>

namespace pa::url {

namespace {

struct Special {
    std::string_view scheme;
    std::uint16_t port;
};

constexpr std::array specials = {Special{"http", 80}, Special{"https", 443}, Special{"file", 0},
                                 Special{"ftp", 21},  Special{"ws", 80},     Special{"wss", 443}};

}  // namespace

bool is_special(std::string_view scheme)
{
    for (const Special& special : specials) {
        if (special.scheme == scheme) {
            return true;
        }
    }
    return false;
}

std::uint16_t default_port(std::string_view scheme)
{
    for (const Special& special : specials) {
        if (special.scheme == scheme) {
            return special.port;
        }
    }
    return 0;
}

Url::Span Url::append(std::string_view text)
{
    const Span span{static_cast<std::uint32_t>(href_.size()),
                    static_cast<std::uint32_t>(text.size())};
    href_ += text;
    return span;
}

// URL Standard section 4.5, "URL serializing".
Url::Url(const Record& record)
    : href_(record.scheme), scheme_size_(static_cast<std::uint32_t>(record.scheme.size())),
      port_(record.port), has_host_(record.host.has_value()), opaque_path_(record.opaque_path)
{
    href_ += ':';
    if (record.host) {
        href_ += "//";
        username_ = append(record.username);
        if (!record.password.empty()) {
            href_ += ':';
            password_ = append(record.password);
        }
        if (!record.username.empty() || !record.password.empty()) {
            href_ += '@';
        }
        host_ = append(*record.host);
        if (record.port) {
            href_ += ':';
            href_ += std::to_string(*record.port);
        }
    } else if (!record.opaque_path && record.path.starts_with("//")) {
        href_ += "/.";  // or the path would be read as a host
    }
    path_ = append(record.path);
    if (record.query) {
        query_ = append("?" + *record.query);
    }
    if (record.fragment) {
        fragment_ = append("#" + *record.fragment);
    }
}

Record Url::record() const
{
    Record record;
    record.scheme = scheme();
    record.username = username();
    record.password = password();
    if (has_host_) {
        record.host = host();
    }
    record.port = port_;
    record.path = path();
    if (query_.size > 0) {
        record.query = query().substr(1);
    }
    if (fragment_.size > 0) {
        record.fragment = fragment().substr(1);
    }
    record.opaque_path = opaque_path_;
    return record;
}

std::uint16_t Url::effective_port() const
{
    return port_.value_or(default_port(scheme()));
}

std::string Url::origin() const
{
    if (scheme() == "blob") {
        const auto inner = parse(path());
        return inner && inner->is_http() ? inner->origin() : "null";
    }
    if (default_port(scheme()) == 0) {
        return "null";
    }
    std::string text = std::string(scheme()) + "://" + std::string(host());
    if (port_) {
        text += ":" + std::to_string(*port_);
    }
    return text;
}

std::string Url::host_and_port() const
{
    return std::string(host()) + ":" + std::to_string(effective_port());
}

Url Url::without_fragment() const
{
    if (fragment_.size == 0) {
        return *this;
    }
    Url url = *this;
    url.href_.resize(fragment_.at);
    url.fragment_ = {};
    return url;
}

}  // namespace pa::url
