// The only way to ask what time it is; handed in from outside, so that a test or a folder audit has its
// own moment.
#pragma once

#include "time/date.hpp"

namespace pa::time {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() = 0;
};

/// The system's clock.
class SystemClock final : public Clock {
public:
    Moment now() override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

/// Always the same moment.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Moment moment) : moment_(moment) {}
    Moment now() override { return moment_; }

private:
    Moment moment_;
};

}  // namespace pa::time
