// A disk that is full at a given size: the soft limit on file sizes, so that a write fails in the middle.
#pragma once

#include <csignal>
#include <sys/resource.h>

namespace pa::test {

/// While it lives, no file of this process grows beyond `bytes`.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        previous_ = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, previous_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
    void (*previous_)(int) = nullptr;
};

}  // namespace pa::test
