#include "crawl/pace.hpp"

#include <doctest/doctest.h>

using namespace pa::crawl;
using std::chrono::milliseconds;

namespace {

// A host and a clock that stands where it is put.
struct Run {
    Pace pace;
    HostPace host;
    HostPace::Time now{};

    explicit Run(Pace given = {}) : pace(given), host(given) { now += std::chrono::hours(1); }

    std::optional<std::string> answer(Strain strain, std::optional<milliseconds> retry_after = {})
    {
        host.start(now);
        return host.answered(now, strain, retry_after);
    }
    milliseconds pause() const { return std::chrono::duration_cast<milliseconds>(host.next_start() - now); }
};

}  // namespace

TEST_CASE("the interval and the number at a time hold")
{
    Run run;
    for (unsigned i = 0; i < run.pace.connections; ++i) {
        REQUIRE(run.host.may_start(run.now));
        run.host.start(run.now);
        CHECK_FALSE(run.host.may_start(run.now));
        CHECK_FALSE(run.host.may_start(run.now + milliseconds(99)));
        run.now += milliseconds(100);
    }
    CHECK_FALSE(run.host.may_start(run.now + std::chrono::hours(1)));  // as many are in flight as may be
    CHECK_FALSE(run.host.answered(run.now, Strain::none));
    CHECK(run.host.may_start(run.now));
}

TEST_CASE("RFC 9110, 10.2.3: Retry-After is waited for, up to two minutes")
{
    struct Row {
        std::optional<milliseconds> asked;
        milliseconds waited;
    };
    for (const Row& row : {Row{milliseconds(7000), milliseconds(7000)}, Row{milliseconds(999'000'000), milliseconds(120'000)}, Row{{}, milliseconds(1000)}}) {
        Run run;
        CHECK(run.answer(Strain::pushed_back, row.asked).has_value());
        CHECK(run.pause() == row.waited);
        CHECK(run.host.connections() == 1);
        CHECK(run.host.interval() == milliseconds(200));
    }
}

TEST_CASE("pauses double with each push-back, intervals too, and both have an end")
{
    Run run;
    const int pauses[] = {1, 2, 4, 8, 16, 32, 64, 64, 64};
    for (const int seconds : pauses) {
        run.answer(Strain::pushed_back);
        CHECK(run.pause() == std::chrono::seconds(seconds));
        run.now = run.host.next_start();
    }
    CHECK(run.host.interval() == milliseconds(10'000));
}

TEST_CASE("a host that answers well again is asked as before, step by step")
{
    Run run;
    run.answer(Strain::pushed_back);
    run.answer(Strain::pushed_back);
    CHECK(run.host.interval() == milliseconds(400));
    int steps = 0;
    for (int i = 0; i < 200; ++i) {
        steps += run.answer(Strain::none) ? 1 : 0;
    }
    CHECK(steps == 3);  // one connection more each: 2, 3, 4
    CHECK(run.host.interval() == run.pace.interval);
    CHECK(run.host.connections() == run.pace.connections);
}

TEST_CASE("slow answers halve the requests at a time")
{
    Run run;
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(run.answer(Strain::slow));
    }
    CHECK(run.answer(Strain::slow).has_value());
    CHECK(run.host.connections() == 2);
    for (int i = 0; i < 20; ++i) {
        run.answer(Strain::slow);
    }
    CHECK(run.host.connections() == 1);
    CHECK(run.host.interval() == run.pace.interval);
}

TEST_CASE("failures in a row open the circuit; one answer closes it; a host that stays away is given up")
{
    Run run;
    for (int i = 0; i < 4; ++i) {
        CHECK_FALSE(run.answer(Strain::failed));
    }
    CHECK(run.answer(Strain::failed).has_value());
    CHECK(run.pause() == std::chrono::seconds(4));
    CHECK(run.host.connections() == 1);
    SUBCASE("it comes back")
    {
        run.now = run.host.next_start();
        run.answer(Strain::none);
        for (int i = 0; i < 4; ++i) {
            CHECK_FALSE(run.answer(Strain::failed));
        }
        CHECK_FALSE(run.host.given_up());
    }
    SUBCASE("it does not")
    {
        for (const int seconds : {16, 64, 256}) {
            run.now = run.host.next_start();
            CHECK(run.answer(Strain::failed).has_value());  // one request decides
            CHECK(run.pause() == std::chrono::seconds(seconds));
            CHECK_FALSE(run.host.given_up());
        }
        run.now = run.host.next_start();
        run.answer(Strain::failed);
        CHECK(run.host.given_up());
        CHECK_FALSE(run.host.may_start(run.now + std::chrono::hours(1)));
    }
}

TEST_CASE("Crawl-delay is a floor that nothing goes below")
{
    Run run;
    run.host.slow_down_to(milliseconds(3000));
    CHECK(run.host.interval() == milliseconds(3000));
    run.answer(Strain::pushed_back);
    CHECK(run.host.interval() == milliseconds(6000));
    for (int i = 0; i < 200; ++i) {
        run.answer(Strain::none);
    }
    CHECK(run.host.interval() == milliseconds(3000));
    run.host.slow_down_to(milliseconds(10));
    CHECK(run.host.interval() == milliseconds(3000));
}

TEST_CASE("without an interval there is none to double, but the pause holds")
{
    Pace pace;
    pace.interval = milliseconds(0);
    Run run(pace);
    run.answer(Strain::pushed_back);
    CHECK(run.host.interval() == milliseconds(0));
    CHECK(run.pause() == milliseconds(1000));
}
