// What a campaign is about: state agencies in a tree, and what one round learned of each.
#pragma once

#include "audit/audit.hpp"
#include "base/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::campaign {

/// A row of a list of units. All text is UTF-8 in NFC.
struct Unit {
    std::string id;        ///< unique within the list; also the name of the unit's folder, so [a-z0-9._-] and no leading dot
    std::string name;
    std::string type;      ///< a unit type of the rule packs, such as "province"; empty: the profile's own
    std::string parent;    ///< id of another unit, or empty for a root
    std::string url;       ///< http(s) address of its portal; empty: a unit without a portal, which only holds others
    std::string profile;   ///< empty: the one of the run
    std::string notes;
    std::uint32_t line = 0;  ///< in the list, from 1
};

enum class State {
    waiting,          ///< not begun, or broken off
    judged,
    could_not_judge,  ///< unreachable, blocked, or its evidence could not be judged
};

/// "waiting", "judged", "could-not-judge".
std::string_view name_of(State state);

/// What a round learned of one unit. `audit` is there when it was judged.
struct UnitOutcome {
    Unit unit;
    State state = State::waiting;
    Text why;                            ///< for `could_not_judge`
    std::optional<audit::Audit> audit;
};

}  // namespace pa::campaign
