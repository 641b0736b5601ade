#include "round.hpp"

#include "campaign/summary.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pa;
using namespace pa::campaign;

namespace {

//  root ── north ── a 60, b 60, c 40, d 90 with too little decided
//       └─ south ── e 80, f that could not be judged, g that waits
Round round()
{
    Round out = RoundBuilder().unit("root", "", false).unit("north", "root", false).unit("a", "north").unit("e", "south").unit("b", "north").unit("south", "root", false).unit("c", "north").unit("d", "north").unit("f", "south").unit("g", "south").build();
    take(out, 2, audit_with(60, 70, 90, "passed", "failed"), 1);
    take(out, 3, audit_with(80, 80, 100, "passed", "partly"), 1);
    take(out, 4, audit_with(60.001, 75, 85, "passed", "failed"), 2);
    take(out, 6, audit_with(40, 50, 90, "failed", "cannot-tell"), 1);
    take(out, 7, audit_with(90, 100, 49.99, "cannot-tell", "cannot-tell"), 1);
    out.standings[8].state = State::could_not_judge;
    out.standings[8].attempts = 2;
    out.standings[8].why = {"không trả lời", "no answer"};
    return out;
}

}  // namespace

TEST_CASE("equal scores have equal ranks, and the next counts all before it")
{
    const Round all = round();
    const RollUp rolled = roll_up(all);
    REQUIRE(rolled.rankings.size() == 1);
    std::string told;
    for (const Place& place : rolled.rankings[0].places) {
        told += fmt::format("{}:{} ", place.rank, all.units[place.unit].id);
    }
    CHECK(told == "1:e 2:a 2:b 4:c ");  // 60.001 is told as 60, like 60
    CHECK(ranks(all, rolled) == std::vector<std::uint64_t>{0, 0, 2, 1, 2, 0, 4, 0, 0, 0});
}

TEST_CASE("units of other profiles or types are ranked apart")
{
    Round all = round();
    all.standings[2].profile = "vn-2022";
    all.standings[3].unit_type = "district";
    const RollUp rolled = roll_up(all);
    REQUIRE(rolled.rankings.size() == 3);
    CHECK(rolled.rankings[0].profile == "vn-2022");
    CHECK(rolled.rankings[1].unit_type == "commune");
    CHECK(rolled.rankings[1].places.size() == 2);
    CHECK(rolled.rankings[2].unit_type == "district");
    CHECK(rolled.rankings[2].places[0].rank == 1);
}

TEST_CASE("the tree adds up, with those below a unit right behind it")
{
    const Round all = round();
    const RollUp rolled = roll_up(all);
    std::string told;
    for (const Node& node : rolled.tree) {
        told += fmt::format("{}{} ", std::string(node.depth, '.'), all.units[node.unit].id);
    }
    CHECK(told == "root .north ..a ..b ..c ..d .south ..e ..f ..g ");
    const Aggregate& north = rolled.tree[1].all;
    CHECK(north.portals == 4);
    CHECK(north.judged == 4);
    CHECK(north.ranked == 3);
    CHECK(north.mean.low == doctest::Approx(53.33));   // of 60, 60 and 40
    CHECK(north.mean.high == doctest::Approx(65));     // of 70, 75 and 50
    CHECK(north.mean.coverage == doctest::Approx(88.33));
    CHECK(north.grades == std::map<std::string, std::uint64_t>{{"B", 2}, {"C", 1}});
    const Aggregate& south = rolled.tree[6].all;
    CHECK(south.portals == 3);
    CHECK(south.ranked == 1);
    CHECK(south.could_not_judge == 1);
    CHECK(south.waiting == 1);
    CHECK(rolled.tree[0].all.portals == 7);
    CHECK(rolled.all.portals == 7);
    CHECK(rolled.all.mean.low == doctest::Approx(60));  // of 60, 60, 40 and 80
    CHECK(rolled.under_floor == std::vector<std::size_t>{7});
    CHECK(rolled.could_not_judge == std::vector<std::size_t>{8});
    CHECK(rolled.waiting == std::vector<std::size_t>{9});
}

TEST_CASE("a unit's own portal counts for itself and for those above it")
{
    Round all = RoundBuilder().unit("province", "").unit("commune", "province").build();
    take(all, 0, audit_with(80, 80, 100, "passed", "passed"), 1);
    take(all, 1, audit_with(40, 40, 100, "failed", "failed"), 1);
    const RollUp rolled = roll_up(all);
    CHECK(rolled.tree[0].all.portals == 2);
    CHECK(rolled.tree[0].all.mean.low == doctest::Approx(60));
    CHECK(rolled.tree[1].all.mean.low == doctest::Approx(40));
}

