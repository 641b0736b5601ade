#include "site/prose.hpp"

#include "site/site.hpp"

#include <vector>

namespace pa::site {

namespace {

constexpr std::uint16_t least_paragraph = 60;  // code points
constexpr std::uint64_t prime = 1099511628211ULL;

bool tells_publication(const Dated& date)
{
    return date.role == DateRole::published || date.role == DateRole::updated || date.role == DateRole::stamp || date.source == DateSource::relative;
}

}  // namespace

Result<std::uint64_t> prose_hash(const Site& site, PageId page)
{
    PA_LET(text, site.text(page));
    std::vector<bool> is_stamp(text.blocks.size());
    for (const Dated& date : text.dates) {
        if (date.block < is_stamp.size() && tells_publication(date)) {
            is_stamp[date.block] = true;
        }
    }
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const Block& block = text.blocks[i];
        if (block.is_own && !block.is_linked && block.length >= least_paragraph && !is_stamp[i] && !site.is_template(block.hash)) {
            hash = ((hash == 0 ? 14695981039346656037ULL : hash) ^ block.hash) * prime;
        }
    }
    return hash;
}

}  // namespace pa::site
