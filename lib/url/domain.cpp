#include "url/url.hpp"

#include <libpsl.h>

namespace pa::url {

namespace {

// RFC 1035 2.3.4, as text without the dot at the end. libpsl tries every suffix of what it is
// given.
constexpr std::size_t max_dns_name = 253;

}  // namespace

std::string registrable_domain(std::string_view host)
{
    if (host.ends_with('.')) {
        host.remove_suffix(1);
    }
    if (host.empty() || host.size() > max_dns_name || host.starts_with('.') || is_ip(host)) {
        return {};
    }
    const std::string name(host);
    const char* domain = psl_registrable_domain(psl_builtin(), name.c_str());
    return domain == nullptr ? std::string() : std::string(domain);
}

}  // namespace pa::url
