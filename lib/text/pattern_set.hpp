// Many patterns looked for in one go over a text: one pass whatever their number, where `Pattern::find` would be a pass each.
#pragma once

#include "text/pattern.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace pa::text {

/// Read-only once made, safe to share between threads.
class PatternSet {
public:
    explicit PatternSet(std::span<const Pattern> patterns);

    /// For each pattern, whether it is in `text` (`Pattern::is_in`).
    std::vector<bool> in(std::string_view text) const;

private:
    struct Compiled;
    std::vector<Pattern> patterns_;
    std::shared_ptr<const Compiled> compiled_;  ///< null where they are too much for one automaton
};

}  // namespace pa::text
