#include "report/comparison.hpp"

#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

namespace pa::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* comparison_version = "1.0";

Json json_of(const Text& text) { return {{"vi", utf8_repaired(text.vi)}, {"en", utf8_repaired(text.en)}}; }
Json json_of(const audit::Percent& percent) { return {{"low", percent.low}, {"high", percent.high}, {"coverage", percent.coverage}}; }
Json json_of(const audit::Points& points) { return {{"low", points.low}, {"high", points.high}, {"possible", points.possible}}; }

Json side(const audit::Audit& audit)
{
    Json packs = Json::array();
    for (const audit::PackInfo& pack : audit.packs) {
        packs.push_back({{"id", utf8_repaired(pack.id)}, {"version", utf8_repaired(pack.version)}});
    }
    return {{"evidence", {{"sha256", utf8_repaired(audit.evidence_sha256)}, {"begun", utf8_repaired(audit.evidence_begun)}}},
            {"tool_version", utf8_repaired(audit.tool_version)},
            {"profile", utf8_repaired(audit.profile)},
            {"as_of", utf8_repaired(audit.as_of)},
            {"packs", std::move(packs)},
            {"score", json_of(audit.score.percent)},
            {"points", json_of(audit.score.points)},
            {"grade", {{"low", utf8_repaired(audit.score.grade_low)}, {"high", utf8_repaired(audit.score.grade_high)}}}};
}

Json values(const std::vector<audit::ValueChange>& changes)
{
    Json out = Json::array();
    for (const audit::ValueChange& change : changes) {
        out.push_back({{"what", utf8_repaired(change.what.en())}, {"from", json_of(change.from)}, {"to", json_of(change.to)}});
    }
    return out;
}

Json state(const audit::Finding* finding)
{
    if (finding == nullptr) {
        return nullptr;
    }
    return {{"verdict", utf8_repaired(finding->verdict)}, {"share", finding->share}, {"points", json_of(finding->points)}, {"why", json_of(finding->why)}, {"waiver", utf8_repaired(finding->waiver)}};
}

Json findings(const audit::Comparison& comparison)
{
    Json out = Json::array();
    for (const audit::FindingChange& change : comparison.findings) {
        const audit::Finding& of = change.known();
        out.push_back({{"id", utf8_repaired(of.id)},
                       {"rule", utf8_repaired(of.rule)},
                       {"title", json_of(of.title)},
                       {"severity", utf8_repaired(of.severity)},
                       {"turn", name_of(change.turn)},
                       {"cause", name_of(change.cause)},
                       {"before", state(change.before)},
                       {"after", state(change.after)}});
    }
    return out;
}

Json groups(const audit::Comparison& comparison)
{
    Json out = Json::array();
    for (const audit::GroupChange& group : comparison.groups) {
        out.push_back({{"title", json_of(group.title)}, {"before", group.before ? json_of(*group.before) : Json(nullptr)}, {"after", group.after ? json_of(*group.after) : Json(nullptr)}});
    }
    return out;
}

Json items(const audit::Comparison& comparison)
{
    Json out = Json::array();
    for (const audit::ItemChange& item : comparison.items) {
        out.push_back({{"id", utf8_repaired(item.id)}, {"title", json_of(item.title)}, {"change", item.is_new ? "new" : item.is_gone ? "gone" : "changed"}, {"values", values(item.values)}});
    }
    return out;
}

Json documents(const audit::Comparison& comparison)
{
    using Kind = audit::DocumentChange::Kind;
    Json out = Json::array();
    for (const audit::DocumentChange& document : comparison.documents) {
        const char* kind = document.kind == Kind::added ? "new" : document.kind == Kind::removed ? "gone" : document.kind == Kind::broken ? "broken" : "mended";
        out.push_back({{"change", kind}, {"item", utf8_repaired(document.item)}, {"number", utf8_repaired(document.number)}, {"page", utf8_repaired(document.page)}});
    }
    return out;
}

Json pages(const audit::Comparison& comparison)
{
    using Kind = audit::PageChange::Kind;
    if (!comparison.pages) {
        return nullptr;
    }
    Json out = Json::array();
    for (const audit::PageChange& page : *comparison.pages) {
        const char* kind = page.kind == Kind::added ? "new" : page.kind == Kind::removed ? "gone" : page.kind == Kind::answer ? "answer" : page.kind == Kind::text ? "text" : "restamped";
        out.push_back({{"change", kind}, {"url", utf8_repaired(page.url)}, {"title", utf8_repaired(page.title)}, {"from", utf8_repaired(page.from)}, {"to", utf8_repaired(page.to)}});
    }
    return out;
}

}  // namespace

std::string_view name_of(audit::Turn turn)
{
    switch (turn) {
    case audit::Turn::worse: return "worse";
    case audit::Turn::exposed: return "exposed";
    case audit::Turn::undecided: return "undecided";
    case audit::Turn::decided: return "decided";
    case audit::Turn::better: return "better";
    case audit::Turn::excused: return "excused";
    case audit::Turn::asked: return "asked";
    case audit::Turn::dropped: return "dropped";
    case audit::Turn::weighed: break;
    }
    return "weighed";
}

std::string_view name_of(audit::Cause cause)
{
    switch (cause) {
    case audit::Cause::portal: return "portal";
    case audit::Cause::rules: return "rules";
    case audit::Cause::decision: return "decision";
    case audit::Cause::unclear: break;
    }
    return "unclear";
}

std::string comparison_json(const audit::Comparison& comparison)
{
    const Json json = {{"schema_version", comparison_version},
                       {"before", side(*comparison.before)},
                       {"after", side(*comparison.after)},
                       {"same_evidence", comparison.is_same_evidence},
                       {"same_rules", comparison.is_same_rules},
                       {"circumstances", values(comparison.circumstances)},
                       {"findings", findings(comparison)},
                       {"groups", groups(comparison)},
                       {"items", items(comparison)},
                       {"documents", documents(comparison)},
                       {"crawl", values(comparison.crawl)},
                       {"pages", pages(comparison)}};
    return json.dump(2) + "\n";
}

}  // namespace pa::report
