#include "crawl/pace_register.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::crawl;
using std::chrono::milliseconds;

namespace {

url::Url at(const char* address) { return *url::Url::parse(address); }

struct Clock {
    HostPace::Time now = HostPace::Time{} + std::chrono::hours(1);
    void pass(int ms) { now += milliseconds(ms); }
};

}  // namespace

TEST_CASE("two fetches of one host share its interval and its connections")
{
    PaceRegister all(Pace{.interval = milliseconds(100), .connections = 2});
    Clock clock;
    const auto one = all.host(at("https://so.example.gov.vn/a"));
    const auto other = all.host(at("https://so.example.gov.vn/b"));
    CHECK(one->try_start(clock.now));
    CHECK_FALSE(other->try_start(clock.now));
    CHECK(other->next_start() == clock.now + milliseconds(100));
    clock.pass(100);
    CHECK(other->try_start(clock.now));
    clock.pass(1000);
    CHECK_FALSE(one->try_start(clock.now));  // two are in flight
    one->answered(clock.now, Strain::none);
    CHECK(other->try_start(clock.now));
}

TEST_CASE("another port is another host; another host is asked at its own pace")
{
    PaceRegister all(Pace{.interval = milliseconds(100)});
    Clock clock;
    CHECK(all.host(at("http://a.example/"))->try_start(clock.now));
    CHECK(all.host(at("http://a.example:8080/"))->try_start(clock.now));
    CHECK(all.host(at("http://b.example/"))->try_start(clock.now));
}

TEST_CASE("hosts at one address are together asked no faster than one host")
{
    PaceRegister all(Pace{.interval = milliseconds(100), .connections = 2}, 1);
    Clock clock;
    const auto one = all.host(at("http://xa1.example/"));
    const auto other = all.host(at("http://xa2.example/"));
    const auto elsewhere = all.host(at("http://xa3.example/"));
    one->at_address("203.0.113.7");
    other->at_address("203.0.113.7");
    elsewhere->at_address("203.0.113.8");
    CHECK(one->try_start(clock.now));
    CHECK_FALSE(other->try_start(clock.now));
    CHECK(elsewhere->try_start(clock.now));
    clock.pass(100);
    CHECK(other->try_start(clock.now));
    clock.pass(100);
    CHECK_FALSE(one->try_start(clock.now));  // two are in flight at the address
    other->answered(clock.now, Strain::none);
    CHECK(one->try_start(clock.now));
}

TEST_CASE("an address that becomes known later counts what is in flight")
{
    PaceRegister all(Pace{.interval = milliseconds(100), .connections = 1}, 1);
    Clock clock;
    const auto one = all.host(at("http://xa1.example/"));
    const auto other = all.host(at("http://xa2.example/"));
    CHECK(one->try_start(clock.now));
    one->at_address("203.0.113.7");
    other->at_address("203.0.113.7");
    clock.pass(1000);
    CHECK_FALSE(other->try_start(clock.now));
    one->answered(clock.now, Strain::none);
    CHECK(other->try_start(clock.now));
}

TEST_CASE("an address may be said to take several hosts' paces, or as many as there are")
{
    Clock clock;
    PaceRegister two(Pace{.interval = milliseconds(100), .connections = 1}, 2);
    PaceRegister any(Pace{.interval = milliseconds(100), .connections = 1}, 0);
    for (PaceRegister* all : {&two, &any}) {
        for (const char* name : {"http://a.example/", "http://b.example/", "http://c.example/"}) {
            all->host(at(name))->at_address("203.0.113.7");
        }
    }
    CHECK(two.host(at("http://a.example/"))->try_start(clock.now));
    clock.pass(50);
    CHECK(two.host(at("http://b.example/"))->try_start(clock.now));
    clock.pass(50);
    CHECK_FALSE(two.host(at("http://c.example/"))->try_start(clock.now));  // two in flight
    CHECK(any.host(at("http://a.example/"))->try_start(clock.now));
    CHECK(any.host(at("http://b.example/"))->try_start(clock.now));
    CHECK(any.host(at("http://c.example/"))->try_start(clock.now));
}

TEST_CASE("one host's trouble is not its neighbours', and a host that was given up gets another chance")
{
    PaceRegister all(Pace{.interval = milliseconds(0), .connections = 1, .backoff = milliseconds(1)}, 1);
    Clock clock;
    const auto one = all.host(at("http://a.example/"));
    const auto other = all.host(at("http://b.example/"));
    one->at_address("203.0.113.7");
    other->at_address("203.0.113.7");
    for (int i = 0; i < 100 && !one->given_up(); ++i) {
        clock.pass(10'000);
        REQUIRE(one->try_start(clock.now));
        one->answered(clock.now, Strain::failed);
    }
    CHECK(one->given_up());
    CHECK_FALSE(one->try_start(clock.now + std::chrono::hours(1)));
    CHECK(other->try_start(clock.now));
    other->answered(clock.now, Strain::none);
    CHECK(all.host(at("http://a.example/")) == one);
    CHECK_FALSE(one->given_up());
}

TEST_CASE("public hosts are asked no faster than the least interval, private ones as fast as was wished")
{
    PaceRegister all(Pace{.interval = milliseconds(0), .least_public = milliseconds(50)});
    CHECK(all.host(at("http://so.example.gov.vn/"))->interval() == milliseconds(50));
    CHECK(all.host(at("http://127.0.0.1/"))->interval() == milliseconds(0));
}
