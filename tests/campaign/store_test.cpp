#include "campaign/store.hpp"

#include "round.hpp"

#include "base/file.hpp"
#include "campaign/store_schema.hpp"
#include "campaign/summary.hpp"

#include <doctest/doctest.h>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <cstdlib>

using namespace pa;
using namespace pa::campaign;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / fmt::format("portalaudit-store-{}", ::getpid());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

Round round(double score, bool with_second)
{
    Round out = RoundBuilder().unit("root", "", false).unit("a", "root").unit("b", "root").build();
    take(out, 1, audit_with(score, 90, 90, "passed", "partly"), 1);
    if (with_second) {
        take(out, 2, audit_with(70, 90, 90, "passed", "failed"), 1);
    }
    return out;
}

std::string json(const Round& round) { return summary_json(round, roll_up(round)); }

}  // namespace

TEST_CASE("a round comes back as it was put in, in parts or at once")
{
    const Folder folder;
    auto store = Store::open(folder.file("a.db"), true);
    REQUIRE(store);
    const Round whole = round(60, true);
    CHECK(store->add("2025", round(60, false), Judged::then));
    CHECK(store->add("2025", whole, Judged::then));  // what is there already is the same
    const auto loaded = store->load("2025", Judged::then);
    REQUIRE(loaded);
    CHECK(json(*loaded) == json(whole));
    const auto rounds = store->rounds();
    REQUIRE(rounds);
    REQUIRE(rounds->size() == 1);
    CHECK(rounds->front().day == "2026-11-23");
    CHECK(rounds->front().units == 3);
    CHECK(rounds->front().judged == 2);
}

TEST_CASE("what contradicts the store is refused whole")
{
    const Folder folder;
    auto store = Store::open(folder.file("a.db"), true);
    REQUIRE(store);
    REQUIRE(store->add("2025", round(60, false), Judged::then));
    const auto other = store->add("2025", round(61, true), Judged::then);
    REQUIRE_FALSE(other);
    CHECK(other.error().message.en() == "the round \"2025\" has another result for the unit \"a\"");
    CHECK(json(*store->load("2025", Judged::then)) == json(round(60, false)));  // b was not added either
    const Round list = RoundBuilder().unit("c", "").build();
    CHECK(store->add("2025", list, Judged::then).error().message.en() == "the round \"2025\" is of another list of units");
    CHECK(store->load("2024", Judged::then).error().kind == ErrorKind::usage);
}

TEST_CASE("a trend has every round, and what was judged again is marked")
{
    const Folder folder;
    auto store = Store::open(folder.file("a.db"), true);
    REQUIRE(store);
    Round early = round(80, true);
    early.standings[1].as_of = early.standings[2].as_of = "2025-11-23";
    REQUIRE(store->add("second", round(75, true), Judged::then));
    REQUIRE(store->add("first", early, Judged::then));
    REQUIRE(store->add("first", round(65, true), Judged::again));
    const auto trend = store->trend("a");
    REQUIRE(trend);
    std::string told;
    for (const TrendPoint& point : *trend) {
        told += fmt::format("{} {} {} {}/{}; ", point.round, point.judged == Judged::then ? "then" : "again", point.standing.percent.low, point.rank, point.ranked_among);
    }
    CHECK(told == "first then 80 1/2; first again 65 2/2; second then 75 1/2; ");
    CHECK(store->trend("z").error().kind == ErrorKind::usage);
}

