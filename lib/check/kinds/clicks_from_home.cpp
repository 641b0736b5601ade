// clicks-from-home: how many links from the home page is an item away?
#include "check/kind.hpp"

namespace pa::check {

namespace {

class ClicksFromHome final : public Check {
public:
    explicit ClicksFromHome(const rule::Rule& rule) : item_(rule.text("item")), most_(rule.integer("most", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("the shortest way from the home page to the item {}", item_));
        const Item* item = context.item(item_);
        if (item == nullptr || item->state == Item::State::cannot_tell) {
            out.verdict = Verdict::cannot_tell;
            out.why = item == nullptr ? msg("no rule looks for the item {}", item_) : msg("it is not known where the item is: {}", item->why);
        } else if (item->state == Item::State::absent || item->pages.empty()) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the portal does not have the item {}", item_);
        } else if (const auto clicks = clicks_to(context, *item); !clicks) {
            out.verdict = Verdict::failed;
            out.why = msg("no way of links leads from the home page to it");
            add_proof(out, {msg("found, but not by links"), item->pages.front(), item->label});
        } else {
            out.verdict = *clicks <= most_ ? Verdict::passed : Verdict::failed;
            out.why = msg("{} clicks from the home page, at most {} are asked", *clicks, most_);
            add_proof(out, {msg("{} clicks from the home page", *clicks), item->pages.front(), item->label});
        }
        return out;
    }

private:
    // An item on another portal is one click behind the page that leads there.
    static std::optional<std::uint32_t> clicks_to(const Context& context, const Item& item)
    {
        const site::Site& site = context.site();
        std::optional<std::uint32_t> best = item.clicks;
        const auto url = site.url_id(item.pages.front());
        for (const LinkGroup& group : context.links()) {
            if (best || !url || group.target != *url) {
                continue;
            }
            const std::uint32_t before = group.on_home ? 0 : site.clicks[group.first_page];
            best = before == site::none ? best : std::optional(before + 1);
        }
        return best;
    }

    std::string item_;
    std::int64_t most_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<ClicksFromHome>(rule); }

}  // namespace

namespace registry {

Kind clicks_from_home()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"clicks-from-home",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"most", ParamType::integer, true, "how many links it may be away"}}};
    kind.summary = "whether an item is reached with few clicks";
    kind.document = "Counts links on the shortest way from the home page to the page that the item was found on. Not applicable where the portal does not have the item. Cannot tell where it is not "
                    "known whether it does.";
    kind.example = "kind = \"clicks-from-home\"\nitem = \"services.list\"\nmost = 3\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
