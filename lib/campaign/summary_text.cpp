// What `batch` and `campaign` print at a terminal.
#include "campaign/summary.hpp"

#include "report/plain.hpp"
#include "report/summary.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace pa::campaign {

namespace {

constexpr std::size_t best_shown = 10;
constexpr std::size_t worst_shown = 5;
constexpr std::size_t not_judged_shown = 20;
constexpr std::size_t rules_shown = 8;

// By code points, which an en dash is one of.
std::string padded(std::string text, std::size_t width)
{
    text.append(width - std::min(width, text::length(text)), ' ');
    return text;
}

class Printer {
public:
    Printer(const Round& round, const RollUp& rolled, Lang lang, std::size_t width) : round_(round), rolled_(rolled), lang_(lang), width_(std::clamp<std::size_t>(width, 40, 200)) {}

    std::string print()
    {
        const Aggregate& all = rolled_.all;
        put("", msg("{} portals: {} judged, {} could not be judged, {} not audited yet", all.portals, all.judged, all.could_not_judge, all.waiting));
        if (all.ranked > 0) {
            put("", msg("mean score {}, mean coverage {} %, of {} ranked units", report::interval(all.mean, lang_), report::number(all.mean.coverage, lang_), all.ranked));
            std::string grades;
            for (const auto& [grade, count] : all.grades) {
                grades += fmt::format("{}{}: {}", grades.empty() ? "" : ", ", report::line(grade, 20), count);
            }
            put("", msg("grades that are certain: {}", grades));
        }
        for (const Ranking& ranking : rolled_.rankings) {
            add(ranking);
        }
        add_rules();
        add_units(msg("Not ranked, too little is decided"), rolled_.under_floor);
        add_units(msg("Could not be judged"), rolled_.could_not_judge);
        return std::move(out_);
    }

private:
    void put(std::string_view indent, const Message& message) { put_text(indent, message.in(lang_)); }
    void put_text(std::string_view indent, std::string_view text) { out_ += std::string(indent) + report::line(text, indent.empty() ? report::line_limit : width_ - std::min(width_ - 10, indent.size())) + "\n"; }

    // By its name, and the id that other commands take.
    static std::string named(const Unit& unit) { return unit.name.empty() ? unit.id : unit.name + " (" + unit.id + ")"; }

    void heading(const Message& message) { out_ += "\n" + report::line(message.in(lang_), width_) + "\n"; }

    void add(const Ranking& ranking)
    {
        heading(msg("Ranking: {}, {}", ranking.profile, report::unit_type_word(ranking.unit_type, lang_)));
        const std::size_t size = ranking.places.size();
        for (std::size_t i = 0; i < size; ++i) {
            if (i >= best_shown && i + worst_shown < size) {
                if (i == best_shown) {
                    put("       ", msg("… {} more …", size - best_shown - worst_shown));
                }
                continue;
            }
            const Place& place = ranking.places[i];
            const Standing& standing = round_.standings[place.unit];
            put_text(fmt::format("{:>5}. {} {} ", place.rank, padded(report::interval(standing.percent, lang_), 15), padded(report::grade(standing.grade_low, standing.grade_high), 5)), named(round_.units[place.unit]));
        }
    }

    void add_rules()
    {
        bool is_first = true;
        for (std::size_t i = 0; i < std::min(rolled_.rules.size(), rules_shown); ++i) {
            const RuleCount& rule = rolled_.rules[i];
            if (rule.decided == 0 || rule.met >= 1) {
                break;
            }
            if (is_first) {
                heading(msg("Rules that are met least"));
                is_first = false;
            }
            put_text(fmt::format("{:>7} %  ", report::number(rule.met * 100, lang_)), round_.rules[rule.rule].title.in(lang_));
        }
    }

    void add_units(const Message& title, const std::vector<std::size_t>& units)
    {
        if (units.empty()) {
            return;
        }
        heading(title);
        for (std::size_t i = 0; i < std::min(units.size(), not_judged_shown); ++i) {
            const Standing& standing = round_.standings[units[i]];
            const std::string why = standing.state == State::judged ? msg("{} % of the points are decided", report::number(standing.percent.coverage, lang_)).in(lang_) : standing.why.in(lang_);
            put_text("  ", named(round_.units[units[i]]) + ": " + why);
        }
        if (units.size() > not_judged_shown) {
            put("  ", msg("and {} more", units.size() - not_judged_shown));
        }
    }

    const Round& round_;
    const RollUp& rolled_;
    Lang lang_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string summary_text(const Round& round, const RollUp& rolled, Lang lang, std::size_t width) { return Printer(round, rolled, lang, width).print(); }

}  // namespace pa::campaign
