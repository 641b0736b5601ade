// update-frequency: is an item updated without long pauses, or often enough?
#include "check/kind.hpp"
#include "check/of_item.hpp"

namespace pa::check {

namespace {

constexpr std::uint64_t least_dated = 3;  // two entries have one gap between them, which shows no habit

class UpdateFrequency final : public Check {
public:
    explicit UpdateFrequency(const rule::Rule& rule) : item_(rule.text("item")), every_(rule.integer("every", -1)), least_per_month_(rule.number("least_per_month", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("the publication days of the item {}, over the year before the day of the evidence ({})", item_, time::to_string(context.day())));
        const Item* item = present_item(context, item_, Verdict::failed, out);
        if (item == nullptr) {
            return out;
        }
        if (item->dated < least_dated || !item->newest) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("only {} entries have a date; {} at least are needed to tell how often there is a new one", item->dated, least_dated);
            add_proof(out, proof_of(*item, msg("with {} dated entries", item->dated)));
            return out;
        }
        std::size_t asked = 0;
        std::size_t kept = 0;
        if (every_ >= 0) {
            // Nothing in the whole year before: the pause is as long as the newest is old.
            const std::int64_t gap = item->longest_gap.value_or((context.day() - *item->newest).count());
            ++asked;
            kept += gap <= every_ ? 1U : 0U;
            out.why = msg("the longest time without a new entry was {} days; at most {} are asked", gap, every_);
        }
        if (least_per_month_ > 0) {
            const double rate = item->entries_per_month.value_or(0);
            ++asked;
            kept += rate >= least_per_month_ ? 1U : 0U;
            const Message often = msg("{} new entries a month; at least {} are asked", rounded(rate), rounded(least_per_month_));
            out.why = every_ >= 0 ? msg("{}; {}", out.why, often) : often;
        }
        conclude_share(kept, asked, out);
        // What a fetch left out may be the very entries that fill the gaps.
        if (const Message blind = context.blind_spot(); kept < asked && !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{}, but {}", out.why, blind);
        }
        add_proof(out, proof_of(*item, msg("{} dated entries, the newest of {}", item->dated, time::to_string(*item->newest))));
        return out;
    }

private:
    static std::string rounded(double value) { return fmt::format("{:.1f}", value); }

    std::string item_;
    std::int64_t every_;
    double least_per_month_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    if (!rule.params.contains("every") && !rule.params.contains("least_per_month")) {
        return tl::unexpected(param_error(rule, "item", msg("one of the keys \"every\" and \"least_per_month\" is needed")));
    }
    return std::make_unique<UpdateFrequency>(rule);
}

}  // namespace

namespace registry {

Kind update_frequency()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"update-frequency",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"every", ParamType::days, false, "the longest time without a new entry in the last year, such as P7D"},
                  {"least_per_month", ParamType::number, false, "how many new entries in 30 days at least, over the last year"}}};
    kind.summary = "whether an item is updated without long pauses, or often enough";
    kind.document = "Looks at the days on which the item's entries were published, in the year before the evidence: the longest time between two of them, or from the newest to the day of the evidence, "
                    "and how many there are in 30 days. One of the two parameters is needed; with both, partly where one of them is kept. Fails where the portal does not have the item. Cannot tell "
                    "where fewer than three entries have a date, where it is not known whether the portal has the item, or where it falls short and the portal was not seen whole.";
    kind.example = "kind = \"update-frequency\"\nitem = \"news\"\nevery = \"P7D\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
