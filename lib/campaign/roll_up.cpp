#include "campaign/roll_up.hpp"

#include "report/summary.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pa::campaign {

namespace {

// Scores are told in hundredths; two that are told alike are alike.
std::int64_t hundredths(double value) { return std::llround(value * 100); }

double rounded(double value) { return static_cast<double>(std::llround(value * 100)) / 100; }

// Adds up before dividing, in hundredths, so that the order of units does not show.
struct Sum {
    Aggregate all;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t coverage = 0;

    void add(const Standing& standing, double floor)
    {
        all.portals += standing.state == State::no_portal ? 0 : 1;
        all.judged += standing.state == State::judged ? 1 : 0;
        all.could_not_judge += standing.state == State::could_not_judge ? 1 : 0;
        all.waiting += standing.state == State::waiting ? 1 : 0;
        if (is_ranked(standing, floor)) {
            ++all.ranked;
            ++all.grades[standing.grade_low];
            low += hundredths(standing.percent.low);
            high += hundredths(standing.percent.high);
            coverage += hundredths(standing.percent.coverage);
        }
    }

    void add(const Sum& other)
    {
        all.portals += other.all.portals;
        all.judged += other.all.judged;
        all.could_not_judge += other.all.could_not_judge;
        all.waiting += other.all.waiting;
        all.ranked += other.all.ranked;
        for (const auto& [grade, count] : other.all.grades) {
            all.grades[grade] += count;
        }
        low += other.low;
        high += other.high;
        coverage += other.coverage;
    }

    Aggregate finished() const
    {
        Aggregate out = all;
        if (all.ranked > 0) {
            const double count = static_cast<double>(all.ranked) * 100;
            out.mean = {rounded(static_cast<double>(low) / count), rounded(static_cast<double>(high) / count), rounded(static_cast<double>(coverage) / count)};
        }
        return out;
    }
};

class Tree {
public:
    explicit Tree(const Round& round) : round_(round), children_(round.units.size()), sums_(round.units.size())
    {
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < round.units.size(); ++i) {
            places.emplace(round.units[i].id, i);
        }
        for (std::size_t i = 0; i < round.units.size(); ++i) {
            const auto parent = places.find(round.units[i].parent);
            if (round.units[i].parent.empty() || parent == places.end()) {
                roots_.push_back(i);
            } else {
                children_[parent->second].push_back(i);
            }
        }
    }

    // Depth first without recursion: a list may be one long chain.
    std::vector<Node> nodes()
    {
        std::vector<Node> out;
        std::vector<std::pair<std::size_t, unsigned>> open;
        for (auto root = roots_.rbegin(); root != roots_.rend(); ++root) {
            open.emplace_back(*root, 0U);
        }
        while (!open.empty()) {
            const auto [unit, depth] = open.back();
            open.pop_back();
            out.push_back({unit, depth, !children_[unit].empty(), {}});
            for (auto child = children_[unit].rbegin(); child != children_[unit].rend(); ++child) {
                open.emplace_back(*child, depth + 1);
            }
        }
        for (auto node = out.rbegin(); node != out.rend(); ++node) {  // those below come first
            Sum& sum = sums_[node->unit];
            sum.add(round_.standings[node->unit], round_.coverage_floor);
            for (const std::size_t child : children_[node->unit]) {
                sum.add(sums_[child]);
            }
            node->all = sum.finished();
        }
        return out;
    }

    Aggregate all() const
    {
        Sum sum;
        for (const std::size_t root : roots_) {
            sum.add(sums_[root]);
        }
        return sum.finished();
    }

private:
    const Round& round_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<Sum> sums_;
    std::vector<std::size_t> roots_;
};

std::vector<Ranking> rankings(const Round& round)
{
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> classes;
    for (std::size_t i = 0; i < round.standings.size(); ++i) {
        if (is_ranked(round.standings[i], round.coverage_floor)) {
            classes[{round.standings[i].profile, round.standings[i].unit_type}].push_back(i);
        }
    }
    std::vector<Ranking> out;
    for (auto& [key, units] : classes) {
        const auto score = [&](std::size_t unit) { return hundredths(round.standings[unit].percent.low); };
        std::sort(units.begin(), units.end(), [&](std::size_t a, std::size_t b) { return score(a) != score(b) ? score(a) > score(b) : round.units[a].id < round.units[b].id; });
        Ranking ranking{key.first, key.second, {}};
        for (std::size_t i = 0; i < units.size(); ++i) {
            const bool is_equal = i > 0 && score(units[i]) == score(units[i - 1]);
            ranking.places.push_back({units[i], is_equal ? ranking.places.back().rank : i + 1});
        }
        out.push_back(std::move(ranking));
    }
    return out;
}

bool is_decided(const RuleVerdict& finding) { return finding.verdict == "passed" || finding.verdict == "partly" || finding.verdict == "failed"; }

// 0 to 100 of a finding that is decided.
std::int64_t met_hundredths(const RuleVerdict& finding)
{
    return finding.verdict == "passed" ? 100 : finding.verdict == "partly" ? hundredths(finding.share) : 0;
}

std::unordered_map<std::string, std::size_t> places_of(const std::vector<RuleTexts>& rules)
{
    std::unordered_map<std::string, std::size_t> out;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        out.emplace(rules[i].id, i);
    }
    return out;
}

