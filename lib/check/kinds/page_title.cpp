// page-title: do pages have a title that says something?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

using access::Index;
using access::nowhere;
using access::Survey;
using access::Tag;

bool is_in_template(const Survey& survey, Index index)
{
    for (Index at = survey[index].parent; at != nowhere; at = survey[at].parent) {
        if (survey[at].tag == Tag::template_) {
            return true;
        }
    }
    return false;
}

// The first title that is HTML's and in the document: document.title, HTML Living Standard, 3.1.5.
Index title_of(const Survey& survey)
{
    for (const Index index : survey.with_tag(Tag::title)) {
        if (!survey[index].is_in_svg && !is_in_template(survey, index)) {
            return index;
        }
    }
    return nowhere;
}

std::string text_of(const Survey& survey, Index title) { return title == nowhere ? std::string() : text::collapsed(survey[title].node.text().get()); }

void look_for_title(const Survey& survey, const AccessSettings&, Finds& finds)
{
    finds.saw();
    if (text_of(survey, title_of(survey)).empty()) {
        finds.fault("<title>");
    }
}

// What programs write where nobody wrote a title; folded, sorted.
void look_at_title(const Survey& survey, const AccessSettings& settings, Finds& finds)
{
    static const std::vector<std::string> usual = {"document", "home", "home page", "index", "new page", "new page 1", "page title", "title", "trang mới", "untitled",
                                                   "untitled 1", "untitled document", "untitled page", "welcome"};
    const Index title = title_of(survey);
    const std::string text = text_of(survey, title);
    const std::string words = text::folded(text);
    const std::vector<std::string>& texts = settings.texts.empty() ? usual : settings.texts;
    if (!text.empty()) {
        finds.judge(title, words.empty() || std::binary_search(texts.begin(), texts.end(), words));
    }
}

constexpr AccessCheck checks[] = {
    {"title", "the page has a title that is not empty", "2.4.2", "2779a5", true, [] { return msg("the page has no title"); }, look_for_title},
    {"title-own", "the title has words, and not those that programs write where nobody wrote any", "2.4.2", "", true,
     [] { return msg("the title says nothing about the page"); }, look_at_title},
};

constexpr bool framesets_count = true;

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks, framesets_count); }

}  // namespace

namespace registry {

Kind page_title()
{
    Kind kind = access_kind({.name = "page-title",
                             .summary = "whether pages have a title that says something",
                             .document = "Looks at the first title element. Titles that say nothing are those without a letter or digit, and those of the parameter "
                                         "texts, compared without case; \"Untitled\", \"Home\" and the like without it. Whether another title describes its page is for a person to judge.",
                             .example = "",
                             .params = {{"texts", rule::ParamType::strings, false, "titles that say nothing; \"Untitled\", \"Home\" and the like by default"}},
                             .framesets_count = framesets_count},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
