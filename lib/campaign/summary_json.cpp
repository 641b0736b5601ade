// summary.json.
#include "campaign/summary.hpp"

#include <nlohmann/json.hpp>

namespace pa::campaign {

namespace {

using Json = nlohmann::ordered_json;

Json of(const audit::Percent& percent) { return {{"low", percent.low}, {"high", percent.high}, {"coverage", percent.coverage}}; }
Json of(const audit::Points& points) { return {{"low", points.low}, {"high", points.high}, {"possible", points.possible}}; }
Json of(const Text& text) { return {{"vi", text.vi}, {"en", text.en}}; }

Json of(const std::map<std::string, std::uint64_t>& counts)
{
    Json out = Json::object();
    for (const auto& [name, count] : counts) {
        out[name] = count;
    }
    return out;
}

Json of(const ServiceCounts& services)
{
    return {{"all", services.all}, {"with_issues", services.with_issues}, {"missing", services.missing}, {"declared", of(services.declared)}, {"observed", of(services.observed)}};
}

Json of(const Aggregate& all)
{
    Json out{{"portals", all.portals}, {"judged", all.judged}, {"ranked", all.ranked}, {"could_not_judge", all.could_not_judge}, {"waiting", all.waiting}};
    out["mean"] = all.ranked == 0 ? Json(nullptr) : of(all.mean);
    out["grades"] = of(all.grades);
    return out;
}

Json of(const Unit& unit, const Standing& standing, std::uint64_t rank, double floor)
{
    Json out{{"id", unit.id}, {"name", unit.name}, {"type", standing.unit_type}, {"parent", unit.parent}, {"url", unit.url}, {"notes", unit.notes}};
    out["state"] = standing_name(standing, floor);
    out["attempts"] = standing.attempts;
    if (standing.state == State::could_not_judge) {
        out["why"] = of(standing.why);
    }
    if (standing.state != State::judged) {
        return out;
    }
    out["rank"] = rank == 0 ? Json(nullptr) : Json(rank);
    out["home"] = standing.home;
    out["profile"] = standing.profile;
    out["as_of"] = standing.as_of;
    out["complete"] = standing.complete;
    out["score"] = of(standing.percent);
    out["points"] = of(standing.points);
    out["grade"] = {{"low", standing.grade_low}, {"high", standing.grade_high}};
    out["with_waivers"] = {{"score", of(standing.with_waivers.percent)}, {"points", of(standing.with_waivers.points)}, {"grade", {{"low", standing.with_waivers.grade_low}, {"high", standing.with_waivers.grade_high}}}};
    out["verdicts"] = of(standing.verdicts);
    out["pages"] = standing.pages;
    out["failed"] = standing.failed;
    out["blocked"] = standing.blocked;
    Json findings = Json::object();
    for (const RuleVerdict& finding : standing.findings) {
        findings[finding.rule] = finding.verdict;
    }
    out["findings"] = std::move(findings);
    Json items = Json::object();
    for (const ItemState& item : standing.items) {
        items[item.id] = item.state;
    }
    out["items"] = std::move(items);
    out["services"] = of(standing.services);
    return out;
}

Json ids(const Round& round, const std::vector<std::size_t>& units)
{
    Json out = Json::array();
    for (const std::size_t unit : units) {
        out.push_back(round.units[unit].id);
    }
    return out;
}

Json of(const Ranking& ranking, const Round& round)
{
    Json places = Json::array();
    for (const Place& place : ranking.places) {
        places.push_back({{"rank", place.rank}, {"unit", round.units[place.unit].id}, {"score", of(round.standings[place.unit].percent)}});
    }
    return {{"profile", ranking.profile}, {"type", ranking.unit_type}, {"places", std::move(places)}};
}

Json of(const RuleCount& count, const RuleTexts& texts)
{
    Json out{{"rule", texts.id}, {"title", of(texts.title)}, {"group", texts.group}, {"instrument", texts.instrument}, {"article", texts.article}, {"severity", texts.severity}};
    out["met"] = count.decided == 0 ? Json(nullptr) : Json(count.met);
    out["points_lost"] = count.points_lost;
    out["verdicts"] = of(count.verdicts);
    return out;
}

}  // namespace

std::string summary_json(const Round& round, const RollUp& rolled)
{
    Json out{{"schema_version", "1.0"}, {"coverage_floor", round.coverage_floor}, {"judged_again", round.is_judged_again}, {"all", of(rolled.all)}};
    Json profiles = Json::array();
    for (const ProfileTexts& profile : round.profiles) {
        Json grades = Json::array();
        for (const audit::Grade& grade : profile.grades) {
            grades.push_back({{"name", grade.name}, {"from", grade.from}});
        }
        profiles.push_back({{"id", profile.id}, {"title", of(profile.title)}, {"grades", std::move(grades)}});
    }
    out["profiles"] = std::move(profiles);
    Json units = Json::array();
    const std::vector<std::uint64_t> rank_of = ranks(round, rolled);
    for (std::size_t i = 0; i < round.units.size(); ++i) {
        units.push_back(of(round.units[i], round.standings[i], rank_of[i], round.coverage_floor));
    }
    out["units"] = std::move(units);
    Json tree = Json::array();
    for (const Node& node : rolled.tree) {
        if (node.has_children) {
            Json row = of(node.all);
            row["unit"] = round.units[node.unit].id;
            row["depth"] = node.depth;
            tree.push_back(std::move(row));
        }
    }
    out["tree"] = std::move(tree);
    Json rankings = Json::array();
    for (const Ranking& ranking : rolled.rankings) {
        rankings.push_back(of(ranking, round));
    }
    out["rankings"] = std::move(rankings);
    out["under_floor"] = ids(round, rolled.under_floor);
    out["could_not_judge"] = ids(round, rolled.could_not_judge);
    out["waiting"] = ids(round, rolled.waiting);
    Json rules = Json::array();
    for (const RuleCount& rule : rolled.rules) {
        rules.push_back(of(rule, round.rules[rule.rule]));
    }
    out["rules"] = std::move(rules);
    Json items = Json::array();
    for (const ItemCount& item : rolled.items) {
        items.push_back({{"id", item.id}, {"states", of(item.states)}});
    }
    out["items"] = std::move(items);
    out["services"] = of(rolled.services);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pa::campaign
