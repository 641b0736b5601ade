// "Did you mean …?" for every unknown name, one way.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pa::text {

/// The number of insertions, deletions, changes and swaps of neighbours (optimal string alignment, in
/// bytes) between `a` and `b`; `limit + 1` as soon as it is more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The name of `known` that is nearest to `unknown`, within a third of its length; the first of equals.
/// Empty when none is near.
std::string nearest(std::string_view unknown, std::span<const std::string> known);

}  // namespace pa::text
