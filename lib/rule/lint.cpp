#include "rule/lint.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <set>

namespace pa::rule {

namespace {

void error(const Rule& rule, Message message, Message hint, Diagnostics& diagnostics)
{
    diagnostics.error({ErrorKind::config, std::move(message), rule.where, std::move(hint)});
}

bool has_example(const Rule& rule, std::string_view expect)
{
    return std::any_of(rule.examples.begin(), rule.examples.end(), [&](const Example& example) { return example.expect == expect; });
}

void lint_examples(const Rule& rule, std::span<const KindSpec> kinds, Diagnostics& diagnostics)
{
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const KindSpec& spec) { return spec.name == rule.kind; });
    const bool by_a_person = kind != kinds.end() && kind->by_a_person;
    const std::vector<std::string> wanted = by_a_person ? std::vector<std::string>{"needs-human"} : std::vector<std::string>{"passed", "failed"};
    for (const std::string& verdict : wanted) {
        if (!has_example(rule, verdict)) {
            error(rule, msg("the rule \"{}\" has no example that is \"{}\"", rule.full_id(), verdict), msg("add [[rule.example]] with expect = \"{}\"", verdict), diagnostics);
        }
    }
}

void lint_dates(const Pack& pack, const Rule& rule, Diagnostics& diagnostics)
{
    const bool begins_before = pack.in_force.from && (!rule.in_force.from || *rule.in_force.from < *pack.in_force.from);
    const bool ends_after = pack.in_force.until && (!rule.in_force.until || *rule.in_force.until > *pack.in_force.until);
    if (begins_before || ends_after) {
        error(rule, msg("the rule \"{}\" is in force on days on which its pack is not", rule.full_id()), {}, diagnostics);
    }
}

void lint_texts(const Rule& rule, Diagnostics& diagnostics)
{
    for (const Text* text : {&rule.title, &rule.why, &rule.remedy}) {
        if (text->vi == text->en) {
            diagnostics.warning({ErrorKind::config, msg("the rule \"{}\" has the same text in both languages: {}", rule.full_id(), text->en), rule.where, {}});
        }
    }
}

bool share_a_unit_type(const Rule& a, const Rule& b)
{
    return std::any_of(a.applies_to.begin(), a.applies_to.end(), [&](const std::string& type) { return std::find(b.applies_to.begin(), b.applies_to.end(), type) != b.applies_to.end(); });
}

// Within a pack alone: two instruments may ask for the same section in their own words.
void lint_labels(const Pack& pack, Diagnostics& diagnostics)
{
    std::multimap<std::string, const Rule*> seen;
    std::set<std::pair<const Rule*, const Rule*>> told;
    for (const Rule& rule : pack.rules) {
        // With must_mention the page behind a shared label decides.
        if (rule.params.contains("must_mention")) {
            continue;
        }
        for (const std::string& label : rule.texts("labels")) {
            const std::string key = rule.kind + "\n" + text::folded(label);
            const auto [first, last] = seen.equal_range(key);
            for (auto at = first; at != last; ++at) {
                const Rule& other = *at->second;
                const bool same = other.text("item", other.id) == rule.text("item", rule.id);
                if (!same && share_a_unit_type(other, rule) && told.emplace(&other, &rule).second) {
                    diagnostics.warning({ErrorKind::config, msg("the rules \"{}\" and \"{}\" look for different things by the label \"{}\"", other.full_id(), rule.full_id(), label),
                                         rule.where, msg("give one of them other labels, or must_mention")});
                }
            }
            seen.emplace(key, &rule);
        }
    }
}

void lint_total(const Library& library, const Profile& profile, Diagnostics& diagnostics)
{
    if (!profile.total) {
        return;
    }
    double sum = 0;
    for (const std::string& id : profile.packs) {
        const Pack* pack = library.pack(id);
        for (const Rule& rule : pack == nullptr ? std::vector<Rule>() : pack->rules) {
            sum += profile.has(rule) ? profile.points_of(rule) : 0;
        }
    }
    if (sum != *profile.total) {
        diagnostics.error({ErrorKind::config, msg("the profile \"{}\" states a total of {} points, its rules have {}", profile.id, *profile.total, sum),
                           Location{profile.file, 0, 0, ""}, {}});
    }
}

void lint_reach(const Library& library, Diagnostics& diagnostics)
{
    for (const Pack& pack : library.packs) {
        for (const Rule& rule : pack.rules) {
            const bool reached = std::any_of(library.profiles.begin(), library.profiles.end(), [&](const Profile& profile) {
                return std::find(profile.packs.begin(), profile.packs.end(), pack.id) != profile.packs.end() && profile.has(rule);
            });
            if (!reached && !library.profiles.empty()) {
                diagnostics.warning({ErrorKind::config, msg("no profile applies the rule \"{}\"", rule.full_id()), rule.where, {}});
            }
        }
    }
}

}  // namespace

void lint(const Library& library, std::span<const KindSpec> kinds, Diagnostics& diagnostics)
{
    for (const Pack& pack : library.packs) {
        for (const Rule& rule : pack.rules) {
            lint_examples(rule, kinds, diagnostics);
            lint_dates(pack, rule, diagnostics);
            lint_texts(rule, diagnostics);
        }
        lint_labels(pack, diagnostics);
    }
    for (const Profile& profile : library.profiles) {
        lint_total(library, profile, diagnostics);
    }
    lint_reach(library, diagnostics);
}

}  // namespace pa::rule
