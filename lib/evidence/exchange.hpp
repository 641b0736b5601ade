// One request and what came of it: the unit of evidence.
#pragma once

#include "http/message.hpp"
#include "time/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::evidence {

/// Why something was asked for.
enum class Purpose {
    robots,    ///< robots.txt
    sitemap,   ///< a site map for search engines
    page,      ///< a link inside the scope
    probe,     ///< asked once to learn a fact of the portal, such as http → https
};

std::string_view name_of(Purpose purpose);
std::optional<Purpose> purpose_named(std::string_view name);

struct Exchange {
    std::string url;            ///< normalised, without fragment
    Purpose purpose = Purpose::page;
    time::Moment at{};          ///< when the request was sent
    std::string request_head;   ///< as sent; empty for a file of a folder
    http::Response response;
    http::Failure failure = http::Failure::none;
    std::string failure_detail; ///< the library's own words, in English
    std::string address;        ///< the peer's IP address
    std::uint32_t elapsed_ms = 0;
    bool truncated = false;     ///< the body is longer than the limit on one body
    bool from_file = false;     ///< read from a folder: no server was asked
};

/// What was being fetched and how: the first record of an evidence file.
struct Origin {
    std::string start;          ///< the start address
    std::string scope;          ///< in the words of the command line; empty: decided by the start address
    std::string software;       ///< name and version
    std::string user_agent;
    time::Moment begun{};
    bool folder = false;        ///< read from a folder, no server involved
    std::string options;        ///< the options that shape the crawl, one line, without secrets
};

/// How the crawl ended: the last record.
struct Ending {
    time::Moment ended{};
    bool complete = false;                   ///< false: interrupted
    std::string scope;                       ///< as it was decided when the start address had answered
    std::vector<std::string> limits_hit;     ///< "pages 2000", "time 3600", …
    std::vector<std::string> disallowed;     ///< addresses that robots.txt kept us from, sorted, at most 1,000
    std::uint64_t disallowed_count = 0;
    std::uint64_t exchanges = 0;             ///< how many the file holds, so that a missing one is noticed
    std::uint64_t not_fetched = 0;           ///< addresses known but left out because of a limit
    std::string robots;                      ///< "found", "none", "unreachable", "ignored"
};

}  // namespace pa::evidence
