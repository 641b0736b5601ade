#include "site/rows.hpp"

#include "base/hash.hpp"
#include "html/text.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::site {

namespace {

constexpr std::size_t most_links = 3;    // of one row: its title, a picture's, "read more"; more are no row
constexpr std::size_t most_dates = 4;
constexpr std::size_t most_events = 600;
constexpr std::size_t long_label = 30;   // code points; a title, and no author or category
constexpr std::size_t most_entry = 700;  // bytes
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
    if (open_.empty() || open_.back().events.size() >= most_events) {
        return;
    }
    std::vector<Event>& events = open_.back().events;
    // A picture and a title that lead to the same entry are one.
    if (!events.empty() && !events.back().is_date && events.back().link.target == target) {
        events.back().link = events.back().link.label < label ? Link{index, target, label} : events.back().link;
        return;
    }
    events.push_back({false, 0, {index, target, label}});
}

void Rows::date(std::uint32_t index)
{
    if (!open_.empty() && open_.back().events.size() < most_events) {
        open_.back().events.push_back({true, index, {}});
    }
}

void Rows::text(std::size_t bytes)
{
    if (!open_.empty()) {
        open_.back().text += bytes;
    }
}

// One day with the longest of few links; in the element of a row also several days.
bool Rows::pair_one(const Element& own, bool row, std::uint64_t make)
{
    std::vector<Link> links;
    std::vector<std::uint32_t> dates;
    for (const Event& event : own.events) {
        if (event.is_date) {
            dates.push_back(event.date);
        } else if (std::none_of(links.begin(), links.end(), [&](const Link& known) { return known.target == event.link.target; })) {
            links.push_back(event.link);
        }
    }
    const bool is_one = !links.empty() && links.size() <= most_links && !dates.empty() && own.text <= most_text;
    // A title with its day and a summary that tells of others.
    const bool is_entry = links.size() == 1 && own.text <= most_entry;
    if (!is_one || (dates.size() > 1 && ((!row && !is_entry) || dates.size() > most_dates))) {
        return false;
    }
    const auto longest = std::max_element(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.label < b.label; });
    for (const std::uint32_t date : dates) {
        pairs_.push_back({date, *longest, make, own.begin, own.end});
    }
    return true;
}

// Entries without elements of their own: each day belongs to the link before it, or, in lists that begin with a day, to the
// one behind it.
bool Rows::pair_each(const Element& own, std::uint64_t make)
{
    const auto dates = static_cast<std::size_t>(std::count_if(own.events.begin(), own.events.end(), [](const Event& event) { return event.is_date; }));
    if (dates < 2 || own.events.size() - dates < dates || own.text / dates > most_text) {
        return false;
    }
    const bool is_behind = !own.events.front().is_date || own.events.back().is_date;
    for (std::size_t i = 0; i < own.events.size(); ++i) {
        const bool has_link = is_behind ? i > 0 && !own.events[i - 1].is_date : i + 1 < own.events.size() && !own.events[i + 1].is_date;
        if (own.events[i].is_date && has_link) {
            pairs_.push_back({own.events[i].date, own.events[is_behind ? i - 1 : i + 1].link, make, own.begin, own.end});
        }
    }
    return true;
}

void Rows::leave(html::Node element, std::uint32_t block)
{
    Element own = std::move(open_.back());
    own.end = block;
    open_.pop_back();
    const bool has_dates = std::any_of(own.events.begin(), own.events.end(), [](const Event& event) { return event.is_date; });
    const bool has_links = std::any_of(own.events.begin(), own.events.end(), [](const Event& event) { return !event.is_date; });
    const bool row = is_row(element.name());
    if (has_dates && has_links && (pair_one(own, row, make_of(element)) || (!row && pair_each(own, make_of(element))))) {
        return;
    }
    if (open_.empty() || (row && has_links)) {
        return;
    }
    Element& outer = open_.back();
    outer.text += own.text;
    for (const Event& event : own.events) {
        if (event.is_date) {
            Rows::date(event.date);
        } else {
            Rows::link(event.link.index, event.link.target, event.link.label);
        }
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
        dates[pair.date].row_begin = pair.begin;
        dates[pair.date].row_end = pair.end;
        dates[pair.date].is_lone = targets.at(pair.make).size() < 2 && (!is_list || pair.link.label < long_label);
    }
}

}  // namespace pa::site
