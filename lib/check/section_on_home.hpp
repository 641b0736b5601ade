// Sections that are a block of the home page, as portals show news or documents.
#pragma once

#include "check/section.hpp"

#include <optional>

namespace pa::check {

/// The block of the home page under a heading that is one of the query's labels, with entries that lead on or carry days.
std::optional<Candidate> section_on_home(const Context& context, const SectionQuery& query);

}  // namespace pa::check
