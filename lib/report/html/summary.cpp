// The first page's top: what a reader must know before anything else.
#include "report/defect.hpp"
#include "report/html/view.hpp"

#include <algorithm>
#include <cmath>

namespace pa::report::html {

namespace {

constexpr std::size_t notes_shown = 20;
constexpr std::size_t losses_shown = 8;
constexpr std::size_t next_shown = 40;
constexpr std::size_t reasons_shown = 8;
constexpr std::size_t groups_shown = 100;

void labels(const View& view, Part& part)
{
    struct Row {
        const char* name;
        Message text;
    };
    const Row rows[] = {
        {"t_score", msg("Score")},
        {"t_grade", msg("Grade")},
        {"t_coverage", msg("Coverage")},
        {"t_coverage_means", msg("of the points are decided; the rest is not known or needs a human")},
        {"t_examined", msg("Examined")},
        {"t_examined_means", msg("pages of the portal")},
        {"t_scale", msg("Full: reached; hatched: not decided; empty: lost. The letters stand where grades begin.")},
        {"t_losses", msg("What costs most")},
        {"t_open", msg("What is not decided")},
        {"t_groups", msg("Score by group")},
        {"t_groups_means", msg("Full: reached; hatched: not decided; empty: lost.")},
        {"t_group", msg("Group")},
        {"t_bar", msg("Share")},
        {"t_points", msg("Points")},
        {"t_total", msg("Total")},
    };
    for (const Row& row : rows) {
        part.set(row.name, view.say(row.text));
    }
}

// Both ends of a share on a bar of `length` units, as the template wants them.
void add_bar(Part& part, const audit::Percent& percent, double length)
{
    const auto units = [&](double value) { return std::lround(std::clamp(value, 0.0, 100.0) * length / 100); };
    part.set("low", std::to_string(units(percent.low)));
    part.set("open", std::to_string(std::max(0L, units(percent.high) - units(percent.low))));
}

void add_score(const View& view, Part& part)
{
    const audit::Score& score = view.audit.score;
    add_bar(part, score.percent, 600);
    part.set("interval", interval(score.percent, view.lang));
    part.set("points", view.say(msg("{} to {} of {} points", view.num(score.points.low), view.num(score.points.high), view.num(score.points.possible))));
    part.set("total_points", view.points(score.points));
    part.set("grade", line(grade(score), 60));
    part.set("coverage", view.num(score.percent.coverage));
    part.set("pages", std::to_string(view.audit.pages));
    part.set("scale_label", view.say(msg("score {}, grade {}", interval(score.percent, view.lang), grade(score)), 200));
    std::string grades;
    for (const audit::Grade& one : score.grades) {
        if (grades.size() > 300) {
            break;
        }
        grades += (grades.empty() ? "" : " · ") + line(one.name, 20) + " ≥ " + view.num(one.from);
        if (one.from > 0 && one.from < 100) {
            Part& mark = part.add("marks");
            mark.set("name", line(one.name, 3));
            mark.set("x", std::to_string(std::lround(one.from * 6)));
            mark.set("text_x", std::to_string(std::clamp(std::lround(one.from * 6), 10L, 590L)));
        }
    }
    part.set("grades", grades);
    for (const char* verdict : {"passed", "partly", "failed", "cannot-tell", "needs-human", "not-applicable"}) {
        const auto found = score.verdicts.find(verdict);
        Part& count = part.add("counts");
        count.set("verdict", verdict);
        count.set("sign", sign(verdict));
        count.set("word", verdict_word(verdict, view.lang));
        count.set("count", std::to_string(found == score.verdicts.end() ? 0 : found->second));
    }
    if (has_used_waiver(view.audit)) {
        part.add_text("waived", view.say(msg("with waivers: {}, grade {}, of {} points", interval(view.audit.with_waivers.percent, view.lang), grade(view.audit.with_waivers), view.num(view.audit.with_waivers.points.possible))));
    }
}

void add_losses(const View& view, Part& part)
{
    const std::vector<const audit::Finding*> all = defects(view.audit);
    part.flag("has_losses", !all.empty());
    for (std::size_t i = 0; i < std::min(all.size(), losses_shown); ++i) {
        Part& row = part.add("losses");
        row.set("points", view.num(lost_points(*all[i])));
        row.set("title", view.say(all[i]->title, 300));
        row.set("address", view.address_of(*all[i]));
        row.set("remedy", view.say(all[i]->remedy, 600));
        if (!all[i]->waiver.empty()) {
            row.add_text("waiver", view.say(msg("excused by the act {}", all[i]->waiver), 200));
        }
    }
    if (all.size() > losses_shown) {
        part.add_text("losses_more", view.say(msg("and {} more findings that cost points", all.size() - losses_shown)));
    }
}

void add_next(const View& view, Part& part)
{
    const NextGrade goal = next_grade(view.audit);
    part.flag("has_next", !goal.name.empty() && goal.mend.size() <= next_shown);
    part.set("t_next", view.say(msg("The shortest way to grade {}", goal.name), 200));
    part.set("t_next_means", view.say(msg("{} points are missing; mending these is enough:", view.num(goal.points))));
    for (std::size_t i = 0; i < std::min(goal.mend.size(), next_shown); ++i) {
        Part& row = part.add("next");
        row.set("points", view.num(lost_points(*goal.mend[i])));
        row.set("address", view.address_of(*goal.mend[i]));
        row.set("title", view.say(goal.mend[i]->title, 300));
    }
}

// Why rules could not be decided, the most frequent reason first.
void add_open(const View& view, Part& part)
{
    std::map<std::string, std::size_t> reasons;
    std::size_t rules = 0;
    std::size_t human = 0;
    double points = 0;
    for (const audit::Finding* finding : undecided(view.audit)) {
        ++rules;
        points += finding->points.high - finding->points.low;
        if (finding->verdict == "needs-human") {
            ++human;
        } else {
            ++reasons[view.say(finding->why, 200)];
        }
    }
    part.flag("has_open", rules > 0);
    part.set("t_open_means", view.say(msg("{} rules with {} points: they lie between the ends of the score.", rules, view.num(points))));
    std::vector<std::pair<std::string, std::size_t>> sorted(reasons.begin(), reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (std::size_t i = 0; i < std::min(sorted.size(), reasons_shown); ++i) {
        part.add_text("open_reasons", sorted[i].second == 1 ? sorted[i].first : view.say(msg("{} ({} rules)", sorted[i].first, sorted[i].second)));
    }
    if (sorted.size() > reasons_shown) {
        part.add_text("open_reasons", view.say(msg("and {} more", sorted.size() - reasons_shown)));
    }
    if (human > 0) {
        part.add_text("open_reasons", view.say(msg("{} rules have to be judged on site by an inspector", human)));
    }
}

void add_groups(const View& view, Part& part)
{
    std::size_t shown = 0;
    std::size_t left_out = 0;
    for (const audit::GroupScore& group : view.audit.score.groups) {
        if (group.points.possible <= 0) {
            continue;
        }
        if (++shown > groups_shown) {
            ++left_out;
            continue;
        }
        Part& row = part.add("groups");
        add_bar(row, group.percent, 200);
        row.set("title", view.say(group.title, 200));
        row.set("interval", interval(group.percent, view.lang));
        row.set("coverage", view.num(group.percent.coverage));
        row.set("points", view.points(group.points));
    }
    if (left_out > 0) {
        part.add_text("groups_more", view.say(msg("and {} more", left_out)));
    }
}

}  // namespace

std::string summary(const View& view)
{
    Part part;
    labels(view, part);
    for (std::size_t i = 0; i < std::min(view.audit.notes.size(), notes_shown); ++i) {
        part.add_text("notes", view.say(view.audit.notes[i], 500));
    }
    if (view.audit.notes.size() > notes_shown) {
        part.add_text("notes", view.say(msg("and {} more", view.audit.notes.size() - notes_shown)));
    }
    add_score(view, part);
    add_losses(view, part);
    add_next(view, part);
    add_open(view, part);
    add_groups(view, part);
    return filled("summary.html", part);
}

}  // namespace pa::report::html
