// summary.html: the round on one page, with further files beside it where its lists are long.
#include "campaign/summary.hpp"

#include "report/html/book.hpp"
#include "report/html/view.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/template.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace pa::campaign {

namespace {

using report::filled;
using report::line;
using report::Part;
using report::html::Entry;
using report::html::List;

// Bytes of entries on the first page, which stays under 1,000,000 with the style, the script and what is bounded.
struct Room {
    std::size_t units = 300'000;
    std::size_t tree = 120'000;
    std::size_t rules = 320'000;
    std::size_t items = 40'000;
    std::size_t services = 20'000;
};
constexpr std::size_t most_clusters = 24;
constexpr unsigned deepest_shown = 6;

class Page {
public:
    Page(const Round& round, const RollUp& rolled, const SummaryOptions& options) : round_(round), rolled_(rolled), options_(options), rank_of_(ranks(round, rolled)) {}

    std::vector<report::Piece> write() const
    {
        report::html::Book book(options_.lang, "summary.html");
        const Room room;
        book.add(units(), room.units);
        book.add(tree(), room.tree);
        book.add(rules(), room.rules);
        book.add(items(), room.items);
        book.add(services(), room.services);
        report::html::Frame frame;
        frame.kind = say(msg("Summary of a round of audits"));
        frame.subject = subject();
        frame.title = say(msg("Round of audits: {}", subject()));
        frame.about = say(msg("{} portals; a unit is ranked when at least {} % of its points are decided", rolled_.all.portals, report::number(round_.coverage_floor, options_.lang)));
        frame.tool = "portalaudit";
        frame.style = report::template_text("round.css");
        for (const ProfileTexts& profile : round_.profiles) {
            frame.foot += (frame.foot.empty() ? "" : ", ") + line(profile.id, 100);
        }
        return book.write(frame, overview(), "", {{"overview", say(msg("Overview"))}, {"", ""}});
    }

private:
    std::string say(const Message& message, std::size_t points = report::line_limit) const { return line(message.in(options_.lang), points); }
    std::string num(double value) const { return report::number(value, options_.lang); }

    // The one unit above all others, or how many there are.
    std::string subject() const
    {
        std::size_t roots = 0;
        std::size_t root = 0;
        for (const Node& node : rolled_.tree) {
            if (node.depth == 0) {
                ++roots;
                root = node.unit;
            }
        }
        return roots == 1 ? line(round_.units[root].shown(), 200) : say(msg("{} units", round_.units.size()));
    }

    // ---------- Overview

    void card(Part& part, const Message& label, const std::string& value, const Message& means) const
    {
        Part& out = part.add("cards");
        out.set("label", say(label));
        out.set("value", value);
        out.set("means", say(means));
    }

    std::string overview() const
    {
        const Aggregate& all = rolled_.all;
        Part part;
        part.set("t_overview", say(msg("Overview")));
        part.set("t_grade", say(msg("Grade")));
        part.set("t_bar", say(msg("Share")));
        part.set("t_units", say(msg("Units")));
        part.set("t_grades_mean", say(msg("Ranked units by the grade that they certainly have")));
        card(part, msg("Ranked"), fmt::format("{} / {}", all.ranked, all.portals), msg("of the portals in the list"));
        card(part, msg("Mean score"), all.ranked == 0 ? "–" : report::interval(all.mean, options_.lang), msg("of the ranked units, each counted once"));
        card(part, msg("Mean coverage"), all.ranked == 0 ? "–" : num(all.mean.coverage) + " %", msg("of the points are decided; the rest is not known or needs a human"));
        card(part, msg("Could not be judged"), std::to_string(all.could_not_judge), msg("portals, after a second attempt"));
        if (round_.is_judged_again) {
            part.add_text("notes", say(msg("The evidence of this round was judged again by the rules of a later day, so that rounds can be compared. It is not what was found at the time.")));
        }
        if (all.waiting > 0) {
            part.add_text("notes", say(msg("{} units are not audited yet: the round was broken off, or other shards have them.", all.waiting)));
        }
        if (!rolled_.under_floor.empty()) {
            part.add_text("notes", say(msg("{} units are listed but not ranked, because too little of their points is decided.", rolled_.under_floor.size())));
        }
        if (round_.profiles.size() > 1) {
            part.add_text("notes", say(msg("The units were judged by {} profiles: ranks compare units of one profile and one type only.", round_.profiles.size())));
        }
        part.flag("has_grades", !all.grades.empty());
        for (const auto& [name, count] : all.grades) {
            Part& row = part.add("grades");
            row.set("name", line(name, 60));
            row.set("count", std::to_string(count));
            row.set("length", std::to_string(count * 200 / std::max<std::uint64_t>(1, all.ranked)));
        }
        return filled("round.html", part);
    }

    // ---------- Units, the best first

    std::vector<std::size_t> in_order() const
    {
        std::vector<std::size_t> out;
        for (const Ranking& ranking : rolled_.rankings) {
            for (const Place& place : ranking.places) {
                out.push_back(place.unit);
            }
        }
        for (const auto* rest : {&rolled_.under_floor, &rolled_.could_not_judge, &rolled_.waiting}) {
            out.insert(out.end(), rest->begin(), rest->end());
        }
        return out;
    }

