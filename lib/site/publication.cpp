#include "site/publication.hpp"

#include "site/names.hpp"
#include "site/site.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace pa::site {

namespace {

// Points; what a day has is its confidence.
constexpr int high = 80;
constexpr int medium = 60;
constexpr int low = 50;

constexpr std::uint32_t near_before = 3;  // blocks from the title
constexpr std::uint32_t near_behind = 6;
constexpr std::uint32_t lone_row = 6;     // blocks of an entry that nothing else on its page is made like
constexpr std::size_t list_rows = 3;      // entries with days that make a page a list
constexpr std::size_t most_looked_up = 4;  // other pages whose texts are read to judge one
constexpr std::size_t least_prose = 300;  // code points of text outside of rows that make a page more than a list

struct Candidate {
    time::Day day{};
    int points = 0;
    PublishedBy source = PublishedBy::nothing;
    DateSource found_in = DateSource::text;
};

// Whether a page's own menus lead there.
bool is_navigation(const Page& page, UrlId target)
{
    return std::any_of(page.links.begin(), page.links.end(), [&](const Link& link) {
        return link.target == target && link.zone != Zone::content && link.zone != Zone::aside;
    });
}

Confidence confidence_of(int points)
{
    return points >= high ? Confidence::high : points >= medium ? Confidence::medium : points >= low ? Confidence::low : Confidence::none;
}

// What one page says, before other pages are looked at.
class PageJudge {
public:
    /// `names`: hashes of the texts by which other pages link to this one, sorted.
    PageJudge(const Site& site, const Page& page, const PageText& text, const std::vector<std::uint32_t>& names) : site_(site), page_(page), text_(text), title_(text.title)
    {
        for (std::uint32_t i = 0; i < text.blocks.size(); ++i) {
            if (text.blocks[i].is_own && !text.blocks[i].is_linked && std::binary_search(names.begin(), names.end(), text.blocks[i].hash)) {
                title_ = i;
                break;
            }
        }
        std::vector<std::uint32_t> entries;
        for (const Dated& date : text.dates) {
            if (is_of_row(date)) {
                first_row_ = std::min(first_row_, date.block);
                entries.push_back(date.link);
            }
        }
        std::sort(entries.begin(), entries.end());
        rows_ = static_cast<std::size_t>(std::unique(entries.begin(), entries.end()) - entries.begin());
        prose_ = rows_ >= list_rows ? prose() : 0;
        std::vector<time::Day> stamped;
        for (const Dated& date : text.dates) {
            if (is_own_stamp(date)) {
                stamped.push_back(date.day);
            }
            shown_.push_back(date.source == DateSource::text && !is_of_row(date) ? date.day : time::Day{});
        }
        std::sort(stamped.begin(), stamped.end());
        stamps_ = static_cast<std::size_t>(std::unique(stamped.begin(), stamped.end()) - stamped.begin());
    }

    std::vector<Candidate> candidates() const
    {
        std::vector<Candidate> out;
        for (const Dated& date : text_.dates) {
            if (!is_of_row(date) && !is_template(date)) {
                const Candidate candidate = weigh(date);
                if (candidate.points > 0) {
                    out.push_back(candidate);
                }
            }
        }
        return out;
    }

    // The only row of its make is one when it leads to a page of that title which no menu leads to: not a category, not an author.
    bool is_of_row(const Dated& date) const
    {
        if (date.block < text_.blocks.size() && text_.blocks[date.block].is_linked) {
            return true;
        }
        if (date.link >= page_.links.size()) {
            return false;
        }
        // What holds the page's own title is the page, however few links follow.
        if (date.row_begin <= title_ && title_ < date.row_end) {
            return false;
        }
        if (!date.is_lone) {
            return true;
        }
        const Link& link = page_.links[date.link];
        const std::string& label = site_.labels[link.label];
        const Target target = site_.target(link.target);
        if (label.size() < least_title || date.row_end - date.row_begin > lone_row || target.page == none || is_navigation(page_, link.target)) {
            return false;
        }
        return site_.pages[target.page].title.find(label) != std::string::npos || site_.pages[target.page].heading.find(label) != std::string::npos ||
               says(target.page, block_hash(label));
    }

private:
    // Code points of own text outside of rows and links.
    std::size_t prose() const
    {
        std::vector<bool> in_row(text_.blocks.size());
        for (const Dated& date : text_.dates) {
            if (is_of_row(date)) {
                std::fill(in_row.begin() + std::min<std::ptrdiff_t>(date.row_begin, std::ssize(in_row)), in_row.begin() + std::min<std::ptrdiff_t>(date.row_end, std::ssize(in_row)), true);
            }
        }
        std::size_t out = 0;
        for (std::size_t i = 0; i < text_.blocks.size(); ++i) {
            const Block& block = text_.blocks[i];
            out += block.is_own && !block.is_linked && !in_row[i] && !site_.is_template(block.hash) ? block.length : 0U;
        }
        return out;
    }

