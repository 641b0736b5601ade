// How a batch is getting on, while it runs: a line on a terminal for people, or lines of JSON on standard error for programs
// (portalaudit-batch(1)). Portals that could not be judged are named as they come.
#pragma once

#include "cmd/batching.hpp"
#include "cmd/progress.hpp"

#include <map>
#include <mutex>

namespace pa::cmd {

class BatchProgress final : public BatchObserver {
public:
    BatchProgress(const Env& env, ProgressMode mode) : env_(env), mode_(mode) {}

    void began(const campaign::Unit& unit) override;
    void got_on(const campaign::Unit& unit, const crawl::Progress& progress) override;
    void ended(const campaign::Unit& unit, const campaign::Outcome& outcome) override;

    void begin(const std::string& folder, const BatchCounts& counts);
    /// Tells how it stands, at most five times a second on a terminal, once a second in JSON.
    void tick();
    /// "complete", "stopped" or "failed".
    void end(std::string_view how);

private:
    struct Active {
        std::string name;
        std::uint64_t fetched = 0;
        std::uint64_t waiting = 0;
        bool is_slow = false;
    };
    std::vector<const Active*> busiest() const;
    std::string line() const;
    std::string json(std::string_view event, std::string_view how) const;
    void put(const std::string& text);

    const Env& env_;
    const ProgressMode mode_;
    const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();

    // Guarded by the mutex:
    std::mutex mutex_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    std::size_t not_judged_ = 0;
    std::uint64_t fetched_ = 0;
    std::uint64_t bytes_ = 0;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> counted_;  ///< fetched and bytes of active units
    std::map<std::string, Active> active_;
    Rate rate_;
    std::chrono::steady_clock::time_point told_{};
    bool is_line_open_ = false;
};

}  // namespace pa::cmd
