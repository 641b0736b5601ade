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

std::vector<std::uint32_t> hashes(const std::vector<Block>& blocks)
{
    std::vector<std::uint32_t> out;
    out.reserve(blocks.size());
    for (const Block& block : blocks) {
        out.push_back(block.hash);
    }
    return out;
}

void renumber(Page& page, const std::vector<std::uint32_t>& urls, const std::vector<std::uint32_t>& labels)
{
    page.url = urls[page.url];
    if (page.redirect != none) {
        page.redirect = urls[page.redirect];
    }
    if (page.canonical != none) {
        page.canonical = urls[page.canonical];
    }
    for (Link& link : page.links) {
        link.target = urls[link.target];
        link.label = labels[link.label] & (most_labels - 1);
    }
}

// Calls `use` with the hashes of each page, each once; copies of a page are that page.
template <class Use>
Result<void> each_page_once(const std::vector<Page>& pages, const TextStore& store, Use use)
{
    for (const Page& page : pages) {
        if (page.same_as != none) {
            continue;
        }
        PA_LET(text, store.read(page.text));
        std::vector<std::uint32_t> once = hashes(text.blocks);
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        for (const std::uint32_t block : once) {
            use(block);
        }
    }
    return {};
}

// A block is template when it stands on at least a third of the pages, and on four at least. Nearly all blocks stand on
// one page alone: a first count by a part of the hash passes them over, so that the second needs little room.
Result<std::unordered_set<std::uint32_t>> find_template(const std::vector<Page>& pages, const TextStore& store)
{
    const auto html = std::count_if(pages.begin(), pages.end(), [](const Page& page) { return page.text.blocks > 0 && page.same_as == none; });
    const std::uint32_t limit = std::max<std::uint32_t>(4, static_cast<std::uint32_t>(html + 2) / 3);
    std::vector<std::uint32_t> most(1U << 16U);
    PA_TRY(each_page_once(pages, store, [&](std::uint32_t block) { ++most[block & 0xFFFFU]; }));
    std::unordered_map<std::uint32_t, std::uint32_t> count;
    PA_TRY(each_page_once(pages, store, [&](std::uint32_t block) {
        if (most[block & 0xFFFFU] >= limit) {
            ++count[block];
        }
    }));
    std::unordered_set<std::uint32_t> out;
    for (const auto& [block, pages_with_it] : count) {
        if (pages_with_it >= limit) {
            out.insert(block);
        }
    }
    return out;
}

bool is_answer(const Page& page) { return page.is_html && page.status >= 200 && page.status < 300 && page.failure == http::Failure::none && page.redirect == none; }

// Pages with the same text, the first of them by address being the one.
void mark_copies(Site& site)
{
    std::unordered_map<std::uint64_t, PageId> first;
    for (PageId id = 0; id < site.pages.size(); ++id) {
        Page& page = site.pages[id];
        if (is_answer(page) && page.purpose == evidence::Purpose::page && page.text.blocks > 0) {
            const auto [it, is_new] = first.try_emplace(page.text_hash, id);
            page.same_as = is_new ? none : it->second;
        }
    }
}

// Whether nine tenths of the blocks of each are blocks of the other.
bool is_alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    const std::unordered_set<std::uint32_t> in_a(a.begin(), a.end());
    const std::unordered_set<std::uint32_t> in_b(b.begin(), b.end());
    const auto common = std::count_if(in_a.begin(), in_a.end(), [&](std::uint32_t block) { return in_b.contains(block); });
    return static_cast<std::size_t>(common) * 10 >= std::max(in_a.size(), in_b.size()) * 9;
}

