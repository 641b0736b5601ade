#include "base/hash.hpp"
#include "base/workers.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <set>

using namespace pa;
using namespace std::chrono_literals;

TEST_CASE("all jobs are done once, whatever the numbers")
{
    struct Row {
        unsigned threads;
        std::size_t queue;
        int jobs;
    };
    for (const Row& row : {Row{1, 1, 100}, Row{4, 2, 1000}, Row{8, 1000, 50}, Row{0, 0, 10}, Row{2, 4, 0}}) {
        CAPTURE(row.threads);
        std::vector<std::atomic<int>> done(static_cast<std::size_t>(row.jobs));
        Workers workers(row.threads, row.queue);
        for (std::size_t i = 0; i < done.size(); ++i) {
            workers.submit([&done, i] { ++done[i]; });
        }
        workers.wait();
        CHECK(workers.is_idle());
        for (const auto& count : done) {
            CHECK(count == 1);
        }
    }
}

TEST_CASE("wait comes back for jobs that are running, and may be used again")
{
    Workers workers(2, 4);
    std::atomic<int> done = 0;
    for (int round = 1; round <= 3; ++round) {
        for (int i = 0; i < 4; ++i) {
            workers.submit([&done] {
                std::this_thread::sleep_for(1ms);
                ++done;
            });
        }
        workers.wait();
        CHECK(done == round * 4);
    }
}

TEST_CASE("the destructor finishes what is queued")
{
    std::atomic<int> done = 0;
    {
        Workers workers(1, 64);
        for (int i = 0; i < 50; ++i) {
            workers.submit([&done] { ++done; });
        }
    }
    CHECK(done == 50);
}

TEST_CASE("whoever makes jobs faster than they are done waits")
{
    constexpr int queue = 3;
    std::atomic<bool> open = false;
    std::atomic<int> submitted = 0;
    std::atomic<int> most_threads = 0;
    std::atomic<int> running = 0;
    Workers workers(2, queue);
    std::thread maker([&] {
        for (int i = 0; i < 20; ++i) {
            workers.submit([&] {
                const int now = ++running;
                for (int seen = most_threads; seen < now && !most_threads.compare_exchange_weak(seen, now);) {
                }
                while (!open) {
                    std::this_thread::sleep_for(1ms);
                }
                --running;
            });
            ++submitted;
        }
    });
    const auto deadline = std::chrono::steady_clock::now() + 2s;
    while (submitted < 2 + queue && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(1ms);
    }
    std::this_thread::sleep_for(30ms);
    CHECK(submitted == 2 + queue);  // two are running, three wait, and the maker stands
    CHECK_FALSE(workers.is_idle());
    open = true;
    maker.join();
    workers.wait();
    CHECK(submitted == 20);
    CHECK(most_threads == 2);
}

TEST_CASE("FNV-1a, 64 bit: the authors' own vectors")
{
    CHECK(hash64("") == 0xcbf29ce484222325ULL);
    CHECK(hash64("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(hash64("foobar") == 0x85944171f73967e8ULL);
    CHECK(hash64("foobar") == hash64("bar", hash64("foo")));
    CHECK(hash64("\xff") != hash64("\x7f"));
}

TEST_CASE("a group waits for its own jobs, also for their last step, and not for those of others")
{
    Workers workers(2, 8);
    std::atomic<bool> go{false};
    workers.submit([&go] {
        while (!go) {
            std::this_thread::yield();
        }
    });
    for (int round = 0; round < 200; ++round) {
        std::atomic<int> ended{0};
        {
            JobGroup group(workers);
            for (int i = 0; i < 4; ++i) {
                group.submit([&ended] { ++ended; });
            }
        }
        REQUIRE(ended == 4);
    }
    go = true;
    JobGroup none(workers);
    none.wait();
}
