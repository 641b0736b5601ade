#include "audit/evaluate.hpp"

#include "audit/facts.hpp"
#include "audit/waivers.hpp"
#include "base/hash.hpp"
#include "score/score.hpp"

#include <algorithm>
#include <cmath>

namespace pa::audit {

namespace {

using score::Centipoints;

double points_of(Centipoints points) { return static_cast<double>(points) / 100; }

Points points_of(const score::Sum& sum) { return {points_of(sum.low), points_of(sum.high), points_of(sum.possible)}; }

Percent percent_of(const score::Sum& sum) { return {sum.low_percent(), sum.high_percent(), sum.coverage_percent()}; }

std::string day_text(const std::optional<time::Day>& day) { return day ? time::to_string(*day) : ""; }

// The rule and the portal's host, so it is the same in every audit, report and format.
std::string finding_id(const site::Site& site, const rule::Rule& rule)
{
    const auto url = url::Url::parse(site.origin.start);
    return fmt::format("{:016x}", hash64(rule.full_id() + "\n" + std::string(url ? url->host() : "")));
}

Finding finding_of(const site::Site& site, const check::Finding& from, const rule::Library& library, const score::Earned& earned)
{
    const rule::Rule& rule = *from.rule;
    const check::Judgement& judgement = from.judgement;
    Finding out;
    out.id = finding_id(site, rule);
    out.rule = rule.full_id();
    out.title = rule.title;
    out.asked = rule.why;
    out.remedy = rule.remedy;
    out.instrument = library.pack(rule.pack)->instrument;
    out.article = rule.article;
    out.source = rule.source;
    out.in_force_from = day_text(rule.in_force.from);
    out.in_force_until = day_text(rule.in_force.until);
    out.group = rule.group;
    out.kind = rule.kind;
    out.form = name_of(rule.form);
    out.severity = name_of(rule.severity);
    out.verdict = name_of(judgement.verdict);
    out.share = judgement.verdict == check::Verdict::passed   ? 1
                : judgement.verdict == check::Verdict::partly ? std::round(judgement.share * 10000) / 10000
                                                              : 0;
    out.points = {points_of(earned.low), points_of(earned.high), points_of(earned.possible)};
    out.why = judgement.why.text();
    for (const Message& message : judgement.searched) {
        out.searched.push_back(message.text());
    }
    for (const check::Proof& proof : judgement.proof) {
        out.proof.push_back({proof.what.text(), proof.url, proof.excerpt});
    }
    out.proof_left_out = judgement.proof_left_out;
    out.item = judgement.item ? judgement.item->id : "";
    return out;
}

Item item_of(const check::Item& from, const rule::Rule& rule)
{
    Item out;
    out.id = from.id;
    out.state = name_of(from.state);
    out.rule = rule.full_id();
    out.title = rule.title;
    out.label = from.label;
    out.pages = from.pages;
    out.page_count = from.page_count;
    out.clicks = from.clicks;
    out.newest = day_text(from.newest);
    out.oldest = day_text(from.oldest);
    out.dated = from.dated;
    if (from.entries_per_month) {
        out.entries_per_month = std::round(*from.entries_per_month * 100) / 100;
    }
    if (from.longest_gap) {
        out.longest_gap = static_cast<std::uint32_t>(*from.longest_gap);
    }
    for (const Message& suspicion : from.suspicions) {
        out.suspicions.push_back(suspicion.text());
    }
    out.why = from.why.text();
    return out;
}

void add_documents(const check::Item& item, std::vector<Document>& into)
{
    for (const check::Document& from : item.documents) {
        const auto field = [&](std::string_view name) {
            const auto found = from.fields.find(name);
            return found == from.fields.end() ? std::string() : found->second;
        };
        Document document{from.page, item.id, field("type"), field("authority"), field("number"), field("issued"), field("effective"), field("abstract"), {}};
        for (const check::File& file : from.files) {
            const std::string state(check::name_of(file.state));
            document.files.push_back({file.url, state, file.why.text()});
        }
        into.push_back(std::move(document));
    }
}

std::vector<rule::Group> groups_of(const Selection& selection)
{
    std::vector<rule::Group> out;
    for (const std::string& id : selection.profile->packs) {
        for (const rule::Group& group : selection.library->pack(id)->groups) {
            const bool known = std::any_of(out.begin(), out.end(), [&](const rule::Group& g) { return g.id == group.id; });
            if (!known) {
                out.push_back(group);
            }
        }
    }
    return out;
}

void add_score(const std::vector<check::Finding>& findings, const Selection& selection, Audit& audit)
{
    score::Sum total;
    std::map<std::string, score::Sum> by_group;
    for (const check::Finding& finding : findings) {
        const score::Earned earned = score::earned(finding.judgement.verdict, finding.judgement.share, finding.rule->points);
        total.add(earned);
        by_group[finding.rule->group].add(earned);
        ++audit.score.verdicts[std::string(name_of(finding.judgement.verdict))];
    }
    audit.score.percent = percent_of(total);
    audit.score.points = points_of(total);
    audit.score.grade_low = score::grade_of(total.low_percent(), selection.profile->grades);
    audit.score.grade_high = score::grade_of(total.high_percent(), selection.profile->grades);
    for (const rule::Grade& grade : selection.profile->grades) {
        audit.score.grades.push_back({grade.name, grade.from});
    }
    for (const rule::Group& group : groups_of(selection)) {
        const score::Sum& sum = by_group[group.id];
        audit.score.groups.push_back({group.id, group.title, percent_of(sum), points_of(sum)});
    }
}

void add_notes(const site::Site& site, const Selection& selection, Audit& audit)
{
    const rule::Profile& profile = *selection.profile;
    if (!profile.in_force.covers(selection.as_of)) {
        audit.notes.push_back(msg("the law of the profile {} was in force from {} until {}, not on {}; it is applied as a base-line", profile.id,
                                  day_text(profile.in_force.from), day_text(profile.in_force.until), time::to_string(selection.as_of))
                                  .text());
    }
    if (!site.ending.complete) {
        audit.notes.push_back(msg("the crawl was broken off: what was not seen counts as not known").text());
    }
    if (!site.ending.limits_hit.empty()) {
        audit.notes.push_back(msg("a limit cut the crawl ({}); {} known addresses were not asked", site.ending.limits_hit.front(), site.ending.not_fetched).text());
    }
    if (!site.ending.strata.empty()) {
        audit.notes.push_back(msg("of the addresses beyond the limit a sample by section was asked (seed {})", site.ending.sample_seed).text());
    }
    if (audit.blocked > 0) {
        audit.notes.push_back(msg("{} pages are behind a firewall, a captcha or a login; what is on them is not known", audit.blocked).text());
    }
    if (site.ending.robots == "ignored") {
        audit.notes.push_back(msg("robots.txt was overridden by order").text());
    }
}

}  // namespace

Result<std::vector<const rule::Rule*>> selected_rules(const Selection& selection)
{
    const rule::Profile& profile = *selection.profile;
    time::Day day = selection.as_of;
    if (profile.in_force.until && day >= *profile.in_force.until) {
        day = *profile.in_force.until - std::chrono::days(1);
    }
    if (profile.in_force.from && day < *profile.in_force.from) {
        day = *profile.in_force.from;
    }
    std::vector<const rule::Rule*> rules;
    for (const std::string& id : profile.packs) {
        for (const rule::Rule& rule : selection.library->pack(id)->rules) {
            if (rule.in_force.covers(day) && profile.has(rule)) {
                rules.push_back(&rule);
            }
        }
    }
    const bool any = std::any_of(rules.begin(), rules.end(), [&](const rule::Rule* rule) { return rule->applies_to_unit(selection.unit.type); });
    if (!any) {
        return fail(ErrorKind::config, msg("no rule of the profile {} is for units of the type {}", profile.id, selection.unit.type),
                    msg("choose another --unit-type or --profile"));
    }
    return rules;
}

Result<Audit> evaluate(const site::Site& site, const check::Checks& checks, const Selection& selection, std::string_view version)
{
    PA_LET(judged, checks.judge(site, selection.unit, time::day_of(site.origin.begun), selection.catalogue ? &*selection.catalogue : nullptr));
    const std::vector<check::Finding>& findings = judged.findings;
    Audit audit;
    audit.tool_name = "portalaudit";
    audit.tool_version = version;
    audit.start = site.origin.start;
    audit.home = site.url_of(site.home);
    audit.scope = site.ending.scope;
    audit.source = site.origin.folder ? "folder" : "network";
    audit.evidence_sha256 = site.evidence_digest;
    audit.evidence_begun = time::to_string(site.origin.begun);
    audit.evidence_ended = time::to_string(site.ending.ended);
    audit.complete = site.ending.complete;
    audit.unit_name = selection.unit.name;
    audit.unit_type = selection.unit.type;
    audit.profile = selection.profile->id;
    audit.profile_title = selection.profile->title;
    audit.as_of = time::to_string(selection.as_of);
    for (const std::string& id : selection.profile->packs) {
        const rule::Pack& pack = *selection.library->pack(id);
        audit.packs.push_back({pack.id, pack.version, pack.title, pack.instrument, pack.issued, day_text(pack.in_force.from), day_text(pack.in_force.until)});
    }
    PA_TRY(add_facts(site, audit));
    add_notes(site, selection, audit);
    add_score(findings, selection, audit);
    for (const check::Finding& finding : findings) {
        const score::Earned earned = score::earned(finding.judgement.verdict, finding.judgement.share, finding.rule->points);
        audit.findings.push_back(finding_of(site, finding, *selection.library, earned));
        if (finding.judgement.item) {
            audit.items.push_back(item_of(*finding.judgement.item, *finding.rule));
            add_documents(*finding.judgement.item, audit.documents);
        }
    }
    std::stable_sort(audit.items.begin(), audit.items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
    std::stable_sort(audit.documents.begin(), audit.documents.end(), [](const Document& a, const Document& b) { return a.item < b.item; });
    audit.services = services_of(*judged.services);
    audit.service_facts = service_facts(*judged.services);
    for (const rule::Tailoring& tailoring : selection.tailorings) {
        Tailoring out{tailoring.id, tailoring.title, tailoring.authority, tailoring.digest, {}};
        for (const rule::Change& change : tailoring.changes) {
            out.changes.push_back({change.rule, change.what, change.from, change.to, change.reason});
        }
        audit.tailorings.push_back(std::move(out));
    }
    const auto start = url::Url::parse(site.origin.start);
    apply_waivers(selection.waivers, start ? start->host() : std::string_view(), selection.as_of, audit);
    return audit;
}

}  // namespace pa::audit
