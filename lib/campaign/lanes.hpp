// Many units at once: a number of lanes, each with one unit at a time.
#pragma once

#include "base/result.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace pa::campaign {

struct Task {
    std::size_t unit = 0;  ///< its number, handed to the job
    std::string host;      ///< two tasks of one host are not done at once: they would only wait for each other
    bool is_again = false; ///< was tried before: comes when all others have begun
};

enum class Step {
    done,
    again,  ///< to be tried once more, when all others have begun
};

/// Called on the lanes' threads. An error stops all lanes.
using Job = std::function<Result<Step>(std::size_t unit, const std::atomic<bool>& stop)>;

/// Does the tasks in their order, as far as their hosts allow, on at most `lanes` threads. `tick` is called on the calling
/// thread, five times a second. Ends when nothing is left, when `stop` becomes true (the jobs hear of it) or when a job
/// failed; gives the first failure. An exception of a job is a failure (`internal`).
Result<void> run_lanes(std::vector<Task> tasks, unsigned lanes, const Job& job, const std::function<void()>& tick, const std::atomic<bool>& stop);

}  // namespace pa::campaign
