// What is true of a host rather than of one answer: its addresses (DNS) and its TLS. Values; looked up by `net`.
#pragma once

#include "time/date.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pa::http {

/// An X.509 certificate (RFC 5280), as far as people ask about it.
struct Certificate {
    std::string subject;             ///< RFC 2253 form, UTF-8
    std::string issuer;
    std::vector<std::string> names;  ///< DNS names of subjectAltName, in their order, at most 100
    time::Moment from{};
    time::Moment until{};
    std::string key;                 ///< "RSA 2048", "EC 256"
    std::string sha256;              ///< of the certificate (DER), 64 hexadecimal digits
    bool operator==(const Certificate&) const = default;
};

struct HostFacts {
    std::string host;
    std::uint16_t port = 0;
    time::Moment at{};                   ///< when it was looked up
    std::vector<std::string> addresses4; ///< A records, sorted
    std::vector<std::string> addresses6; ///< AAAA records, sorted
    bool fixed_address = false;          ///< given on the command line instead of looked up
    std::string dns_failure;             ///< the resolver's own words; empty when there was an answer
    bool has_tls = false;                ///< a handshake came to its end
    std::string tls_version;             ///< "TLSv1.3"
    std::string tls_cipher;
    std::string alpn;                    ///< "h2", "http/1.1"; empty when nothing was agreed (RFC 7301)
    std::string tls_failure;             ///< why there was no handshake
    std::string verify;                  ///< "ok", or OpenSSL's words on why the chain cannot be trusted
    std::vector<Certificate> chain;      ///< the server's own first, as it was sent, at most 10
    bool operator==(const HostFacts&) const = default;
};

}  // namespace pa::http
