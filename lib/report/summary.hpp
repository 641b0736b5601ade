// What every report for people tells: the costliest failures, the way to the next grade, and the words for
// verdicts and states in both languages.
#pragma once

#include "audit/audit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pa::report {

/// Findings that certainly cost points, the most points first, then in the order of the audit.
std::vector<const audit::Finding*> losses(const audit::Audit& audit);

/// Findings that are not decided, the most points first.
std::vector<const audit::Finding*> undecided(const audit::Audit& audit);

/// The points that a finding certainly costs.
double lost_points(const audit::Finding& finding);

/// The fewest losses to mend so that the low end of the score reaches the next better grade.
struct NextGrade {
    std::string name;                            ///< empty: there is none, or mending alone does not reach it
    double points = 0;                           ///< that are missing
    std::vector<const audit::Finding*> mend;
};
NextGrade next_grade(const audit::Audit& audit);

std::string verdict_word(std::string_view verdict, Lang lang);
std::string state_word(std::string_view state, Lang lang);
std::string unit_type_word(std::string_view type, Lang lang);
std::string severity_word(std::string_view severity, Lang lang);
std::string form_word(std::string_view form, Lang lang);

/// "61.20 – 83.40 %", or "61.20 %" where the ends meet; decimal comma in Vietnamese.
std::string interval(const audit::Percent& percent, Lang lang);
/// A number with at most two decimals, decimal comma in Vietnamese.
std::string number(double value, Lang lang);
/// "C", or "D – B".
std::string grade(const std::string& low, const std::string& high);
std::string grade(const audit::Score& score);
std::string grade(const audit::WaivedScore& score);

/// Whether an act excuses from anything.
bool has_used_waiver(const audit::Audit& audit);
std::string waiver_word(std::string_view state, Lang lang);
/// "selected", "points", or the parameter that an overlay sets.
std::string change_word(const std::string& what, Lang lang);

}  // namespace pa::report
