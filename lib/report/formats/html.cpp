// html: one self-contained page, readable without script and without a network.
#include "report/format.hpp"
#include "report/summary.hpp"
#include "report/template.hpp"

#include "base/utf8.hpp"

#include <cmath>

namespace pa::report {

namespace {

class Page {
public:
    Page(const audit::Audit& audit, Lang lang) : audit_(audit), lang_(lang) {}

    std::string write()
    {
        fixed_texts();
        head();
        groups();
        next();
        findings();
        decisions();
        items();
        crawl();
        words();
        return rendered(page_);
    }

private:
    std::string say(const Message& message) const { return message.in(lang_); }
    std::string say(const Text& text) const { return text.in(lang_); }
    std::string num(double value) const { return number(value, lang_); }

    void fixed_texts()
    {
        struct Row {
            const char* name;
            Message text;
        };
        const Row rows[] = {
            {"t_title", msg("Audit of a state agency's portal")},
            {"t_skip", msg("Go to the findings")},
            {"t_law_of", msg("law of")},
            {"t_evidence_of", msg("evidence of")},
            {"t_score", msg("Score")},
            {"t_grade", msg("Grade")},
            {"t_coverage", msg("Coverage")},
            {"t_coverage_means", msg("of the points are decided; the rest is not known or needs a human")},
            {"t_examined", msg("Examined")},
            {"t_examined_means", msg("pages of the portal")},
            {"t_groups", msg("Score by group: green is reached, violet is not decided, grey is lost")},
            {"t_group", msg("Group")},
            {"t_bar", msg("Share")},
            {"t_points", msg("Points")},
            {"t_total", msg("Total")},
            {"t_findings", msg("Findings")},
            {"t_search", msg("Search")},
            {"t_law", msg("Legal basis")},
            {"t_asked", msg("What is asked")},
            {"t_remedy", msg("What to do")},
            {"t_rule", msg("Rule")},
            {"t_searched", msg("What was looked for")},
            {"t_proof", msg("What was found")},
            {"t_items", msg("Information items")},
            {"t_item", msg("Item")},
            {"t_state", msg("State")},
            {"t_where", msg("Where")},
            {"t_clicks", msg("Clicks")},
            {"t_newest", msg("Newest date")},
            {"t_crawl", msg("How the evidence was gathered")},
            {"t_failed", msg("Addresses without a usable answer")},
            {"t_words", msg("What the words mean")},
            {"t_waivers", msg("Acts that excuse from rules")},
            {"t_tailoring", msg("What was decided about the rules")},
        };
        for (const Row& row : rows) {
            page_.set(row.name, say(row.text));
        }
    }

    void head()
    {
        const audit::Score& score = audit_.score;
        page_.set("lang", lang_ == Lang::vi ? "vi" : "en");
        page_.set("tool", audit_.tool_name + " " + audit_.tool_version);
        page_.set("unit", audit_.unit_name.empty() ? audit_.home : audit_.unit_name);
        page_.set("unit_type", unit_type_word(audit_.unit_type, lang_));
        page_.set("home", safe_link(audit_.home));
        page_.set("profile", say(audit_.profile_title));
        page_.set("as_of", audit_.as_of);
        page_.set("begun", audit_.evidence_begun);
        page_.set("sha256", audit_.evidence_sha256);
        page_.set("interval", interval(score.percent, lang_));
        page_.set("points", say(msg("{} to {} of {} points", num(score.points.low), num(score.points.high), num(score.points.possible))));
        page_.set("total_points", points_text(score.points));
        page_.set("grade", grade(score));
        std::string grades;
        for (const audit::Grade& g : score.grades) {
            grades += (grades.empty() ? "" : " · ") + g.name + " ≥ " + num(g.from);
        }
        page_.set("grades", grades);
        page_.set("coverage", num(score.percent.coverage));
        page_.set("pages", std::to_string(audit_.pages));
        std::string packs;
        for (const audit::PackInfo& pack : audit_.packs) {
            packs += (packs.empty() ? "" : ", ") + pack.id + " " + pack.version;
        }
        page_.set("packs", packs);
        for (const Text& note : audit_.notes) {
            page_.add("notes").set("text", say(note));
        }
    }

    std::string points_text(const audit::Points& points) const
    {
        const std::string low = num(points.low);
        const std::string high = num(points.high);
        return (low == high ? low : low + " – " + high) + " / " + num(points.possible);
    }

    void groups()
    {
        for (const audit::GroupScore& group : audit_.score.groups) {
            if (group.points.possible <= 0) {
                continue;
            }
            Part& row = page_.add("groups");
            row.set("title", say(group.title));
            row.set("interval", interval(group.percent, lang_));
            row.set("points", points_text(group.points));
            row.set("low_px", std::to_string(std::lround(group.percent.low * 2)));
            row.set("high_px", std::to_string(std::lround(group.percent.high * 2)));
        }
    }