TEST_CASE("rules by how much of them is met, where they are decided")
{
    const Round all = round();
    const RollUp rolled = roll_up(all);
    REQUIRE(rolled.rules.size() == 2);
    const RuleCount& worst = rolled.rules[0];
    CHECK(all.rules[worst.rule].id == "p/second");
    CHECK(worst.decided == 3);                          // failed, partly by a quarter, failed
    CHECK(worst.met == doctest::Approx(0.25 / 3).epsilon(0.001));
    CHECK(worst.points_lost == doctest::Approx(8));
    CHECK(worst.verdicts.at("cannot-tell") == 2);
    CHECK(rolled.rules[1].met == doctest::Approx(0.75));  // passed three times of four
    CHECK(rolled.items[0].states == std::map<std::string, std::uint64_t>{{"absent", 2}, {"present", 3}});
}

TEST_CASE("columns for a map are the units, or what holds them, or types")
{
    const Round all = round();
    const RollUp rolled = roll_up(all);
    CHECK(clusters(all, rolled, 5, Lang::en).size() == 5);
    const auto parents = clusters(all, rolled, 4, Lang::en);
    REQUIRE(parents.size() == 2);
    CHECK(parents[0].title == "Unit north");
    CHECK(parents[0].units.size() == 4);
    const auto met = met_by(all, parents);
    REQUIRE(met.size() == 2);
    CHECK(met[0][0].value() == doctest::Approx(2.0 / 3));
    CHECK(met[0][1].value() == doctest::Approx(1));
    Round flat = RoundBuilder().unit("a", "").unit("b", "").unit("c", "").build();
    for (std::size_t i = 0; i < 3; ++i) {
        take(flat, i, audit_with(50, 50, 100, "cannot-tell", "passed"), 1);
    }
    const auto types = clusters(flat, roll_up(flat), 2, Lang::en);
    REQUIRE(types.size() == 1);
    CHECK(types[0].units.size() == 3);
    CHECK_FALSE(met_by(flat, types)[0][0].has_value());
}

TEST_CASE("a standing comes back from its JSON as it was")
{
    const Round all = round();
    for (const Standing& standing : all.standings) {
        const auto read = standing_from_json(to_json(standing), "the test");
        REQUIRE(read);
        CHECK(to_json(*read) == to_json(standing));
        CHECK(read->state == standing.state);
        CHECK(read->findings.size() == standing.findings.size());
    }
    CHECK_FALSE(standing_from_json("{}", "the test"));
    CHECK_FALSE(standing_from_json("[", "the test"));
    std::string unknown = to_json(all.standings[2]);
    unknown.replace(unknown.find("\"judged\""), 8, "\"happy\"");
    CHECK(standing_from_json(unknown, "the test").error().message.en() == "the test is not what it should be: /state is not known");
    CHECK(standing_from_json("{\"unit\": 3}", "the test").error().kind == ErrorKind::damaged);
}

TEST_CASE("the summary's JSON says what the roll-up says")
{
    const Round all = round();
    const auto json = nlohmann::json::parse(summary_json(all, roll_up(all)));
    CHECK(json["all"]["portals"] == 7);
    CHECK(json["units"][2]["rank"] == 2);
    CHECK(json["units"][7]["rank"].is_null());
    CHECK(json["units"][7]["state"] == "under-floor");
    CHECK(json["units"][8]["why"]["en"] == "no answer");
    CHECK(json["rankings"][0]["places"][3]["rank"] == 4);
    CHECK(json["could_not_judge"] == nlohmann::json::array({"f"}));
    CHECK(json["tree"].size() == 3);
    CHECK(json["rules"][0]["rule"] == "p/second");
}

TEST_CASE("nothing of a list reaches the page as markup")
{
    Round all = RoundBuilder().unit("a", "").build();
    all.units[0].name = "<script>alert(1)</script>";
    all.units[0].notes = "=cmd()";
    take(all, 0, audit_with(50, 50, 100, "passed", "passed"), 1);
    const RollUp rolled = roll_up(all);
    const auto pages = summary_html(all, rolled, {Lang::en, "."});
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].bytes.find("<script>alert") == std::string::npos);
    CHECK(pages[0].bytes.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(pages[0].bytes.find("href=\"a/report.html\"") != std::string::npos);
    CHECK(report::csv(units_table(all, rolled, Lang::en), false).find("'=cmd()") != std::string::npos);
}

TEST_CASE("a large round keeps to its first page's size, with the rest beside it")
{
    RoundBuilder builder;
    builder.unit("root", "", false);
    for (int i = 0; i < 4000; ++i) {
        builder.unit(fmt::format("u{}", i), "root");
    }
    Round all = builder.build();
    for (std::size_t i = 1; i < all.units.size(); ++i) {
        take(all, i, audit_with(static_cast<double>(i % 100), 100, 90, "passed", "failed"), 1);
    }
    const auto pages = summary_html(all, roll_up(all), {Lang::vi, ""});
    CHECK(pages.size() > 1);
    std::size_t rows = 0;
    for (const report::Piece& piece : pages) {
        CHECK(piece.bytes.size() < 1'000'000);
        for (std::size_t at = piece.bytes.find("<code class=\"soft\">u"); at != std::string::npos; at = piece.bytes.find("<code class=\"soft\">u", at + 1)) {
            ++rows;
        }
    }
    CHECK(rows == 4000);
}
