#include "service/gaps.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::service {

namespace {

// The first thing that is wrong with the paging of a list; empty when nothing is.
Message paging_problem(const site::Site& site, site::PageId page)
{
    static const text::Pattern paging = *text::Pattern::compile("^[^a-zà-ỹ0-9]*([0-9]{1,4}|(trang )?(sau|tiếp|tiếp theo|kế tiếp|cuối|next|last)|trang [0-9]{1,4}|[»›>]{1,2})[^a-zà-ỹ0-9]*$");
    using State = site::Target::State;
    for (const site::Link& link : site.pages[page].links) {
        const std::string& label = site.label(link);
        if (link.zone != site::Zone::content || label == "1" || label.size() > 60 || !paging.is_in(text::nfc(label))) {
            continue;
        }
        if (link.is_dead) {
            const auto same = std::count_if(site.pages[page].links.begin(), site.pages[page].links.end(), [&](const site::Link& other) { return other.is_dead; });
            if (same >= 2) {  // one alone is the page that is shown
                return msg("“{}” in the list at {} works by a script only", label, site.url_of(page));
            }
            continue;
        }
        const site::Target target = site.target(link.target);
        const bool is_lost = target.state == State::broken || target.state == State::soft_404 || target.state == State::failed || target.state == State::blocked || target.state == State::loop;
        if (is_lost) {
            return msg("“{}” in the list at {} leads to {}, which gives no page", label, site.url_of(page), site.urls[link.target]);
        }
        const bool is_again = target.state == State::page && target.page != page && (site.pages[target.page].same_as == page || (site.pages[page].same_as != site::none && site.pages[target.page].same_as == site.pages[page].same_as));
        if (is_again) {
            return msg("“{}” in the list at {} leads to the same entries again", label, site.url_of(page));
        }
    }
    return {};
}

}  // namespace

void add_gaps(const site::Site& site, std::span<const FactsOfPage> lists, Catalogue& out)
{
    std::uint32_t pages = 0;
    for (const FactsOfPage& list : lists) {
        pages = std::max(pages, list.facts->list_pages);
        if (list.facts->announced > out.services.size()) {
            out.unseen.push_back(msg("the list at {} says that it has {} entries, of which {} could be read", site.url_of(list.page), list.facts->announced, out.services.size()));
            break;
        }
    }
    if (pages > lists.size() && out.unseen.empty()) {
        out.unseen.push_back(msg("a list says that it has {} pages, of which {} were seen", pages, lists.size()));
    }
    for (const FactsOfPage& list : lists) {
        if (Message problem = paging_problem(site, list.page); !problem.empty()) {
            out.unseen.push_back(std::move(problem));
            break;
        }
    }
}

}  // namespace pa::service
