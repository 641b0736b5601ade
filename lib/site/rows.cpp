#include "site/rows.hpp"

#include "base/hash.hpp"
#include "html/text.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::site {

namespace {

constexpr std::size_t most_links = 3;    // of one row: its title, a picture's, "read more"; more are no row
constexpr std::size_t most_dates = 4;
constexpr std::size_t long_label = 30;   // code points; a title, and no author or category
constexpr std::size_t most_text = 1500;  // bytes of a row; more is an article with its links

// Elements that make a row of what is in them.
bool is_row(std::string_view name) { return name == "tr" || name == "li" || name == "article" || name == "dd"; }

std::uint64_t make_of(html::Node element)
{
    return hash64(std::string(element.name()) + "." + std::string(html::attribute(element, "class")) + " " + element.parent().name() + "." +
                  std::string(html::attribute(element.parent(), "class")));
}

}  // namespace

void Rows::link(std::uint32_t index, std::uint64_t target, std::size_t label)
{
    if (open_.empty()) {
        return;
    }
    Element& element = open_.back();
    const auto same = std::find_if(element.links.begin(), element.links.end(), [&](const Link& known) { return known.target == target; });
    if (same != element.links.end()) {
        *same = same->label < label ? Link{index, target, label} : *same;
    } else if (element.links.size() < most_links) {
        element.links.push_back({index, target, label});
    } else {
        element.has_many = true;
    }
}

void Rows::date(std::uint32_t index)
{
    if (!open_.empty()) {
        open_.back().dates.push_back(index);
    }
}

void Rows::text(std::size_t bytes)
{
    if (!open_.empty()) {
        open_.back().text += bytes;
    }
}

void Rows::leave(html::Node element)
{
    const Element own = std::move(open_.back());
    open_.pop_back();
    const bool row = is_row(element.name());
    const bool has_both = !own.has_many && own.text <= most_text && !own.links.empty() && !own.dates.empty();
    if (has_both && own.dates.size() > 1 && own.dates.size() == own.links.size() && !row) {
        for (std::size_t i = 0; i < own.dates.size(); ++i) {
            pairs_.push_back({own.dates[i], own.links[i], make_of(element)});
        }
        return;
    }
    if (has_both && (own.dates.size() == 1 || (row && own.dates.size() <= most_dates))) {
        const auto longest = std::max_element(own.links.begin(), own.links.end(), [](const Link& a, const Link& b) { return a.label < b.label; });
        for (const std::uint32_t date : own.dates) {
            pairs_.push_back({date, *longest, make_of(element)});
        }
        return;
    }
    if (open_.empty() || (row && !own.links.empty())) {
        return;
    }
    Element& outer = open_.back();
    outer.text += own.text;
    outer.has_many = outer.has_many || own.has_many;
    outer.dates.insert(outer.dates.end(), own.dates.begin(), own.dates.end());
    for (const Link& link : own.links) {
        Rows::link(link.index, link.target, link.label);
    }
}

void Rows::settle(std::vector<Dated>& dates) const
{
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> targets;  // of each make, each once
    for (const Pair& pair : pairs_) {
        std::vector<std::uint64_t>& known = targets[pair.make];
        if (std::find(known.begin(), known.end(), pair.link.target) == known.end()) {
            known.push_back(pair.link.target);
        }
    }
    const bool is_list = std::any_of(targets.begin(), targets.end(), [](const auto& entry) { return entry.second.size() >= 3; });
    for (const Pair& pair : pairs_) {
        // A day with one link may as well be an article's line with its author; rows are made alike.
        dates[pair.date].link = pair.link.index;
        dates[pair.date].is_lone = targets.at(pair.make).size() < 2 && (!is_list || pair.link.label < long_label);
    }
}

}  // namespace pa::site
