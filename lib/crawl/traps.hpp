// Addresses without end: calendars, paging that never stops, repeated path parts, sort orders, links that only lead to more
// of their kind. A trap is recognised by the shape of its addresses and by pages that bring nothing new; it costs a bounded
// number of requests, and what is left out is counted and named.
#pragma once

#include "evidence/exchange.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pa::crawl {

/// What an address brought.
struct Yield {
    bool is_page = false;              ///< an HTML page of status 200
    bool is_error = false;             ///< no answer, or one of status 400 and above
    bool leads_on = false;             ///< to addresses of another kind that were not known before (`Traps::leads_on`)
    std::uint64_t text_hash = 0;
    std::vector<std::uint32_t> blocks; ///< of its text
};

/// All calls in an order that depends on nothing but the site, so that the same site is cut at the same places.
class Traps {
public:
    enum class Answer { ask, wait, refuse };

    /// `most_of_pattern`: pages of one directory and one set of query parameters.
    explicit Traps(std::uint64_t most_of_pattern) : most_of_pattern_(most_of_pattern) {}

    /// Whether to ask for an address that was not asked for before. `wait`: not before something is learned from those of
    /// its kind that were asked; only with `may_wait`. Counts what it lets through and what it refuses.
    Answer decide(const url::Url& url, bool may_wait = true);

    /// Whether what a page of this address brings would be used by `learn`.
    bool is_watched(const url::Url& url) const;

    /// Whether one of `targets`, the links of the page at `url`, is of another kind and new; `is_known` says whether an
    /// address was asked for or refused already.
    template <class IsKnown>
    bool leads_on(const url::Url& url, const std::vector<url::Url>& targets, const IsKnown& is_known) const
    {
        const std::uint64_t own = shape_number(url);
        return std::any_of(targets.begin(), targets.end(), [&](const url::Url& target) {
            return !is_known(target) && shape_number(target) != own && !is_closed(target);
        });
    }

    /// Tells what came of an address that `decide` let through. What follows from it holds from the next `settle` on.
    void learn(const url::Url& url, Yield yield);
    void settle();

    /// An address that `decide` let through was not asked after all.
    void withdraw(const url::Url& url);
    /// … and then it was.
    void readmit(const url::Url& url);

    /// An address that was left out for a reason that others found.
    void count(std::string_view kind, const url::Url& url) { note(kind, url); }

    /// Sorted by kind, then address.
    std::vector<evidence::Trap> list() const;
    bool hit_pattern_limit() const { return hit_pattern_limit_; }

private:
    struct Shape {
        std::uint32_t asked = 0;
        std::uint32_t learned = 0;
        std::uint32_t fruitful = 0;
        std::uint32_t no_pages = 0;
        std::uint32_t barren_run = 0;
        bool closing = false;               ///< … at the next `settle`
        bool closed = false;
        std::vector<std::uint32_t> blocks;  ///< of its pages' texts, sorted
    };

    static std::uint64_t shape_number(const url::Url& url);
    static std::uint64_t pattern_number(const url::Url& url);
    bool is_closed(const url::Url& url) const;
    void note(std::string_view kind, const url::Url& url);
    bool is_permutation(const url::Url& url);

    std::uint64_t most_of_pattern_;
    bool hit_pattern_limit_ = false;
    std::unordered_map<std::uint64_t, Shape> shapes_;          ///< by path with its numbers blanked, and query keys
    std::unordered_map<std::uint64_t, std::uint32_t> patterns_;///< by directory and query keys: how many were asked
    std::unordered_set<std::uint64_t> queries_;                ///< addresses with their parameters sorted
    std::unordered_set<std::uint64_t> unsorted_;               ///< addresses without parameters of sorting and display
    std::unordered_set<std::uint64_t> texts_;                  ///< of pages of watched shapes
    std::map<std::string, evidence::Trap> traps_;              ///< by kind and place
};

}  // namespace pa::crawl