// The portal answered an address that cannot exist with status 200: its other pages of that content say "not found" too.
Result<void> mark_soft_404(Site& site, const TextStore& store)
{
    const auto home = url::Url::parse(site.url_of(site.home));
    const auto probe_url = home ? site.url_id(impossible_address(*home).href()) : std::nullopt;
    const Target probe = probe_url ? site.target(*probe_url) : Target();
    if (probe.page == none || probe.page == site.home || !is_answer(site.pages[probe.page])) {
        return {};
    }
    PA_LET(said, store.read(site.pages[probe.page].text));
    const std::vector<std::uint32_t> blocks = hashes(said.blocks);
    for (PageId id = 0; id < site.pages.size(); ++id) {
        Page& page = site.pages[id];
        if (id != site.home && is_answer(page)) {
            PA_LET(own, store.read(page.text));
            page.is_soft_404 = is_alike(hashes(own.blocks), blocks);
        }
    }
    return {};
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

url::Url impossible_address(const url::Url& start)
{
    return *url::Url::parse("/portalaudit-khong-ton-tai-" + fmt::format("{:08x}", block_hash(start.host())), &start);
}

std::uint32_t Numbers::of(const std::string& text)
{
    if (const auto found = numbers_.find(text); found != numbers_.end()) {
        return *found;
    }
    const auto number = static_cast<std::uint32_t>(texts_->size());
    texts_->push_back(text);
    numbers_.insert(number);
    return number;
}

std::vector<std::string> Numbers::take()
{
    numbers_.clear();
    return std::exchange(*texts_, {});
}

Link Builder::link_of(const RawLink& raw)
{
    const LabelId empty = labels_.of("");
    const LabelId label = labels_.of(raw.label);
    Link link;
    link.target = urls_.of(raw.target.href());
    link.label = (label < most_labels ? label : empty) & (most_labels - 1);
    link.zone = raw.zone;
    link.is_image = raw.is_image;
    link.is_dead = raw.is_dead;
    link.is_frame = raw.is_frame;
    return link;
}

Added Builder::add(const evidence::Exchange& exchange, evidence::Position position)
{
    Digest digest = site::digest(exchange, limits_, observer_);
    digest.page.position = position;
    Added out;
    const Page& page = digest.page;
    out.is_page = page.is_html && page.status >= 200 && page.status < 300 && page.failure == http::Failure::none;
    out.is_error = page.failure != http::Failure::none || page.status >= 400;
    out.blocked = page.blocked;
    out.canonical = digest.canonical;
    out.text_hash = page.text_hash;
    out.blocks = hashes(digest.text.blocks);
    {
        const std::lock_guard lock(mutex_);
        digest.page.url = urls_.of(exchange.url);
        if (digest.redirect) {
            digest.page.redirect = urls_.of(digest.redirect->href());
        }
        if (digest.canonical) {
            digest.page.canonical = urls_.of(digest.canonical->href());
        }
        digest.page.links.reserve(digest.links.size());
        for (const RawLink& link : digest.links) {
            digest.page.links.push_back(link_of(link));
        }
        digest.page.text = texts_.add(digest.text);
        kept_.push_back(std::move(digest.page));
    }
    if (digest.redirect) {
        out.urls.push_back(std::move(*digest.redirect));
    }
    for (RawLink& link : digest.links) {
        out.urls.push_back(std::move(link.target));
    }
    return out;
}

std::vector<evidence::Titled> Builder::titles() const
{
    std::vector<evidence::Titled> out;
    for (const Page& page : kept_) {
        if (page.is_html && page.status >= 200 && page.status < 300 && page.failure == http::Failure::none) {
            out.push_back({page.position, page.title});
        }
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
    urls_.of(site.origin.start);
    site.urls = urls_.take();
    site.labels = labels_.take();
    const std::vector<std::uint32_t> urls = sorted_numbers(site.urls);
    const std::vector<std::uint32_t> labels = sorted_numbers(site.labels);
    site.inside_.reserve(site.urls.size());
    for (const std::string& url : site.urls) {
        site.inside_.push_back(site.is_inside(url));
    }
    for (Page& page : kept_) {
        renumber(page, urls, labels);
    }
    // The last attempt at an address is the one that counts; the earlier ones stay in the evidence.
    std::sort(kept_.begin(), kept_.end(), [](const Page& a, const Page& b) { return std::pair(a.url, a.position) < std::pair(b.url, b.position); });
    const auto first = std::unique(kept_.rbegin(), kept_.rend(), [](const Page& a, const Page& b) { return a.url == b.url; });
    kept_.erase(kept_.begin(), first.base());
    site.pages = std::exchange(kept_, {});
    site.page_by_url_.assign(site.urls.size(), none);
    for (PageId id = 0; id < site.pages.size(); ++id) {
        site.page_by_url_[site.pages[id].url] = id;
        if (site.pages[id].purpose == evidence::Purpose::sitemap) {
            site.sitemap_files.push_back(id);
        }
    }
    mark_copies(site);
    site.texts_ = std::move(texts_);
    PA_LET(found_on_many, find_template(site.pages, site.texts_));
    site.template_blocks_ = std::move(found_on_many);
    const Target home = site.target(*site.url_id(site.origin.start));
    if (home.page == none) {
        return fail(ErrorKind::unreachable, msg("the evidence holds no answer for the start address {}", site.origin.start));
    }
    site.home = home.page;
    PA_TRY(mark_soft_404(site, site.texts_));
    site.clicks = count_clicks(site);
    PA_TRY(find_publications(site));
    return site;
}

}  // namespace pa::site