std::vector<RuleCount> rule_counts(const Round& round)
{
    const auto places = places_of(round.rules);
    std::vector<RuleCount> out(round.rules.size());
    std::vector<std::int64_t> met(round.rules.size(), 0);
    std::vector<std::int64_t> lost(round.rules.size(), 0);
    for (const Standing& standing : round.standings) {
        for (const RuleVerdict& finding : standing.findings) {
            const std::size_t at = places.at(finding.rule);
            ++out[at].verdicts[finding.verdict];
            if (is_decided(finding)) {
                ++out[at].decided;
                met[at] += met_hundredths(finding);
                lost[at] += hundredths(finding.points.possible - finding.points.high);
            }
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].rule = i;
        out[i].met = out[i].decided == 0 ? 1 : static_cast<double>(met[i]) / static_cast<double>(out[i].decided) / 100;
        out[i].points_lost = static_cast<double>(lost[i]) / 100;
    }
    std::stable_sort(out.begin(), out.end(), [](const RuleCount& a, const RuleCount& b) {
        if ((a.decided == 0) != (b.decided == 0)) {
            return b.decided == 0;
        }
        return a.met != b.met ? a.met < b.met : a.points_lost > b.points_lost;
    });
    return out;
}

std::vector<ItemCount> item_counts(const Round& round)
{
    std::map<std::string, ItemCount> out;
    for (const Standing& standing : round.standings) {
        for (const ItemState& item : standing.items) {
            ItemCount& count = out[item.id];
            count.id = item.id;
            ++count.states[item.state];
        }
    }
    std::vector<ItemCount> list;
    for (auto& [id, count] : out) {
        list.push_back(std::move(count));
    }
    return list;
}

ServiceCounts service_counts(const Round& round)
{
    ServiceCounts out;
    for (const Standing& standing : round.standings) {
        out.all += standing.services.all;
        out.with_issues += standing.services.with_issues;
        out.missing += standing.services.missing;
        for (const auto& [level, count] : standing.services.declared) {
            out.declared[level] += count;
        }
        for (const auto& [level, count] : standing.services.observed) {
            out.observed[level] += count;
        }
    }
    return out;
}

}  // namespace

bool is_ranked(const Standing& standing, double coverage_floor)
{
    return standing.state == State::judged && hundredths(standing.percent.coverage) >= hundredths(coverage_floor);
}

RollUp roll_up(const Round& round)
{
    RollUp out;
    Tree tree(round);
    out.tree = tree.nodes();
    out.all = tree.all();
    out.rankings = rankings(round);
    std::vector<std::size_t> by_id(round.units.size());
    for (std::size_t i = 0; i < by_id.size(); ++i) {
        by_id[i] = i;
    }
    std::sort(by_id.begin(), by_id.end(), [&](std::size_t a, std::size_t b) { return round.units[a].id < round.units[b].id; });
    for (const std::size_t i : by_id) {
        const Standing& standing = round.standings[i];
        if (standing.state == State::could_not_judge) {
            out.could_not_judge.push_back(i);
        } else if (standing.state == State::waiting) {
            out.waiting.push_back(i);
        } else if (standing.state == State::judged && !is_ranked(standing, round.coverage_floor)) {
            out.under_floor.push_back(i);
        }
    }
    out.rules = rule_counts(round);
    out.items = item_counts(round);
    out.services = service_counts(round);
    return out;
}

std::vector<Cluster> clusters(const Round& round, const RollUp& rolled, std::size_t most, Lang lang)
{
    std::vector<Cluster> out;
    if (rolled.all.judged <= most) {
        for (std::size_t i = 0; i < round.units.size(); ++i) {
            if (round.standings[i].state == State::judged) {
                out.push_back({round.units[i].shown(), {i}});
            }
        }
        return out;
    }
    std::map<std::string, Cluster> by_parent;
    std::map<std::string, Cluster> by_type;
    std::unordered_map<std::string, const Unit*> units;
    for (const Unit& unit : round.units) {
        units.emplace(unit.id, &unit);
    }
    for (std::size_t i = 0; i < round.units.size(); ++i) {
        if (round.standings[i].state != State::judged) {
            continue;
        }
        const auto parent = units.find(round.units[i].parent);
        Cluster& above = by_parent[round.units[i].parent];
        above.title = parent == units.end() ? msg("without a unit above").in(lang) : parent->second->shown();
        above.units.push_back(i);
        Cluster& alike = by_type[round.standings[i].unit_type];
        alike.title = report::unit_type_word(round.standings[i].unit_type, lang);
        alike.units.push_back(i);
    }
    for (auto& [key, cluster] : by_parent.size() > 1 && by_parent.size() <= most ? by_parent : by_type) {
        out.push_back(std::move(cluster));
    }
    return out;
}

std::vector<std::vector<std::optional<double>>> met_by(const Round& round, const std::vector<Cluster>& clusters)
{
    const auto places = places_of(round.rules);
    std::vector<std::vector<std::optional<double>>> out(round.rules.size(), std::vector<std::optional<double>>(clusters.size()));
    for (std::size_t column = 0; column < clusters.size(); ++column) {
        std::vector<std::int64_t> met(round.rules.size(), 0);
        std::vector<std::int64_t> decided(round.rules.size(), 0);
        for (const std::size_t unit : clusters[column].units) {
            for (const RuleVerdict& finding : round.standings[unit].findings) {
                if (is_decided(finding)) {
                    met[places.at(finding.rule)] += met_hundredths(finding);
                    ++decided[places.at(finding.rule)];
                }
            }
        }
        for (std::size_t row = 0; row < out.size(); ++row) {
            if (decided[row] > 0) {
                out[row][column] = static_cast<double>(met[row]) / static_cast<double>(decided[row]) / 100;
            }
        }
    }
    return out;
}

}  // namespace pa::campaign
