// link-text: do links say where they lead?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::check {

namespace {

using access::Element;
using access::Index;
using access::nowhere;
using access::Role;
using access::Survey;
using access::Tag;

constexpr std::size_t most_text = 60;     // bytes; a text that says nothing is short
constexpr std::size_t most_levels = 4;    // around a link in which a heading gives it context
constexpr std::size_t most_context = 300; // bytes of the text around that are read

template <class Visit>
void each_link(const Survey& survey, Visit visit)
{
    for (const Role role : {Role::link, Role::doc_backlink, Role::doc_biblioref, Role::doc_glossref, Role::doc_noteref}) {
        for (const Index index : survey.with_role(role)) {
            const Element& link = survey[index];
            if (link.is_exposed() && !link.is_flattened && survey.has_used_map(index)) {
                visit(index);
            }
        }
    }
}

void look_at_names(const Survey& survey, const AccessSettings&, Finds& finds)
{
    each_link(survey, [&](Index index) { finds.judge(index, survey.name(index).is_missing()); });
}

// Words that stand on links of any page; folded, sorted.
const std::vector<std::string>& usual_texts()
{
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> out;
        for (const char* text : {"tại đây", "ở đây", "xem thêm", "xem tiếp", "xem chi tiết", "chi tiết", "đọc thêm", "đọc tiếp", "bấm vào đây", "bấm vào", "nhấn vào đây",
                                 "nhấp vào đây", "click vào đây", "click", "thêm", "tiếp", "link", "liên kết", "here", "click here", "more", "read more", "details", "go"}) {
            out.push_back(text::folded(text));
        }
        std::sort(out.begin(), out.end());
        return out;
    }();
    return texts;
}

bool says_nothing(const Survey& survey, Index link, const AccessSettings& settings)
{
    const access::Name& name = survey.name(link);
    const std::vector<std::string>& texts = settings.texts.empty() ? usual_texts() : settings.texts;
    return !name.is_unsure && name.text.size() <= most_text && std::binary_search(texts.begin(), texts.end(), text::folded(name.text));
}

void look_at_texts(const Survey& survey, const AccessSettings& settings, Finds& finds)
{
    each_link(survey, [&](Index index) { finds.judge(index, says_nothing(survey, index, settings)); });
}

bool has_heading_before(const Survey& survey, Index around, Index link)
{
    const std::vector<Index>& headings = survey.with_role(Role::heading);
    const auto first = std::lower_bound(headings.begin(), headings.end(), around);
    return first != headings.end() && *first < link;
}

// WCAG 2.0 calls these the programmatically determined context of a link: its sentence, paragraph, list item or table cell with the
// headers; a heading before it in the same part of the page is taken for one too.
bool has_context(const Survey& survey, Index link, std::unordered_map<Index, std::size_t>& lengths)
{
    const Element& element = survey[link];
    if (!access::trimmed(element.attribute("aria-describedby")).empty() || !access::trimmed(element.attribute("title")).empty()) {
        return true;
    }
    const std::size_t own = text::length(survey.name(link).text);
    std::size_t level = 0;
    for (Index at = element.parent; at != nowhere; at = survey[at].parent) {
        const Tag tag = survey[at].tag;
        if (tag == Tag::p || tag == Tag::li || tag == Tag::dd || survey[at].role == Role::listitem || survey[at].role == Role::heading) {
            const auto [length, is_new] = lengths.try_emplace(at, 0);
            if (is_new) {
                length->second = text::length(html::visible_text(survey[at].node, most_context, true));
            }
            if (length->second > own + 5) {
                return true;
            }
        }
        if (tag == Tag::td || tag == Tag::th || tag == Tag::body) {
            return tag != Tag::body;
        }
        if (++level <= most_levels && has_heading_before(survey, at, link)) {
            return true;
        }
    }
    return false;
}

void look_at_purposes(const Survey& survey, const AccessSettings& settings, Finds& finds)
{
    std::unordered_map<Index, std::size_t> lengths;  // of the texts around links
    each_link(survey, [&](Index index) { finds.judge(index, says_nothing(survey, index, settings) && !has_context(survey, index, lengths)); });
}

constexpr AccessCheck checks[] = {
    {"link-name", "links have a text, or an image with a text alternative", "2.4.4, 4.1.2", "c487ae", true,
     [] { return msg("the link has no text"); }, look_at_names},
    {"link-purpose", "links whose text says nothing by itself (“tại đây”, “more”) stand in a sentence, list item, table cell or below a heading that tells where they lead",
     "2.4.4", "5effbb", true, [] { return msg("the link does not say where it leads, nor does the text around it"); }, look_at_purposes},
    {"link-purpose-alone", "no link has a text that says nothing by itself", "2.4.9", "aizyf1", false,
     [] { return msg("the link's text says nothing by itself"); }, look_at_texts},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind link_text()
{
    Kind kind = access_kind({.name = "link-text",
                             .summary = "whether links say where they lead",
                             .document = "Looks at the links that assistive technology is told of. Texts that say nothing by themselves are those of the "
                                         "parameter texts, compared without case; a short Vietnamese and English list without it. Whether another text "
                                         "describes the target is for a person to judge.",
                             .example = "texts = [\"tại đây\", \"xem thêm\"]\n",
                             .params = {{"texts", rule::ParamType::strings, false, "texts of links that say nothing by themselves; \"tại đây\", \"xem thêm\", \"click here\" and the like by default"}}},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
