// What kinds share that ask something of an item which another rule looks for.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"

#include <string_view>
#include <vector>

namespace pa::check {

/// The item where the portal has it. Where it does not, or where that is not known, null, and `out` says so: failed or
/// `without`, and cannot tell.
const Item* present_item(const Context& context, std::string_view id, Verdict without, Judgement& out);

/// Those of the item's pages that are in the evidence and can be read, the section's page first, at most `most`.
std::vector<site::PageId> pages_of(const Context& context, const Item& item, std::size_t most);

/// The address and the label that a proof about the item as a whole names.
Proof proof_of(const Item& item, Message what);

/// How many of those that were known did what is asked: passed for all, failed for none, partly with the share. To be called
/// with `known` above 0.
void conclude_share(std::size_t right, std::size_t known, Judgement& out);

}  // namespace pa::check
