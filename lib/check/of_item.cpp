#include "check/of_item.hpp"

#include <algorithm>

namespace pa::check {

const Item* present_item(const Context& context, std::string_view id, Verdict without, Judgement& out)
{
    const Item* item = context.item(id);
    if (item == nullptr || item->state == Item::State::cannot_tell) {
        out.verdict = Verdict::cannot_tell;
        out.why = item == nullptr ? msg("no rule looks for the item {}", id) : msg("it is not known where the item is: {}", item->why);
        return nullptr;
    }
    if (item->state != Item::State::present || item->pages.empty()) {
        out.verdict = without;
        out.why = msg("the portal does not have the item {}", id);
        return nullptr;
    }
    return item;
}

std::vector<site::PageId> pages_of(const Context& context, const Item& item, std::size_t most)
{
    const site::Site& site = context.site();
    const std::vector<site::PageId>& shown = context.pages();
    std::vector<site::PageId> out;
    for (const std::string& address : item.pages) {
        if (out.size() >= most) {
            break;
        }
        const auto url = site.url_id(address);
        const site::Target target = url ? site.target(*url) : site::Target();
        const bool is_page = target.state == site::Target::State::page && std::binary_search(shown.begin(), shown.end(), target.page);
        if (is_page && std::find(out.begin(), out.end(), target.page) == out.end()) {
            out.push_back(target.page);
        }
    }
    return out;
}

Proof proof_of(const Item& item, Message what) { return {std::move(what), item.pages.empty() ? "" : item.pages.front(), item.label}; }

void conclude_share(std::size_t right, std::size_t known, Judgement& out)
{
    out.verdict = right == known ? Verdict::passed : right == 0 ? Verdict::failed : Verdict::partly;
    out.share = static_cast<double>(right) / static_cast<double>(known);
}

}  // namespace pa::check
