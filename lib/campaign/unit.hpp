// What a campaign is about: the units (state agencies) whose portals are audited as one round, in a tree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pa::campaign {

/// A row of a list of units. Texts are UTF-8, one line, without blanks at their ends.
struct Unit {
    std::string id;      ///< unique in the list, whatever its case; also the name of the unit's folder: [A-Za-z0-9._-], at most 100
    std::string name;    ///< may be empty
    std::string type;    ///< a unit type of the rule packs ("province"); empty: that of the run
    std::string parent;  ///< id of the unit above, or empty
    std::string url;     ///< http(s) address of the portal; empty: the unit has none in this list and only holds others
    std::string profile; ///< empty: that of the run
    std::string notes;
    std::uint32_t line = 0;  ///< in the list, from 1

    const std::string& shown() const { return name.empty() ? id : name; }
    /// The same in everything but the line.
    bool is_same(const Unit& other) const;
};

/// A part of a list, so that several machines share a round: the units whose id's hash leaves `index - 1` when divided by
/// `count`. Which part a unit is in depends on nothing but its id and `count`.
struct Shard {
    std::uint32_t index = 1;  ///< from 1 to `count`
    std::uint32_t count = 1;

    bool has(const Unit& unit) const;
    bool is_whole() const { return count == 1; }
    /// "2-of-5".
    std::string name() const;
    bool operator==(const Shard&) const = default;
};

}  // namespace pa::campaign
