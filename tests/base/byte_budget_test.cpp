#include "base/byte_budget.hpp"

#include <doctest/doctest.h>

using namespace pa;

TEST_CASE("over the limit one holder may grow, until it is settled")
{
    const auto budget = std::make_shared<ByteBudget>(100);
    const int a = 0;
    const int b = 0;
    CHECK(budget->may_grow(&a));
    budget->add(100);
    CHECK(budget->may_grow(&b));  // the first that asks
    CHECK_FALSE(budget->may_grow(&a));
    budget->add(50);
    CHECK(budget->may_grow(&b));
    budget->settled(&b);
    CHECK(budget->may_grow(&a));
}

TEST_CASE("what is held goes with the last copy of its token")
{
    const auto budget = std::make_shared<ByteBudget>(100);
    const int a = 0;
    const int b = 0;
    budget->add(100);
    auto token = ByteBudget::hold(budget, 100);
    auto copy = token;
    token.reset();
    CHECK(budget->may_grow(&a));
    CHECK_FALSE(budget->may_grow(&b));  // still full
    copy.reset();
    CHECK(budget->may_grow(&b));
}
