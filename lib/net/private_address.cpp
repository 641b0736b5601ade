#include "net/transport.hpp"

#include <arpa/inet.h>

#include <array>
#include <cstring>

namespace pa::net {

namespace {

struct Range4 {
    std::uint32_t network;
    unsigned bits;
};
constexpr Range4 ranges4[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16}, {0xAC100000, 12},
    {0xC0000000, 24}, {0xC0000200, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24},
    {0xE0000000, 3},  // multicast and reserved, 224.0.0.0 to 255.255.255.255
};

bool is_private4(std::uint32_t address)
{
    for (const Range4& range : ranges4) {
        const std::uint32_t mask = 0xFFFFFFFFU << (32U - range.bits);
        if ((address & mask) == range.network) {
            return true;
        }
    }
    return false;
}

bool is_private6(const std::array<unsigned char, 16>& a)
{
    const auto tail4 = [&] {
        return static_cast<std::uint32_t>(a[12]) << 24U | static_cast<std::uint32_t>(a[13]) << 16U |
               static_cast<std::uint32_t>(a[14]) << 8U | a[15];
    };
    bool first_ten_zero = true;
    for (std::size_t i = 0; i < 10; ++i) {
        first_ten_zero = first_ten_zero && a[i] == 0;
    }
    if (first_ten_zero && a[10] == 0xFF && a[11] == 0xFF) {
        return is_private4(tail4());  // IPv4-mapped
    }
    if (first_ten_zero && a[10] == 0 && a[11] == 0) {
        return true;  // ::, ::1 and the old IPv4-compatible form
    }
    if (a[0] == 0x00 && a[1] == 0x64 && a[2] == 0xFF && a[3] == 0x9B) {
        return is_private4(tail4());  // NAT64, RFC 6052
    }
    if (a[0] == 0x20 && a[1] == 0x02) {  // 6to4 carries its IPv4 address in bytes 2 to 5
        return is_private4(static_cast<std::uint32_t>(a[2]) << 24U | static_cast<std::uint32_t>(a[3]) << 16U |
                           static_cast<std::uint32_t>(a[4]) << 8U | a[5]);
    }
    const bool unique_local = (a[0] & 0xFEU) == 0xFC;
    const bool link_local = a[0] == 0xFE && (a[1] & 0xC0U) == 0x80;
    const bool site_local = a[0] == 0xFE && (a[1] & 0xC0U) == 0xC0;
    const bool documentation = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8;
    return unique_local || link_local || site_local || documentation || a[0] == 0xFF;
}

}  // namespace

bool is_private_address(const std::string& address)
{
    in_addr four{};
    if (::inet_pton(AF_INET, address.c_str(), &four) == 1) {
        return is_private4(ntohl(four.s_addr));
    }
    const std::string plain = address.substr(0, address.find('%'));
    std::array<unsigned char, 16> six{};
    return ::inet_pton(AF_INET6, plain.c_str(), six.data()) != 1 || is_private6(six);
}

bool is_private_host(const url::Url& url)
{
    const std::string host(url.host());
    const bool in_brackets = host.starts_with('[');
    return host == "localhost" || (url::is_ip(host) && is_private_address(in_brackets ? host.substr(1, host.size() - 2) : host));
}

}  // namespace pa::net
