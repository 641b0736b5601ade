// How a fetch is getting on, while it runs: a line on a terminal for people, or lines of JSON on standard error for programs
// (portalaudit-fetch(1)).
#pragma once

#include "cmd/env.hpp"

#include "crawl/crawl.hpp"

#include <deque>

namespace pa::cmd {

enum class ProgressMode { none, line, json };

/// A text as a JSON string, of at most 2,000 characters, without control characters.
std::string json_text(std::string_view text);

/// The rate of the last ten seconds, and what it means for what is left. Time comes in from outside.
class Rate {
public:
    using Time = std::chrono::steady_clock::time_point;

    void add(Time now, std::uint64_t fetched);
    /// Pages a second; 0 while less than half a second was seen.
    double per_second() const;
    /// Seconds that `waiting` addresses take at least; nothing while there is no rate.
    std::optional<std::uint64_t> seconds_for(std::uint64_t waiting) const;

private:
    struct Sample {
        Time at;
        std::uint64_t fetched = 0;
    };
    std::deque<Sample> samples_;
};

class ProgressTeller {
public:
    ProgressTeller(const Env& env, ProgressMode mode) : env_(env), mode_(mode) {}
    ~ProgressTeller();
    ProgressTeller(const ProgressTeller&) = delete;
    ProgressTeller& operator=(const ProgressTeller&) = delete;

    bool is_wanted() const { return mode_ != ProgressMode::none; }
    void begin(std::string_view address, std::string_view file);
    /// Tells at most five times a second on a terminal, once a second in JSON.
    void show(const crawl::Progress& progress);
    /// The last state and how it ended: "complete", "stopped" or "failed".
    void end(std::string_view how);

private:
    std::string line(const crawl::Progress& progress) const;
    std::string json(std::string_view event, const crawl::Progress& progress, std::string_view how) const;

    const Env& env_;
    ProgressMode mode_;
    Rate rate_;
    crawl::Progress last_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point told_{};
    bool shown_ = false;
};

}  // namespace pa::cmd
