#include "campaign/lanes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace pa;
using namespace pa::campaign;

namespace {

const std::atomic<bool> never{false};

std::vector<Task> tasks(std::size_t count, std::size_t hosts)
{
    std::vector<Task> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back({i, fmt::format("h{}", i % hosts), false});
    }
    return out;
}

}  // namespace

TEST_CASE("every task is done once, those of one host never at the same time")
{
    std::mutex mutex;
    std::map<std::size_t, int> done;
    std::map<std::size_t, int> at_work;
    int most_of_host = 0;
    const Job job = [&](std::size_t unit, const std::atomic<bool>&) -> Result<Step> {
        {
            const std::lock_guard lock(mutex);
            most_of_host = std::max(most_of_host, ++at_work[unit % 5]);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const std::lock_guard lock(mutex);
        --at_work[unit % 5];
        ++done[unit];
        return Step::done;
    };
    CHECK(run_lanes(tasks(100, 5), 16, job, [] {}, never));
    CHECK(done.size() == 100);
    CHECK(std::all_of(done.begin(), done.end(), [](const auto& row) { return row.second == 1; }));
    CHECK(most_of_host == 1);
}

TEST_CASE("what is to be tried again comes after all others")
{
    std::vector<std::size_t> order;
    const Job job = [&](std::size_t unit, const std::atomic<bool>&) -> Result<Step> {
        order.push_back(unit);
        return unit == 0 && order.size() == 1 ? Step::again : Step::done;
    };
    std::vector<Task> list = tasks(4, 4);
    list[1].is_again = true;
    CHECK(run_lanes(std::move(list), 1, job, [] {}, never));
    CHECK(order == std::vector<std::size_t>{0, 2, 3, 1, 0});
}

TEST_CASE("a failure ends the rest and is given; so is an exception")
{
    std::atomic<int> begun{0};
    const Job failing = [&](std::size_t unit, const std::atomic<bool>& stop) -> Result<Step> {
        ++begun;
        if (unit == 3) {
            return fail(ErrorKind::io, msg("the disk is full"));
        }
        while (!stop) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return Step::done;
    };
    const auto failed = run_lanes(tasks(100, 100), 4, failing, [] {}, never);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().kind == ErrorKind::io);
    CHECK(begun == 4);
    const Job throwing = [](std::size_t, const std::atomic<bool>&) -> Result<Step> { throw std::runtime_error("of a library"); };
    const auto thrown = run_lanes(tasks(1, 1), 1, throwing, [] {}, never);
    REQUIRE_FALSE(thrown);
    CHECK(thrown.error().kind == ErrorKind::internal);
}

TEST_CASE("who stops is heard, and nothing new is begun")
{
    std::atomic<bool> stop{false};
    std::atomic<int> begun{0};
    const Job job = [&](std::size_t, const std::atomic<bool>& stopped) -> Result<Step> {
        ++begun;
        while (!stopped) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return Step::done;
    };
    CHECK(run_lanes(tasks(10, 10), 3, job, [&] { stop = begun == 3; }, stop));
    CHECK(begun == 3);
    CHECK(run_lanes({}, 3, job, [] {}, never));
}
