// One line on a terminal that tells how a fetch is getting on.
#pragma once

#include "cmd/env.hpp"

#include "crawl/crawl.hpp"

namespace pa::cmd {

class ProgressLine {
public:
    explicit ProgressLine(const Env& env) : env_(env) {}
    ~ProgressLine()
    {
        if (shown_) {
            env_.err("\r\x1b[K");
        }
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const crawl::Progress& progress)
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(200)) {
            return;
        }
        last_ = now;
        shown_ = true;
        const Message line = msg("{} fetched, {} failed, {} waiting, {} MiB", progress.fetched, progress.failed, progress.waiting, progress.bytes >> 20U);
        env_.err("\r\x1b[K" + line.in(env_.lang));
    }

private:
    const Env& env_;
    std::chrono::steady_clock::time_point last_{};
    bool shown_ = false;
};

}  // namespace pa::cmd
