// HTTP as values (RFC 9110): what was asked, what was answered, and what came in between. No sockets here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::http {

struct Field {
    std::string name;
    std::string value;
    bool operator==(const Field&) const = default;
};

/// Header fields in the order of the wire; names are compared without case.
class Headers {
public:
    void add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }
    /// The value of the first field of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view()); }
    const std::vector<Field>& all() const { return fields_; }
    bool operator==(const Headers&) const = default;

private:
    std::vector<Field> fields_;
};

/// The type and charset of a Content-Type value, both in lower case; empty when absent or broken.
struct MediaType {
    std::string type;
    std::string charset;
    bool is_html() const { return type == "text/html" || type == "application/xhtml+xml"; }
};
MediaType parse_media_type(std::string_view value);

/// The media type that a static server gives a file of this name (by its ending, without charset).
std::string media_type_of_file(std::string_view name);

struct Response {
    int status = 0;        ///< 0: there was none
    std::string version;   ///< "1.0", "1.1", "2"
    std::string reason;    ///< empty in HTTP/2
    Headers headers;
    std::string body;      ///< as it came over the wire, content-encoded

    bool ok() const { return status >= 200 && status < 300; }
    bool is_redirect() const;
};

/// Parses a status line and header fields, as stored in a WARC record. Returns the offset of the body,
/// or nothing when this is no HTTP response. Lines end with CRLF or LF; obsolete folding is joined.
std::optional<std::size_t> parse_head(std::string_view bytes, Response& into);

/// Status line and fields as HTTP/1.1 would send them, with the empty line. Control characters in
/// values become blanks.
std::string head_text(const Response& response);

/// Why a request has no (whole) response.
enum class Failure {
    none,
    name_not_found,     ///< the host name does not resolve
    cannot_connect,
    tls,                ///< certificate or handshake
    timed_out,
    cut_off,            ///< the connection ended before the body did
    bad_response,       ///< no HTTP, or a broken encoding
    refused_address,    ///< private, loopback or link-local address, not allowed
    refused_scheme,     ///< neither http nor https
    too_large,          ///< header fields beyond the limit
};

/// "name-not-found" …: the word used in evidence and reports.
std::string_view name_of(Failure failure);
std::optional<Failure> failure_named(std::string_view name);

}  // namespace pa::http
