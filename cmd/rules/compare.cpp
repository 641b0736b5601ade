// rules diff, rules impact.
#include "cmd/rules/rules.hpp"

#include "text/suggest.hpp"

#include <algorithm>

namespace pa::cmd {

namespace {

// A pack by its id among the installed ones, or the packs of a file.
Result<std::vector<rule::Pack>> packs_named(const std::string& name, const rule::Library& installed, const Env& env)
{
    if (is_file(name) || is_folder(name)) {
        PA_LET(library, load_rules({name}, Reading::for_use, env));
        return library.packs;
    }
    if (const rule::Pack* pack = installed.pack(name)) {
        return std::vector<rule::Pack>{*pack};
    }
    std::vector<std::string> ids;
    for (const rule::Pack& pack : installed.packs) {
        ids.push_back(pack.id);
    }
    const std::string near = text::nearest(name, ids);
    return fail(ErrorKind::usage, msg("\"{}\" is neither a file nor the id of a pack", name), near.empty() ? Message() : msg("did you mean \"{}\"?", near));
}

using Fields = std::map<std::string, std::string>;

Fields fields_of(const rule::Rule& rule)
{
    Fields out{{"title.vi", rule.title.vi},
               {"title.en", rule.title.en},
               {"why.vi", rule.why.vi},
               {"why.en", rule.why.en},
               {"remedy.vi", rule.remedy.vi},
               {"remedy.en", rule.remedy.en},
               {"article", rule.article},
               {"source", rule.source},
               {"applies_to", fmt::format("{}", fmt::join(rule.applies_to, ", "))},
               {"form", std::string(rule::name_of(rule.form))},
               {"severity", std::string(rule::name_of(rule.severity))},
               {"points", fmt::format("{}", rule.points)},
               {"group", rule.group},
               {"kind", rule.kind}};
    for (const auto& [name, param] : rule.params) {
        out[name] = rule::text_of(param);
    }
    return out;
}

// By the rule's id without its pack, so that two instruments can be compared.
std::map<std::string, const rule::Rule*> by_id(const std::vector<rule::Pack>& packs)
{
    std::map<std::string, const rule::Rule*> out;
    for (const rule::Pack& pack : packs) {
        for (const rule::Rule& rule : pack.rules) {
            out.emplace(rule.id, &rule);
        }
    }
    return out;
}

void print_changes(const std::string& id, const rule::Rule& before, const rule::Rule& after, const Env& env)
{
    Fields old_fields = fields_of(before);
    const Fields new_fields = fields_of(after);
    bool named = false;
    const auto print = [&](const std::string& field, const std::string& from, const std::string& to) {
        if (from != to) {
            env.out((named ? "" : "~ " + id + "\n") + "    " + field + ": " + (from.empty() ? "–" : from) + " → " + (to.empty() ? "–" : to) + "\n");
            named = true;
        }
    };
    for (const auto& [field, value] : new_fields) {
        print(field, old_fields[field], value);
        old_fields.erase(field);
    }
    for (const auto& [field, value] : old_fields) {
        print(field, value, "");
    }
}

// The library with `packs` in the places of those of the same ids; others are added.
rule::Library with_packs(rule::Library library, const std::vector<rule::Pack>& packs)
{
    for (const rule::Pack& pack : packs) {
        const auto same = std::find_if(library.packs.begin(), library.packs.end(), [&](const rule::Pack& other) { return other.id == pack.id; });
        same == library.packs.end() ? library.packs.push_back(pack) : void(*same = pack);
    }
    std::stable_sort(library.packs.begin(), library.packs.end(), [](const rule::Pack& a, const rule::Pack& b) { return a.id < b.id; });
    return library;
}

std::string verdict_of(const audit::Audit& audit, const std::string& rule)
{
    const auto found = std::find_if(audit.findings.begin(), audit.findings.end(), [&](const audit::Finding& finding) { return finding.rule == rule; });
    return found == audit.findings.end() ? "–" : found->verdict;
}

// What the new packs change for one portal.
std::size_t print_impact(const audit::Audit& before, const audit::Audit& after, const Env& env)
{
    const auto score = [&](const audit::Audit& audit) { return report::interval(audit.score.percent, env.lang) + " (" + report::grade(audit.score) + ")"; };
    env.out(after.home + ": " + score(before) + " → " + score(after) + "\n");
    std::set<std::string> rules;
    for (const audit::Audit* audit : {&before, &after}) {
        for (const audit::Finding& finding : audit->findings) {
            rules.insert(finding.rule);
        }
    }
    std::size_t flips = 0;
    for (const std::string& rule : rules) {
        const std::string from = verdict_of(before, rule);
        const std::string to = verdict_of(after, rule);
        if (from != to) {
            ++flips;
            env.out("    " + rule + ": " + report::verdict_word(from, env.lang) + " → " + report::verdict_word(to, env.lang) + "\n");
        }
    }
    return flips;
}

Result<void> impact(const RulesOptions& options, const Env& env)
{
    PA_LET(library, load_rules(options.rules.paths, Reading::for_use, env));
    PA_LET(packs, packs_named(options.new_pack, library, env));
    const rule::Library changed = with_packs(library, packs);
    std::size_t flips = 0;
    for (const std::string& file : options.evidence) {
        PA_LET(before, judge_evidence(file, library, options.rules, options.common, env));
        PA_LET(after, judge_evidence(file, changed, options.rules, options.common, env));
        flips += print_impact(before, after, env);
    }
    env.out(msg("{} portals, {} verdicts that change", options.evidence.size(), flips).in(env.lang) + "\n");
    return {};
}

Result<void> diff(const RulesOptions& options, const Env& env)
{
    PA_LET(library, load_rules(options.rules.paths, Reading::for_use, env));
    PA_LET(before, packs_named(options.old_pack, library, env));
    PA_LET(after, packs_named(options.new_pack, library, env));
    const auto old_rules = by_id(before);
    const auto new_rules = by_id(after);
    for (const auto& [id, rule] : old_rules) {
        if (!new_rules.contains(id)) {
            env.out("- " + rule->full_id() + "  " + rule->title.in(env.lang) + "\n");
        }
    }
    for (const auto& [id, rule] : new_rules) {
        const auto old = old_rules.find(id);
        if (old == old_rules.end()) {
            env.out("+ " + rule->full_id() + "  " + rule->title.in(env.lang) + "\n");
        } else {
            print_changes(id, *old->second, *rule, env);
        }
    }
    return {};
}

int status_of(const Result<void>& done, const Env& env) { return done ? static_cast<int>(judged) : env.fail(done.error()); }

}  // namespace

int diff_rules(const RulesOptions& options, const Env& env) { return status_of(diff(options, env), env); }

int impact_of_rules(const RulesOptions& options, const Env& env) { return status_of(impact(options, env), env); }

}  // namespace pa::cmd
