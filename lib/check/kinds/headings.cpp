// headings: do headings have a text, and do their levels make an outline?
#include "check/accessibility.hpp"

#include "access/words.hpp"

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::Role;
using access::Survey;
using access::Tag;

void look_at_names(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role(Role::heading)) {
        if (survey[index].is_exposed() && !survey[index].is_flattened) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

// 1 to 6 by the element, any by aria-level; 0 when it is not told.
int level_of(const Element& heading)
{
    const int stated = heading.node.attribute("aria-level").as_int(0);
    const bool is_native = heading.tag >= Tag::h1 && heading.tag <= Tag::h6;
    return stated > 0 ? stated : is_native ? static_cast<int>(heading.tag) - static_cast<int>(Tag::h1) + 1 : 0;
}

void look_at_levels(const Survey& survey, const AccessSettings&, Finds& finds)
{
    int last = 0;
    for (const Index index : survey.with_role(Role::heading)) {
        if (survey[index].concealed == access::Sure::yes) {
            continue;
        }
        const int level = level_of(survey[index]);
        const bool is_known = last > 0 && level > 0 && survey[index].is_exposed();
        finds.judge(index, is_known && level > last + 1);
        last = level;
    }
}

void look_for_first(const Survey& survey, const AccessSettings&, Finds& finds)
{
    finds.saw();
    for (const Index index : survey.with_role(Role::heading)) {
        const int level = level_of(survey[index]);
        if (survey[index].concealed != access::Sure::yes && (level == 0 || level == 1)) {
            return;
        }
    }
    finds.fault("<h1>");
}

constexpr AccessCheck checks[] = {
    {"heading-name", "headings have a text", "1.3.1, 2.4.6", "ffd0e9", true, [] { return msg("the heading is empty"); }, look_at_names},
    {"heading-levels", "no level of heading is left out on the way down", "1.3.1", "", false,
     [] { return msg("the heading is more than one level below the one before it"); }, look_at_levels},
    {"main-heading", "the page has a heading of the first level", "1.3.1", "", false,
     [] { return msg("the page has no heading of the first level"); }, look_for_first},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind headings()
{
    Kind kind = access_kind({.name = "headings",
                             .summary = "whether headings have a text and make an outline",
                             .document = "Looks at h1 to h6 and at elements with the role heading. Not applicable where there are none, unless the main "
                                         "heading is asked for. Whether a heading describes its section is for a person to judge.",
                             .example = "checks = [\"heading-name\", \"heading-levels\", \"main-heading\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
