// freshness: how old is the newest of an item?
#include "check/kind.hpp"

namespace pa::check {

namespace {

class Freshness final : public Check {
public:
    explicit Freshness(const rule::Rule& rule) : item_(rule.text("item")), within_(rule.integer("newest_within", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("the newest date of the item {}, on the day of the evidence ({})", item_, time::to_string(context.day())));
        const Item* item = context.item(item_);
        if (item == nullptr || item->state == Item::State::cannot_tell) {
            out.verdict = Verdict::cannot_tell;
            out.why = item == nullptr ? msg("no rule looks for the item {}", item_) : msg("it is not known where the item is: {}", item->why);
        } else if (item->state != Item::State::present) {
            out.verdict = Verdict::failed;
            out.why = msg("the portal does not have the item {}", item_);
        } else if (!item->newest) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("no date shows how old it is");
            add_proof(out, {msg("without a date"), item->pages.empty() ? "" : item->pages.front(), item->label});
        } else {
            const auto age = (context.day() - *item->newest).count();
            out.verdict = age <= within_ ? Verdict::passed : Verdict::failed;
            out.why = msg("the newest date is {}, {} days before the day of the evidence; at most {} are asked", time::to_string(*item->newest), age, within_);
            add_proof(out, {msg("the newest date is {}", time::to_string(*item->newest)), item->pages.empty() ? "" : item->pages.front(), item->label});
        }
        return out;
    }

private:
    std::string item_;
    std::int64_t within_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<Freshness>(rule); }

}  // namespace

namespace registry {

Kind freshness()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"freshness",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"newest_within", ParamType::days, true, "how old its newest date may be, such as P30D"}}};
    kind.summary = "whether the newest of an item is new enough";
    kind.document = "Holds the item's newest date against the day of the evidence. Fails where the portal does not have the item. Cannot tell where no date shows how old it is, or where it is not known "
                    "whether the portal has it.";
    kind.example = "kind = \"freshness\"\nitem = \"news\"\nnewest_within = \"P7D\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
