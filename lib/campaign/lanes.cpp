#include "campaign/lanes.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

namespace pa::campaign {

namespace {

constexpr std::chrono::milliseconds tick_interval{200};

class Lanes {
public:
    Lanes(std::vector<Task> tasks, const Job& job) : job_(job)
    {
        for (Task& task : tasks) {
            (task.is_again ? again_ : first_).push_back(std::move(task));
        }
    }

    Result<void> run(unsigned lanes, const std::function<void()>& tick, const std::atomic<bool>& stop)
    {
        std::vector<std::thread> threads;
        working_ = static_cast<unsigned>(std::min<std::size_t>(lanes, first_.size() + again_.size()));
        for (unsigned i = working_; i > 0; --i) {
            threads.emplace_back([this] { work(); });
        }
        {
            std::unique_lock lock(mutex_);
            while (working_ > 0) {
                changed_.wait_for(lock, tick_interval, [this] { return working_ == 0; });
                if (stop) {
                    halt_ = true;
                    freed_.notify_all();
                }
                lock.unlock();
                tick();
                lock.lock();
            }
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        return std::move(failure_);
    }

private:
    void work()
    {
        while (auto task = next()) {
            Result<Step> step = done(*task);
            const std::lock_guard lock(mutex_);
            busy_hosts_.erase(task->host);
            if (!step) {
                failure_ = failure_ ? Result<void>(tl::unexpected(step.error())) : failure_;
                halt_ = true;
            } else if (*step == Step::again) {
                task->is_again = true;
                again_.push_back(std::move(*task));
            }
            freed_.notify_all();
        }
        const std::lock_guard lock(mutex_);
        --working_;
        changed_.notify_all();
    }

    Result<Step> done(const Task& task)
    {
        try {
            return job_(task.unit, halt_);
        } catch (const std::exception& error) {
            return fail(ErrorKind::internal, msg("internal error: {}", error.what()));
        }
    }

    std::optional<Task> next()
    {
        std::unique_lock lock(mutex_);
        while (!halt_) {
            if (auto task = taken_from(first_)) {
                return task;
            }
            if (first_.empty()) {
                if (auto task = taken_from(again_)) {
                    return task;
                }
            }
            if (first_.empty() && again_.empty() && busy_hosts_.empty()) {
                break;
            }
            freed_.wait(lock);
        }
        freed_.notify_all();
        return std::nullopt;
    }

    // The first task whose host is free.
    std::optional<Task> taken_from(std::deque<Task>& tasks)
    {
        const auto found = std::find_if(tasks.begin(), tasks.end(), [this](const Task& task) { return !busy_hosts_.contains(task.host); });
        if (found == tasks.end()) {
            return std::nullopt;
        }
        Task task = std::move(*found);
        tasks.erase(found);
        busy_hosts_.insert(task.host);
        return task;
    }

    const Job& job_;
    std::atomic<bool> halt_{false};

    // Guarded by the mutex:
    std::mutex mutex_;
    std::condition_variable freed_;    ///< a lane may find a task now
    std::condition_variable changed_;
    std::deque<Task> first_;
    std::deque<Task> again_;
    std::set<std::string> busy_hosts_;
    unsigned working_ = 0;
    Result<void> failure_;
};

}  // namespace

Result<void> run_lanes(std::vector<Task> tasks, unsigned lanes, const Job& job, const std::function<void()>& tick, const std::atomic<bool>& stop)
{
    return Lanes(std::move(tasks), job).run(std::max(1U, lanes), tick, stop);
}

}  // namespace pa::campaign
