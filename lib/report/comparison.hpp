// What changed between two audits, for people and for programs.
#pragma once

#include "audit/compare.hpp"

#include <string>

namespace pa::report {

enum class Sheet { text, markdown };

/// For the terminal, or for a comment on a merge request. Each section shows at most `shown` entries and counts the rest.
std::string comparison_text(const audit::Comparison& comparison, Lang lang, Sheet sheet, std::size_t shown = 20);

/// All of it. Names and words are the same in every language; described in portalaudit-diff(1).
std::string comparison_json(const audit::Comparison& comparison);

/// "worse", "better", …; "portal", "rules", …: the words of the JSON.
std::string_view name_of(audit::Turn turn);
std::string_view name_of(audit::Cause cause);

}  // namespace pa::report
