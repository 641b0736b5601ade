#include "check/history.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace pa::check {

namespace {

constexpr std::size_t most_entries = 200;
constexpr std::size_t most_list_pages = 20;
constexpr std::int64_t year = 365;
constexpr std::int64_t month = 30;
constexpr std::int64_t just_before = 3;     // days before the evidence
constexpr std::size_t heap = 10;            // entries that are enough to speak of a heap
constexpr std::size_t few = 5;

// The day that a list shows for each of its entries: of rows that show one alone.
std::map<site::UrlId, time::Day> listed_days(const Context& context, const std::vector<site::PageId>& lists)
{
    std::map<site::UrlId, time::Day> out;
    std::set<site::UrlId> unclear;
    for (const site::PageId list : lists) {
        const std::vector<site::Link>& links = context.site().pages[list].links;
        for (const site::Dated& date : context.text(list).dates) {
            const bool tells = date.role == site::DateRole::none || date.role == site::DateRole::stamp || date.role == site::DateRole::published || date.role == site::DateRole::updated;
            if (date.link >= links.size() || !tells) {
                continue;
            }
            const auto [known, is_new] = out.try_emplace(links[date.link].target, date.day);
            if (!is_new && known->second != date.day) {
                unclear.insert(known->first);
            }
        }
    }
    for (const site::UrlId url : unclear) {
        out.erase(url);
    }
    return out;
}

void measure(History& history, time::Day today)
{
    const auto first = std::lower_bound(history.days.begin(), history.days.end(), today - std::chrono::days(year));
    const auto count = history.days.end() - first;
    if (history.days.empty()) {
        return;
    }
    if (count == 0) {
        history.entries_per_month = 0;
        history.longest_gap = (today - history.days.back()).count();
        return;
    }
    // What is older than the oldest entry that was seen is not known, unless there are older ones still.
    const std::int64_t span = first != history.days.begin() ? year : std::max<std::int64_t>(month, (today - *first).count());
    history.entries_per_month = static_cast<double>(count) * static_cast<double>(month) / static_cast<double>(span);
    std::int64_t gap = (today - history.days.back()).count();
    for (auto day = first; day + 1 < history.days.end(); ++day) {
        gap = std::max<std::int64_t>(gap, (*(day + 1) - *day).count());
    }
    history.longest_gap = gap;
}

void suspect(History& history, std::size_t future, time::Day today)
{
    const std::vector<time::Day>& days = history.days;
    if (future > 0) {
        history.suspicions.push_back(msg("{} entries carry a day after that of the evidence", future));
    }
    if (days.size() >= few && days.front() == days.back()) {
        history.suspicions.push_back(msg("all {} dated entries carry the same day, {}", days.size(), time::to_string(days.front())));
        return;
    }
    const auto recent = days.end() - std::lower_bound(days.begin(), days.end(), today - std::chrono::days(just_before));
    const auto of_year = days.end() - std::lower_bound(days.begin(), days.end(), today - std::chrono::days(year));
    if (static_cast<std::size_t>(recent) >= heap && recent * 2 >= of_year) {
        history.suspicions.push_back(msg("{} of the {} entries of the last year carry one of the last {} days before the evidence", recent, of_year, just_before + 1));
    }
}

}  // namespace

Entries entries_of(const Context& context, site::PageId section)
{
    Entries out;
    std::set<site::PageId> seen{section, context.site().home};
    out.lists.push_back(section);
    for (std::size_t i = 0; i < out.lists.size() && i < most_list_pages; ++i) {
        const auto list = context.gist(out.lists[i]);
        for (const site::UrlId url : list ? list->entries : std::vector<site::UrlId>()) {
            const site::Target target = context.site().target(url);
            if (target.state != site::Target::State::page || !context.site().pages[target.page].is_html || !seen.insert(target.page).second) {
                continue;
            }
            bool is_list = std::find(list->paging.begin(), list->paging.end(), url) != list->paging.end();
            if (!is_list) {
                const auto entry = context.gist(target.page);
                is_list = entry && entry->is_list();
            }
            if (is_list) {
                out.lists.push_back(target.page);
            } else if (out.pages.size() < most_entries) {
                out.pages.push_back(target.page);
            }
        }
    }
    out.lists.resize(std::min(out.lists.size(), most_list_pages));
    return out;
}

History history_of(const Context& context, const Entries& entries)
{
    History out;
    std::map<site::UrlId, time::Day> listed = listed_days(context, entries.lists);
    std::size_t future = 0;
    for (const site::PageId entry : entries.pages) {
        const site::Page& page = context.site().pages[entry];
        future += page.published.is_future ? 1U : 0U;
        if (page.published.confidence != site::Confidence::none) {
            out.days.push_back(page.published.day);
            listed.erase(page.url);
        }
    }
    for (const auto& [url, day] : listed) {
        if (day <= context.day()) {
            out.days.push_back(day);
        } else {
            ++future;
        }
    }
    std::sort(out.days.begin(), out.days.end());
    measure(out, context.day());
    suspect(out, future, context.day());
    return out;
}

}  // namespace pa::check
