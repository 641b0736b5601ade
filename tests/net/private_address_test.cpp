#include "net/transport.hpp"

#include <doctest/doctest.h>

using pa::net::is_private_address;

TEST_CASE("RFC 6890: addresses that no public portal has")
{
    const char* const private_ones[] = {
        // IPv4: this network, private, shared, loopback, link-local, documentation, benchmarks, multicast, reserved
        "0.0.0.0", "0.1.2.3", "10.0.0.0", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.7",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        // IPv6: unspecified, loopback, unique local, link-local with and without its zone, site-local, documentation, multicast
        "::", "::1", "fc00::1", "fdff::1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "2001:db8::1", "ff02::1",
        // an IPv4 address in an IPv6 one: mapped, compatible, NAT64, 6to4
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "::8.8.8.8", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:c0a8:101::1",
        // what is no address is not trusted
        "", "localhost", "127.1", "0x7f.0.0.1", "1.2.3", "1.2.3.4.5", "8.8.8.8 ", "[::1]", "g::1",
    };
    for (const char* const address : private_ones) {
        CAPTURE(address);
        CHECK(is_private_address(address));
    }
}

TEST_CASE("RFC 6890: the neighbours of these ranges are public")
{
    const char* const public_ones[] = {
        "1.0.0.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.1",
        "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.0.3.1", "192.167.255.255", "192.169.0.1", "198.17.255.255", "198.20.0.0", "198.51.99.1",
        "203.0.112.1", "203.0.114.1", "203.162.0.11", "223.255.255.255", "2001:ee0::1", "2001:4860:4860::8888", "fbff::1", "fe7f::1", "2001:db7::1",
        "2400::1", "::ffff:203.162.0.11", "64:ff9b::203.162.0.11", "2002:cba2:b::1",
    };
    for (const char* const address : public_ones) {
        CAPTURE(address);
        CHECK_FALSE(is_private_address(address));
    }
}
