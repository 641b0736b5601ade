#include "base/workers.hpp"

#include <algorithm>

namespace pa {

Workers::Workers(unsigned threads, std::size_t queue_limit) : queue_limit_(std::max<std::size_t>(1, queue_limit))
{
    for (unsigned i = 0; i < std::max(1U, threads); ++i) {
        threads_.emplace_back([this] { run(); });
    }
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    has_work_.notify_all();
    for (std::thread& thread : threads_) {
        thread.join();
    }
}

void Workers::submit(std::function<void()> job)
{
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return queue_.size() < queue_limit_; });
    queue_.push_back(std::move(job));
    has_work_.notify_one();
}

void Workers::wait()
{
    std::unique_lock lock(mutex_);
    is_done_.wait(lock, [this] { return queue_.empty() && busy_ == 0; });
}

bool Workers::is_idle()
{
    const std::lock_guard lock(mutex_);
    return queue_.empty() && busy_ == 0;
}

void Workers::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        has_work_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (queue_.empty()) {
            return;
        }
        const std::function<void()> job = std::move(queue_.front());
        queue_.pop_front();
        ++busy_;
        has_room_.notify_one();
        lock.unlock();
        job();
        lock.lock();
        --busy_;
        if (queue_.empty() && busy_ == 0) {
            is_done_.notify_all();
        }
    }
}

void JobGroup::submit(std::function<void()> job)
{
    {
        const std::lock_guard lock(state_->mutex);
        ++state_->open;
    }
    workers_.submit([state = state_, job = std::move(job)] {
        job();
        const std::lock_guard lock(state->mutex);
        if (--state->open == 0) {
            state->is_done.notify_all();
        }
    });
}

void JobGroup::wait()
{
    std::unique_lock lock(state_->mutex);
    state_->is_done.wait(lock, [this] { return state_->open == 0; });
}

}  // namespace pa
