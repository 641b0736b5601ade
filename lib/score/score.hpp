// Findings and points to an interval. An unknown is neither a pass nor a failure, so it widens the score.
#pragma once

#include "check/finding.hpp"
#include "rule/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pa::score {

/// Points in hundredths, so that sums are exact and the numbers printed add up.
using Centipoints = std::int64_t;

Centipoints centipoints(double points);

/// What one finding brings.
struct Earned {
    Centipoints low = 0;
    Centipoints high = 0;
    Centipoints possible = 0;  ///< 0 for not-applicable: it leaves both sums
};

/// passed: all; partly: its share, rounded to a hundredth; failed: none; cannot-tell and needs-human: [0, points].
Earned earned(check::Verdict verdict, double share, double points);

struct Sum {
    Centipoints low = 0;
    Centipoints high = 0;
    Centipoints possible = 0;
    Centipoints decided = 0;

    void add(const Earned& earned);
    /// Percent with two decimals (truncated, so that no one is lifted over a grade by rounding); 0 of nothing.
    double low_percent() const;
    double high_percent() const;
    double coverage_percent() const;
};

/// The best grade whose lower bound is reached; empty without grades.
std::string grade_of(double percent, const std::vector<rule::Grade>& grades);

}  // namespace pa::score