    bool is_template(const Dated& date) const { return date.block < text_.blocks.size() && site_.is_template(text_.blocks[date.block].hash); }

    bool is_own_stamp(const Dated& date) const
    {
        return date.source == DateSource::text && date.role == DateRole::stamp && !is_of_row(date) && !is_template(date);
    }

    // Whether another page has a text as a block of its own: its title, where the markup names none.
    bool says(PageId other, std::uint32_t hash) const
    {
        if (looked_up_ == most_looked_up) {
            return false;
        }
        ++looked_up_;
        const auto text = site_.text(other);
        return text && std::any_of(text->blocks.begin(), text->blocks.end(), [&](const Block& block) { return block.is_own && !block.is_linked && block.hash == hash; });
    }

    bool is_near_title(const Dated& date) const
    {
        if (title_ == PageText::no_block || date.block == Dated::no_block) {
            return false;
        }
        return date.block + near_before >= title_ && date.block <= title_ + near_behind;
    }

    bool is_shown(time::Day day) const { return std::find(shown_.begin(), shown_.end(), day) != shown_.end(); }

    Candidate weigh(const Dated& date) const
    {
        Candidate out;
        out.day = date.day;
        out.found_in = date.source;
        const bool near = is_near_title(date);
        const bool is_list = rows_ >= list_rows && !near && date.block > first_row_;
        switch (date.source) {
        case DateSource::json_ld:
        case DateSource::metadata:
            out.source = date.source == DateSource::json_ld ? PublishedBy::json_ld : PublishedBy::metadata;
            out.points = date.role != DateRole::published ? 45 : is_shown(date.day) ? 90 : 72;
            // Sections carry the day on which they were set up.
            out.points -= rows_ >= list_rows && prose_ < least_prose && !is_shown(date.day) ? 30 : 0;
            break;
        case DateSource::element:
            out.source = PublishedBy::element;
            out.points = date.role == DateRole::published ? 88 : date.role == DateRole::updated ? 55 : near ? 82 : rows_ < list_rows ? 62 : 30;
            break;
        case DateSource::address:
            out.source = PublishedBy::address;
            out.points = is_shown(date.day) ? 66 : 52;
            break;
        case DateSource::relative:
            out.source = PublishedBy::relative;
            out.points = near ? 72 : is_list ? 0 : 55;
            break;
        case DateSource::text:
            weigh_text(date, near, is_list, out);
            break;
        }
        out.points -= date.is_unsure ? 15 : 0;
        return out;
    }

    void weigh_text(const Dated& date, bool near, bool is_list, Candidate& out) const
    {
        switch (date.role) {
        case DateRole::published:
            out.source = PublishedBy::label;
            out.points = near ? 94 : 86;
            break;
        case DateRole::updated:
            out.source = PublishedBy::updated;
            // Beside a publication on a day that does not exist, nobody can tell what was meant.
            out.points = text_.has_wrong_day ? 40 : near ? 76 : 64;
            break;
        case DateRole::stamp:
            out.source = PublishedBy::stamp;
            // A text has one day, a plan of days has several.
            out.points = stamps_ > 2 ? 30 : near ? 82 : is_list || stamps_ > 1 ? 40 : 62;
            break;
        default:
            break;
        }
    }

    const Site& site_;
    const Page& page_;
    const PageText& text_;
    std::uint32_t title_;
    std::size_t rows_ = 0;
    std::uint32_t first_row_ = Dated::no_block;  // block of the first of them
    std::size_t stamps_ = 0;  // different days
    std::size_t prose_ = 0;   // where there are rows
    mutable std::size_t looked_up_ = 0;
    std::vector<time::Day> shown_;
};

// Days of a source, over all pages.
class Trust {
public:
    explicit Trust(time::Day today) : today_(today) {}

    void add(const std::vector<Candidate>& candidates)
    {
        std::array<bool, sources> seen{};
        pages_ += candidates.empty() ? 0U : 1U;
        for (const Candidate& candidate : candidates) {
            const auto source = static_cast<std::size_t>(candidate.source);
            if (!seen[source]) {
                seen[source] = true;
                ++all_[source];
                // Crawls go on over midnight, and servers' clocks differ.
                fresh_[source] += candidate.day + std::chrono::days(1) >= today_ ? 1U : 0U;
            }
        }
    }

