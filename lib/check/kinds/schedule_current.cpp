// schedule-current: does the leaders' schedule reach the week of the evidence?
#include "check/content.hpp"
#include "check/kind.hpp"
#include "check/of_item.hpp"
#include "check/weeks.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 20;  // the section's, and its newest entries

class ScheduleCurrent final : public Check {
public:
    explicit ScheduleCurrent(const rule::Rule& rule) : item_(rule.text("item")), grace_(rule.integer("grace", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const time::Day monday = monday_of(context.day());
        Judgement out;
        out.searched.push_back(msg("the weeks that the pages of the item {} name; the week of the evidence begins on {}", item_, time::to_string(monday)));
        const Item* item = present_item(context, item_, Verdict::failed, out);
        if (item == nullptr) {
            return out;
        }
        std::optional<Week> newest;
        std::string where;
        for (const site::PageId id : pages_of(context, *item, most_pages)) {
            const site::Page& page = context.site().pages[id];
            for (const Week& week : weeks_in(text::nfc(page.title + "\n" + page.heading + "\n" + own_text(context, id)), context.day())) {
                if (!newest || newest->last < week.last) {
                    newest = week;
                    where = context.site().url_of(id);
                }
            }
        }
        if (!newest) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("neither days nor the number of a week say which week the schedule is of");
            add_proof(out, proof_of(*item, msg("without a week")));
            return out;
        }
        const bool is_current = newest->last + std::chrono::days(grace_) >= monday;
        out.verdict = is_current ? Verdict::passed : Verdict::failed;
        // Agencies do not all count weeks from the same day: one of them more or less is no proof.
        if (!is_current && newest->by_number && newest->last + std::chrono::days(7) >= monday) {
            out.verdict = Verdict::cannot_tell;
        }
        out.why = out.verdict == Verdict::cannot_tell ? msg("the newest week is named by its number alone, which may be the week of the evidence or the one before")
                  : is_current                        ? msg("the newest week that it names is {} to {}", time::to_string(newest->first), time::to_string(newest->last))
                                                      : msg("the newest week that it names, {} to {}, is over", time::to_string(newest->first), time::to_string(newest->last));
        add_proof(out, {msg("names the week"), where, text::shortened(newest->text, 300)});
        if (const Message blind = context.blind_spot(); out.verdict == Verdict::failed && !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{}, but {}", out.why, blind);
        }
        return out;
    }

private:
    std::string item_;
    std::int64_t grace_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<ScheduleCurrent>(rule); }

}  // namespace

namespace registry {

Kind schedule_current()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"schedule-current",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"grace", ParamType::days, false, "how long the newest week may be over when the week of the evidence begins; P0D by default"}}};
    kind.summary = "whether a schedule reaches the week of the evidence";
    kind.document = "Reads which weeks the item's page and its entries name, in titles and in their own text: \"từ ngày 23/11/2026 đến ngày 27/11/2026\", \"23/11 – 27/11\", \"Tuần 48\", or days of a "
                    "week one by one. Days go before a week's number. Passes when the newest reaches the week, Monday to Sunday, of the evidence, or a later one within a month. Fails when it is over, and where the portal does not have the item. Cannot tell "
                    "where nothing names a week, where a number alone is one week off, or where it is over and the portal was not seen whole.";
    kind.example = "kind = \"schedule-current\"\nitem = \"directives.schedule\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
