// The findings, each with everything that a reader needs to check it.
#include "report/html/view.hpp"

#include <algorithm>

namespace pa::report::html {

namespace {

constexpr std::size_t proofs_shown = 20;
constexpr std::size_t places_shown = 30;
constexpr const char* order[] = {"failed", "partly", "cannot-tell", "needs-human", "passed", "not-applicable"};

std::string confidence(const std::string& source, Lang lang)
{
    if (source == "seen") {
        return msg("the legal text was read").in(lang);
    }
    return source == "seen-2" ? msg("the legal text is known from a summary only").in(lang) : line(source, 60);
}

void add_proof(const View& view, const audit::Finding& finding, Part& part)
{
    part.flag("has_proof", !finding.proof.empty());
    std::uint64_t left_out = finding.proof_left_out;
    for (std::size_t i = 0; i < finding.proof.size(); ++i) {
        if (i >= proofs_shown) {
            ++left_out;
            continue;
        }
        const audit::Proof& proof = finding.proof[i];
        Part& row = part.add("proof");
        row.set("what", view.say(proof.what, 300));
        add_link(row, "", proof.url, proof.url);
        row.add_text("excerpt", line(proof.excerpt, 500));
    }
    if (left_out > 0) {
        part.add_text("proof_more", view.say(msg("and {} more", left_out)));
    }
}

void add_searched(const View& view, const audit::Finding& finding, Part& part)
{
    part.flag("has_searched", !finding.searched.empty());
    for (std::size_t i = 0; i < std::min(finding.searched.size(), places_shown); ++i) {
        part.add_text("searched", view.say(finding.searched[i], 500));
    }
    if (finding.searched.size() > places_shown) {
        part.add_text("searched_more", view.say(msg("and {} more", finding.searched.size() - places_shown)));
    }
}

std::string entry(const View& view, const audit::Finding& finding, const std::string& id)
{
    const bool is_met = finding.verdict == "passed" || finding.verdict == "not-applicable";
    Part part;
    part.set("t_law", view.say(msg("Legal basis")));
    part.set("t_asked", view.say(msg("What is asked")));
    part.set("t_remedy", view.say(msg("What to do")));
    part.set("t_rule", view.say(msg("Rule")));
    part.set("t_id", view.say(msg("Id")));
    part.set("t_waiver", view.say(msg("Excused by")));
    part.set("t_searched", view.say(msg("What was looked for")));
    part.set("t_proof", view.say(msg("Where")));
    part.set("id", id);
    part.set("verdict", finding.verdict);
    part.set("sign", sign(finding.verdict));
    part.set("word", verdict_word(finding.verdict, view.lang));
    part.set("title", view.say(finding.title, 300));
    part.set("points", finding.verdict == "not-applicable" ? "" : view.points(finding.points));
    part.flag("open", !is_met);
    part.set("why", view.say(finding.why));
    part.set("law", line(finding.instrument, 200) + ", " + view.say(msg("Art. {}", finding.article), 200));
    part.set("force", view.say(msg("in force from {} until {}; {}", finding.in_force_from, finding.in_force_until.empty() ? "…" : finding.in_force_until, confidence(finding.source, view.lang)), 300));
    part.set("asked", view.say(finding.asked));
    part.set("rule", line(finding.rule, 200));
    part.set("severity", line(severity_word(finding.severity, view.lang), 60));
    part.set("form", form_word(finding.form, view.lang));
    if (!is_met) {
        part.add_text("remedy", view.say(finding.remedy));
    }
    if (!finding.waiver.empty()) {
        part.add_text("waiver", line(finding.waiver, 200));
    }
    add_proof(view, finding, part);
    add_searched(view, finding, part);
    return filled("finding.html", part);
}

}  // namespace

List findings(const View& view)
{
    List out;
    std::map<std::string, std::size_t> ids;  // an audit that was edited may have one twice; a page must not
    out.id = "findings";
    out.heading = view.say(msg("Findings"));
    for (const char* verdict : order) {
        std::vector<const audit::Finding*> of;
        for (const audit::Finding& finding : view.audit.findings) {
            if (finding.verdict == verdict) {
                of.push_back(&finding);
            }
        }
        std::stable_sort(of.begin(), of.end(), [](const auto* a, const auto* b) { return a->points.possible - a->points.low > b->points.possible - b->points.low; });
        for (const audit::Finding* finding : of) {
            const std::string id = plain_id(finding->id);
            const std::size_t before = ids[id]++;
            out.entries.push_back({finding->id, entry(view, *finding, before == 0 ? id : id + "-" + std::to_string(before + 1))});
        }
        if (!of.empty()) {
            out.choices.push_back({verdict, verdict_word(verdict, view.lang), of.size()});
        }
    }
    return out;
}

}  // namespace pa::report::html
