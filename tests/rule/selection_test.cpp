// Which profile a day picks, and what of a pack is in force.
#include "rule/rule.hpp"

#include <doctest/doctest.h>

using namespace pa;

namespace {

rule::Profile profile(const char* id, const char* from, const char* until)
{
    rule::Profile out;
    out.id = id;
    out.in_force = {time::parse_day(from), time::parse_day(until)};
    return out;
}

}  // namespace

TEST_CASE("the profile in force on a day, or the one that was in force last")
{
    rule::Library library;
    library.profiles = {profile("a", "2011-10-01", "2022-08-15"), profile("b", "2022-08-15", "2024-01-01")};
    struct Row {
        const char* day;
        const char* id;  // null: none
    };
    const Row rows[] = {
        {"2011-09-30", nullptr}, {"2011-10-01", "a"}, {"2022-08-14", "a"}, {"2022-08-15", "b"}, {"2023-12-31", "b"},
        // nothing is in force any more: the newest serves as the base-line
        {"2024-01-01", "b"}, {"2030-01-01", "b"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.day);
        const rule::Profile* found = library.profile_on(*time::parse_day(row.day));
        CHECK((found == nullptr) == (row.id == nullptr));
        if (found != nullptr && row.id != nullptr) {
            CHECK(found->id == row.id);
        }
    }
}
