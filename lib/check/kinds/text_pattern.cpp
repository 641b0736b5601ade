// text-pattern: does the text that people read say something, or not say it?
#include "check/by_pages.hpp"
#include "check/kind.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::check {

namespace {

class TextPattern final : public Check {
public:
    TextPattern(const rule::Rule& rule, text::Pattern pattern) : pattern_(std::move(pattern)), where_(rule.text("where")), absent_(rule.boolean("absent", false)) {}

    const text::Pattern* needs() const override { return &pattern_; }

    // A note on pages that have it.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        return site::Note{0, 1, text::shortened(std::string(pattern_.find(view.text())), 200)};
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        const site::Site& site = context.site();
        std::vector<PageNote> having;
        for (const PageNote& note : notes) {
            if (where_ != "home" || note.page == site.home) {
                having.push_back(note);
            }
        }
        Judgement out = where_ == "every-page" ? judge_every(having, context) : judge_any(having, context);
        out.searched.push_back(msg("text like {} ({})", pattern_.source(), where_));
        return out;
    }

private:
    Judgement judge_every(const std::vector<PageNote>& having, const Context& context) const
    {
        const std::vector<site::PageId> shown = shown_pages(context);
        if (absent_) {
            return judge_by_pages(notes_of(having, shown), shown.size(), context, msg("has such a text"));
        }
        std::vector<PageNote> lacking;
        auto next = having.begin();
        for (const site::PageId page : shown) {
            next = std::find_if(next, having.end(), [&](const PageNote& note) { return note.page >= page; });
            if (next == having.end() || next->page != page) {
                lacking.push_back({page, 1, ""});
            }
        }
        return judge_by_pages(lacking, shown.size(), context, msg("has no such text"));
    }

    Judgement judge_any(const std::vector<PageNote>& having, const Context& context) const
    {
        Judgement out;
        for (const PageNote& note : having) {
            add_proof(out, {msg("has such a text"), context.site().url_of(note.page), note.detail});
        }
        out.verdict = having.empty() == absent_ ? Verdict::passed : Verdict::failed;
        out.why = having.empty() ? msg("no page has such a text") : msg("{} pages have such a text", having.size());
        const Message unknown = where_ == "home" ? context.home_problem() : context.blind_spot();
        if (having.empty() && !unknown.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = unknown;
        }
        return out;
    }

    text::Pattern pattern_;
    std::string where_;
    bool absent_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto pattern = text::Pattern::compile(rule.text("pattern"));
    if (!pattern) {
        return tl::unexpected(param_error(rule, "pattern", pattern.error().message));
    }
    return std::make_unique<TextPattern>(rule, std::move(*pattern));
}

}  // namespace

namespace registry {

Kind text_pattern()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"text-pattern",
                 {{"pattern", ParamType::pattern, true, "a pattern (RE2) for the text that a page shows; case does not matter"},
                  {"where", ParamType::choice, true, "home, any-page or every-page", {"home", "any-page", "every-page"}},
                  {"absent", ParamType::boolean, false, "the text must not be there"}}};
    kind.summary = "whether pages say something, or do not say it";
    kind.document = "Looks at the visible text of pages, composed Unicode. Partly for every-page, with the share of fitting pages. Cannot tell where the text was not found and the portal was not seen "
                    "whole.";
    kind.example = "kind = \"text-pattern\"\nwhere = \"any-page\"\npattern = 'ghi rõ nguồn'\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
