// What is wrong with packs and profiles beyond what keeps them from being read.
#pragma once

#include "rule/rule.hpp"

namespace pa::rule {

/// Errors: a rule without an example that passes and one that fails, or, where only a person can judge, one that needs a
/// person; a profile whose rules' points are not the total that it states; a rule's own dates outside of those of its pack.
/// Warnings: two rules of one pack that look for different items by the same label; texts that are the same in both
/// languages; rules in no profile's reach.
void lint(const Library& library, std::span<const KindSpec> kinds, Diagnostics& diagnostics);

}  // namespace pa::rule
