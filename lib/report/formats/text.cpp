// text: a scorecard for the terminal.
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <cmath>

namespace pa::report {

namespace {

constexpr std::size_t losses_shown = 8;
constexpr std::size_t unknown_shown = 5;
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

    // A paragraph broken at blanks; later lines are indented as deep as the first one's text.
    void paragraph(std::string_view indent, std::string_view text)
    {
        std::string row(indent);
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
                out_ += row + "\n";
                row = further;
                used = further.size();
                fresh = true;
            }
            row += (fresh ? "" : " ") + word;
            used += length + (fresh ? 0 : 1);
            fresh = false;
        }
        out_ += row + "\n";
    }

    void heading(const Message& message) { out_ += "\n" + bold(say(message)) + "\n"; }

    void head()
    {
        const std::string name = audit_.unit_name.empty() ? audit_.start : audit_.unit_name;
        out_ += bold(line(name, 200)) + "\n";
        paragraph("  ", msg("{} · {}", audit_.home, unit_type_word(audit_.unit_type, lang_)).in(lang_));
        paragraph("  ", msg("{} · law of {} · evidence of {}", audit_.profile_title, audit_.as_of, audit_.evidence_begun).in(lang_));
        paragraph("  ", msg("{} pages looked at, {} rules judged", audit_.pages, audit_.findings.size()).in(lang_));
        for (const Text& note : audit_.notes) {
            paragraph("  ! ", note.in(lang_));
        }
    }

    void score()
    {
        const audit::Score& score = audit_.score;
        heading(msg("Score"));
        out_ += "  " + bold(interval(score.percent, lang_)) + "   " + line(say(msg("grade {}", grade(score))), 60) + "   " +
                say(msg("{} % of the points decided", number(score.percent.coverage, lang_))) + "\n";
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
        for (const audit::GroupScore& group : audit_.score.groups) {
            if (group.points.possible <= 0) {
                continue;
            }
            const std::string shown = line(group.title.in(lang_), widest);
            out_ += "  " + shown + std::string(widest - std::min(widest, text::length(shown)), ' ') + " " + bar(group.points) + " " + interval(group.percent, lang_) + "\n";
        }
    }

    void entry(const std::string& mark, const audit::Finding& finding)
    {
        paragraph("  " + mark + " ", finding.title.in(lang_));
        const std::string indent(4 + text::length(mark), ' ');
        paragraph(indent, finding.instrument + ", " + say(msg("Art. {}", finding.article)) + " · " + finding.rule);
        paragraph(indent, finding.why.in(lang_));
        if (!finding.waiver.empty()) {
            paragraph(indent, msg("excused by the act {}", finding.waiver).in(lang_));
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
            entry("-" + number(lost_points(*lost[i]), lang_), *lost[i]);
            paragraph("      → ", lost[i]->remedy.in(lang_));
        }
        if (lost.size() > losses_shown) {
            paragraph("  ", msg("and {} more findings that cost points", lost.size() - losses_shown).in(lang_));
        }
    }

    void unknown()
    {
        std::vector<const audit::Finding*> open = undecided(audit_);
        const std::size_t human = std::erase_if(open, [](const audit::Finding* f) { return f->verdict == "needs-human"; });
        if (open.empty() && human == 0) {
            return;
        }
        heading(msg("What is not decided"));
        for (std::size_t i = 0; i < std::min(open.size(), unknown_shown); ++i) {
            entry("?" + number(open[i]->points.possible, lang_), *open[i]);
        }
        if (open.size() > unknown_shown) {
            paragraph("  ", msg("and {} more that the evidence does not show", open.size() - unknown_shown).in(lang_));
        }
        if (human > 0) {
            paragraph("  ", msg("{} rules have to be judged on site by an inspector", human).in(lang_));
        }
    }

    void next()
    {
        const NextGrade goal = next_grade(audit_);
        if (goal.name.empty()) {
            return;
        }
        heading(msg("The shortest way to grade {}", goal.name));
        paragraph("  ", msg("{} points are missing; mending these is enough:", number(goal.points, lang_)).in(lang_));
        for (const audit::Finding* finding : goal.mend) {
            paragraph("  +" + number(lost_points(*finding), lang_) + " ", finding->title.in(lang_));
        }
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