    List units() const
    {
        List list;
        list.id = "units";
        list.heading = say(msg("Units"));
        list.is_sortable = true;
        list.columns = {say(msg("Unit")), say(msg("Rank")), say(msg("Score")), say(msg("Grade")), say(msg("Coverage")), say(msg("Failed")), say(msg("State"))};
        std::map<std::string_view, std::size_t> counts;
        for (const std::size_t unit : in_order()) {
            ++counts[standing_name(round_.standings[unit], round_.coverage_floor)];
            list.entries.push_back({"", unit_row(list, unit)});
        }
        for (const auto& [state, count] : counts) {
            for (const Standing& standing : round_.standings) {
                if (standing_name(standing, round_.coverage_floor) == state) {
                    list.choices.push_back({std::string(state), say(standing_word(standing, round_.coverage_floor)), count});
                    break;
                }
            }
        }
        if (rolled_.rankings.size() > 1) {
            list.leads.push_back(say(msg("Ranks are counted within each type of unit and profile. Equal scores have equal ranks.")));
        } else if (!rolled_.rankings.empty()) {
            list.leads.push_back(say(msg("Ranked by the lower end of the score, which is certain. Equal scores have equal ranks.")));
        }
        return list;
    }

    std::string unit_row(const List& list, std::size_t number) const
    {
        const Unit& unit = round_.units[number];
        const Standing& standing = round_.standings[number];
        const bool judged = standing.state == State::judged;
        const std::string_view state = standing_name(standing, round_.coverage_floor);
        Part part;
        static constexpr const char* labels[] = {"", "t_rank", "t_score", "t_grade", "t_coverage", "t_failed", "t_state"};
        for (std::size_t i = 1; i < list.columns.size(); ++i) {
            part.set(labels[i], list.columns[i]);
        }
        const std::string name = line(unit.shown(), 200);
        if (judged && !options_.reports.empty()) {
            Part& link = part.add("link");
            link.set("address", (options_.reports == "." ? "" : options_.reports + "/") + unit.id + "/report.html");
            link.set("text", name);
        } else {
            part.add_text("plain", name);
        }
        part.set("id", line(unit.id, 100));
        part.set("type", report::unit_type_word(standing.unit_type, options_.lang));
        if (const std::string home = report::web_address(unit.url); !home.empty()) {
            part.add("home").set("address", home);
        }
        const char* look = state == "ranked" ? "sound" : state == "could-not-judge" ? "broken" : state == "under-floor" ? "unknown" : "none";
        part.set("class", look);
        part.set("state", state);
        part.set("sign", report::html::sign(look));
        part.set("word", say(standing_word(standing, round_.coverage_floor)));
        const std::uint64_t rank = rank_of_[number];
        part.set("rank", rank == 0 ? "–" : std::to_string(rank));
        part.set("rank_key", rank == 0 ? "999999999" : std::to_string(rank));
        part.set("score", judged ? report::interval(standing.percent, options_.lang) : "–");
        part.set("score_key", judged ? fmt::format("{:.2f}", standing.percent.low) : "-1");
        part.set("grade", judged ? line(report::grade(standing.grade_low, standing.grade_high), 60) : "–");
        part.set("coverage", judged ? num(standing.percent.coverage) + " %" : "–");
        part.set("coverage_key", judged ? fmt::format("{:.2f}", standing.percent.coverage) : "-1");
        const auto failed = standing.verdicts.find("failed");
        part.set("failed", judged ? std::to_string(failed == standing.verdicts.end() ? 0 : failed->second) : "–");
        part.add_text("why", line(standing.why.in(options_.lang), 400));
        return filled("round_unit.html", part);
    }

    // ---------- Tree

    List tree() const
    {
        List list;
        list.id = "tree";
        list.heading = say(msg("Units that hold others"));
        list.columns = {say(msg("Unit")), say(msg("Portals")), say(msg("Ranked")), say(msg("Mean score")), say(msg("Mean coverage")), say(msg("Grades")), say(msg("Not judged"))};
        for (const Node& node : rolled_.tree) {
            if (node.has_children) {
                list.entries.push_back({"", node_row(list, node)});
            }
        }
        return list;
    }

    std::string node_row(const List& list, const Node& node) const
    {
        static constexpr const char* labels[] = {"", "t_portals", "t_ranked", "t_score", "t_coverage", "t_grades", "t_open"};
        const Aggregate& all = node.all;
        Part part;
        for (std::size_t i = 1; i < list.columns.size(); ++i) {
            part.set(labels[i], list.columns[i]);
        }
        part.set("depth", std::to_string(std::min(node.depth, deepest_shown)));
        part.set("name", line(round_.units[node.unit].shown(), 200));
        part.set("id", line(round_.units[node.unit].id, 100));
        part.set("portals", std::to_string(all.portals));
        part.set("ranked", std::to_string(all.ranked));
        part.set("score", all.ranked == 0 ? "–" : report::interval(all.mean, options_.lang));
        part.set("score_key", fmt::format("{:.2f}", all.ranked == 0 ? -1.0 : all.mean.low));
        part.set("coverage", all.ranked == 0 ? "–" : num(all.mean.coverage) + " %");
        part.set("coverage_key", fmt::format("{:.2f}", all.ranked == 0 ? -1.0 : all.mean.coverage));
        std::string grades;
        for (const auto& [grade, count] : all.grades) {
            grades += fmt::format("{}{}: {}", grades.empty() ? "" : ", ", line(grade, 20), count);
        }
        part.set("grades", grades.empty() ? "–" : grades);
        part.set("open", std::to_string(all.could_not_judge + all.waiting));
        return filled("round_node.html", part);
    }

