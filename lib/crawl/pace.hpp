// How fast one host is asked: as fast as the options say, slower as soon as it asks for that or struggles, and not at all
// for a while when it does not answer (a circuit breaker). Time comes in from outside.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace pa::crawl {

struct Pace {
    std::chrono::milliseconds interval{100};  ///< between the starts of two requests to one host
    std::chrono::milliseconds least_public{0};///< the least interval towards hosts that are not a private address
    unsigned connections = 4;                 ///< requests in flight to one host
    std::chrono::milliseconds backoff{1000};  ///< the first pause after a push-back; doubles up to 64 times that
    std::chrono::milliseconds slow{4000};     ///< an answer that takes longer is a sign of strain
};

/// What an answer says about the host.
enum class Strain {
    none,
    slow,         ///< it took longer than `Pace::slow`
    pushed_back,  ///< 429, 503, or a page that blocks robots
    failed,       ///< no answer, or a server error
};

class HostPace {
public:
    using Time = std::chrono::steady_clock::time_point;

    HostPace() : HostPace(Pace{}) {}
    explicit HostPace(const Pace& pace) : pace_(pace), interval_(pace.interval), connections_(pace.connections) {}

    /// At least this much between two requests (Crawl-delay).
    void slow_down_to(std::chrono::milliseconds interval);

    bool may_start(Time now) const { return !given_up_ && in_flight_ < connections_ && now >= next_start_; }
    Time next_start() const { return next_start_; }
    void start(Time now);

    /// To be called for every answer to `start`. `retry_after` is what a Retry-After field asks for; counted up to two
    /// minutes. Gives what to write into the log when the pace changes.
    std::optional<std::string> answered(Time now, Strain strain, std::optional<std::chrono::milliseconds> retry_after = {});

    /// A page that turned out to keep visitors out, after its answer was counted.
    std::string blocked(Time now) { return push_back(now, std::nullopt); }

    /// For second looks: one request at a time, five intervals apart.
    void calm();

    /// The host did not come back after the longest pause: it is not asked any more.
    bool given_up() const { return given_up_; }
    unsigned in_flight() const { return in_flight_; }
    std::chrono::milliseconds interval() const { return interval_; }
    unsigned connections() const { return connections_; }

private:
    std::string push_back(Time now, std::optional<std::chrono::milliseconds> retry_after);
    std::optional<std::string> fail(Time now);
    std::optional<std::string> recover();
    std::chrono::milliseconds next_backoff();
    std::string state() const;

    Pace pace_;
    std::chrono::milliseconds interval_;
    std::chrono::milliseconds floor_{0};  ///< Crawl-delay
    unsigned connections_;
    unsigned in_flight_ = 0;
    unsigned good_run_ = 0;
    unsigned fail_run_ = 0;
    unsigned slow_run_ = 0;
    unsigned doublings_ = 0;
    unsigned breaks_ = 0;
    bool given_up_ = false;
    Time next_start_{};
};

}  // namespace pa::crawl
