// bypass-blocks: is there a way past what every page repeats?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Role;
using access::Survey;
using access::Sure;
using access::Tag;

constexpr std::size_t running_text = 40;  // code points outside of links; no menu has as many at a stretch

bool is_repeated_part(const Element& element)
{
    return element.role == Role::navigation || element.role == Role::complementary || element.role == Role::banner || element.role == Role::contentinfo;
}

// The first element whose own text is no link and no menu; `nowhere` when there is none.
Index first_content(const Survey& survey)
{
    for (Index index = 0; index < survey.elements().size();) {
        const Element& element = survey[index];
        if (element.hidden == Sure::yes || access::is_link(element.role) || is_repeated_part(element) || element.role == Role::heading) {
            index = element.end;
            continue;
        }
        for (html::Node child = element.node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_pcdata && std::string_view(child.value()).size() >= running_text && text::length(text::collapsed(child.value())) >= running_text) {
                return index;
            }
        }
        ++index;
    }
    return nowhere;
}

// Whether links come before the content, so that there is something to get past.
bool has_blocks(const Survey& survey, Index content)
{
    const std::vector<Index>& links = survey.with_role(Role::link);
    return content != nowhere && std::any_of(links.begin(), links.end(), [&](Index link) { return link < content && survey[link].hidden == Sure::no; });
}

bool has_landmark(const Survey& survey)
{
    const std::vector<Index>& mains = survey.with_role(Role::main);
    return std::any_of(mains.begin(), mains.end(), [&](Index index) { return survey[index].concealed != Sure::yes; });
}

// A heading that is not a menu's.
bool has_heading(const Survey& survey)
{
    const std::vector<Index>& headings = survey.with_role(Role::heading);
    return std::any_of(headings.begin(), headings.end(), [&](Index index) {
        return survey[index].concealed != Sure::yes && survey.around(index, " navigation ") == nowhere;
    });
}

// A link to a place on the page. What a script does counts, as it may be that.
bool has_skip_link(const Survey& survey)
{
    const std::vector<Index>& all = survey.focusable();
    return std::any_of(all.begin(), all.end(), [&](Index index) {
        const Element& element = survey[index];
        const std::string_view href = element.attribute("href");
        if (element.hidden == Sure::yes) {
            return false;
        }
        const bool is_scripted = element.node.attribute("onclick") || element.role == Role::button || href.starts_with("javascript:");
        return is_scripted || (href.size() > 1 && href[0] == '#' && survey.by_id(href.substr(1)) != nowhere);
    });
}

void look_for(const Survey& survey, Finds& finds, bool is_there)
{
    const Index content = first_content(survey);
    if (has_blocks(survey, content)) {
        finds.judge(content, !is_there);
    }
}

constexpr AccessCheck checks[] = {
    {"bypass", "a main landmark, a heading or a link on the page leads past what comes before the content", "2.4.1", "cf77f2", true,
     [] { return msg("nothing leads past the links before the content: no landmark, no heading, no link to it"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_for(survey, finds, has_landmark(survey) || has_heading(survey) || has_skip_link(survey)); }},
    {"main-landmark", "the content has a main landmark", "2.4.1", "b40fd1", false, [] { return msg("the page has no main landmark"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_for(survey, finds, has_landmark(survey)); }},
    {"content-heading", "the content has a heading", "2.4.1", "047fe0", false, [] { return msg("the page's content has no heading"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_for(survey, finds, has_heading(survey)); }},
    {"skip-link", "a link leads to a place on the page", "2.4.1", "ye5d6e", false, [] { return msg("no link leads to a place on the page"); },
     [](const Survey& survey, const AccessSettings&, Finds& finds) { look_for(survey, finds, has_skip_link(survey)); }},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind bypass_blocks()
{
    Kind kind = access_kind({.name = "bypass-blocks",
                             .summary = "whether there is a way past what every page repeats",
                             .document = "Looks at pages on which links come before the first running text. A main landmark, a heading outside of menus, or a link "
                                         "to a place on the page is a way past them; so may be whatever a script does on a click. Each is a check of its own "
                                         "too. Whether the way leads to the content is not judged.",
                             .example = "checks = [\"bypass\", \"skip-link\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
