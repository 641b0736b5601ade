// markdown: a job summary or a comment on a merge request.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"

#include "text/fold.hpp"

namespace pa::report {

namespace {

// GitHub refuses a comment of 65,536 characters; what does not fit is counted.
constexpr std::size_t length_limit = 60000;
constexpr std::size_t room_for_the_end = 1500;
constexpr std::size_t groups_shown = 60;
constexpr std::size_t open_shown = 40;

class Writer {
public:
    Writer(const audit::Audit& audit, Lang lang) : audit_(audit), lang_(lang) {}

    std::string write()
    {
        head();
        groups();
        cost();
        unknown();
        foot();
        return std::move(out_);
    }

private:
    std::string say(const Message& message) const { return message.in(lang_); }
    std::string say(const Text& text, std::size_t limit = 300) const { return markdown(text.in(lang_), limit); }
    std::string num(double value) const { return number(value, lang_); }

    // Whether `entry` still fits, and adds it then.
    bool add(const std::string& entry)
    {
        const std::size_t length = text::length(entry);
        if (length_ + length > length_limit - room_for_the_end) {
            return false;
        }
        out_ += entry;
        length_ += length;
        return true;
    }

    void head()
    {
        const audit::Score& score = audit_.score;
        add("## " + markdown(portal_name(audit_), 200) + "\n\n");
        add(markdown_link(line(audit_.home, 200), line(audit_.home, 300)) + " · " + say(audit_.profile_title) + " · " + markdown(msg("law of {}", audit_.as_of).in(lang_), 100) + "\n\n");
        add("**" + interval(score.percent, lang_) + "** · " + markdown(msg("grade {}", grade(score)).in(lang_), 100) + " · " +
            say(msg("{} % of the points decided", num(score.percent.coverage))) + "\n\n");
        std::string counts;
        for (const char* verdict : {"passed", "partly", "failed", "cannot-tell", "needs-human", "not-applicable"}) {
            const auto found = score.verdicts.find(verdict);
            counts += (counts.empty() ? "" : " · ") + verdict_word(verdict, lang_) + " " + std::to_string(found == score.verdicts.end() ? 0 : found->second);
        }
        add(counts + "\n");
        if (has_used_waiver(audit_)) {
            add("\n" + markdown(msg("with waivers: {}, grade {}, of {} points", interval(audit_.with_waivers.percent, lang_), grade(audit_.with_waivers), num(audit_.with_waivers.points.possible)).in(lang_), 300) + "\n");
        }
        std::size_t notes = 0;
        for (const Text& note : audit_.notes) {
            if (++notes <= 10) {
                add("\n> " + say(note, 500) + "\n");
            }
        }
    }

    void groups()
    {
        add("\n| " + say(msg("Group")) + " | " + say(msg("Score")) + " | " + say(msg("Points")) + " |\n| --- | ---: | ---: |\n");
        std::size_t left_out = 0;
        for (const audit::GroupScore& group : audit_.score.groups) {
            if (group.points.possible <= 0) {
                continue;
            }
            const std::string points = num(group.points.low) + (group.points.low == group.points.high ? "" : " – " + num(group.points.high)) + " / " + num(group.points.possible);
            const bool is_shown = shown_groups_ < groups_shown && add("| " + say(group.title, 100) + " | " + interval(group.percent, lang_) + " | " + points + " |\n");
            ++(is_shown ? shown_groups_ : left_out);
        }
        more(left_out);
    }

    void more(std::size_t left_out)
    {
        if (left_out > 0) {
            out_ += "\n" + say(msg("and {} more", left_out)) + "\n";  // short; `room_for_the_end` is for these
        }
    }

    std::string entry(const std::string& points, const audit::Finding& finding) const
    {
        std::string out = "- **" + points + "** " + say(finding.title, 200) + "  \n  " + say(finding.why);
        if (const std::string page = page_of(finding); !page.empty() && page.size() <= 500) {
            out += " " + markdown_link(say(msg("page")), page);
        }
        out += "  \n  " + markdown(law(finding, lang_), 200) + " · " + markdown_code(finding.rule);
        if (!finding.waiver.empty()) {
            out += " · " + markdown(msg("excused by the act {}", finding.waiver).in(lang_), 200);
        }
        return out;
    }

    void cost()
    {
        const std::vector<const audit::Finding*> all = defects(audit_);
        if (all.empty()) {
            return;
        }
        add("\n### " + say(msg("What costs most")) + "\n\n");
        std::size_t shown = 0;
        for (const audit::Finding* finding : all) {
            if (!add(entry("−" + num(lost_points(*finding)), *finding) + "  \n  → " + say(finding->remedy) + "\n")) {
                break;
            }
            ++shown;
        }
        more(all.size() - shown);
    }

    void unknown()
    {
        std::vector<const audit::Finding*> open;
        std::size_t human = 0;
        for (const audit::Finding* finding : undecided(audit_)) {
            if (finding->verdict == "cannot-tell") {
                open.push_back(finding);
            }
        }
        for (const audit::Finding& finding : audit_.findings) {
            human += finding.verdict == "needs-human" ? 1U : 0U;
        }
        if (open.empty() && human == 0) {
            return;
        }
        add("\n### " + say(msg("What is not decided")) + "\n\n");
        std::size_t shown = 0;
        while (shown < std::min(open.size(), open_shown) && add(entry("?" + num(open[shown]->points.possible), *open[shown]) + "\n")) {
            ++shown;
        }
        more(open.size() - shown);
        if (human > 0) {
            out_ += "\n" + say(msg("{} rules have to be judged on site by an inspector", human)) + "\n";
        }
    }

    void foot()
    {
        out_ += "\n" + markdown(msg("{} pages looked at, {} rules judged", audit_.pages, audit_.findings.size()).in(lang_), 200) + " · " + markdown(audit_.tool_name, 50) + " " +
                markdown(audit_.tool_version, 50) + " · " + markdown_code(audit_.evidence_sha256) + "\n";
    }

    const audit::Audit& audit_;
    Lang lang_;
    std::string out_;
    std::size_t length_ = 0;
    std::size_t shown_groups_ = 0;
};

}  // namespace

namespace registry {

Format markdown()
{
    return {"markdown", "report.md", "text/markdown; charset=utf-8", msg("Markdown for a job summary or a merge request, at most 60,000 characters"),
            [](const audit::Audit& audit, const Options& options) { return Writer(audit, options.lang).write(); }};
}

}  // namespace registry

}  // namespace pa::report
