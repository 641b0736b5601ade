// A bound on what several parts of the process hold in memory together.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

namespace pa {

/// Counts bytes that are held. Over the limit only one holder may grow, so that somebody always gets on. Safe for use by
/// several threads.
class ByteBudget {
public:
    explicit ByteBudget(std::uint64_t limit) : limit_(limit) {}

    /// Whether `holder` may take more now. Over the limit the first that asks may, until it calls `settled`.
    bool may_grow(const void* holder)
    {
        const std::lock_guard lock(mutex_);
        if (held_ < limit_) {
            return true;
        }
        favoured_ = favoured_ == nullptr ? holder : favoured_;
        return favoured_ == holder;
    }

    void add(std::uint64_t bytes)
    {
        const std::lock_guard lock(mutex_);
        held_ += bytes;
    }

    /// `holder` takes no more.
    void settled(const void* holder)
    {
        const std::lock_guard lock(mutex_);
        favoured_ = favoured_ == holder ? nullptr : favoured_;
    }

    void release(std::uint64_t bytes)
    {
        const std::lock_guard lock(mutex_);
        held_ -= bytes;
    }

    /// Gives back what was added when the last copy of the result goes.
    static std::shared_ptr<const void> hold(std::shared_ptr<ByteBudget> budget, std::uint64_t bytes)
    {
        ByteBudget* of = budget.get();
        return {of, [budget = std::move(budget), bytes](const void*) { budget->release(bytes); }};
    }

private:
    const std::uint64_t limit_;
    // Guarded by the mutex:
    std::mutex mutex_;
    std::uint64_t held_ = 0;
    const void* favoured_ = nullptr;
};

}  // namespace pa
