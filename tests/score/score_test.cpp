#include "score/score.hpp"

#include <doctest/doctest.h>

using namespace pa;
using check::Verdict;

TEST_CASE("what a verdict brings")
{
    struct Row {
        Verdict verdict;
        double share;
        double points;
        score::Centipoints low, high, possible;
    };
    const Row rows[] = {
        {Verdict::passed, 0, 5, 500, 500, 500},
        {Verdict::partly, 0.5, 5, 250, 250, 500},
        {Verdict::partly, 1.0 / 3, 2, 67, 67, 200},  // rounded to a hundredth
        {Verdict::failed, 0, 5, 0, 0, 500},
        // what is not known lies between nothing and all
        {Verdict::cannot_tell, 0, 5, 0, 500, 500},
        {Verdict::needs_human, 0, 5, 0, 500, 500},
        // leaves both sums
        {Verdict::not_applicable, 0, 5, 0, 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(check::name_of(row.verdict));
        const score::Earned earned = score::earned(row.verdict, row.share, row.points);
        CHECK(earned.low == row.low);
        CHECK(earned.high == row.high);
        CHECK(earned.possible == row.possible);
    }
}

TEST_CASE("the interval closes when all is known")
{
    score::Sum sum;
    CHECK(sum.low_percent() == 0);
    CHECK(sum.coverage_percent() == 0);
    sum.add(score::earned(Verdict::passed, 0, 3));
    sum.add(score::earned(Verdict::failed, 0, 1));
    CHECK(sum.low_percent() == 75);
    CHECK(sum.high_percent() == 75);
    CHECK(sum.coverage_percent() == 100);
    sum.add(score::earned(Verdict::cannot_tell, 0, 4));
    CHECK(sum.low_percent() == 37.5);
    CHECK(sum.high_percent() == 87.5);
    CHECK(sum.coverage_percent() == 50);
}

TEST_CASE("percent is cut, not rounded: 89.999 is no A")
{
    score::Sum sum;
    sum.low = 89'999;
    sum.possible = 100'000;
    CHECK(sum.low_percent() == 89.99);
    CHECK(score::grade_of(sum.low_percent(), {{"A", 90}, {"B", 80}, {"E", 0}}) == "B");
    CHECK(score::grade_of(90, {{"A", 90}, {"B", 80}, {"E", 0}}) == "A");
    CHECK(score::grade_of(50, {}) == "");
}
