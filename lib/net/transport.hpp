// Getting bytes: the one edge of the program that reaches outside. One request is one hop; redirects are
// the crawler's business, because every hop has to pass the guard and stand in the evidence.
#pragma once

#include "base/byte_budget.hpp"
#include "base/result.hpp"
#include "http/host_facts.hpp"
#include "http/message.hpp"
#include "url/url.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pa::net {

struct Request {
    std::uint64_t ticket = 0;    ///< comes back with the answer
    std::string url;             ///< finished and in ASCII
    std::uint64_t body_limit = 0;  ///< bytes as they come over the wire
};

struct Answer {
    std::uint64_t ticket = 0;
    http::Response response;     ///< status 0 where there was none
    http::Failure failure = http::Failure::none;
    std::string detail;          ///< what the library said, in English; empty without a failure
    std::string address;         ///< the peer's IP address
    std::string request_head;    ///< as it was sent
    std::uint32_t elapsed_ms = 0;
    bool truncated = false;      ///< the body went on beyond `body_limit`
    bool from_file = false;
    std::shared_ptr<const void> held = {};  ///< while it lives the body counts towards `CurlOptions::bodies`
};

class Transport {
public:
    virtual ~Transport() = default;
    /// Begins a GET. Not more than the caller wants in flight: it holds the pace.
    virtual void start(Request request) = 0;
    /// Waits until something is finished, at most `timeout`; gives all that is.
    virtual std::vector<Answer> wait(std::chrono::milliseconds timeout) = 0;
    virtual std::size_t in_flight() const = 0;
    /// Looks at the host of an address itself, apart from any answer; nothing where there is no host. Waits.
    virtual std::optional<http::HostFacts> look_at(const url::Url&, time::Moment) { return std::nullopt; }
};

struct CurlOptions {
    std::string user_agent;
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds total_timeout{60'000};   ///< for one hop
    long connections_per_host = 4;
    bool allow_private = false;                        ///< private, loopback and link-local addresses
    std::string ca_file;                               ///< PEM; empty: the system's
    std::vector<std::string> resolve;                  ///< "host:port:address", as for curl --resolve
    std::shared_ptr<ByteBudget> bodies = {};           ///< of several transports: what they hold of bodies together; a transfer waits where it is full
    std::string proxy;                                 ///< "http://host:port", may carry user and password

    // Secrets of a staging site. They are sent to the host of `secrets_for` alone, never over http when that is https, and
    // stand in no answer: where a request's head names them, the value is taken out.
    url::Url secrets_for;
    std::string basic_auth;                            ///< "user:password"
    std::string cookie;                                ///< "name=value; name=value"
    std::vector<std::string> headers;                  ///< "Name: value"
    std::string client_certificate;                    ///< PEM file, for `secrets_for` alone too
    std::string client_key;                            ///< PEM file; empty: in the same file
};

/// HTTP/1.1 and HTTP/2 with verified TLS through libcurl. Not for use by several threads.
Result<std::unique_ptr<Transport>> curl_transport(const CurlOptions& options);

/// Files of a folder as a static server would give them: `index.html` for a folder, 301 to the address with
/// a slash, 404 for what is not there; the query plays no part. Only addresses under `base` (such as
/// "https://soxd.example.gov.vn/") are there. Fails with `usage` if the folder has no file.
Result<std::unique_ptr<Transport>> folder_transport(const std::filesystem::path& folder, const std::string& base);

/// Whether an IPv4 or IPv6 address, as text, lies in a range that a public portal cannot have (RFC 6890:
/// private, loopback, link-local, multicast, unspecified, shared, documentation, IPv4-mapped forms of these).
bool is_private_address(const std::string& address);

/// Whether an address names such a host itself, without a look-up: "localhost", or a private IP address.
bool is_private_host(const url::Url& url);

}  // namespace pa::net
