// rules: look at rule packs, and try them.
#include "cmd/rules/rules.hpp"

namespace pa::cmd {

namespace registry {

Command rules_command()
{
    return {"rules", msg("list, show, check and try rule packs"), [](CLI::App& app, Env& env) -> std::function<int()> {
                struct Run {
                    int (*run)(const RulesOptions&, const Env&) = nullptr;
                };
                auto options = std::make_shared<RulesOptions>();
                auto chosen = std::make_shared<Run>();
                app.require_subcommand(1);
                const auto add = [&](const char* name, const Message& summary, int (*run)(const RulesOptions&, const Env&)) {
                    CLI::App* sub = app.add_subcommand(name, summary.in(env.lang));
                    sub->add_option("--rules", options->rules.paths, msg("rule packs and profiles: files or folders; those installed by default").in(env.lang));
                    options->common.add(*sub, env);
                    sub->parse_complete_callback([chosen, run] { chosen->run = run; });
                    return sub;
                };
                add("list", msg("one line for each rule"), &list_rules)
                    ->add_option("--reference", options->reference, msg("only rules whose legal basis contains this, such as \"43/2011/NĐ-CP Art. 10\"").in(env.lang));
                add("show", msg("all about one rule"), &show_rule)->add_option("id", options->id, msg("a rule's id, with or without its pack").in(env.lang))->required();
                add("lint", msg("look for mistakes in packs and profiles"), &lint_rules)
                    ->add_option("paths", options->rules.paths, msg("files or folders").in(env.lang));
                add("test", msg("judge the examples of the rules, and say where one is not judged as it says"), &test_rules)
                    ->add_option("id", options->id, msg("only this rule's").in(env.lang));
                CLI::App* diff = add("diff", msg("what is in one pack and not in another, and what differs"), &diff_rules);
                diff->add_option("old", options->old_pack, msg("a pack's id, or a file").in(env.lang))->required();
                diff->add_option("new", options->new_pack, msg("a pack's id, or a file").in(env.lang))->required();
                CLI::App* impact = app.add_subcommand("impact", msg("which verdicts and scores of evidence change with a new pack").in(env.lang));
                impact->add_option("pack", options->new_pack, msg("a file with the new pack, which takes the place of the one with its id").in(env.lang))->required();
                impact->add_option("evidence", options->evidence, msg("evidence files of fetch or audit").in(env.lang))->required();
                options->rules.add(*impact, env);
                options->common.add(*impact, env);
                impact->parse_complete_callback([chosen] { chosen->run = &impact_of_rules; });
                add("reference", msg("all rules, as Markdown or as a man page"), &rules_reference)
                    ->add_option("--format", options->format, msg("md or man").in(env.lang))
                    ->check(CLI::IsMember({"md", "man"}));
                add("schema", msg("a JSON Schema of packs, profiles, overlays and waivers, for editors"), &rules_schema);
                return [options, chosen, &env] { return chosen->run(*options, env); };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
