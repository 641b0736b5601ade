#include "crawl/frontier.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <utility>

namespace pa::crawl {

namespace {

constexpr int most_redirects = 10;

using Sections = std::map<std::string, std::vector<url::Url>>;

Sections divided(std::vector<url::Url>&& urls)
{
    Sections out;
    for (url::Url& url : urls) {
        out[section_of(url)].push_back(std::move(url));
    }
    return out;
}

struct Share {
    const std::string* section;
    std::size_t known;
    std::size_t taken;
    std::uint64_t remainder;
};

// How many of each section: at least one each, the rest in proportion, by largest remainders.
std::vector<Share> shares(const Sections& sections, std::size_t budget)
{
    std::vector<Share> out;
    std::uint64_t total = 0;
    for (const auto& [name, urls] : sections) {
        out.push_back({&name, urls.size(), 0, 0});
        total += urls.size();
    }
    std::stable_sort(out.begin(), out.end(), [](const Share& a, const Share& b) { return a.known > b.known; });
    std::size_t left = budget;
    for (Share& share : out) {
        share.taken = left > 0 ? 1 : 0;
        left -= share.taken;
    }
    const std::uint64_t rest = total - std::min<std::uint64_t>(total, out.size());
    const std::size_t to_share = left;
    for (Share& share : out) {
        const std::uint64_t wanted = rest == 0 ? 0 : (share.known - 1) * to_share;
        const std::size_t more = rest == 0 ? 0 : wanted / rest;
        share.remainder = rest == 0 ? 0 : wanted % rest;
        share.taken += std::min(more, left);
        left -= std::min(more, left);
    }
    std::stable_sort(out.begin(), out.end(), [](const Share& a, const Share& b) { return a.remainder > b.remainder; });
    for (Share& share : out) {
        if (left > 0 && share.taken < share.known) {
            ++share.taken;
            --left;
        }
    }
    return out;
}

}  // namespace

std::string section_of(const url::Url& url)
{
    const std::string_view path = url.path();
    const std::size_t end = path.find('/', 1);
    return std::string(url.host()) + std::string(end == std::string_view::npos ? "/" : path.substr(0, end + 1));
}

std::vector<url::Url> sampled(std::vector<url::Url> urls, std::size_t budget, std::uint64_t seed)
{
    Sections sections = divided(std::move(urls));
    std::vector<url::Url> out;
    for (const Share& share : shares(sections, budget)) {
        std::vector<url::Url>& members = sections[*share.section];
        std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
        for (std::size_t i = 0; i < members.size(); ++i) {
            drawn.emplace_back(hash64(members[i].href(), hash64(std::to_string(seed))), i);
        }
        std::sort(drawn.begin(), drawn.end(), [&](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : members[a.second] < members[b.second];
        });
        for (std::size_t i = 0; i < share.taken; ++i) {
            out.push_back(std::move(members[drawn[i].second]));
        }
    }
    return out;
}

std::vector<url::Url> by_sections(std::vector<url::Url> urls)
{
    std::sort(urls.begin(), urls.end(), Shorter());
    Sections sections = divided(std::move(urls));
    std::vector<url::Url> out;
    for (std::size_t round = 0; !sections.empty(); ++round) {
        for (auto it = sections.begin(); it != sections.end();) {
            out.push_back(std::move(it->second[round]));
            it = round + 1 == it->second.size() ? sections.erase(it) : std::next(it);
        }
    }
    return out;
}

void Frontier::put(Wave& wave, const url::Url& url)
{
    if (!is_known(url)) {
        wave.insert(url);
    }
}

void Frontier::offer_redirect(const url::Url& from, const url::Url& to)
{
    const auto before = hops_.find(from.href());
    const int hops = (before == hops_.end() ? 0 : before->second) + 1;
    if (is_known(to)) {
        return;
    }
    if (hops > most_redirects) {
        known_.insert(to.href());
        traps_.count("redirects", to);
        return;
    }
    hops_.try_emplace(to.href(), hops);
    put(wave_, to);
}

void Frontier::mark_page(const url::Url& url)
{
    mark(url);
    ++pages_;
}

bool Frontier::next_depth()
{
    wave_ = std::exchange(next_, {});
    hops_.clear();
    return !wave_.empty();
}

std::vector<url::Url> Frontier::within_limit(std::vector<url::Url> urls)
{
    const std::uint64_t left = limits_.pages - std::min(limits_.pages, pages_);
    if (urls.size() <= left) {
        return urls;
    }
    left_out_ += urls.size() - left;
    for (const url::Url& url : urls) {
        ++strata_.try_emplace(section_of(url), evidence::Stratum{section_of(url), 0, 0}).first->second.known;
        traps_.withdraw(url);
    }
    std::vector<url::Url> taken = sampled(std::move(urls), left, limits_.sample_seed);
    for (const url::Url& url : taken) {
        ++strata_[section_of(url)].taken;
        traps_.readmit(url);
    }
    return taken;
}

std::vector<url::Url> Frontier::take(const std::function<bool(const url::Url&)>& allowed)
{
    std::vector<url::Url> urls;
    Wave later;
    // Where the limit cuts, every address must have its chance; then nothing waits.
    const auto is_new = [this](const url::Url& url) { return !is_known(url); };
    const bool may_wait = pages_ + static_cast<std::uint64_t>(std::count_if(wave_.begin(), wave_.end(), is_new)) <= limits_.pages;
    while (!wave_.empty()) {
        url::Url url = std::move(wave_.extract(wave_.begin()).value());
        if (is_known(url)) {
            continue;
        }
        const Traps::Answer answer = traps_.decide(url, may_wait);
        if (answer == Traps::Answer::wait) {
            later.insert(later.end(), std::move(url));
            continue;
        }
        mark(url);
        if (answer == Traps::Answer::refuse) {
            continue;
        }
        if (allowed(url)) {
            urls.push_back(std::move(url));
        } else {
            traps_.withdraw(url);
        }
    }
    wave_ = std::move(later);
    urls = within_limit(std::move(urls));
    pages_ += urls.size();
    return by_sections(std::move(urls));
}

std::vector<evidence::Stratum> Frontier::strata() const
{
    std::vector<evidence::Stratum> out;
    for (const auto& [section, stratum] : strata_) {
        out.push_back(stratum);
    }
    return out;
}

}  // namespace pa::crawl
