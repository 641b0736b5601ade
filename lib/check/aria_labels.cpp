#include "check/aria_checks.hpp"

#include "access/words.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::check::aria {

namespace {

using access::Element;
using access::Index;
using access::Survey;

// WCAG 2.5.3 lets a name leave out what stands in brackets.
std::string without_brackets(std::string_view text)
{
    std::string out;
    std::size_t depth = 0;
    for (const char c : text) {
        depth += c == '(' ? 1U : 0U;
        if (depth == 0) {
            out += c;
        }
        depth -= c == ')' && depth > 0 ? 1U : 0U;
    }
    return out;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> out;
    const std::string folded = text::folded(text);
    access::each_word(folded, [&](std::string_view word) {
        out.emplace_back(word);
        return out.size() < 200;
    });
    return out;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) {
        out += word;
    }
    return out;
}

bool is_shortened(std::string_view label)
{
    // "University Ave." is a short form of something that may be in the name.
    const std::string plain = text::collapsed(label);
    for (std::size_t at = plain.find('.'); at != std::string::npos; at = plain.find('.', at + 1)) {
        const bool is_end = at + 1 == plain.size() || plain[at + 1] == ' ';
        const bool is_word = at > 0 && ((plain[at - 1] >= 'a' && plain[at - 1] <= 'z') || static_cast<unsigned char>(plain[at - 1]) >= 0x80);
        if (is_end && is_word && plain.substr(0, at).find_last_of(' ') != std::string::npos) {
            return true;
        }
    }
    return false;
}

bool is_in(const std::string& label, const std::string& name)
{
    const std::vector<std::string> seen = words_of(label);
    const std::vector<std::string> said = words_of(name);
    if (std::search(said.begin(), said.end(), seen.begin(), seen.end()) != said.end()) {
        return true;
    }
    // "nonstandard" and "non-standard" are one word written in two ways.
    return name.find('-') != std::string::npos && joined(said).find(joined(seen)) != std::string::npos && seen.size() < said.size();
}

// One letter or sign is a picture of something ("X" closes); a word in a font of icons is one too.
bool may_be_picture(const Survey& survey, const std::string& label)
{
    const std::vector<std::string> words = words_of(label);
    const bool has_digit = label.find_first_of("0123456789") != std::string::npos;
    return words.empty() || (words.size() == 1 && ((text::length(words.front()) == 1 && !has_digit) || survey.has_icon_font()));
}

}  // namespace

void look_at_seen_labels(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_aria()) {
        const Element& element = survey[index];
        if (!element.is_exposed() || !access::is_widget(element.role) || !access::facts_of(element.role).from_content) {
            continue;
        }
        const access::Name& name = survey.name(index);
        if (!name.is_from_author || name.is_unsure) {
            continue;
        }
        const access::Name label = survey.visible_label(index);
        const std::string seen = without_brackets(label.text);
        if (label.is_unsure || may_be_picture(survey, seen) || is_shortened(seen)) {
            continue;
        }
        finds.judge(index, !is_in(seen, name.text));
    }
}

}  // namespace pa::check::aria
