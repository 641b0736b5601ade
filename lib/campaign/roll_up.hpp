// A round rolled up: over the tree of units, by rule, item and service, and as a ranking. A pure function of the round.
#pragma once

#include "campaign/standing.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pa::campaign {

/// What some units have in common; means are over those that are ranked, each counted once.
struct Aggregate {
    std::uint64_t portals = 0;          ///< units with an address
    std::uint64_t judged = 0;
    std::uint64_t ranked = 0;           ///< of these, with a coverage not under the floor
    std::uint64_t could_not_judge = 0;
    std::uint64_t waiting = 0;
    audit::Percent mean;                ///< 0 where none is ranked
    std::map<std::string, std::uint64_t> grades;  ///< of the ranked, by what is certain (`grade_low`)
};

/// A unit with all that are below it. A unit's own portal counts for itself and for every unit above it.
struct Node {
    std::size_t unit = 0;
    unsigned depth = 0;
    bool has_children = false;
    Aggregate all;
};

struct Place {
    std::size_t unit = 0;
    std::uint64_t rank = 0;  ///< equal scores have equal ranks, and the next one counts all before it: 1, 2, 2, 4
};

/// Units that can be compared: judged by one profile, of one type.
struct Ranking {
    std::string profile;
    std::string unit_type;
    std::vector<Place> places;  ///< the best first; of equals by id
};

struct RuleCount {
    std::size_t rule = 0;       ///< of the round's rules
    std::map<std::string, std::uint64_t> verdicts;
    std::uint64_t decided = 0;  ///< passed, partly or failed
    double met = 0;             ///< share of the decided that is met, with `partly` by its share: 0 to 1
    double points_lost = 0;
};

struct ItemCount {
    std::string id;
    std::map<std::string, std::uint64_t> states;
};

struct RollUp {
    Aggregate all;
    std::vector<Node> tree;          ///< every unit, those below a unit right behind it, in the order of the list
    std::vector<Ranking> rankings;   ///< by profile and type
    std::vector<std::size_t> under_floor;      ///< units, by id
    std::vector<std::size_t> could_not_judge;  ///< units, by id
    std::vector<std::size_t> waiting;          ///< units, by id
    std::vector<RuleCount> rules;    ///< the least met first, then by points lost, then by id
    std::vector<ItemCount> items;    ///< by id
    ServiceCounts services;
};

bool is_ranked(const Standing& standing, double coverage_floor);

RollUp roll_up(const Round& round);

/// A column of a map of rules: some units and what they have in common as far as one word goes.
struct Cluster {
    std::string title;
    std::vector<std::size_t> units;  ///< judged ones
};

/// Columns for a map of rules by units, at most `most` (at least 2): the judged units themselves where they are few enough, else the units
/// that hold others, else types. Titles in `lang`.
std::vector<Cluster> clusters(const Round& round, const RollUp& rolled, std::size_t most, Lang lang);

/// The share (0 to 1) of a rule that the units of a cluster meet, where it is decided; nothing where it is for none.
/// One row for each of the round's rules, one cell for each cluster.
std::vector<std::vector<std::optional<double>>> met_by(const Round& round, const std::vector<Cluster>& clusters);

}  // namespace pa::campaign