TEST_CASE("a round may be judged again and again, all of it by the law of one day")
{
    const Folder folder;
    auto store = Store::open(folder.file("a.db"), true);
    REQUIRE(store);
    CHECK(store->add("2025", round(50, true), Judged::again).error().kind == ErrorKind::usage);  // there is no such round
    REQUIRE(store->add("2025", round(80, true), Judged::then));
    CHECK(store->load("2025", Judged::again).error().kind == ErrorKind::usage);
    CHECK(store->add("2025", round(65, true), Judged::again));
    CHECK(store->add("2025", round(66, true), Judged::again));
    const auto again = store->load("2025", Judged::again);
    REQUIRE(again);
    CHECK(again->is_judged_again);
    CHECK(again->standings[1].percent.low == 66);
    Round of_later_law = round(67, false);
    of_later_law.standings[1].as_of = "2027-01-01";
    const auto mixed = store->add("2025", of_later_law, Judged::again);  // b would stay as it was
    REQUIRE_FALSE(mixed);
    CHECK(mixed.error().message.en() == "other units of the round \"2025\" were judged again by the law of 2026-11-23, not of 2027-01-01");
    CHECK(store->load("2025", Judged::again)->standings[1].percent.low == 66);
}

TEST_CASE("names and texts are values, never SQL")
{
    const Folder folder;
    auto store = Store::open(folder.file("a'b; -- timeout=0 .db"), true);
    REQUIRE(store);
    Round hostile = round(60, true);
    hostile.units[1].name = "'; DROP TABLE rounds; --";
    hostile.units[1].notes = ":name $1 ? \"";
    REQUIRE(store->add("'; DROP TABLE units; --", hostile, Judged::then));
    CHECK(json(*store->load("'; DROP TABLE units; --", Judged::then)) == json(hostile));
    CHECK(is_there(folder.file("a'b; -- timeout=0 .db")));
    CHECK(Store::open(folder.file("a\".db"), true).error().kind == ErrorKind::usage);
}

TEST_CASE("a store of version 1 becomes one of this version, with what it holds")
{
    const Folder folder;
    const std::string file = folder.file("old.db");
    {
        auto store = Store::open(file, true);
        REQUIRE(store);
        REQUIRE(store->add("2025", round(60, true), Judged::then));
    }
    {
        // What version 2 added is taken away again.
        soci::session sql(soci::sqlite3, "dbname=\"" + file + "\"");
        sql << "ALTER TABLE units DROP COLUMN line";
        sql << "ALTER TABLE findings DROP COLUMN waiver";
        sql << "UPDATE portalaudit_store SET version = 1";
    }
    auto store = Store::open(file, false);
    REQUIRE(store);
    CHECK(json(*store->load("2025", Judged::then)) == json(round(60, true)));
    CHECK(store->add("2026", round(70, true), Judged::then));
    soci::session sql(soci::sqlite3, "dbname=\"" + file + "\"");
    int version = 0;
    sql << "SELECT version FROM portalaudit_store", soci::into(version);
    CHECK(version == store_version);
}

TEST_CASE("what is no store is left alone")
{
    const Folder folder;
    CHECK(Store::open(folder.file("none.db"), false).error().kind == ErrorKind::usage);
    CHECK_FALSE(is_there(folder.file("none.db")));
    REQUIRE(write_file(folder.file("text"), "no database, but long enough to be taken for one"));
    CHECK(Store::open(folder.file("text"), false).error().kind == ErrorKind::io);
    {
        soci::session sql(soci::sqlite3, "dbname=\"" + folder.file("other.db") + "\"");
        sql << "CREATE TABLE rounds (x INTEGER)";
    }
    CHECK(Store::open(folder.file("other.db"), true).error().kind == ErrorKind::damaged);
    {
        soci::session sql(soci::sqlite3, "dbname=\"" + folder.file("customers.db") + "\"");
        sql << "CREATE TABLE customers (x INTEGER)";
    }
    CHECK(Store::open(folder.file("customers.db"), false).error().kind == ErrorKind::damaged);
    CHECK(Store::open(folder.file("customers.db"), true).error().kind == ErrorKind::damaged);
    CHECK(Store::open(":memory:", true).error().kind == ErrorKind::usage);
    CHECK(Store::open("", true).error().kind == ErrorKind::usage);
    {
        REQUIRE(Store::open(folder.file("later.db"), true));
        soci::session sql(soci::sqlite3, "dbname=\"" + folder.file("later.db") + "\"");
        sql << "UPDATE portalaudit_store SET version = 99";
    }
    CHECK(Store::open(folder.file("later.db"), true).error().kind == ErrorKind::damaged);
}
