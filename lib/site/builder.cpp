#include "site/site.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace pa::site {

namespace {

// Numbers given in the order of arrival, made numbers of the sorted order: arrival depends on threads and
// network, the sorted order on nothing.
std::vector<std::uint32_t> sorted_numbers(std::vector<std::string>& texts)
{
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
    std::vector<std::uint32_t> number(texts.size());
    std::vector<std::string> sorted(texts.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        number[order[i]] = i;
        sorted[i] = std::move(texts[order[i]]);
    }
    texts = std::move(sorted);
    return number;
}

void renumber(Page& page, const std::vector<std::uint32_t>& urls, const std::vector<std::uint32_t>& labels)
{
    page.url = urls[page.url];
    if (page.redirect != none) {
        page.redirect = urls[page.redirect];
    }
    for (Link& link : page.links) {
        link.target = urls[link.target];
        link.label = labels[link.label];
    }
}

// A block is template when it stands on at least a third of the pages, and on four at least.
std::unordered_set<std::uint32_t> find_template(const std::vector<Page>& pages)
{
    std::unordered_map<std::uint32_t, std::uint32_t> count;
    std::uint32_t html = 0;
    for (const Page& page : pages) {
        html += page.blocks.empty() ? 0U : 1U;
        std::vector<std::uint32_t> once = page.blocks;
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        for (const std::uint32_t block : once) {
            ++count[block];
        }
    }
    const std::uint32_t limit = std::max<std::uint32_t>(4, (html + 2) / 3);
    std::unordered_set<std::uint32_t> out;
    for (const auto& [block, pages_with_it] : count) {
        if (pages_with_it >= limit) {
            out.insert(block);
        }
    }
    return out;
}

std::vector<std::uint32_t> count_clicks(const Site& site)
{
    std::vector<std::uint32_t> clicks(site.pages.size(), none);
    if (site.home == none) {
        return clicks;
    }
    std::deque<PageId> queue{site.home};
    clicks[site.home] = 0;
    while (!queue.empty()) {
        const PageId page = queue.front();
        queue.pop_front();
        for (const Link& link : site.pages[page].links) {
            const Target target = site.target(link.target);
            if (target.state == Target::State::page && clicks[target.page] == none) {
                clicks[target.page] = clicks[page] + 1;
                queue.push_back(target.page);
            }
        }
    }
    return clicks;
}

}  // namespace

UrlId Builder::url_number(const std::string& url)
{
    const auto [it, is_new] = url_numbers_.try_emplace(url, static_cast<UrlId>(urls_.size()));
    if (is_new) {
        urls_.push_back(url);
    }
    return it->second;
}

LabelId Builder::label_number(const std::string& label)
{
    const auto [it, is_new] = label_numbers_.try_emplace(label, static_cast<LabelId>(labels_.size()));
    if (is_new) {
        labels_.push_back(label);
    }
    return it->second;
}

std::vector<url::Url> Builder::add(const evidence::Exchange& exchange, evidence::Position position)
{
    Digest digest = site::digest(exchange, limits_, observer_);
    digest.page.position = position;
    std::vector<url::Url> out;
    {
        const std::lock_guard lock(mutex_);
        digest.page.url = url_number(exchange.url);
        if (digest.redirect) {
            digest.page.redirect = url_number(digest.redirect->href());
        }
        digest.page.links.reserve(digest.links.size());
        for (const RawLink& link : digest.links) {
            digest.page.links.push_back({url_number(link.target.href()), label_number(link.label), link.zone, link.is_image, link.is_dead});
        }
        kept_.push_back({std::move(digest.page), exchange.purpose});
    }
    if (digest.redirect) {
        out.push_back(std::move(*digest.redirect));
    }
    for (RawLink& link : digest.links) {
        out.push_back(std::move(link.target));
    }
    return out;
}

Result<Site> Builder::finish(std::shared_ptr<const evidence::Reader> reader, evidence::Ending ending)
{
    Site site;
    site.origin = reader->origin();
    site.ending = std::move(ending);
    site.reader_ = std::move(reader);
    PA_LET(scope, Scope::parse(site.ending.scope.empty() ? site.origin.scope : site.ending.scope));
    site.scope_ = scope;
    if (const auto start = url::Url::parse(site.origin.start); scope.empty() && start) {
        site.scope_ = Scope::host_of(*start);  // a crawl that was cut off before it had an ending
    }
    site.limits_ = limits_;
    url_number(site.origin.start);
    const std::vector<std::uint32_t> urls = sorted_numbers(urls_);
    const std::vector<std::uint32_t> labels = sorted_numbers(labels_);
    site.urls = std::move(urls_);
    site.labels = std::move(labels_);
    for (Kept& kept : kept_) {
        renumber(kept.page, urls, labels);
    }
    // The last attempt at an address is the one that counts; the earlier ones stay in the evidence.
    std::stable_sort(kept_.begin(), kept_.end(), [](const Kept& a, const Kept& b) {
        return std::pair(a.page.url, a.page.position) < std::pair(b.page.url, b.page.position);
    });
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        if (i + 1 < kept_.size() && kept_[i + 1].page.url == kept_[i].page.url) {
            continue;
        }
        const auto id = static_cast<PageId>(site.pages.size());
        site.page_by_url_.emplace(kept_[i].page.url, id);
        if (kept_[i].purpose == evidence::Purpose::sitemap) {
            site.sitemap_files.push_back(id);
        }
        site.pages.push_back(std::move(kept_[i].page));
    }
    kept_.clear();
    site.template_blocks_ = find_template(site.pages);
    const Target home = site.target(*site.url_id(site.origin.start));
    if (home.page == none) {
        return fail(ErrorKind::unreachable, msg("the evidence holds no answer for the start address {}", site.origin.start));
    }
    site.home = home.page;
    site.clicks = count_clicks(site);
    return site;
}

}  // namespace pa::site
