#include "check/section_on_home.hpp"

#include "html/text.hpp"

namespace pa::check {

std::optional<Candidate> section_on_home(const Context& context, const SectionQuery& query)
{
    constexpr int least_score = 85;
    constexpr int most_up = 2;  // elements from the heading to its block
    const site::Site& site = context.site();
    const auto home = context.open(site.home);
    if (!home) {
        return std::nullopt;
    }
    for (const pugi::xpath_node& found : home->document.tree().select_nodes("//h1|//h2|//h3|//h4|//h5")) {
        const html::Node heading = found.node();
        const LabelMatch match = query.labels->match(FoldedText::of(html::name_of(heading)));
        if (match.score < least_score || !match.is_whole || site::zone_of(heading) == site::Zone::footer) {
            continue;
        }
        html::Node block = heading.parent();
        for (int up = 0; up < most_up && block && std::string_view(block.name()) != "body"; ++up, block = block.parent()) {
            Content content = content_below(context, *home, block);
            // A heading over running text is an article's, not a section's: entries lead on or carry dates.
            const bool dated = content.dates.size() >= 2 && content.length >= 2 * query.least_text;
            if (content.entries.size() >= 2 || dated) {
                Candidate candidate;
                candidate.score = match.score;
                candidate.label = html::name_of(heading);
                candidate.found_in = msg("heading on the home page");
                candidate.url = site.url_of(site.home);
                candidate.page = site.home;
                candidate.state = Candidate::State::present;
                candidate.content = std::move(content);
                return candidate;
            }
        }
    }
    return std::nullopt;
}

}  // namespace pa::check
