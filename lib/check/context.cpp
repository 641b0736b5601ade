#include "check/context.hpp"

#include "check/content.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::check {

namespace {

constexpr std::size_t most_opened = 64;
constexpr std::size_t most_opened_bytes = 4 * 1024 * 1024;  // of sources; their trees take several times as much

// The part of a title that names the page: what stands before " - ", " | " or " » " and the agency's name.
std::string_view own_part(std::string_view title)
{
    std::size_t cut = title.size();
    for (const std::string_view separator : {" - ", " | ", " – ", " — ", " » ", " :: "}) {
        cut = std::min(cut, title.find(separator));
    }
    return title.substr(0, cut);
}

}  // namespace

Context::Context(const site::Site& site, time::Day day) : site_(site), day_(day), pages_(site.html_pages())
{
    folded_.reserve(site.labels.size() + pages_.size() / 4);
    for (const std::string& label : site.labels) {
        folded_.push_back(FoldedText::of(label));
    }
    std::unordered_map<std::uint64_t, std::uint32_t> place;
    std::vector<site::PageId> last_page;  // of each group
    for (const site::PageId id : pages_) {
        const site::Page& page = site.pages[id];
        titles_.push_back(folded_number(own_part(page.title)));
        headings_.push_back(folded_number(page.heading));
        const auto url = url::Url::parse(site.urls[page.url]);
        path_words_.push_back(url ? check::path_words(url::percent_decoded(url->path())) : "");
        for (const site::Link& link : page.links) {
            if (link.is_dead) {
                continue;
            }
            const std::uint64_t key = static_cast<std::uint64_t>(link.label) << 32U | link.target;
            const auto [it, is_new] = place.try_emplace(key, static_cast<std::uint32_t>(links_.size()));
            if (is_new) {
                last_page.push_back(site::none);
                links_.push_back({link.label, link.target, 0, id, false, false, false, link.is_image});
            }
            LinkGroup& group = links_[it->second];
            group.pages += last_page[it->second] != id ? 1U : 0U;
            last_page[it->second] = id;
            group.on_home = group.on_home || id == site.home;
            group.in_menu = group.in_menu || link.zone == site::Zone::menu || link.zone == site::Zone::header;
            group.in_frame = group.in_frame || link.zone == site::Zone::footer || link.zone == site::Zone::aside ||
                             link.zone == site::Zone::breadcrumb;
        }
    }
    std::sort(links_.begin(), links_.end(), [](const LinkGroup& a, const LinkGroup& b) {
        return std::pair(a.label, a.target) < std::pair(b.label, b.target);
    });
    template_pages_ = std::max<std::uint32_t>(4, static_cast<std::uint32_t>(pages_.size() + 2) / 3);
    for (const LinkGroup& group : links_) {
        if (is_template(group)) {
            template_targets_.insert(group.target);
        }
    }
}

std::uint32_t Context::folded_number(std::string_view text)
{
    const auto label = std::lower_bound(site_.labels.begin(), site_.labels.end(), text);
    if (label != site_.labels.end() && *label == text) {
        return static_cast<std::uint32_t>(label - site_.labels.begin());
    }
    folded_.push_back(FoldedText::of(text));
    return static_cast<std::uint32_t>(folded_.size() - 1);
}

Message Context::home_problem() const
{
    const site::Page& home = site_.pages[site_.home];
    if (home.needs_script) {
        return msg("the home page is an empty shell that only a browser's script would fill");
    }
    if (home.document_cut || home.truncated) {
        return msg("the home page could not be read whole: it is damaged, too large or nested too deeply");
    }
    if (home.is_frameset) {
        return msg("the home page is a frameset, whose parts are other pages");
    }
    if (home.text.blocks == 0) {
        return msg("the home page shows no text at all");
    }
    return {};
}

Message Context::blind_spot() const
{
    const evidence::Ending& ending = site_.ending;
    if (!ending.complete) {
        return msg("the crawl was broken off before it had seen the whole portal");
    }
    if (!ending.limits_hit.empty()) {
        return msg("a limit cut the crawl ({}); {} known addresses were not asked", ending.limits_hit.front(), ending.not_fetched);
    }
    if (Message problem = home_problem(); !problem.empty() && !site_.pages[site_.home].is_frameset) {
        return problem;
    }
    if (ending.disallowed_count > 0 && ending.disallowed_count * 4 > pages_.size()) {
        return msg("robots.txt keeps the tool from {} addresses", ending.disallowed_count);
    }
    const auto lost = std::count_if(site_.pages.begin(), site_.pages.end(), [](const site::Page& page) {
        return page.failure != http::Failure::none || page.status >= 500 || page.status == 429;
    });
    if (static_cast<std::size_t>(lost) * 10 > site_.pages.size()) {
        return msg("{} of {} addresses gave no usable answer", lost, site_.pages.size());
    }
    return {};
}

const Item* Context::item(std::string_view id) const
{
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : &found->second;
}

void Context::add_item(Item item)
{
    std::string id = item.id;
    items_.try_emplace(std::move(id), std::move(item));
}

std::shared_ptr<const site::OpenPage> Context::open(site::PageId page) const
{
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(opened_.begin(), opened_.end(), [page](const auto& kept) { return kept.first == page; });
    if (found != opened_.end()) {
        std::rotate(found, found + 1, opened_.end());
        return opened_.back().second;
    }
    auto opened = site_.open(page);
    if (!opened) {
        if (read_error_) {
            read_error_ = tl::unexpected(opened.error());
        }
        return nullptr;
    }
    opened_.emplace_back(page, std::make_shared<const site::OpenPage>(std::move(*opened)));
    opened_bytes_ += opened_.back().second->bytes;
    while (opened_.size() > most_opened || (opened_.size() > 1 && opened_bytes_ > most_opened_bytes)) {
        opened_bytes_ -= opened_.front().second->bytes;
        opened_.erase(opened_.begin());
    }
    return opened_.back().second;
}

std::optional<http::Response> Context::answer(site::PageId page) const
{
    auto answer = site_.answer(page);
    if (!answer) {
        const std::lock_guard lock(mutex_);
        if (read_error_) {
            read_error_ = tl::unexpected(answer.error());
        }
        return std::nullopt;
    }
    return std::move(*answer);
}

site::PageText Context::text(site::PageId page) const
{
    auto text = site_.text(page);
    if (!text) {
        const std::lock_guard lock(mutex_);
        if (read_error_) {
            read_error_ = tl::unexpected(text.error());
        }
        return {};
    }
    return std::move(*text);
}

std::shared_ptr<const Content> Context::gist(site::PageId page) const
{
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = gists_.find(page); found != gists_.end()) {
            return found->second;
        }
    }
    auto gist = std::make_shared<const Content>(gist_of(*this, page));
    const std::lock_guard lock(mutex_);
    return gists_.try_emplace(page, std::move(gist)).first->second;
}

Result<void> Context::read_error() const
{
    const std::lock_guard lock(mutex_);
    return read_error_;
}

}  // namespace pa::check
