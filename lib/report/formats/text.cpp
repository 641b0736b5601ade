// text: a scorecard that fits a terminal's screen: what there is to know first. All of it is in the other formats.
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace pa::report {

namespace {

constexpr std::size_t losses_shown = 5;
constexpr std::size_t reasons_shown = 3;
constexpr std::size_t notes_shown = 4;
constexpr std::size_t groups_shown = 10;
constexpr std::size_t bar_width = 24;

class Writer {
public:
    Writer(const audit::Audit& audit, const Options& options)
        : audit_(audit), lang_(options.lang), width_(std::clamp<std::size_t>(options.width, 40, 120)), colour_(options.colour)
    {
    }

    std::string write()
    {
        head();
        score();
        groups();
        cost();
        unknown();
        next();
        return std::move(out_);
    }

private:
    std::string say(const Message& message) const { return message.in(lang_); }
    std::string bold(const std::string& text) const { return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text; }

    // One line, cut at the terminal's edge.
    void row(std::string_view indent, std::string_view text) { out_ += std::string(indent) + line(text, width_ - text::length(indent)) + "\n"; }

    // A paragraph broken at blanks; later lines are indented as deep as the first one's text.
    void paragraph(std::string_view indent, std::string_view text)
    {
        std::string current(indent);
        const std::string further(text::length(indent), ' ');
        std::size_t used = text::length(indent);
        bool fresh = true;
        std::string rest = line(text);
        while (!rest.empty()) {
            const std::size_t blank = std::min(rest.find(' '), rest.size());
            const std::string word = rest.substr(0, blank);
            rest.erase(0, std::min(blank + 1, rest.size()));
            const std::size_t length = text::length(word);
            if (!fresh && used + 1 + length > width_) {
                out_ += current + "\n";
                current = further;
                used = further.size();
                fresh = true;
            }
            current += (fresh ? "" : " ") + word;
            used += length + (fresh ? 0 : 1);
            fresh = false;
        }
        out_ += current + "\n";
    }

    void heading(const Message& message) { out_ += "\n" + bold(line(say(message), width_)) + "\n"; }

    void head()
    {
        const std::string name = audit_.unit_name.empty() ? audit_.start : audit_.unit_name;
        out_ += bold(line(name, 200)) + "\n";
        paragraph("  ", msg("{} · {}", audit_.home, unit_type_word(audit_.unit_type, lang_)).in(lang_));
        paragraph("  ", msg("{} · law of {} · evidence of {}", audit_.profile_title, audit_.as_of, audit_.evidence_begun).in(lang_));
        paragraph("  ", msg("{} pages looked at, {} rules judged", audit_.pages, audit_.findings.size()).in(lang_));
        for (std::size_t i = 0; i < std::min(audit_.notes.size(), notes_shown); ++i) {
            paragraph("  ! ", line(audit_.notes[i].in(lang_), width_ * 2));
        }
        if (audit_.notes.size() > notes_shown) {
            row("  ! ", msg("and {} more", audit_.notes.size() - notes_shown).in(lang_));
        }
    }

    void score()
    {
        const audit::Score& score = audit_.score;
        heading(msg("Score"));
        const std::string percent = interval(score.percent, lang_);
        const std::string rest = "   " + line(say(msg("grade {}", grade(score))), 30);
        const std::string decided = say(msg("{} % of the points decided", number(score.percent.coverage, lang_)));
        const bool is_one_line = 2 + text::length(percent) + text::length(rest) + 3 + text::length(decided) <= width_;
        out_ += "  " + bold(percent) + rest + (is_one_line ? "   " : "\n  ") + decided + "\n";
        paragraph("  ", msg("{} to {} of {} points", number(score.points.low, lang_), number(score.points.high, lang_), number(score.points.possible, lang_)).in(lang_));
        std::string counts;
        for (const char* verdict : {"passed", "partly", "failed", "cannot-tell", "needs-human", "not-applicable"}) {
            const auto found = score.verdicts.find(verdict);
            counts += (counts.empty() ? "" : " · ") + verdict_word(verdict, lang_) + " " + std::to_string(found == score.verdicts.end() ? 0 : found->second);
        }
        paragraph("  ", counts);
        if (has_used_waiver(audit_)) {
            paragraph("  ", msg("with waivers: {}, grade {}, of {} points", interval(audit_.with_waivers.percent, lang_), grade(audit_.with_waivers), number(audit_.with_waivers.points.possible, lang_)).in(lang_));
        }
    }

    // `#` earned, `?` not decided, `.` lost.
    static std::string bar(const audit::Points& points)
    {
        const auto cells = [&](double part) {
            return points.possible <= 0 ? 0 : static_cast<std::size_t>(std::floor(part / points.possible * static_cast<double>(bar_width)));
        };
        const std::size_t low = cells(points.low);
        const std::size_t high = std::max(low, cells(points.high));
        return "[" + std::string(low, '#') + std::string(high - low, '?') + std::string(bar_width - high, '.') + "]";
    }

    void groups()
    {
        heading(msg("Groups (# reached, ? not decided, . lost)"));
        std::size_t widest = 0;
        const std::size_t room = width_ > bar_width + 30 ? width_ - bar_width - 26 : 12;
        for (const audit::GroupScore& group : audit_.score.groups) {
            widest = std::max(widest, std::min(room, text::length(line(group.title.in(lang_)))));
        }
        std::string reached;
        std::vector<const audit::GroupScore*> open;
        for (const audit::GroupScore& group : audit_.score.groups) {
            if (group.points.possible > 0 && group.points.low == group.points.possible) {
                reached += (reached.empty() ? "" : "; ") + line(group.title.in(lang_), 60);
            } else if (group.points.possible > 0) {
                open.push_back(&group);
            }
        }
        // Those that hold back the most points, in the order of the law.
        std::vector<const audit::GroupScore*> shown = open;
        std::stable_sort(shown.begin(), shown.end(), [](const auto* a, const auto* b) { return a->points.possible - a->points.low > b->points.possible - b->points.low; });
        shown.resize(std::min(shown.size(), groups_shown));
        std::sort(shown.begin(), shown.end());
        for (const audit::GroupScore* group : shown) {
            const std::string title = line(group->title.in(lang_), widest);
            out_ += "  " + title + std::string(widest - std::min(widest, text::length(title)), ' ') + " " + bar(group->points) + " " + interval(group->percent, lang_) + "\n";
        }
        if (open.size() > shown.size()) {
            row("  ", msg("and {} more", open.size() - shown.size()).in(lang_));
        }
        if (!reached.empty()) {
            row("  ", msg("all points: {}", reached).in(lang_));
        }
    }

    void cost()
    {
        const auto lost = losses(audit_);
        if (lost.empty()) {
            return;
        }
        heading(msg("What costs most"));
        for (std::size_t i = 0; i < std::min(lost.size(), losses_shown); ++i) {
            const audit::Finding& finding = *lost[i];
            const std::string mark = fmt::format("  {:>6} ", "-" + number(lost_points(finding), lang_));
            const std::string where = " (" + line(finding.instrument, 40) + ", " + line(say(msg("Art. {}", finding.article)), 40) + ")";
            const std::size_t room = width_ - std::min(width_ - 20, text::length(mark) + text::length(where));
            row(mark, line(finding.title.in(lang_), room) + where);
            row("         → ", finding.waiver.empty() ? finding.remedy.in(lang_) : say(msg("excused by the act {}", finding.waiver)));
        }
        if (lost.size() > losses_shown) {
            row("         ", msg("and {} more findings that cost points", lost.size() - losses_shown).in(lang_));
        }
    }

    // Why rules are not decided: the reasons with the most points.
    void unknown()
    {
        struct Reason {
            std::size_t rules = 0;
            double points = 0;
        };
        std::map<std::string, Reason> reasons;
        for (const audit::Finding* finding : undecided(audit_)) {
            if (finding->verdict != "needs-human") {
                Reason& reason = reasons[line(finding->why.in(lang_), 200)];
                ++reason.rules;
                reason.points += finding->points.high - finding->points.low;
            }
        }
        if (reasons.empty()) {
            return;
        }
        heading(msg("What is not decided, and why"));
        std::vector<std::pair<std::string, Reason>> sorted(reasons.begin(), reasons.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.points > b.second.points; });
        for (std::size_t i = 0; i < std::min(sorted.size(), reasons_shown); ++i) {
            const Reason& reason = sorted[i].second;
            row("  ? ", msg("points {}, rules {}: {}", number(reason.points, lang_), reason.rules, sorted[i].first).in(lang_));
        }
        if (sorted.size() > reasons_shown) {
            row("  ? ", msg("and {} more", sorted.size() - reasons_shown).in(lang_));
        }
    }

    void next()
    {
        heading(msg("Next steps"));
        if (const NextGrade goal = next_grade(audit_); !goal.name.empty()) {
            row("  > ", msg("mend {} to reach grade {}: {} points are missing", goal.mend.size(), goal.name, number(goal.points, lang_)).in(lang_));
        }
        const auto human = std::count_if(audit_.findings.begin(), audit_.findings.end(), [](const audit::Finding& finding) { return finding.verdict == "needs-human"; });
        if (human > 0) {
            row("  > ", msg("have {} rules judged on site by an inspector", human).in(lang_));
        }
        paragraph("  > ", msg("portalaudit report shows all of it (-f html, -f record-docx, …); portalaudit diff compares it with another audit").in(lang_));
    }

    const audit::Audit& audit_;
    Lang lang_;
    std::size_t width_;
    bool colour_;
    std::string out_;
};

}  // namespace

namespace registry {

Format text()
{
    return {"text", "report.txt", "text/plain; charset=utf-8", msg("a scorecard for the terminal"),
            [](const audit::Audit& audit, const Options& options) { return Writer(audit, options).write(); }};
}

}  // namespace registry

}  // namespace pa::report