    void next()
    {
        const NextGrade goal = next_grade(audit_);
        page_.flag("has_next", !goal.name.empty());
        page_.set("t_next", say(msg("The shortest way to grade {}", goal.name)));
        page_.set("t_next_means", say(msg("{} points are missing; mending these is enough:", num(goal.points))));
        for (const audit::Finding* finding : goal.mend) {
            Part& row = page_.add("next");
            row.set("points", num(lost_points(*finding)));
            row.set("id", finding->id);
            row.set("title", say(finding->title));
        }
    }

    void findings()
    {
        for (const char* verdict : {"failed", "partly", "cannot-tell", "needs-human", "passed", "not-applicable"}) {
            const auto count = audit_.score.verdicts.find(verdict);
            if (count == audit_.score.verdicts.end()) {
                continue;
            }
            Part& box = page_.add("verdicts");
            box.set("verdict", verdict);
            box.set("word", verdict_word(verdict, lang_));
            box.set("count", std::to_string(count->second));
            for (const audit::Finding& finding : audit_.findings) {
                if (finding.verdict == verdict) {
                    add_finding(finding);
                }
            }
        }
    }

    void add_finding(const audit::Finding& finding)
    {
        Part& row = page_.add("findings");
        row.set("id", finding.id);
        row.set("verdict", finding.verdict);
        row.set("verdict_word", verdict_word(finding.verdict, lang_));
        row.set("title", say(finding.title));
        row.set("points", points_text(finding.points));
        row.set("why", say(finding.why));
        row.set("law", say(msg("{}, Art. {}; in force {} to {}; reading: {}", finding.instrument, finding.article, finding.in_force_from,
                               finding.in_force_until.empty() ? "…" : finding.in_force_until, finding.source)));
        row.set("asked", say(finding.asked));
        row.set("rule", finding.rule);
        row.set("severity", severity_word(finding.severity, lang_));
        row.set("form", form_word(finding.form, lang_));
        if (finding.verdict != "passed" && finding.verdict != "not-applicable") {
            row.add("remedy").set("text", say(finding.remedy));
        }
        row.flag("has_searched", !finding.searched.empty());
        for (const Text& text : finding.searched) {
            row.add("searched").set("text", say(text));
        }
        row.flag("has_proof", !finding.proof.empty());
        if (!finding.waiver.empty()) {
            row.add("waiver").set("text", say(msg("excused by the act {}", finding.waiver)));
        }
        for (const audit::Proof& proof : finding.proof) {
            Part& line = row.add("proof");
            line.set("what", say(proof.what));
            line.set("url", safe_link(proof.url));
            line.flag("has_url", !proof.url.empty());
            line.set("excerpt", proof.excerpt);
            line.flag("has_excerpt", !proof.excerpt.empty());
        }
        if (finding.proof_left_out > 0) {
            row.add("more").set("text", say(msg("and {} more", finding.proof_left_out)));
        }
    }

    void decisions()
    {
        page_.flag("has_waived_score", has_used_waiver(audit_));
        page_.set("waived_score", say(msg("with waivers: {}, grade {}, of {} points", interval(audit_.with_waivers.percent, lang_), grade(audit_.with_waivers), num(audit_.with_waivers.points.possible))));
        page_.flag("has_waivers", !audit_.waivers.empty());
        for (const audit::Waiver& waiver : audit_.waivers) {
            Part& row = page_.add("waivers");
            row.set("act", say(msg("{} of {}, {}: from {} until {}; {}", waiver.number, waiver.authority, waiver.issued, waiver.from, waiver.until, waiver_word(waiver.state, lang_))));
            row.set("reason", say(waiver.reason));
            row.set("rules", fmt::format("{}", fmt::join(waiver.rules, ", ")));
        }
        page_.flag("has_tailoring", !audit_.tailorings.empty());
        for (const audit::Tailoring& tailoring : audit_.tailorings) {
            for (const audit::TailoringChange& change : tailoring.changes) {
                Part& row = page_.add("tailoring");
                row.set("by", say(tailoring.title) + " · " + tailoring.authority);
                row.set("rule", change.rule);
                row.set("what", change_word(change.what, lang_) + (change.to.empty() ? "" : ": " + (change.from.empty() ? "–" : change.from) + " → " + change.to));
                row.set("reason", say(change.reason));
            }
        }
    }

