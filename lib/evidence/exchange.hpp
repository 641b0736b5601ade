// One request and what came of it: the unit of evidence.
#pragma once

#include "http/host_facts.hpp"
#include "http/message.hpp"
#include "time/date.hpp"

#include <cstdint>
#include <memory>
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
    std::shared_ptr<const void> held = {};  ///< what counts the body's memory while it lives; may be empty
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

/// Addresses that would have cost requests without end, recognised and left out.
struct Trap {
    std::string kind;           ///< "calendar", "session-id", …: the words of portalaudit-evidence(5)
    std::string where;          ///< one address of it
    std::uint64_t left_out = 0; ///< how many addresses were not asked because of it
    bool operator==(const Trap&) const = default;
};

/// A section's share of a sample.
struct Stratum {
    std::string section;        ///< host and first part of the path
    std::uint64_t known = 0;    ///< addresses to choose from
    std::uint64_t taken = 0;
    bool operator==(const Stratum&) const = default;
};

/// How the crawl ended, and what it learned beside single answers: the last record.
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
    std::vector<Trap> traps;                 ///< sorted
    std::uint64_t sample_seed = 0;
    std::vector<Stratum> strata;             ///< sorted; empty when everything known was asked
    std::vector<time::Moment> resumed;       ///< when a broken-off fetch was gone on with
    std::vector<http::HostFacts> hosts;      ///< in the order of their first visit
};

}  // namespace pa::evidence
