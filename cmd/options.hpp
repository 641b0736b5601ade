// Groups of options that several commands share, and what is made of them.
#pragma once

#include "cmd/command.hpp"

#include "audit/evaluate.hpp"
#include "crawl/crawl.hpp"
#include "report/format.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pa::cmd {

/// --lang, --threads: taken by every command that does work.
struct CommonOptions {
    std::string lang;
    unsigned threads = 0;

    void add(CLI::App& app, const Env& env);
    unsigned thread_count() const;
};

/// How to fetch.
struct FetchOptions {
    std::string address;         ///< http(s) address, or a folder
    std::string as;              ///< the address of a folder
    std::string dated;           ///< the moment that a folder stands for
    std::string scope;
    std::string seeds_file;
    std::string contact;
    std::string ca_file;
    std::vector<std::string> resolve;
    std::uint64_t max_pages = crawl::Limits{}.pages;
    unsigned max_depth = crawl::Limits{}.depth;
    std::uint64_t max_mebibytes = 4096;
    std::uint64_t max_seconds = 3600;
    std::uint64_t timeout_seconds = 60;
    std::uint64_t interval_ms = 100;
    unsigned connections = 4;
    bool ignore_robots = false;
    bool allow_private = false;
    bool no_progress = false;

    void add(CLI::App& app, const Env& env);
};

/// Which law, for whom.
struct RuleOptions {
    std::vector<std::string> paths;
    std::string profile;
    std::string as_of;
    std::string unit_type = "other";
    std::string unit_name;

    void add(CLI::App& app, const Env& env);
};

/// The rules of one audit, ready.
struct Judge {
    rule::Library library;
    audit::Selection selection;
    check::Checks checks;
};

/// Loads packs and profiles from `paths`, or the installed ones when there are none. Prints all mistakes; then the
/// error says how many.
Result<rule::Library> load_rules(const std::vector<std::string>& paths, const Env& env);

/// Loads packs and makes the checks for evidence of `day`. Prints all mistakes; then the error says how many.
Result<std::unique_ptr<Judge>> make_judge(const RuleOptions& options, time::Day day, const Env& env);

/// Fetches into `file` (sealed also when the portal could not be judged) with `observer` looking on; gives the
/// site. The error is `interrupted` when the user stopped it.
Result<site::Site> fetch(const FetchOptions& options, const CommonOptions& common, time::Moment begun, const std::filesystem::path& file,
                         const site::Observer* observer, const Env& env);

/// Judges an evidence file, without a network.
Result<audit::Audit> judge_evidence(const std::string& file, const RuleOptions& rules, const CommonOptions& common, const Env& env);

/// The moment a fetch begins: now, or --dated for a folder.
Result<time::Moment> moment_of(const FetchOptions& options, const Env& env);

/// Whether the address names something on this machine that is a folder, or a file.
bool is_folder(const std::string& address);
bool is_file(const std::string& address);

/// Fails with `usage` when both name the same file.
Result<void> keep_apart(const std::string& input, const std::string& output);

/// Writes text to standard output for "-", else to a file, whole or not at all.
Result<void> write_output(const std::string& path, const std::string& text, const Env& env);

}  // namespace pa::cmd
