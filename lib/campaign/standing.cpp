#include "campaign/standing.hpp"

#include "audit/json_score.hpp"
#include "audit/json_services.hpp"
#include "campaign/json_text.hpp"

#include <algorithm>
#include <array>

namespace pa::campaign {

namespace {

struct StateName {
    State state;
    std::string_view name;
};
constexpr std::array<StateName, 4> names = {{{State::no_portal, "no-portal"}, {State::waiting, "waiting"}, {State::judged, "judged"}, {State::could_not_judge, "could-not-judge"}}};

template <class T>
void insert_by_id(std::vector<T>& all, T one)
{
    const auto at = std::lower_bound(all.begin(), all.end(), one, [](const T& a, const T& b) { return a.id < b.id; });
    if (at == all.end() || at->id != one.id) {
        all.insert(at, std::move(one));
    }
}

ServiceCounts counts_of(const audit::Audit& audit)
{
    ServiceCounts out;
    out.all = audit.services.size();
    out.missing = audit.service_facts.missing_count;
    for (const audit::Service& service : audit.services) {
        out.with_issues += service.issues.empty() ? 0U : 1U;
        ++out.declared[service.declared.empty() ? "none" : service.declared];
        ++out.observed[service.level.low];
    }
    return out;
}

}  // namespace

std::string_view name_of(State state)
{
    return std::find_if(names.begin(), names.end(), [&](const StateName& row) { return row.state == state; })->name;
}

std::optional<State> state_named(std::string_view name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const StateName& row) { return row.name == name; });
    return found == names.end() ? std::nullopt : std::optional(found->state);
}

Message word_of(State state)
{
    switch (state) {
    case State::no_portal:
        return msg("no portal in the list");
    case State::waiting:
        return msg("not audited yet");
    case State::judged:
        return msg("judged");
    case State::could_not_judge:
        return msg("could not be judged");
    }
    return {};
}

Round begin_round(std::vector<Unit> units, double coverage_floor)
{
    Round out;
    out.coverage_floor = coverage_floor;
    for (const Unit& unit : units) {
        Standing standing;
        standing.unit = unit.id;
        standing.unit_type = unit.type;
        standing.state = unit.url.empty() ? State::no_portal : State::waiting;
        out.standings.push_back(std::move(standing));
    }
    out.units = std::move(units);
    return out;
}

void add_rule(Round& round, RuleTexts rule) { insert_by_id(round.rules, std::move(rule)); }
void add_profile(Round& round, ProfileTexts profile) { insert_by_id(round.profiles, std::move(profile)); }

void take(Round& round, std::size_t unit, const audit::Audit& audit, std::uint64_t attempts)
{
    Standing out;
    out.unit = round.units[unit].id;
    out.state = State::judged;
    out.attempts = attempts;
    out.home = audit.home;
    out.unit_type = audit.unit_type;
    out.profile = audit.profile;
    out.as_of = audit.as_of;
    out.complete = audit.complete;
    out.percent = audit.score.percent;
    out.points = audit.score.points;
    out.grade_low = audit.score.grade_low;
    out.grade_high = audit.score.grade_high;
    out.with_waivers = audit.with_waivers;
    out.verdicts = audit.score.verdicts;
    out.pages = audit.pages;
    out.failed = audit.failed;
    out.blocked = audit.blocked;
    out.services = counts_of(audit);
    for (const audit::Finding& finding : audit.findings) {
        out.findings.push_back({finding.rule, finding.verdict, finding.share, finding.points, finding.waiver});
        add_rule(round, {finding.rule, finding.title, finding.group, finding.instrument, finding.article, finding.severity, finding.item});
    }
    for (const audit::Item& item : audit.items) {
        out.items.push_back({item.id, item.state});
    }
    add_profile(round, {audit.profile, audit.profile_title, audit.score.grades});
    round.standings[unit] = std::move(out);
}

// Not in a nameless namespace: the visitors find these by argument-dependent look-up.

template <class Visitor>
void describe(Visitor& v, RuleVerdict& finding)
{
    v.field("rule", finding.rule);
    v.field("verdict", finding.verdict);
    v.field("share", finding.share);
    v.field("points", finding.points);
    v.field("waiver", finding.waiver);
}

template <class Visitor>
void describe(Visitor& v, ItemState& item)
{
    v.field("id", item.id);
    v.field("state", item.state);
}

template <class Visitor>
void describe(Visitor& v, ServiceCounts& services)
{
    v.field("all", services.all);
    v.field("with_issues", services.with_issues);
    v.field("missing", services.missing);
    v.field("declared", services.declared);
    v.field("observed", services.observed);
}

template <class Visitor>
void describe(Visitor& v, Standing& standing)
{
    v.field("unit", standing.unit);
    describe_state(v, standing.state);
    v.field("attempts", standing.attempts);
    v.field("why", standing.why);
    v.field("home", standing.home);
    v.field("unit_type", standing.unit_type);
    v.field("profile", standing.profile);
    v.field("as_of", standing.as_of);
    v.field("complete", standing.complete);
    v.field("percent", standing.percent);
    v.field("points", standing.points);
    v.field("grade_low", standing.grade_low);
    v.field("grade_high", standing.grade_high);
    v.field("with_waivers", standing.with_waivers);
    v.field("verdicts", standing.verdicts);
    v.field("pages", standing.pages);
    v.field("failed", standing.failed);
    v.field("blocked", standing.blocked);
    v.list("findings", standing.findings);
    v.list("items", standing.items);
    v.field("services", standing.services);
}

template <class Visitor>
void describe(Visitor& v, RuleTexts& rule)
{
    v.field("id", rule.id);
    v.field("title", rule.title);
    v.field("group", rule.group);
    v.field("instrument", rule.instrument);
    v.field("article", rule.article);
    v.field("severity", rule.severity);
    v.field("item", rule.item);
}

template <class Visitor>
void describe(Visitor& v, ProfileTexts& profile)
{
    v.field("id", profile.id);
    v.field("title", profile.title);
    v.list("grades", profile.grades);
}

std::string to_json(const Standing& standing) { return to_json_text(standing, -1); }
std::string to_json(const RuleTexts& rule) { return to_json_text(rule, -1); }
std::string to_json(const ProfileTexts& profile) { return to_json_text(profile, -1); }
Result<Standing> standing_from_json(const std::string& json, const std::string& what) { return from_json_text<Standing>(json, what); }
Result<RuleTexts> rule_from_json(const std::string& json, const std::string& what) { return from_json_text<RuleTexts>(json, what); }
Result<ProfileTexts> profile_from_json(const std::string& json, const std::string& what) { return from_json_text<ProfileTexts>(json, what); }

}  // namespace pa::campaign
