// mobile-viewport: is the page made for the width of small screens, and may it be enlarged there?
#include "check/accessibility.hpp"

#include "access/words.hpp"
#include "html/text.hpp"

#include <algorithm>
#include <cstdlib>

namespace pa::check {

namespace {

using access::Index;
using access::Survey;
using access::Tag;

constexpr double least_zoom = 2;  // WCAG 1.4.4: text can be enlarged to 200 per cent

template <class Visit>
void each_viewport(const Survey& survey, Visit visit)
{
    for (const Index index : survey.with_tag(Tag::meta)) {
        if (access::is_same(access::trimmed(survey[index].attribute("name")), "viewport")) {
            visit(index);
        }
    }
}

// CSS Device Adaptation, 9.4: blanks, commas and semicolons separate; the last of a name counts. Empty when it is not there.
std::string value_of(std::string_view content, std::string_view name)
{
    constexpr std::string_view separators = " \t\n\f\r,;";
    std::string out;
    while (!content.empty()) {
        const std::size_t start = std::min(content.find_first_not_of(separators), content.size());
        content.remove_prefix(start);
        std::size_t end = std::min(content.find_first_of(separators), content.size());
        // Blanks may stand around the equals sign.
        const std::size_t more = content.find_first_not_of(" \t\n\f\r", end);
        const bool is_open = content.substr(0, end).find('=') == std::string_view::npos && more != std::string_view::npos && content[more] == '=';
        if (is_open || (end > 0 && content[end - 1] == '=')) {
            const std::size_t from = std::min(content.find_first_not_of(" \t\n\f\r", is_open ? more + 1 : end), content.size());
            end = std::min(content.find_first_of(separators, from), content.size());
        }
        const std::string_view pair = content.substr(0, end);
        const std::size_t sign = pair.find('=');
        if (sign != std::string_view::npos && access::is_same(access::trimmed(pair.substr(0, sign)), name)) {
            out = access::lower(access::trimmed(pair.substr(sign + 1)));
        }
        content.remove_prefix(std::max<std::size_t>(std::min(end, content.size()), content.empty() ? 0 : 1));
    }
    return out;
}

// As in section 9.4 too: what does not begin with a number is 0, what a number begins is the number.
double number_of(const std::string& value) { return std::strtod(value.c_str(), nullptr); }

bool forbids_zoom(std::string_view content)
{
    const std::string scalable = value_of(content, "user-scalable");
    if (!scalable.empty() && scalable != "yes" && !scalable.starts_with("device-")) {
        const double number = number_of(scalable);
        if (scalable == "no" || (number > -1 && number < 1)) {
            return true;
        }
    }
    const std::string maximum = value_of(content, "maximum-scale");
    if (maximum.empty() || maximum.starts_with("device-")) {
        return false;
    }
    const double number = maximum == "yes" ? 1 : number_of(maximum);
    return number >= 0 && number < least_zoom;
}

void look_at_zoom(const Survey& survey, const AccessSettings&, Finds& finds)
{
    each_viewport(survey, [&](Index index) {
        const std::string_view content = survey[index].attribute("content");
        if (value_of(content, "user-scalable").empty() && value_of(content, "maximum-scale").empty()) {
            return;
        }
        finds.saw();
        if (forbids_zoom(content)) {
            finds.fault("<meta name=\"viewport\" content=\"" + std::string(content) + "\">");
        }
    });
}

void look_for_viewport(const Survey& survey, const AccessSettings&, Finds& finds)
{
    bool has_width = false;
    each_viewport(survey, [&](Index index) {
        const std::string_view content = survey[index].attribute("content");
        has_width = has_width || value_of(content, "width") == "device-width" || !value_of(content, "initial-scale").empty();
    });
    finds.saw();
    if (!has_width) {
        finds.fault("<meta name=\"viewport\">");
    }
}

constexpr AccessCheck checks[] = {
    {"viewport", "a meta element adapts the page to the width of the screen", "", "", true,
     [] { return msg("the page is not adapted to the width of small screens"); }, look_for_viewport},
    {"viewport-zoom", "the page may be enlarged to 200 per cent", "1.4.4", "b4f0c3", true, [] { return msg("the page may not be enlarged"); }, look_at_zoom},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind mobile_viewport()
{
    Kind kind = access_kind({.name = "mobile-viewport",
                             .summary = "whether pages are adapted to small screens and may be enlarged there",
                             .document = "Looks at the meta element viewport: whether it gives the device's width or an initial scale, and whether it keeps visitors from "
                                         "enlarging the page. How the page looks on a small screen is not seen.",
                             .example = ""},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
