// Rules tried on the examples that they carry.
#pragma once

#include "check/finding.hpp"
#include "rule/rule.hpp"

#include <span>
#include <vector>

namespace pa::author {

/// The day that examples are looked at on: 2026-11-23, a Monday.
time::Moment example_moment();

/// Makes the example's portal, fetches it as any other is fetched, and judges it by `rule`. Rules of `library` that find
/// the item which `rule` is about are applied too. Fails with `config` where a check cannot be made, with `usage` where
/// the example is no portal, with `io` where no temporary file can be written.
Result<check::Judgement> judged(const rule::Example& example, const rule::Rule& rule, const rule::Library& library);

}  // namespace pa::author
