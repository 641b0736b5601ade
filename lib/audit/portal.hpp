// What an audit tells of the portal's hosts and of what its crawl left out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pa::audit {

struct Header {
    std::string name;
    std::string value;
};

/// Times as ISO 8601 with offset.
struct Certificate {
    std::string subject;
    std::string issuer;
    std::vector<std::string> names;
    std::string from;
    std::string until;
    std::string key;
    std::string sha256;
};

/// What is true of a host of the portal. TLS fields are empty where it was not asked by https.
struct Host {
    std::string host;
    std::uint64_t port = 0;
    std::vector<std::string> addresses4;
    std::vector<std::string> addresses6;
    bool fixed_address = false;
    std::string dns_failure;
    std::string tls_version;
    std::string tls_cipher;
    std::string alpn;
    std::string tls_failure;
    std::string verify;
    std::vector<Certificate> chain;
    std::uint64_t requests = 0;    ///< for pages
    std::uint64_t failed = 0;      ///< without an answer
    std::uint64_t ms_p50 = 0;      ///< of the answers; nearest rank
    std::uint64_t ms_p90 = 0;
    std::uint64_t ms_p99 = 0;
};

struct Trap {
    std::string kind;
    std::string where;
    std::uint64_t left_out = 0;
};

struct Stratum {
    std::string section;
    std::uint64_t known = 0;
    std::uint64_t taken = 0;
};

}  // namespace pa::audit
