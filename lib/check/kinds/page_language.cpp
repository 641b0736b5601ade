// page-language: does the page say which language it is in, and rightly?
#include "check/accessibility.hpp"

#include "access/language.hpp"
#include "access/words.hpp"
#include "html/text.hpp"

#include <algorithm>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::Survey;
using access::Sure;
using access::Tag;

constexpr std::size_t most_text = 16'384;

std::string_view page_lang(const Survey& survey) { return access::trimmed(html::attribute(survey.root(), "lang")); }

void look_for_lang(const Survey& survey, const AccessSettings&, Finds& finds) { finds.judge(0, page_lang(survey).empty()); }

void look_at_lang(const Survey& survey, const AccessSettings&, Finds& finds)
{
    if (const std::string_view lang = page_lang(survey); !lang.empty()) {
        finds.judge(0, !access::is_language(lang));
    }
}

// Text or a text alternative that the element's own `lang` speaks of: not inside another element with one.
bool has_own_text(const Survey& survey, Index index)
{
    bool found = false;
    Index next = index;
    html::walk(
        survey[index].node,
        [&](html::Node node) {
            if (node.type() != pugi::node_element) {
                found = found || !access::trimmed(node.value()).empty();
                return false;
            }
            const Index at = next;
            const Element& element = survey[at];
            const bool goes_in = !found && element.hidden != Sure::yes && (at == index || node.attribute("lang").empty());
            next = goes_in ? at + 1 : element.end;
            const bool is_alternative = element.tag == Tag::img && element.role != access::Role::none;
            found = found || (goes_in && is_alternative && !access::trimmed(element.attribute("alt")).empty());
            return goes_in;
        },
        [&](html::Node) {});
    return found;
}

void look_at_parts(const Survey& survey, const AccessSettings&, Finds& finds)
{
    constexpr std::size_t most_parts = 500;
    for (std::size_t i = 0; i < std::min(most_parts, survey.with_lang().size()); ++i) {
        const Index index = survey.with_lang()[i];
        const Element& element = survey[index];
        const std::string_view lang = element.attribute("lang");
        if (index == 0 || lang.empty() || element.hidden != Sure::no) {
            continue;
        }
        const bool is_wrong = !access::is_language(lang);
        finds.judge(index, is_wrong && has_own_text(survey, index));
    }
}

void look_at_expected(const Survey& survey, const AccessSettings& settings, Finds& finds)
{
    const std::string_view lang = page_lang(survey);
    if (!lang.empty() && !settings.language.empty()) {
        finds.judge(0, access::primary_subtag(lang) != settings.language);
    }
}

// The page's text without parts that name a language of their own.
std::string own_text(const Survey& survey)
{
    std::string text;
    Index next = 0;
    html::walk(
        survey.root(),
        [&](html::Node node) {
            if (node.type() != pugi::node_element) {
                if (text.size() < most_text) {
                    text += node.value();
                }
                return false;
            }
            const Index at = next;
            const Element& element = survey[at];
            const bool goes_in = text.size() < most_text && element.hidden != Sure::yes && element.tag != Tag::code && element.tag != Tag::textarea &&
                                 (at == 0 || node.attribute("lang").empty());
            next = goes_in ? at + 1 : element.end;
            text += ' ';
            return goes_in;
        },
        [&](html::Node) {});
    return text;
}

void look_at_text(const Survey& survey, const AccessSettings&, Finds& finds)
{
    const std::string_view lang = page_lang(survey);
    if (lang.empty() || !access::is_language(lang)) {
        return;
    }
    if (const std::string_view language = access::language_of(own_text(survey)); !language.empty()) {
        finds.judge(0, access::primary_subtag(lang) != language);
    }
}

constexpr AccessCheck checks[] = {
    {"page-lang", "the html element has a language", "3.1.1", "b5c3f8", true, [] { return msg("the page does not say in which language it is"); }, look_for_lang},
    {"page-lang-valid", "the page's language is one of the registry of languages", "3.1.1", "bf051a", true,
     [] { return msg("what the page gives as its language is no language"); }, look_at_lang},
    {"page-lang-text", "the page's language is that of its text, as far as that is beyond doubt Vietnamese or English", "3.1.1", "ucwvc8", true,
     [] { return msg("the page's text is in another language than the page says"); }, look_at_text},
    {"page-lang-expected", "the page's language is that of the parameter language, if it is given", "3.1.1", "", true,
     [] { return msg("the page says that it is in another language than is expected"); }, look_at_expected},
    {"part-lang-valid", "parts of the page in a language of their own name one of the registry", "3.1.2", "de46e4", true,
     [] { return msg("what a part of the page gives as its language is no language"); }, look_at_parts},
};

constexpr bool framesets_count = true;

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks, framesets_count); }

}  // namespace

namespace registry {

Kind page_language()
{
    Kind kind = access_kind({.name = "page-language",
                             .summary = "whether pages say in which language they are, and rightly",
                             .document = "Looks at the attribute lang of the html element and of parts of the page. The language of a text is only told for "
                                         "forty words and more, where its letters (Vietnamese) or its commonest words (English) leave no doubt; with another "
                                         "language the check page-lang-text says nothing.",
                             .example = "language = \"vi\"\n",
                             .params = {{"language", rule::ParamType::string, false, "the language that pages are expected to be in, such as vi"}},
                             .framesets_count = framesets_count},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
