// What verdicts and severities mean and are called, for the gate, comparisons and reports alike.
#pragma once

#include "audit/audit.hpp"
#include "base/message.hpp"

#include <string_view>
#include <vector>

namespace pa::audit {

/// Severities as rules name them, from the mildest to the gravest.
const std::vector<std::string>& severities();

/// Failed or partly: something is to be mended, whether or not an act excuses from it.
bool is_defect(const Finding& finding);

/// How good a verdict is: failed 0, partly 1, everything that is no defect 2.
int goodness(std::string_view verdict);

/// The word for people; a name that is not known is its own word.
Text verdict_word(std::string_view verdict);
Text severity_word(std::string_view severity);

/// A number with at most two decimals; the Vietnamese text has a decimal comma.
Text number(double value);

}  // namespace pa::audit
