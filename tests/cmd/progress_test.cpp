// Progress of a fetch: the rate, and lines for programs.
#include "cmd/progress.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pa;

TEST_CASE("rate: of the last ten seconds, nothing at first")
{
    const cmd::Rate::Time begin{};
    cmd::Rate rate;
    CHECK(rate.per_second() == 0);
    CHECK_FALSE(rate.seconds_for(10).has_value());
    rate.add(begin, 100);
    rate.add(begin + std::chrono::milliseconds(200), 104);
    CHECK(rate.per_second() == 0);  // too short to tell
    rate.add(begin + std::chrono::seconds(2), 120);
    CHECK(rate.per_second() == 10);
    CHECK(rate.seconds_for(25) == 3);
    // A minute later the beginning no longer counts.
    for (unsigned second = 3; second <= 60; ++second) {
        rate.add(begin + std::chrono::seconds(second), 120 + second * 2);
    }
    CHECK(rate.per_second() == 2);
    rate.add(begin + std::chrono::seconds(75), 240);
    rate.add(begin + std::chrono::seconds(90), 240);
    CHECK_FALSE(rate.seconds_for(1).has_value());  // it stands still
}

TEST_CASE("progress for programs: JSON lines, begun and ended, whatever an address holds")
{
    std::string told;
    cmd::Env env;
    env.err = [&](std::string_view text) { told += text; };
    {
        cmd::ProgressTeller teller(env, cmd::ProgressMode::json);
        teller.begin("https://a.vn/", "x\"y\\z\n.wacz");
        crawl::Progress state;
        state.fetched = 3;
        state.failed = 1;
        state.waiting = 7;
        state.bytes = 1234;
        state.current = "https://a.vn/\"\x1b[31m\\";
        state.slow = {{"a.vn:443", 5000, false}};
        teller.show(state);
        state.fetched = 4;
        teller.show(state);  // within the same second: not told, but kept for the end
        teller.end("complete");
    }
    std::vector<nlohmann::json> lines;
    for (std::size_t at = 0; at < told.size(); at = told.find('\n', at) + 1) {
        lines.push_back(nlohmann::json::parse(told.substr(at, told.find('\n', at) - at), nullptr, false));
        REQUIRE_FALSE(lines.back().is_discarded());
    }
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["event"] == "begin");
    CHECK(lines[0]["evidence"] == "x\"y\\z .wacz");
    CHECK(lines[1]["event"] == "progress");
    CHECK(lines[1]["fetched"] == 3);
    CHECK(lines[1]["failed"] == 1);
    CHECK(lines[1]["waiting"] == 7);
    CHECK(lines[1]["bytes"] == 1234);
    CHECK(lines[1]["seconds_left"].is_null());
    CHECK(lines[1]["slow"][0]["interval_ms"] == 5000);
    CHECK(lines[1]["slow"][0]["given_up"] == false);
    CHECK_FALSE(lines[1].contains("how"));
    CHECK(lines[2]["event"] == "end");
    CHECK(lines[2]["fetched"] == 4);
    CHECK(lines[2]["how"] == "complete");
}

TEST_CASE("progress for people: one line, no wider than the terminal, gone at the end")
{
    std::string told;
    cmd::Env env;
    env.width = 60;
    env.err = [&](std::string_view text) { told += text; };
    {
        cmd::ProgressTeller teller(env, cmd::ProgressMode::line);
        crawl::Progress state;
        state.fetched = 12;
        state.slow = {{std::string(300, 'x'), 5000, true}};
        teller.show(state);
        CHECK(told.starts_with("\r\x1b[K12 fetched, 0 waiting, 0 MiB; xxx"));
        CHECK(told.find('\n') == std::string::npos);
        CHECK(told.size() - std::string("\r\x1b[K").size() <= 59 + std::string("…").size() - 1);
        teller.end("stopped");
    }
    CHECK(told.ends_with("\r\x1b[K"));
}
