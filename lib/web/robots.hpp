// robots.txt: RFC 9309, the Robots Exclusion Protocol. Beyond it, as Google's robotstxt and crawler-commons read such
// files: common misspellings of the keys, a blank in place of the colon. Crawl-delay and Sitemap
// are the well-known other records.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::web {

/// What one robots.txt says. Immutable.
class Robots {
public:
    /// Only the first 500 KiB are read (2.5), less the line that is cut in two there.
    static Robots parse(std::string_view body);

    /// For 2.3.1.3, the file is unavailable (4xx): everything may be fetched.
    static Robots allow_all() { return {}; }

    /// For 2.3.1.4, the file is unreachable (5xx, network): nothing may be fetched.
    static Robots disallow_all();

    /// Whether the crawler named `product` ("portalaudit"; what follows letters, digits, `-` and
    /// `_` is cut off) may fetch `path_and_query`, such as "/a?b", as in `url::Url`. "/robots.txt"
    /// always. Of longer ones only the first 16 KiB are compared. The cost is at most path times
    /// rules.
    bool allows(std::string_view product, std::string_view path_and_query) const;

    /// Seconds between requests, as asked of `product`, or of all when nothing names it; the
    /// longest where there are several. Nothing when none is asked or it is no number from 0 up.
    std::optional<double> crawl_delay(std::string_view product) const;

    /// The values of the Sitemap records as written, each once, in their order. They may be
    /// relative or no addresses at all.
    const std::vector<std::string>& sitemaps() const { return sitemaps_; }

private:
    struct Rule {
        std::string pattern;        ///< comparable form
        std::string query_encoded;  ///< `with_query_encoded` of it; empty without "?"
        bool allow = false;
    };

    /// One User-agent line: whom it names and which group it belongs to.
    struct Agent {
        std::string token;  ///< lower case, or "*"
        std::size_t group = 0;
        std::optional<double> delay;
    };

    class Reader;

    std::vector<const Agent*> agents_for(std::string_view product) const;

    std::vector<std::vector<Rule>> groups_;
    std::vector<Agent> agents_;
    std::vector<std::string> sitemaps_;
};

}  // namespace pa::web
