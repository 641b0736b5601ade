#include "crawl/pace.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pa::crawl {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_retry_after{120'000};
constexpr milliseconds longest_interval{10'000};
constexpr milliseconds least_slowed{100};   // an interval that is doubled starts from here
constexpr unsigned most_doublings = 6;
constexpr unsigned good_run_to_recover = 20;
constexpr unsigned slow_run_to_halve = 4;
constexpr unsigned fail_run_to_break = 5;
constexpr unsigned breaks_to_give_up = 4;

}  // namespace

void HostPace::slow_down_to(milliseconds interval)
{
    floor_ = std::max(floor_, interval);
    interval_ = std::max(interval_, floor_);
}

void HostPace::start(Time now)
{
    next_start_ = std::max(next_start_, now + interval_);
    ++in_flight_;
}

std::string HostPace::state() const { return fmt::format("interval {} ms, {} at a time", interval_.count(), connections_); }

milliseconds HostPace::next_backoff() { return pace_.backoff * (1U << std::min(doublings_++, most_doublings)); }

std::string HostPace::push_back(Time now, std::optional<milliseconds> retry_after)
{
    const milliseconds own = next_backoff();
    const milliseconds pause = retry_after ? std::min(*retry_after, longest_retry_after) : own;
    next_start_ = std::max(next_start_, now + pause);
    connections_ = 1;
    if (pace_.interval > milliseconds(0)) {
        interval_ = std::min(std::max(interval_ * 2, least_slowed), std::max(longest_interval, floor_));
    }
    return fmt::format("pushed back, paused {} ms; {}", pause.count(), state());
}

std::optional<std::string> HostPace::fail(Time now)
{
    if (++fail_run_ < fail_run_to_break) {
        return std::nullopt;
    }
    connections_ = 1;  // half-open: one request decides
    if (++breaks_ > breaks_to_give_up) {
        given_up_ = true;
        return "given up: it does not come back";
    }
    fail_run_ = fail_run_to_break - 1;
    const milliseconds pause = pace_.backoff * (1U << (2 * breaks_));
    next_start_ = std::max(next_start_, now + pause);
    return fmt::format("circuit open after failures in a row, paused {} ms", pause.count());
}

std::optional<std::string> HostPace::recover()
{
    fail_run_ = 0;
    slow_run_ = 0;
    breaks_ = 0;
    if (++good_run_ < good_run_to_recover) {
        return std::nullopt;
    }
    good_run_ = 0;
    const milliseconds normal = std::max(pace_.interval, floor_);
    if (connections_ == pace_.connections && interval_ == normal) {
        return std::nullopt;
    }
    connections_ = std::min(pace_.connections, connections_ + 1);
    interval_ = std::max(normal, interval_ / 2);
    doublings_ -= doublings_ > 0 ? 1U : 0U;
    return "recovering; " + state();
}

std::optional<std::string> HostPace::answered(Time now, Strain strain, std::optional<milliseconds> retry_after)
{
    in_flight_ -= in_flight_ > 0 ? 1U : 0U;
    if (strain == Strain::none) {
        return recover();
    }
    good_run_ = 0;
    if (strain == Strain::failed) {
        return fail(now);
    }
    fail_run_ = 0;
    if (strain == Strain::pushed_back) {
        return push_back(now, retry_after);
    }
    if (++slow_run_ < slow_run_to_halve || connections_ == 1) {
        return std::nullopt;
    }
    slow_run_ = 0;
    connections_ = std::max(1U, connections_ / 2);
    return "slow answers; " + state();
}

void HostPace::calm()
{
    connections_ = 1;
    interval_ = std::max(interval_, pace_.interval * 5);
    given_up_ = false;
}

}  // namespace pa::crawl
