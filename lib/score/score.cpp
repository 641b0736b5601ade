#include "score/score.hpp"

#include <cmath>

namespace pa::score {

namespace {

double percent(Centipoints part, Centipoints whole)
{
    return whole == 0 ? 0 : static_cast<double>(part * 10000 / whole) / 100;
}

}  // namespace

Centipoints centipoints(double points) { return std::llround(points * 100); }

Earned earned(check::Verdict verdict, double share, double points)
{
    using check::Verdict;
    const Centipoints all = centipoints(points);
    switch (verdict) {
    case Verdict::passed:
        return {all, all, all};
    case Verdict::partly: {
        const Centipoints part = std::llround(static_cast<double>(all) * share);
        return {part, part, all};
    }
    case Verdict::failed:
        return {0, 0, all};
    case Verdict::cannot_tell:
    case Verdict::needs_human:
        return {0, all, all};
    case Verdict::not_applicable:
        break;
    }
    return {};
}

void Sum::add(const Earned& earned)
{
    low += earned.low;
    high += earned.high;
    possible += earned.possible;
    decided += earned.low == earned.high ? earned.possible : 0;
}

double Sum::low_percent() const { return percent(low, possible); }
double Sum::high_percent() const { return percent(high, possible); }
double Sum::coverage_percent() const { return percent(decided, possible); }

std::string grade_of(double value, const std::vector<rule::Grade>& grades)
{
    for (const rule::Grade& grade : grades) {
        if (value >= grade.from) {
            return grade.name;
        }
    }
    return "";
}

}  // namespace pa::score
