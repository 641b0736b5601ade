#include "crawl/pass.hpp"

namespace pa::crawl {

void keep_inside(Found& found, const site::Scope& scope)
{
    std::vector<url::Url>& urls = found.added.urls;
    if (found.is_redirect && !urls.empty() && !scope.contains(urls.front())) {
        found.leads_out = urls.front().href();
    }
    std::erase_if(urls, [&](const url::Url& target) { return !scope.contains(target); });
}

std::string copy_of(const Asked& asked, std::unordered_set<std::uint64_t>& texts)
{
    if (!asked.canonical.empty() && asked.canonical != asked.url.href()) {
        return "names as its canonical address " + asked.canonical;
    }
    return asked.text_hash != 0 && !texts.insert(asked.text_hash).second ? "has the text of a page that was asked before" : "";
}

}  // namespace pa::crawl
