// Groups of options that several commands share, and what is made of them.
#pragma once

#include "cmd/command.hpp"

#include "audit/evaluate.hpp"
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

/// Which law, for whom.
struct RuleOptions {
    std::vector<std::string> paths;
    std::string profile;
    std::string as_of;
    std::string unit_type = "other";
    std::string unit_name;
    std::vector<std::string> tailorings;  ///< files
    std::vector<std::string> waivers;     ///< files
    std::string catalogue = {};           ///< a file: the services that the unit must offer

    void add(CLI::App& app, const Env& env);
    void add_without_day(CLI::App& app, const Env& env);   ///< the same, but for --as-of
    void add_for_many(CLI::App& app, const Env& env);      ///< the same, but for --unit-name

private:
    void add_rules(CLI::App& app, const Env& env);
    void add_day(CLI::App& app, const Env& env);
};

/// The rules of one audit, ready.
struct Judge {
    rule::Library library;
    audit::Selection selection;
    check::Checks checks;
};

/// To use rules, their examples are not read, and checks are made of the rules that are chosen. For authors all is read,
/// and a check is made of every rule, which finds the mistakes that only its kind can see.
enum class Reading { for_use, for_authors };

/// Loads packs and profiles from `paths`, or the installed ones when there are none. Prints all mistakes; then the
/// error says how many.
Result<rule::Library> load_rules(const std::vector<std::string>& paths, Reading reading, const Env& env);

/// Loads packs and makes the checks for evidence of `day`. Prints all mistakes; then the error says how many.
Result<std::unique_ptr<Judge>> make_judge(const RuleOptions& options, time::Day day, const Env& env);
/// The same with rules that are loaded already.
Result<std::unique_ptr<Judge>> make_judge(rule::Library library, const RuleOptions& options, time::Day day, const Env& env);

/// Judges an evidence file, without a network; by the rules of `library`, or by those that `rules` names.
Result<audit::Audit> judge_evidence(const std::string& file, const rule::Library& library, const RuleOptions& rules, const CommonOptions& common, const Env& env);
Result<audit::Audit> judge_evidence(const std::string& file, const RuleOptions& rules, const CommonOptions& common, const Env& env);

/// Whether the address names something on this machine that is a folder, or a file.
bool is_folder(const std::string& address);
bool is_file(const std::string& address);

/// Fails with `usage` when both name the same file.
Result<void> keep_apart(const std::string& input, const std::string& output);

/// Writes text to standard output for "-", else to a file, whole or not at all.
Result<void> write_output(const std::string& path, const std::string& text, const Env& env);

}  // namespace pa::cmd
