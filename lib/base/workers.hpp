// A fixed number of threads and a bounded queue.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pa {

/// Runs jobs on `threads` threads. Jobs must not throw. The queue is bounded, so that whoever makes jobs
/// faster than they are done waits, and memory stays where it is.
class Workers {
public:
    Workers(unsigned threads, std::size_t queue_limit);
    ~Workers();  ///< finishes what is queued
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Waits while the queue is full.
    void submit(std::function<void()> job);
    /// Waits until everything submitted is done.
    void wait();
    bool is_idle();

private:
    void run();

    std::size_t queue_limit_;
    // Guarded by the mutex:
    std::mutex mutex_;
    std::condition_variable has_work_;
    std::condition_variable has_room_;
    std::condition_variable is_done_;
    std::deque<std::function<void()>> queue_;
    std::size_t busy_ = 0;
    bool stopping_ = false;
    // After construction constant:
    std::vector<std::thread> threads_;
};

/// The jobs that one owner has on workers that others use too. Jobs may refer to the owner: its end waits for them.
class JobGroup {
public:
    explicit JobGroup(Workers& workers) : workers_(workers) {}
    ~JobGroup() { wait(); }
    JobGroup(const JobGroup&) = delete;
    JobGroup& operator=(const JobGroup&) = delete;

    void submit(std::function<void()> job);
    /// Waits until every job has come back, its last step included.
    void wait();

private:
    struct State {  // outlives the group while a job leaves it
        std::mutex mutex;
        std::condition_variable is_done;
        std::size_t open = 0;  ///< guarded by the mutex
    };
    Workers& workers_;
    const std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace pa
