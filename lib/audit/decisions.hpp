// What people decided about an audit beforehand: overlays on the rules, and acts that excuse from them.
#pragma once

#include "base/message.hpp"

#include <string>
#include <vector>

namespace pa::audit {

struct TailoringChange {
    std::string rule;
    std::string what;   ///< selected, unselected, points, or a parameter's name
    std::string from;
    std::string to;
    Text reason;
};

struct Tailoring {
    std::string id;
    Text title;
    std::string authority;
    std::string sha256;   ///< of the overlay's file
    std::vector<TailoringChange> changes;
};

struct Waiver {
    std::string authority;
    std::string number;
    std::string issued;               ///< ISO 8601 dates
    std::string from;
    std::string until;                ///< the first day on which it no longer counts
    Text reason;
    std::vector<std::string> rules;
    std::vector<std::string> portals;
    std::string state;                ///< used, unused, expired, not-yet, other-portal
};

}  // namespace pa::audit
