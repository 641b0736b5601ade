// How `fetch` and `audit` fetch: their options, resuming, sealing, signing.
#pragma once

#include "cmd/options.hpp"

#include "crawl/crawl.hpp"

namespace pa::cmd {

/// How to fetch.
struct FetchOptions {
    std::string address;         ///< http(s) address, or a folder
    std::string as;              ///< the address of a folder
    std::string dated;           ///< the moment that a folder stands for
    std::string scope;
    std::string seeds_file;
    std::string contact;
    std::string ca_file;
    std::string proxy;
    std::string basic_auth;
    std::string cookie;
    std::vector<std::string> headers;
    std::string client_certificate;
    std::string client_key;
    std::string sign_key;
    std::vector<std::string> resolve;
    std::uint64_t max_pages = crawl::Limits{}.pages;
    std::uint64_t max_of_pattern = crawl::Limits{}.pages_of_pattern;
    std::uint64_t sample_seed = crawl::Limits{}.sample_seed;
    unsigned max_depth = crawl::Limits{}.depth;
    std::uint64_t max_mebibytes = 4096;
    std::uint64_t max_seconds = 3600;
    std::uint64_t timeout_seconds = 60;
    std::uint64_t interval_ms = 100;
    unsigned connections = 4;
    bool ignore_robots = false;
    bool allow_private = false;
    std::string progress = "auto";  ///< auto, json or none
    bool resume = false;
    bool restart = false;

    void add(CLI::App& app, const Env& env);
    void add_for_many(CLI::App& app, const Env& env);  ///< those of them that make sense for a list of portals
};

/// A fetch made ready: everything that can be wrong with the options is known.
struct Fetch {
    FetchOptions options;
    crawl::Options plan;
    std::filesystem::path file;
    time::Moment begun{};                             ///< of the first attempt, when it is resumed
    std::optional<evidence::Unfinished> unfinished;
    std::shared_ptr<ByteBudget> bodies;               ///< shared by several fetches; may be empty
};

Result<Fetch> prepare_fetch(const FetchOptions& options, const CommonOptions& common, const std::filesystem::path& file, const Env& env);

/// Fetches into `fetch.file` (sealed also when the portal could not be judged) with `observer` looking on; gives the
/// site. The error is `interrupted` when the user stopped it.
Result<site::Site> run(Fetch& fetch, const site::Observer* observer, const Env& env);

}  // namespace pa::cmd
