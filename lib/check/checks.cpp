#include "check/checks.hpp"

#include "check/services.hpp"
#include "text/fold.hpp"

namespace pa::check {

namespace {

// The notes of one rule, in the order of the pages.
std::vector<std::vector<PageNote>> notes_by_rule(const site::Site& site, std::size_t rules)
{
    std::vector<std::vector<PageNote>> out(rules);
    for (site::PageId page = 0; page < site.pages.size(); ++page) {
        for (const site::Note& note : site.pages[page].notes) {
            if (note.data != nullptr) {
                continue;  // of services, for all rules
            }
            out[note.rule].push_back({page, note.count, note.detail});
        }
    }
    return out;
}

Judgement not_asked_of(const Unit& unit)
{
    Judgement judgement;
    judgement.verdict = Verdict::not_applicable;
    judgement.why = msg("the rule is not for units of the type {}", unit.type);
    return judgement;
}

}  // namespace

Checks Checks::make(std::vector<const rule::Rule*> rules, Diagnostics& diagnostics)
{
    Checks out;
    out.rules_ = std::move(rules);
    for (const rule::Rule* rule : out.rules_) {
        const Kind* kind = kind_named(rule->kind);
        out.kinds_.push_back(kind);
        auto check = kind->make(*rule);
        if (!check) {
            diagnostics.error(check.error());
            out.checks_.push_back(nullptr);
            continue;
        }
        out.checks_.push_back(std::move(*check));
    }
    out.gather_needs();
    return out;
}

void Checks::gather_needs()
{
    std::vector<text::Pattern> patterns;
    for (std::size_t i = 0; i < checks_.size(); ++i) {
        const text::Pattern* need = checks_[i] ? checks_[i]->needs() : nullptr;
        if (need != nullptr) {
            patterns.push_back(*need);
        }
        needs_text_.push_back(need != nullptr);
    }
    needs_ = text::PatternSet(patterns);
}

std::vector<site::Note> Checks::observe(const site::PageView& view) const
{
    const std::vector<bool> has = needs_.in(view.text());
    auto has_next = has.begin();
    std::vector<site::Note> notes;
    for (std::uint32_t i = 0; i < checks_.size(); ++i) {
        if (needs_text_[i] && !*has_next++) {
            continue;
        }
        if (std::optional<site::Note> note = checks_[i]->observe(view)) {
            note->rule = i;
            note->detail = text::shortened(note->detail, most_detail);
            notes.push_back(std::move(*note));
        }
    }
    if (auto facts = service::read_facts(view)) {
        notes.push_back({0, 0, "", std::move(facts)});
    }
    return notes;
}

// Rules that look for items before all others, but for those about that one item, which look at the same pages: right behind it
// these are still open.
std::vector<std::size_t> Checks::order_of_judging() const
{
    std::vector<std::size_t> order;
    std::vector<bool> is_placed(rules_.size());
    const auto place = [&](std::size_t i) {
        order.push_back(i);
        is_placed[i] = true;
    };
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (!kinds_[i]->makes_items) {
            continue;
        }
        place(i);
        const std::string item = rules_[i]->text("item", rules_[i]->id);
        for (std::size_t other = 0; other < rules_.size(); ++other) {
            if (!kinds_[other]->makes_items && !is_placed[other] && rules_[other]->text("item") == item) {
                place(other);
            }
        }
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        if (!is_placed[i]) {
            place(i);
        }
    }
    return order;
}

Result<Judged> Checks::judge(const site::Site& site, const Unit& unit, time::Day day, const std::vector<service::Listed>* list) const
{
    Context context(site, day);
    context.set_services(services_of(context, unit.name, list));
    const std::vector<std::vector<PageNote>> notes = notes_by_rule(site, checks_.size());
    std::vector<Finding> findings(rules_.size());
    for (const std::size_t i : order_of_judging()) {
        findings[i].rule = rules_[i];
        findings[i].judgement = rules_[i]->applies_to_unit(unit.type) ? checks_[i]->judge(notes[i], context) : not_asked_of(unit);
        if (findings[i].judgement.item) {
            context.add_item(*findings[i].judgement.item);
        }
    }
    PA_TRY(context.read_error());
    return Judged{std::move(findings), context.shared_services()};
}

}  // namespace pa::check
