#include "campaign/summary.hpp"

#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/workbook.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace pa::campaign {

namespace {

constexpr std::uint64_t most_verdicts = 1'000'000;  // cells of one sheet: libxlsxwriter holds all of them in memory

using report::Cell;
using report::line;
using report::Table;

Cell cell(std::string_view text) { return {line(text), {}, {}}; }
Cell count(std::uint64_t value) { return {{}, static_cast<double>(value), {}}; }
Cell amount(double value) { return {{}, value, {}}; }
Cell word(std::string_view text, std::string_view shown) { return {line(text, 100), {}, line(shown, 100)}; }

std::uint64_t at(const std::map<std::string, std::uint64_t>& counts, const std::string& name)
{
    const auto found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

void add_aggregate(std::vector<Cell>& row, const Aggregate& all)
{
    for (const std::uint64_t value : {all.portals, all.judged, all.ranked, all.could_not_judge, all.waiting}) {
        row.push_back(count(value));
    }
    for (const double value : {all.mean.low, all.mean.high, all.mean.coverage}) {
        row.push_back(all.ranked == 0 ? Cell{} : amount(value));
    }
    std::string grades;
    for (const auto& [grade, number] : all.grades) {
        grades += fmt::format("{}{}: {}", grades.empty() ? "" : ", ", grade, number);
    }
    row.push_back(cell(grades));
}

Table tree_table(const Round& round, const RollUp& rolled)
{
    Table table{"tree",
                msg("Tree of units"),
                {{"id", msg("Id"), 24}, {"depth", msg("Depth"), 8}, {"name", msg("Unit"), 44}, {"portals", msg("Portals"), 10}, {"judged", msg("Judged"), 10},
                 {"ranked", msg("Ranked"), 10}, {"could_not_judge", msg("Could not be judged"), 12}, {"waiting", msg("Not audited yet"), 12},
                 {"mean_low", msg("Mean score, at least"), 12}, {"mean_high", msg("Mean score, at most"), 12}, {"mean_coverage", msg("Mean coverage"), 12}, {"grades", msg("Grades"), 30}},
                {}};
    std::vector<Cell> total{cell(""), count(0), cell("")};
    add_aggregate(total, rolled.all);
    table.rows.push_back(std::move(total));
    for (const Node& node : rolled.tree) {
        if (node.has_children) {
            std::vector<Cell> row{cell(round.units[node.unit].id), count(node.depth + 1), cell(round.units[node.unit].shown())};
            add_aggregate(row, node.all);
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

constexpr const char* verdicts[] = {"passed", "partly", "failed", "cannot-tell", "needs-human", "not-applicable"};

Table rules_table(const Round& round, const RollUp& rolled, Lang lang)
{
    Table table{"rules",
                msg("Rules"),
                {{"rule", msg("Rule"), 36}, {"title", msg("Title"), 44}, {"instrument", msg("Act"), 20}, {"article", msg("Article"), 16}, {"severity", msg("Severity"), 12},
                 {"met", msg("Met, in percent of the decided"), 12}, {"points_lost", msg("Points lost"), 12}, {"passed", msg("passed"), 10}, {"partly", msg("partly"), 10},
                 {"failed", msg("failed"), 10}, {"cannot_tell", msg("cannot tell"), 10}, {"needs_human", msg("needs a human"), 10}, {"not_applicable", msg("not applicable"), 10}},
                {}};
    for (const RuleCount& rule : rolled.rules) {
        const RuleTexts& texts = round.rules[rule.rule];
        std::vector<Cell> row{cell(texts.id), cell(texts.title.in(lang)), cell(texts.instrument), cell(texts.article), word(texts.severity, report::severity_word(texts.severity, lang)),
                              rule.decided == 0 ? Cell{} : amount(rule.met * 100), amount(rule.points_lost)};
        for (const char* verdict : verdicts) {
            row.push_back(count(at(rule.verdicts, verdict)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// A row for each judged unit, a column for each name of `names`.
template <class Value>
Table matrix(const Round& round, const char* name, const Message& title, const std::vector<std::string>& names, Value value)
{
    Table table{name, title, {{"id", msg("Id"), 24}, {"name", msg("Unit"), 44}}, {}};
    for (const std::string& column : names) {
        table.columns.push_back({column, msg("{}", column), 14});
    }
    for (std::size_t i = 0; i < round.units.size(); ++i) {
        const Standing& standing = round.standings[i];
        if (standing.state != State::judged) {
            continue;
        }
        std::map<std::string, Cell> cells = value(standing);
        std::vector<Cell> row{cell(round.units[i].id), cell(round.units[i].shown())};
        for (const std::string& column : names) {
            row.push_back(cells[column]);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table verdicts_table(const Round& round, const RollUp& rolled, Lang lang)
{
    std::vector<std::string> names;
    for (const RuleCount& rule : rolled.rules) {
        names.push_back(round.rules[rule.rule].id);
    }
    return matrix(round, "verdicts", msg("Verdicts by unit"), names, [lang](const Standing& standing) {
        std::map<std::string, Cell> out;
        for (const RuleVerdict& finding : standing.findings) {
            out[finding.rule] = word(finding.verdict, report::verdict_word(finding.verdict, lang));
        }
        return out;
    });
}

Table items_table(const Round& round, const RollUp& rolled, Lang lang)
{
    std::vector<std::string> names;
    for (const ItemCount& item : rolled.items) {
        names.push_back(item.id);
    }
    return matrix(round, "items", msg("Items by unit"), names, [lang](const Standing& standing) {
        std::map<std::string, Cell> out;
        for (const ItemState& item : standing.items) {
            out[item.id] = word(item.state, report::state_word(item.state, lang));
        }
        return out;
    });
}

Table services_table(const Round& round, const RollUp& rolled)
{
    std::vector<std::string> names{"services", "with_issues", "missing"};
    for (const auto& [level, number] : rolled.services.declared) {
        names.push_back("declared " + level);
    }
    for (const auto& [level, number] : rolled.services.observed) {
        names.push_back("observed " + level);
    }
    return matrix(round, "services", msg("Services by unit"), names, [&names](const Standing& standing) {
        std::map<std::string, Cell> out;
        for (const std::string& name : names) {
            out[name] = count(0);
        }
        out["services"] = count(standing.services.all);
        out["with_issues"] = count(standing.services.with_issues);
        out["missing"] = count(standing.services.missing);
        for (const auto& [level, number] : standing.services.declared) {
            out["declared " + level] = count(number);
        }
        for (const auto& [level, number] : standing.services.observed) {
            out["observed " + level] = count(number);
        }
        return out;
    });
}

}  // namespace

std::string_view standing_name(const Standing& standing, double coverage_floor)
{
    if (standing.state != State::judged) {
        return name_of(standing.state);
    }
    return is_ranked(standing, coverage_floor) ? "ranked" : "under-floor";
}

Message standing_word(const Standing& standing, double coverage_floor)
{
    if (standing.state != State::judged) {
        return word_of(standing.state);
    }
    return is_ranked(standing, coverage_floor) ? msg("ranked") : msg("too little is decided to be ranked");
}

std::vector<std::uint64_t> ranks(const Round& round, const RollUp& rolled)
{
    std::vector<std::uint64_t> out(round.units.size(), 0);
    for (const Ranking& ranking : rolled.rankings) {
        for (const Place& place : ranking.places) {
            out[place.unit] = place.rank;
        }
    }
    return out;
}

Table units_table(const Round& round, const RollUp& rolled, Lang lang)
{
    Table table{"units",
                msg("Units"),
                {{"id", msg("Id"), 24}, {"name", msg("Unit"), 44}, {"type", msg("Type"), 20}, {"parent", msg("Unit above"), 20}, {"url", msg("Address"), 40},
                 {"profile", msg("Profile"), 12}, {"as_of", msg("Law of"), 12}, {"state", msg("State"), 20}, {"rank", msg("Rank"), 8}, {"ranked_among", msg("Ranked among"), 10},
                 {"score_low", msg("Score, at least"), 10}, {"score_high", msg("Score, at most"), 10}, {"coverage", msg("Coverage"), 10}, {"grade_low", msg("Grade, at least"), 10},
                 {"grade_high", msg("Grade, at most"), 10}, {"points_low", msg("Points, at least"), 10}, {"points_high", msg("Points, at most"), 10}, {"points_possible", msg("Points, possible"), 10},
                 {"waived_score_low", msg("Score with waivers, at least"), 10}, {"waived_score_high", msg("Score with waivers, at most"), 10}, {"passed", msg("passed"), 10}, {"partly", msg("partly"), 10},
                 {"failed", msg("failed"), 10}, {"cannot_tell", msg("cannot tell"), 10}, {"needs_human", msg("needs a human"), 10}, {"not_applicable", msg("not applicable"), 10},
                 {"pages", msg("Pages"), 10}, {"services", msg("Services"), 10}, {"attempts", msg("Attempts"), 10}, {"why", msg("Why"), 60}, {"notes", msg("Notes"), 40}},
                {}};
    const std::vector<std::uint64_t> rank_of = ranks(round, rolled);
    std::vector<std::uint64_t> among(round.units.size(), 0);
    for (const Ranking& ranking : rolled.rankings) {
        for (const Place& place : ranking.places) {
            among[place.unit] = ranking.places.size();
        }
    }
    for (std::size_t i = 0; i < round.units.size(); ++i) {
        const Unit& unit = round.units[i];
        const Standing& standing = round.standings[i];
        const bool judged = standing.state == State::judged;
        const auto if_judged = [&](Cell value) { return judged ? std::move(value) : Cell{}; };
        std::vector<Cell> row{cell(unit.id), cell(unit.name), word(standing.unit_type, report::unit_type_word(standing.unit_type, lang)), cell(unit.parent), cell(unit.url), cell(standing.profile), cell(standing.as_of),
                              word(standing_name(standing, round.coverage_floor), standing_word(standing, round.coverage_floor).in(lang)), rank_of[i] > 0 ? count(rank_of[i]) : Cell{}, among[i] > 0 ? count(among[i]) : Cell{}};
        for (const double value : {standing.percent.low, standing.percent.high, standing.percent.coverage}) {
            row.push_back(if_judged(amount(value)));
        }
        row.push_back(cell(standing.grade_low));
        row.push_back(cell(standing.grade_high));
        for (const double value : {standing.points.low, standing.points.high, standing.points.possible, standing.with_waivers.percent.low, standing.with_waivers.percent.high}) {
            row.push_back(if_judged(amount(value)));
        }
        for (const char* verdict : verdicts) {
            row.push_back(if_judged(count(at(standing.verdicts, verdict))));
        }
        row.push_back(if_judged(count(standing.pages)));
        row.push_back(if_judged(count(standing.services.all)));
        row.push_back(count(standing.attempts));
        row.push_back(cell(standing.why.in(lang)));
        row.push_back(cell(unit.notes));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<std::vector<report::Piece>> summary(const Round& round, const RollUp& rolled, const SummaryOptions& options)
{
    const Lang lang = options.lang;
    std::vector<report::Piece> out;
    out.push_back({"summary.json", summary_json(round, rolled)});
    const Table units = units_table(round, rolled, lang);
    out.push_back({"summary.csv", report::csv(units, true)});
    std::vector<Table> sheets{units, tree_table(round, rolled), rules_table(round, rolled, lang)};
    if (rolled.all.judged * round.rules.size() <= most_verdicts) {
        sheets.push_back(verdicts_table(round, rolled, lang));
    }
    sheets.push_back(items_table(round, rolled, lang));
    sheets.push_back(services_table(round, rolled));
    std::string book = report::workbook(sheets, msg("Summary of a round of audits").in(lang), {}, lang);
    if (book.empty()) {
        return fail(ErrorKind::io, msg("the workbook could not be made"), msg("free some room in the folder for temporary files (TMPDIR)"));
    }
    out.push_back({"summary.xlsx", std::move(book)});
    for (report::Piece& piece : summary_html(round, rolled, options)) {
        out.push_back(std::move(piece));
    }
    return out;
}

}  // namespace pa::campaign
