// badge: the grade as a small picture for a web page or a README. Nothing is fetched; the title tells a screen reader
// what the picture shows.
#include "report/defect.hpp"
#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/xml.hpp"
#include "text/fold.hpp"

#include <pugixml.hpp>

namespace pa::report {

namespace {

// White text of 11 px has at least 4.5:1 on each of these; the letter says the same as the colour.
const char* colour(const audit::Score& score)
{
    if (score.percent.low >= 75) {
        return "#2e7d32";
    }
    return score.percent.low >= 50 ? "#8a5a00" : "#b71c1c";
}

// `textLength` makes every font keep to the width that was reckoned with.
void text(pugi::xml_node svg, std::size_t x, std::size_t width, const std::string& words)
{
    pugi::xml_node node = svg.append_child("text");
    node.append_attribute("x") = std::to_string(x + width / 2).c_str();
    node.append_attribute("y") = "14";
    node.append_attribute("textLength") = std::to_string(width - 12).c_str();
    node.append_attribute("lengthAdjust") = "spacingAndGlyphs";
    node.text().set(words.c_str());
}

void box(pugi::xml_node svg, std::size_t x, std::size_t width, const char* fill)
{
    pugi::xml_node node = svg.append_child("rect");
    node.append_attribute("x") = std::to_string(x).c_str();
    node.append_attribute("width") = std::to_string(width).c_str();
    node.append_attribute("height") = "20";
    node.append_attribute("fill") = fill;
}

std::string write(const audit::Audit& audit, Lang lang)
{
    const std::string left = msg("portal audit").in(lang);
    const std::string right = line(grade(audit.score), 20) + " · " + interval(audit.score.percent, lang);
    const std::size_t left_width = text::length(left) * 7 + 12;
    const std::size_t right_width = text::length(right) * 7 + 12;
    const std::string width = std::to_string(left_width + right_width);

    pugi::xml_document document;
    pugi::xml_node svg = document.append_child("svg");
    svg.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    svg.append_attribute("width") = width.c_str();
    svg.append_attribute("height") = "20";
    svg.append_attribute("viewBox") = ("0 0 " + width + " 20").c_str();
    svg.append_attribute("role") = "img";
    svg.append_attribute("aria-labelledby") = "t";
    svg.append_attribute("lang") = lang == Lang::vi ? "vi" : "en";
    pugi::xml_node title = svg.append_child("title");
    title.append_attribute("id") = "t";
    title.text().set(line(msg("{}: grade {}, {}, law of {}", portal_name(audit), grade(audit.score), interval(audit.score.percent, lang), audit.as_of).in(lang), 400).c_str());
    box(svg, 0, left_width, "#424242");
    box(svg, left_width, right_width, colour(audit.score));
    pugi::xml_node words = svg.append_child("g");
    words.append_attribute("fill") = "#ffffff";
    words.append_attribute("text-anchor") = "middle";
    words.append_attribute("font-family") = "Verdana, 'DejaVu Sans', sans-serif";
    words.append_attribute("font-size") = "11";
    words.append_attribute("aria-hidden") = "true";
    text(words, 0, left_width, left);
    text(words, left_width, right_width, right);
    return xml_text(document);
}

}  // namespace

namespace registry {

Format badge()
{
    return {"badge", "badge.svg", "image/svg+xml", msg("the grade as a small SVG picture"),
            [](const audit::Audit& audit, const Options& options) { return write(audit, options.lang); }};
}

}  // namespace registry

}  // namespace pa::report
