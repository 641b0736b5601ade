#include "site/names.hpp"

#include "site/site.hpp"

#include <algorithm>

namespace pa::site {

std::vector<std::vector<std::uint32_t>> names_of_pages(const Site& site)
{
    std::vector<std::vector<std::uint32_t>> out(site.pages.size());
    std::vector<bool> counted(site.labels.size());
    std::vector<std::uint32_t> hashes(site.labels.size());
    for (const Page& page : site.pages) {
        for (const Link& link : page.links) {
            const bool is_list = link.zone == Zone::content || link.zone == Zone::aside;
            if (!is_list || link.is_dead || site.labels[link.label].size() < least_title) {
                continue;
            }
            if (!counted[link.label]) {
                counted[link.label] = true;
                hashes[link.label] = block_hash(site.labels[link.label]);
            }
            const Target target = site.target(link.target);
            if (target.page != none && (out[target.page].empty() || out[target.page].back() != hashes[link.label])) {
                out[target.page].push_back(hashes[link.label]);
            }
        }
    }
    for (std::vector<std::uint32_t>& names : out) {
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
    }
    return out;
}

}  // namespace pa::site
