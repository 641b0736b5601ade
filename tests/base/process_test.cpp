#include "base/process.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace std::chrono_literals;

TEST_CASE("other programs as filters")
{
    const auto same = run_filter("cat", {}, std::string("a\0b", 3) + std::string(300'000, 'x'));
    REQUIRE(same);
    CHECK(same->status == 0);
    CHECK(same->output == std::string("a\0b", 3) + std::string(300'000, 'x'));

    const auto failed = run_filter("sh", {"-c", "echo no; exit 7"}, "");
    REQUIRE(failed);
    CHECK(failed->status == 7);
    CHECK(failed->output == "no\n");

    // The input is given although nobody reads it.
    const auto deaf = run_filter("true", {}, std::string(10'000'000, 'x'));
    REQUIRE(deaf);
    CHECK(deaf->status == 0);

    const auto missing = run_filter("portalaudit-no-such-program", {}, "");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::io);
}

TEST_CASE("a filter that takes too much is stopped")
{
    const auto busy = run_filter("sh", {"-c", "while :; do :; done"}, "", {1s});
    REQUIRE(busy);
    CHECK_FALSE(busy->status);

    const auto talkative = run_filter("yes", {}, "", {10s, 1024 * 1024 * 1024, 100'000});
    REQUIRE(talkative);
    CHECK(talkative->status != 0);
    CHECK(talkative->output.size() <= 100'000);

    const auto large = run_filter("sh", {"-c", "x=$(head -c 300000000 /dev/zero | tr '\\0' x); echo ${#x}"}, "", {10s, 64 * 1024 * 1024});
    REQUIRE(large);
    CHECK(large->output != "300000000\n");
}
