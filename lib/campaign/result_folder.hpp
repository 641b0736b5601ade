// The folder that a batch leaves, described in portalaudit-batch(1): `batch.json` with the plan, a folder for each unit with
// its evidence, audit and reports, and `outcome.json` in it, which is written last.
#pragma once

#include "campaign/standing.hpp"
#include "base/descriptor.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pa::campaign {

/// What a batch was asked to do. Two runs with the same plan go on with one another.
struct Plan {
    std::string version;  ///< of the program
    std::vector<std::pair<std::string, std::string>> options;  ///< names and values of all that shapes the results
    Shard shard;
    double coverage_floor = 50;
    std::vector<Unit> units;  ///< the whole list, also what other shards audit
};

/// How far a unit came.
struct Outcome {
    State state = State::waiting;
    std::uint64_t attempts = 0;  ///< that came to an end
    Text why;                    ///< of the last one, where it could not be judged
};

class ResultFolder {
public:
    /// Makes the folder, or goes on in it. Fails with `usage` when it holds a batch with another plan (says what differs),
    /// or results without a plan, with `io` when it cannot be written, or another process works in it. With `restart` what is there is first
    /// moved aside, to `<path>.1`, `.2` …; `moved_to` says whither.
    static Result<ResultFolder> begin(const std::filesystem::path& path, Plan plan, bool restart, std::filesystem::path& moved_to);
    /// For reading. Fails with `io` or `damaged` when there is no batch.
    static Result<ResultFolder> open(const std::filesystem::path& path);

    const Plan& plan() const { return plan_; }
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path of(const Unit& unit) const { return path_ / unit.id; }

    /// Waiting without attempts where there is none, or where what it says is damaged or not there. Fails with `io`.
    Result<Outcome> outcome(const Unit& unit) const;
    Result<void> write(const Unit& unit, const Outcome& outcome) const;

private:
    ResultFolder(std::filesystem::path path, Plan plan) : path_(std::move(path)), plan_(std::move(plan)) {}

    std::filesystem::path path_;
    Plan plan_;
    std::shared_ptr<Descriptor> lock_;
};

/// What the folders hold, together: shards of one list, or one whole batch. Units that none of them has in its shard are
/// waiting. Fails with `usage` when they are of different plans, or a unit is in two of them.
Result<Round> gather(const std::vector<ResultFolder>& folders);

}  // namespace pa::campaign
