// What a round learned of each unit: the part of an audit that rolling up, ranking and trends need, and no moment of it, so
// that a round that was broken off and gone on with, or done in shards, gives the same summary as one that was not.
#pragma once

#include "audit/audit.hpp"
#include "campaign/unit.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::campaign {

enum class State {
    no_portal,        ///< the list names no address: the unit only holds others
    waiting,          ///< not begun, or broken off
    judged,
    could_not_judge,  ///< unreachable, blocked, or its evidence could not be judged
};

/// "no-portal", "waiting", "judged", "could-not-judge".
std::string_view name_of(State state);
/// Nothing for another name.
std::optional<State> state_named(std::string_view name);
/// The word for people.
Message word_of(State state);

struct RuleVerdict {
    std::string rule;
    std::string verdict;
    double share = 0;
    audit::Points points;
    std::string waiver;
};

struct ItemState {
    std::string id;
    std::string state;
};

struct ServiceCounts {
    std::uint64_t all = 0;
    std::uint64_t with_issues = 0;
    std::uint64_t missing = 0;                      ///< of a list that was handed in
    std::map<std::string, std::uint64_t> declared;  ///< by level or extent; "none" where none is
    std::map<std::string, std::uint64_t> observed;  ///< by the level that the evidence supports at least
};

struct Standing {
    std::string unit;  ///< id
    State state = State::waiting;
    std::uint64_t attempts = 0;
    Text why;          ///< for `could_not_judge`

    // Where it was judged:
    std::string home;
    std::string unit_type;
    std::string profile;
    std::string as_of;
    bool complete = false;
    audit::Percent percent;
    audit::Points points;
    std::string grade_low;
    std::string grade_high;
    audit::WaivedScore with_waivers;
    std::map<std::string, std::uint64_t> verdicts;
    std::uint64_t pages = 0;
    std::uint64_t failed = 0;
    std::uint64_t blocked = 0;
    std::vector<RuleVerdict> findings;  ///< in the order of the packs
    std::vector<ItemState> items;       ///< sorted by id
    ServiceCounts services;
};

/// A rule as its findings tell of it.
struct RuleTexts {
    std::string id;
    Text title;
    std::string group;
    std::string instrument;
    std::string article;
    std::string severity;
    std::string item;
};

struct ProfileTexts {
    std::string id;
    Text title;
    std::vector<audit::Grade> grades;
};

/// A round: the list and what was learned.
struct Round {
    std::vector<Unit> units;
    std::vector<Standing> standings;   ///< one for each unit, in the same order
    std::vector<RuleTexts> rules;      ///< sorted by id
    std::vector<ProfileTexts> profiles;///< sorted by id
    double coverage_floor = 50;        ///< in percent; a unit under it is listed and not ranked
    bool is_judged_again = false;      ///< by rules of a later day than that of the evidence
};

/// A round in which nothing is judged yet.
Round begin_round(std::vector<Unit> units, double coverage_floor);

/// Puts what an audit says into the round, for the unit with that number.
void take(Round& round, std::size_t unit, const audit::Audit& audit, std::uint64_t attempts);

/// A standing, its rules' texts and profiles as JSON, for stores; the same value gives the same bytes.
std::string to_json(const Standing& standing);
std::string to_json(const RuleTexts& rule);
std::string to_json(const ProfileTexts& profile);
/// Fail with `damaged`, naming `what`.
Result<Standing> standing_from_json(const std::string& json, const std::string& what);
Result<RuleTexts> rule_from_json(const std::string& json, const std::string& what);
Result<ProfileTexts> profile_from_json(const std::string& json, const std::string& what);

/// Adds what is not known yet, by id.
void add_rule(Round& round, RuleTexts rule);
void add_profile(Round& round, ProfileTexts profile);

}  // namespace pa::campaign