    // ---------- Rules: a map of who meets what

    List rules() const
    {
        List list;
        list.id = "rules";
        list.heading = say(msg("Rules, the least met first"));
        list.is_sortable = true;
        list.is_wide = true;
        list.leads.push_back(say(msg("In each cell, how much of the rule is met in percent, where it is decided; partly met counts by its share. \"–\": decided for none.")));
        list.columns = {say(msg("Rule")), say(msg("Met")), say(msg("Points lost"))};
        const std::vector<Cluster> columns = clusters(round_, rolled_, most_clusters, options_.lang);
        for (const Cluster& column : columns) {
            list.columns.push_back(line(column.title, 60));
        }
        const auto cells = met_by(round_, columns);
        for (const RuleCount& rule : rolled_.rules) {
            if (rule.decided > 0) {
                list.entries.push_back({"", rule_row(rule, cells[rule.rule])});
            }
        }
        if (const std::size_t left_out = rolled_.rules.size() - list.entries.size(); left_out > 0) {
            list.leads.push_back(say(msg("{} more rules are decided for no unit.", left_out)));
        }
        return list;
    }

    std::string rule_row(const RuleCount& rule, const std::vector<std::optional<double>>& cells) const
    {
        const RuleTexts& texts = round_.rules[rule.rule];
        Part part;
        part.set("title", line(texts.title.in(options_.lang), 200));
        part.set("rule", line(texts.id, 100));
        part.set("article", line(texts.instrument + ", " + texts.article, 100));
        part.set("met", fmt::format("{} %", std::lround(rule.met * 100)));
        part.set("met_key", fmt::format("{:.4f}", rule.met));
        part.set("lost", num(rule.points_lost));
        part.set("lost_key", fmt::format("{:.2f}", rule.points_lost));
        for (const std::optional<double>& cell : cells) {
            Part& out = part.add("cells");
            out.set("heat", cell ? std::to_string(std::min(4L, std::lround(std::floor(*cell * 5)))) : "n");
            out.set("text", cell ? std::to_string(std::lround(*cell * 100)) : "–");
        }
        return filled("round_rule.html", part);
    }

    // ---------- Items and services

    static std::string count_row(const std::string& id, const std::vector<std::string>& columns, const std::vector<std::uint64_t>& counts)
    {
        Part part;
        part.set("id", line(id, 100));
        for (std::size_t i = 0; i < counts.size(); ++i) {
            Part& cell = part.add("cells");
            cell.set("label", columns[i + 1]);
            cell.set("text", std::to_string(counts[i]));
        }
        return filled("round_count.html", part);
    }

    List items() const
    {
        static constexpr const char* states[] = {"present", "empty", "absent", "cannot-tell"};
        List list;
        list.id = "item-counts";
        list.heading = say(msg("Information items"));
        list.is_sortable = true;
        list.columns = {say(msg("Item"))};
        for (const char* state : states) {
            list.columns.push_back(report::state_word(state, options_.lang));
        }
        for (const ItemCount& item : rolled_.items) {
            std::vector<std::uint64_t> counts;
            for (const char* state : states) {
                const auto found = item.states.find(state);
                counts.push_back(found == item.states.end() ? 0 : found->second);
            }
            list.entries.push_back({"", count_row(item.id, list.columns, counts)});
        }
        return list;
    }

    List services() const
    {
        List list;
        list.id = "levels";
        list.heading = say(msg("Online public services by level"));
        list.columns = {say(msg("Level")), say(msg("declared")), say(msg("by the evidence"))};
        const ServiceCounts& all = rolled_.services;
        if (all.all == 0) {
            return list;
        }
        list.leads.push_back(say(msg("{} services of all units together; something is wrong with {}; {} of lists that were handed in are missing.", all.all, all.with_issues, all.missing)));
        std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> levels;
        for (const auto& [level, count] : all.declared) {
            levels[level].first = count;
        }
        for (const auto& [level, count] : all.observed) {
            levels[level].second = count;
        }
        for (const auto& [level, counts] : levels) {
            list.entries.push_back({"", count_row(level, list.columns, {counts.first, counts.second})});
        }
        return list;
    }

    const Round& round_;
    const RollUp& rolled_;
    const SummaryOptions& options_;
    std::vector<std::uint64_t> rank_of_;
};

}  // namespace

std::vector<report::Piece> summary_html(const Round& round, const RollUp& rolled, const SummaryOptions& options) { return Page(round, rolled, options).write(); }

}  // namespace pa::campaign
