// rules reference, rules schema.
#include "cmd/rules/rules.hpp"

#include "author/reference.hpp"

namespace pa::cmd {

int rules_reference(const RulesOptions& options, const Env& env)
{
    return with_rules(options, Reading::for_use, env, [&](const rule::Library& library) {
        env.out(options.format == "man" ? author::reference_man(library) : author::reference_markdown(library));
        return static_cast<int>(judged);
    });
}

int rules_schema(const RulesOptions&, const Env& env)
{
    env.out(author::pack_schema());
    return judged;
}

}  // namespace pa::cmd
