// rules: look at rule packs.
#include "cmd/options.hpp"

#include "text/fold.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    std::vector<std::string> paths;
    std::string reference;
    std::string id;
};

template <class Use>
int with_rules(const Options& options, const Env& env, Use use)
{
    const auto library = load_rules(options.paths, env);
    return library ? use(*library) : env.fail(library.error());
}

int list(const Options& options, const Env& env)
{
    return with_rules(options, env, [&](const rule::Library& library) {
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

std::string params_text(const rule::Rule& rule)
{
    struct Show {
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const std::vector<std::string>& values) const
        {
            std::string out;
            for (const std::string& value : values) {
                out += (out.empty() ? "" : " | ") + value;
            }
            return out;
        }
    };
    std::string out;
    for (const auto& [name, param] : rule.params) {
        out += "  " + name + ": " + std::visit(Show{}, param.value) + "\n";
    }
    return out;
}

void show_rule(const rule::Pack& pack, const rule::Rule& rule, const Env& env)
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
        line(msg("Example, {}", example.expect), "\n" + example.html);
    }
}

int show(const Options& options, const Env& env)
{
    return with_rules(options, env, [&](const rule::Library& library) {
        std::vector<std::string> ids;
        bool found = false;
        for (const rule::Pack& pack : library.packs) {
            for (const rule::Rule& rule : pack.rules) {
                ids.push_back(rule.full_id());
                ids.push_back(rule.id);
                if (options.id == rule.full_id() || options.id == rule.id) {
                    env.out(found ? "\n" : "");
                    show_rule(pack, rule, env);
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

int lint(const Options& options, const Env& env)
{
    return with_rules(options, env, [&](const rule::Library& library) {
        std::size_t rules = 0;
        for (const rule::Pack& pack : library.packs) {
            rules += pack.rules.size();
        }
        env.out(msg("{} packs, {} profiles, {} rules: no mistakes", library.packs.size(), library.profiles.size(), rules).in(env.lang) + "\n");
        return static_cast<int>(judged);
    });
}

}  // namespace

namespace registry {

Command rules_command()
{
    return {"rules", msg("list, show and check rule packs"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.require_subcommand(1);
                const auto add = [&](const char* name, const Message& summary) {
                    CLI::App* sub = app.add_subcommand(name, summary.in(env.lang));
                    sub->add_option("--rules", options->paths, msg("rule packs and profiles: files or folders; those installed by default").in(env.lang));
                    options->common.add(*sub, env);
                    return sub;
                };
                CLI::App* list_app = add("list", msg("one line for each rule"));
                list_app->add_option("--reference", options->reference, msg("only rules whose legal basis contains this, such as \"43/2011/NĐ-CP Art. 10\"").in(env.lang));
                CLI::App* show_app = add("show", msg("all about one rule"));
                show_app->add_option("id", options->id, msg("a rule's id, with or without its pack").in(env.lang))->required();
                CLI::App* lint_app = add("lint", msg("look for mistakes in packs and profiles"));
                lint_app->add_option("paths", options->paths, msg("files or folders").in(env.lang));
                return [options, &env, list_app, show_app] {
                    return list_app->parsed() ? list(*options, env) : show_app->parsed() ? show(*options, env) : lint(*options, env);
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
