// The addresses that are still to be asked, in the order in which they are: a depth at a time, the sections of the portal in
// turn, and within a section short addresses first. What is left out because of a limit is a seeded sample by section.
#pragma once

#include "crawl/traps.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pa::crawl {

/// Host and first part of the path: what a sample is stratified by.
std::string section_of(const url::Url& url);

/// `budget` of `urls`, so that each section has its share (by largest remainders, at least one each where the budget allows)
/// and each address of a section the same chance; the same seed takes the same ones, whatever their order.
std::vector<url::Url> sampled(std::vector<url::Url> urls, std::size_t budget, std::uint64_t seed);

/// `urls` in the order of asking.
std::vector<url::Url> by_sections(std::vector<url::Url> urls);

/// The shorter address first, so that `page=2` comes before `page=10`; else by bytes.
struct Shorter {
    bool operator()(const url::Url& a, const url::Url& b) const
    {
        return std::pair(a.href().size(), std::string_view(a.href())) < std::pair(b.href().size(), std::string_view(b.href()));
    }
};

class Frontier {
public:
    struct Limits {
        std::uint64_t pages = 0;
        std::uint64_t pages_of_pattern = 0;
        std::uint64_t sample_seed = 1;
    };

    explicit Frontier(const Limits& limits) : limits_(limits), traps_(limits.pages_of_pattern) {}

    /// An address that a page of this depth names.
    void offer(const url::Url& url) { put(next_, url); }
    /// The target of a redirect: it belongs to the depth of what led to it. The eleventh in a row is left out.
    void offer_redirect(const url::Url& from, const url::Url& to);

    /// Asked for, or refused for good.
    bool is_known(const url::Url& url) const { return known_.contains(url.href()); }
    /// An address that was asked for outside of the plan. False when it is known already.
    bool mark(const url::Url& url) { return known_.insert(url.href()).second; }
    /// As `mark`, and counts as a page.
    void mark_page(const url::Url& url);

    /// Goes on to the addresses found at the depth before; false when there are none.
    bool next_depth();
    std::uint64_t waiting() const { return next_.size() + wave_.size(); }

    /// What is to be asked now; empty when this depth is done. `allowed` tells what robots.txt says.
    std::vector<url::Url> take(const std::function<bool(const url::Url&)>& allowed);

    /// How many known addresses the limit on pages has left out so far.
    std::uint64_t left_out() const { return left_out_; }
    bool hit_page_limit() const { return left_out_ > 0; }
    std::vector<evidence::Stratum> strata() const;

    Traps& traps() { return traps_; }
    const Traps& traps() const { return traps_; }

private:
    using Wave = std::set<url::Url, Shorter>;

    void put(Wave& wave, const url::Url& url);
    std::vector<url::Url> within_limit(std::vector<url::Url> urls);

    Limits limits_;
    Traps traps_;
    std::unordered_set<std::string> known_;
    Wave wave_;
    Wave next_;
    std::unordered_map<std::string, int> hops_;  ///< for targets of redirects: how many led there
    std::uint64_t pages_ = 0;
    std::uint64_t left_out_ = 0;
    std::map<std::string, evidence::Stratum> strata_;
};

}  // namespace pa::crawl
