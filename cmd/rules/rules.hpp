// The subcommands of `rules`.
#pragma once

#include "cmd/options.hpp"

#include "report/summary.hpp"

#include <string>
#include <vector>

namespace pa::cmd {

struct RulesOptions {
    CommonOptions common;
    RuleOptions rules;                   ///< for `impact`; the others take its `paths` alone
    std::string reference;
    std::string id;
    std::string format = "md";
    std::string old_pack;
    std::string new_pack;
    std::vector<std::string> evidence;
};

/// Each gives the exit status.
int list_rules(const RulesOptions& options, const Env& env);
int show_rule(const RulesOptions& options, const Env& env);
/// `wrong_usage` when there is a mistake.
int lint_rules(const RulesOptions& options, const Env& env);
/// `wrong_usage` when an example is not judged as it says.
int test_rules(const RulesOptions& options, const Env& env);

/// What is in one pack and not in the other, and what differs.
int diff_rules(const RulesOptions& options, const Env& env);
/// Which verdicts and scores of evidence files change with a new pack.
int impact_of_rules(const RulesOptions& options, const Env& env);
/// All rules, as Markdown or as a man page.
int rules_reference(const RulesOptions& options, const Env& env);
/// A JSON Schema of packs and profiles, for editors.
int rules_schema(const RulesOptions& options, const Env& env);

/// Loads the rules and hands them on; the exit status of the error otherwise.
template <class Use>
int with_rules(const RulesOptions& options, Reading reading, const Env& env, Use use)
{
    const auto library = load_rules(options.rules.paths, reading, env);
    return library ? use(*library) : env.fail(library.error());
}

}  // namespace pa::cmd