    void items()
    {
        for (const audit::Item& item : audit_.items) {
            Part& row = page_.add("items");
            row.set("title", say(item.title));
            row.set("state", item.state);
            row.set("state_word", state_word(item.state, lang_));
            row.flag("has_page", !item.pages.empty());
            row.set("page", item.pages.empty() ? "" : safe_link(item.pages.front()));
            row.set("label", item.label.empty() ? item.id : item.label);
            row.flag("has_more", item.page_count > 1);
            row.set("more", say(msg("and {} entries", item.page_count - 1)));
            row.set("clicks", item.clicks ? std::to_string(*item.clicks) : "–");
            row.set("newest", item.newest.empty() ? "–" : item.newest);
        }
    }

    void crawl_fact(const Message& name, const std::string& value)
    {
        Part& row = page_.add("crawl");
        row.set("name", say(name));
        row.set("value", value);
    }

    void crawl()
    {
        crawl_fact(msg("Start address"), audit_.start);
        crawl_fact(msg("Scope"), audit_.scope);
        crawl_fact(msg("Source"), audit_.source == "folder" ? say(msg("a folder, without a server")) : say(msg("the network")));
        crawl_fact(msg("From, to"), audit_.evidence_begun + " – " + audit_.evidence_ended);
        crawl_fact(msg("Complete"), audit_.complete ? say(msg("yes")) : say(msg("no, broken off")));
        crawl_fact(msg("Addresses asked"), std::to_string(audit_.addresses));
        crawl_fact(msg("Without a usable answer"), std::to_string(audit_.failed));
        crawl_fact(msg("Kept away from by robots.txt"), std::to_string(audit_.disallowed));
        std::string limits;
        for (const std::string& limit : audit_.limits_hit) {
            limits += (limits.empty() ? "" : ", ") + limit;
        }
        crawl_fact(msg("Limits reached"), limits.empty() ? say(msg("none")) : limits);
        crawl_fact(msg("Known but not asked because of a limit"), std::to_string(audit_.not_fetched));
        portal_facts();
        page_.flag("has_failed", !audit_.failed_examples.empty());
        for (const std::string& line : audit_.failed_examples) {
            page_.add("failed").set("text", line);
        }
    }

    void portal_facts()
    {
        if (!audit_.traps.empty()) {
            std::uint64_t left_out = 0;
            for (const audit::Trap& trap : audit_.traps) {
                left_out += trap.left_out;
            }
            crawl_fact(msg("Left out as addresses without end"), std::to_string(left_out));
        }
        for (const audit::Stratum& stratum : audit_.sample) {
            crawl_fact(msg("Sample of {}", stratum.section), say(msg("{} of {}", stratum.taken, stratum.known)));
        }
        crawl_fact(msg("Behind a firewall, captcha or login"), std::to_string(audit_.blocked));
        crawl_fact(msg("Pages with the text of another"), std::to_string(audit_.duplicates));
        for (const audit::Host& host : audit_.hosts) {
            std::string addresses;
            for (const auto* list : {&host.addresses4, &host.addresses6}) {
                for (const std::string& address : *list) {
                    addresses += (addresses.empty() ? "" : ", ") + address;
                }
            }
            const std::string name = host.host + ":" + std::to_string(host.port);
            crawl_fact(msg("Addresses of {}", name), addresses.empty() ? host.dns_failure : addresses);
            if (!host.chain.empty()) {
                crawl_fact(msg("TLS of {}", name), say(msg("{}; certificate of {}, valid until {}; verified: {}", host.tls_version, host.chain.front().subject,
                                                           host.chain.front().until, host.verify)));
            } else if (!host.tls_failure.empty()) {
                crawl_fact(msg("TLS of {}", name), host.tls_failure);
            }
            crawl_fact(msg("Answer times of {}", name), say(msg("half within {} ms, 90 % within {} ms", host.ms_p50, host.ms_p90)));
        }
    }

    void words()
    {
        struct Row {
            const char* verdict;
            Message meaning;
        };
        const Row rows[] = {
            {"passed", msg("what is asked is there")},
            {"partly", msg("some of it is; the points say how much")},
            {"failed", msg("it was looked for and is not there")},
            {"cannot-tell", msg("the evidence does not show it either way; its points lie between the ends of the score")},
            {"needs-human", msg("only an inspector can judge it; its points lie between the ends of the score")},
            {"not-applicable", msg("not asked of this unit; its points count nowhere")},
        };
        for (const Row& row : rows) {
            Part& word = page_.add("words");
            word.set("word", verdict_word(row.verdict, lang_));
            word.set("meaning", say(row.meaning));
        }
    }

    const audit::Audit& audit_;
    Lang lang_;
    Part page_;
};

}  // namespace

namespace registry {

Format html()
{
    return {"html", "report.html", "text/html; charset=utf-8", msg("one page for people, without a network"),
            [](const audit::Audit& audit, const Options& options) { return Page(audit, options.lang).write(); }};
}

}  // namespace registry

}  // namespace pa::report
