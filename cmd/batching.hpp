// How `batch` audits one unit after another: what all of them share, and what is done for each.
#pragma once

#include "cmd/fetching.hpp"

#include "base/workers.hpp"
#include "campaign/lanes.hpp"
#include "campaign/result_folder.hpp"
#include "crawl/pace_register.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <semaphore>

namespace pa::cmd {

struct BatchOptions {
    CommonOptions common;
    FetchOptions fetch;
    RuleOptions rules;
    std::vector<std::string> formats;
    unsigned parallel = 64;
    unsigned hosts_of_address = 1;
};

/// What happens to units, as it happens; called on the lanes' threads.
class BatchObserver {
public:
    virtual ~BatchObserver() = default;
    virtual void began(const campaign::Unit& unit) = 0;
    virtual void got_on(const campaign::Unit& unit, const crawl::Progress& progress) = 0;
    virtual void ended(const campaign::Unit& unit, const campaign::Outcome& outcome) = 0;
};

/// The options as a plan keeps them: all that shapes the results. Fails when a file that they name cannot be read.
Result<std::vector<std::pair<std::string, std::string>>> option_values(const BatchOptions& options, const Env& env);

/// Portals of the shard, and those that need no more.
struct BatchCounts {
    std::size_t all = 0;
    std::size_t done = 0;
};

/// Audits units, several at a time: one pace for each host and address, one set of workers, one set of rules for each
/// profile and day.
class Batch {
public:
    static constexpr std::uint64_t most_attempts = 2;

    Batch(const BatchOptions& options, const campaign::ResultFolder& folder, const rule::Library& library, const Env& env, BatchObserver& observer);

    /// Finds what is left to do in the folder. Fails with `config` or `usage` when the options or rules are wrong for one of
    /// the units, with `io` when the folder cannot be read. To be called once, before `run`.
    Result<BatchCounts> prepare();

    /// Does that until every unit of the shard is judged or could not be judged twice. Fails with
    /// `interrupted` when the user stopped it, with `io` when results cannot be written. What was fetched is on disk at any moment.
    Result<void> run(const std::function<void()>& tick);

private:
    Result<void> check(const campaign::Unit& unit);
    Result<campaign::Step> audit(const campaign::Unit& unit, const std::atomic<bool>& stop);
    Result<audit::Audit> guarded_audit_of(const campaign::Unit& unit, const std::atomic<bool>& stop);
    Result<audit::Audit> audit_of(const campaign::Unit& unit, const std::atomic<bool>& stop);
    Result<const Judge*> judge_for(const campaign::Unit& unit, time::Day day);
    Result<void> write_results(const campaign::Unit& unit, const audit::Audit& audit) const;
    /// The evidence of an attempt that failed, out of the way of the next one.
    Result<void> put_aside(const campaign::Unit& unit) const;

    const BatchOptions& options_;
    const campaign::ResultFolder& folder_;
    const rule::Library& library_;
    const Env& env_;
    BatchObserver& observer_;
    Workers workers_;
    const std::shared_ptr<ByteBudget> bodies_;
    std::shared_ptr<crawl::PaceRegister> paces_;
    std::vector<campaign::Task> tasks_;
    std::counting_semaphore<> judging_;  ///< rules over a whole site take memory: as many at once as there are threads

    // Guarded by the mutex:
    std::mutex mutex_;
    std::map<std::pair<std::string, time::Day>, std::unique_ptr<Judge>> judges_;  ///< by profile and day
};

}  // namespace pa::cmd
