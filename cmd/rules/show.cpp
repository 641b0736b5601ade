// rules list, rules show.
#include "cmd/rules/rules.hpp"

#include "text/fold.hpp"
#include "text/suggest.hpp"

namespace pa::cmd {

namespace {

std::string params_text(const rule::Rule& rule)
{
    std::string out;
    for (const auto& [name, param] : rule.params) {
        out += "  " + name + ": " + rule::text_of(param) + "\n";
    }
    return out;
}

void print_rule(const rule::Pack& pack, const rule::Rule& rule, const Env& env)
{
    const auto line = [&](const Message& name, const std::string& value) {
        if (!value.empty()) {
            env.out(name.in(env.lang) + ": " + value + "\n");
        }
    };
    std::string units;
    for (const std::string& unit : rule.applies_to) {
        units += (units.empty() ? "" : ", ") + unit;
    }
    env.out(rule.full_id() + "\n" + rule.title.in(env.lang) + "\n\n");
    line(msg("Law"), msg("{}, Art. {} (reading: {})", pack.instrument, rule.article, rule.source).in(env.lang));
    line(msg("In force"), (rule.in_force.from ? time::to_string(*rule.in_force.from) : "…") + " – " + (rule.in_force.until ? time::to_string(*rule.in_force.until) : "…"));
    line(msg("For"), units);
    line(msg("What is asked"), rule.why.in(env.lang));
    line(msg("What to do"), rule.remedy.in(env.lang));
    line(msg("Weight"), fmt::format("{} ({})", rule.points, rule::name_of(rule.severity)));
    line(msg("Kind"), rule.kind + ": " + check::kind_named(rule.kind)->summary);
    env.out(params_text(rule));
    for (const rule::Example& example : rule.examples) {
        line(msg("Example, {}", example.expect), "\n" + example.home.html);
    }
}

}  // namespace

int list_rules(const RulesOptions& options, const Env& env)
{
    return with_rules(options, Reading::for_use, env, [&](const rule::Library& library) {
        std::size_t shown = 0;
        for (const rule::Pack& pack : library.packs) {
            for (const rule::Rule& rule : pack.rules) {
                const std::string reference = pack.instrument + " Art. " + rule.article;
                if (!options.reference.empty() && text::folded(reference).find(text::folded(options.reference)) == std::string::npos) {
                    continue;
                }
                ++shown;
                env.out(fmt::format("{:<46} {:<16} {}\n", rule.full_id(), rule.article, rule.title.in(env.lang)));
            }
        }
        if (shown == 0) {
            return env.fail({ErrorKind::usage, msg("no rule refers to \"{}\"", options.reference), {}, {}});
        }
        return static_cast<int>(judged);
    });
}

int show_rule(const RulesOptions& options, const Env& env)
{
    return with_rules(options, Reading::for_authors, env, [&](const rule::Library& library) {
        std::vector<std::string> ids;
        bool found = false;
        for (const rule::Pack& pack : library.packs) {
            for (const rule::Rule& rule : pack.rules) {
                ids.push_back(rule.full_id());
                ids.push_back(rule.id);
                if (options.id == rule.full_id() || options.id == rule.id) {
                    env.out(found ? "\n" : "");
                    print_rule(pack, rule, env);
                    found = true;
                }
            }
        }
        if (found) {
            return static_cast<int>(judged);
        }
        const std::string near = text::nearest(options.id, ids);
        return env.fail({ErrorKind::usage, msg("unknown rule \"{}\"", options.id), {}, near.empty() ? Message{} : msg("did you mean \"{}\"?", near)});
    });
}

}  // namespace pa::cmd