    bool is_stamped_on_delivery(PublishedBy source) const
    {
        const auto i = static_cast<std::size_t>(source);
        // "3 giờ trước" is of today by its nature: only when nearly all pages say so.
        const std::size_t all = source == PublishedBy::relative ? pages_ : all_[i];
        return all >= 5 && fresh_[i] * 10 >= all * 8;
    }

private:
    static constexpr std::size_t sources = 16;
    time::Day today_;
    std::size_t pages_ = 0;  // that name any day
    std::array<std::size_t, sources> all_{};
    std::array<std::size_t, sources> fresh_{};
};

Publication best_of(const std::vector<Candidate>& candidates, const Trust& trust, time::Day today)
{
    Publication out;
    int points = 0;
    for (const Candidate& candidate : candidates) {
        const int own = candidate.points - (trust.is_stamped_on_delivery(candidate.source) ? 50 : 0);
        if (candidate.day > today) {
            // A plan names such days, and one alone in a cell is no stamp of the page.
            out.is_future = out.is_future || own >= (candidate.source == PublishedBy::stamp ? high : medium);
            continue;
        }
        if (own > points) {
            points = own;
            out.day = candidate.day;
            out.source = candidate.source;
        }
    }
    out.confidence = confidence_of(points);
    if (out.confidence == Confidence::none) {
        out.source = PublishedBy::nothing;
    }
    return out;
}

// The days of the document that a page is about: a list of documents tells these.
std::vector<time::Day> days_of_document(const PageText& text)
{
    constexpr std::size_t most = 8;
    std::vector<time::Day> out;
    for (const Dated& date : text.dates) {
        if ((date.role == DateRole::document || date.role == DateRole::validity) && out.size() < most) {
            out.push_back(date.day);
        }
    }
    return out;
}

// What lists say of their entries: how often which day.
using Listed = std::unordered_map<PageId, std::map<time::Day, std::size_t>>;

void add_listed(const Site& site, const Page& page, const PageText& text, const PageJudge& judge, Listed& listed)
{
    for (std::size_t i = 0; i < text.dates.size(); ++i) {
        const Dated& date = text.dates[i];
        const bool counts = date.link < page.links.size() && (date.role == DateRole::none || date.role == DateRole::stamp || date.role == DateRole::published);
        if (!counts || !judge.is_of_row(date)) {
            continue;
        }
        // Of several days in a row, the only one that stands by itself is the entry's; the others are told of.
        const bool is_stamp = date.role == DateRole::stamp;
        const auto rivals = [&](const Dated& other) { return other.link == date.link && (!is_stamp || other.role == DateRole::stamp || other.role == DateRole::published); };
        if (std::count_if(text.dates.begin(), text.dates.end(), rivals) > 1 && date.role != DateRole::published) {
            continue;
        }
        const Target target = site.target(page.links[date.link].target);
        if (target.state == Target::State::page && target.page != site.home && !is_navigation(page, page.links[date.link].target)) {
            ++listed[target.page][date.day];
        }
    }
}

}  // namespace

std::string_view name_of(Confidence confidence)
{
    constexpr std::array<std::string_view, 4> names = {"none", "low", "medium", "high"};
    return names[static_cast<std::size_t>(confidence)];
}

std::string_view name_of(PublishedBy source)
{
    constexpr std::array<std::string_view, 10> names = {"nothing", "label", "stamp", "element", "metadata", "json-ld", "address", "relative", "updated", "list"};
    return names[static_cast<std::size_t>(source)];
}

Result<void> find_publications(Site& site)
{
    const std::vector<std::vector<std::uint32_t>> names = names_of_pages(site);
    const time::Day today = time::day_of(std::max(site.origin.begun, site.ending.ended));
    const std::vector<PageId> pages = site.html_pages();
    Trust trust(today);
    Listed listed;
    std::vector<std::vector<Candidate>> candidates(pages.size());
    std::vector<std::vector<time::Day>> of_documents(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = site.pages[pages[i]];
        PA_LET(text, site.text(pages[i]));
        const PageJudge judge(site, page, text, names[pages[i]]);
        candidates[i] = judge.candidates();
        of_documents[i] = days_of_document(text);
        trust.add(candidates[i]);
        add_listed(site, page, text, judge, listed);
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PageId id = pages[i];
        Publication& publication = site.pages[id].published;
        publication = best_of(candidates[i], trust, today);
        const auto said = listed.find(id);
        const bool is_one = said != listed.end() && said->second.size() == 1 && said->second.begin()->first <= today;
        const bool is_told = is_one && std::find(of_documents[i].begin(), of_documents[i].end(), said->second.begin()->first) == of_documents[i].end();
        if (is_told && publication.confidence < Confidence::medium && !publication.is_future) {
            publication = {said->second.begin()->first, Confidence::medium, PublishedBy::list, false};
        }
    }
    return {};
}

}  // namespace pa::site
