#include "net/guard.hpp"

#include "net/transport.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>

namespace pa::net {

namespace {

std::string address_text(const curl_sockaddr& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* raw = nullptr;
    if (address.family == AF_INET) {
        raw = &reinterpret_cast<const sockaddr_in*>(&address.addr)->sin_addr;
    } else if (address.family == AF_INET6) {
        raw = &reinterpret_cast<const sockaddr_in6*>(&address.addr)->sin6_addr;
    }
    return raw != nullptr && ::inet_ntop(address.family, raw, text.data(), text.size()) != nullptr ? text.data() : "";
}

}  // namespace

curl_socket_t open_guarded(void* data, curlsocktype, curl_sockaddr* address)
{
    auto& guard = *static_cast<Guard*>(data);
    if (!guard.allow_private && is_private_address(address_text(*address))) {
        guard.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace pa::net
