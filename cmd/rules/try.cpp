// rules lint, rules test.
#include "cmd/rules/rules.hpp"

#include "rule/lint.hpp"
#include "author/example.hpp"

namespace pa::cmd {

int lint_rules(const RulesOptions& options, const Env& env)
{
    return with_rules(options, Reading::for_authors, env, [&](const rule::Library& library) {
        Diagnostics diagnostics;
        rule::lint(library, check::kind_specs(), diagnostics);
        for (const Error& warning : diagnostics.warnings()) {
            env.err(msg("warning").in(env.lang) + ": " + render(warning, env.lang));
        }
        for (const Error& error : diagnostics.errors()) {
            env.err(render(error, env.lang));
        }
        std::size_t rules = 0;
        for (const rule::Pack& pack : library.packs) {
            rules += pack.rules.size();
        }
        env.out(msg("{} packs, {} profiles, {} rules: {} mistakes, {} warnings", library.packs.size(), library.profiles.size(), rules,
                    diagnostics.errors().size(), diagnostics.warnings().size())
                    .in(env.lang) +
                "\n");
        return static_cast<int>(diagnostics.failed() ? wrong_usage : judged);
    });
}

int test_rules(const RulesOptions& options, const Env& env)
{
    return with_rules(options, Reading::for_authors, env, [&](const rule::Library& library) {
        std::size_t examples = 0;
        std::size_t wrong = 0;
        for (const rule::Pack& pack : library.packs) {
            for (const rule::Rule& rule : pack.rules) {
                if (!options.id.empty() && options.id != rule.full_id() && options.id != rule.id) {
                    continue;
                }
                for (const rule::Example& example : rule.examples) {
                    ++examples;
                    const auto judgement = author::judged(example, rule, library);
                    if (judgement && check::name_of(judgement->verdict) == example.expect) {
                        continue;
                    }
                    ++wrong;
                    Error error{ErrorKind::config, {}, example.where, {}};
                    error.message = judgement ? msg("the rule \"{}\" finds its example \"{}\" where it says \"{}\": {}", rule.full_id(), check::name_of(judgement->verdict),
                                                    example.expect, judgement->why)
                                              : msg("the example of the rule \"{}\" cannot be judged: {}", rule.full_id(), judgement.error().message);
                    env.err(render(error, env.lang));
                }
            }
        }
        if (examples == 0) {
            return env.fail({ErrorKind::usage, options.id.empty() ? msg("no rule has an example") : msg("unknown rule \"{}\"", options.id), {}, {}});
        }
        env.out(msg("{} examples: {} not as they say", examples, wrong).in(env.lang) + "\n");
        return static_cast<int>(wrong > 0 ? wrong_usage : judged);
    });
}

}  // namespace pa::cmd
