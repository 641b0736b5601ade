// Which addresses belong to the portal under audit.
#pragma once

#include "base/result.hpp"
#include "url/url.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pa::site {

/// A list of terms, any of which is enough: `host:soxd.example.gov.vn` (that host on any port),
/// `domain:example.gov.vn` (the host and all below it), `prefix:https://example.gov.vn/so-xd/`.
class Scope {
public:
    Scope() = default;

    /// The host of `start` and the same host with or without "www.".
    static Scope host_of(const url::Url& start);
    /// Everything under the registrable domain of `start`; the host alone where it has none.
    static Scope domain_of(const url::Url& start);
    /// Reads terms separated by blanks. Fails with `usage`, naming the term.
    static Result<Scope> parse(std::string_view terms);

    /// Adds the terms of `other`.
    void add(const Scope& other);
    bool contains(const url::Url& url) const;
    bool empty() const { return terms_.empty(); }
    std::string text() const;

private:
    struct Term {
        std::string kind;
        std::string value;
        bool operator==(const Term&) const = default;
    };
    std::vector<Term> terms_;
};

}  // namespace pa::site
