// satisfaction-rating: can people say how satisfied they are, in the grades that are asked?
#include "check/kind.hpp"
#include "check/named_patterns.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

#include <bit>

namespace pa::check {

namespace {

class SatisfactionRating final : public Check {
public:
    SatisfactionRating(std::vector<std::string> grades, std::vector<NamedPattern> aspects, std::optional<text::Pattern> elsewhere)
        : aspects_(std::move(aspects)), elsewhere_(std::move(elsewhere))
    {
        for (const std::string& grade : grades) {
            grades_.push_back({grade, text::folded(grade)});
        }
    }

    // A note on pages where grades can be chosen: which ones, in the low bits, then which aspects are asked about.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        std::uint32_t found = 0;
        html::walk(
            view.document.body(),
            [&](html::Node node) {
                if (is_choice(node)) {
                    found |= grades_in(node);
                }
                return true;
            },
            [](html::Node) {});
        if (found == 0) {
            return std::nullopt;
        }
        if (!aspects_.empty()) {
            found |= found_in(view.text(), aspects_, false) << grades_.size();
        }
        return site::Note{0, found, text::shortened(view.page.title, most_detail / 2)};
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        Judgement out;
        const std::size_t asked = grades_.size() + aspects_.size();
        out.searched.push_back(msg("fields, buttons and choices of every page that are named after one of {} grades", grades_.size()));
        const PageNote* best = nullptr;
        for (const PageNote& note : notes) {
            best = best == nullptr || std::popcount(best->count) < std::popcount(note.count) ? &note : best;
        }
        const auto found = best == nullptr ? std::size_t(0) : static_cast<std::size_t>(std::popcount(best->count));
        std::string missing;
        for (std::size_t i = 0; i < asked; ++i) {
            if (best == nullptr || (best->count >> i & 1U) == 0) {
                missing += (missing.empty() ? "" : ", ") + (i < grades_.size() ? grades_[i].name : aspects_[i - grades_.size()].name);
            }
        }
        if (best != nullptr) {
            add_proof(out, {msg("grades can be chosen"), context.site().url_of(best->page), best->detail});
        }
        out.verdict = found == asked ? Verdict::passed : found == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(found) / static_cast<double>(asked);
        out.why = found == asked ? msg("a page lets people choose all that is asked") : found == 0 ? msg("no page lets people choose: {}", missing) : msg("a page lets people choose a grade, but without: {}", missing);
        if (found < asked) {
            hedge(elsewhere_ ? &*elsewhere_ : nullptr, context, out);
        }
        return out;
    }

private:
    struct Grade {
        std::string name;
        std::string folded;
    };

    static bool is_choice(html::Node node)
    {
        const std::string_view name = node.name();
        return name == "label" || name == "button" || name == "option" || name == "input" || name == "a" || html::attribute(node, "role") == "radio" || html::attribute(node, "role") == "button";
    }

    // The whole name must be the grade: "Hài lòng" is a part of the two others.
    std::uint32_t grades_in(html::Node node) const
    {
        const bool is_input = std::string_view(node.name()) == "input";
        const std::string named = is_input ? std::string(html::attribute(node, "value")) + "\n" + std::string(html::attribute(node, "aria-label")) : html::name_of(node);
        const std::string_view shown = named;
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < grades_.size(); ++i) {
            const std::size_t line = shown.find('\n');
            const bool is_it = text::folds_to(shown.substr(0, line), grades_[i].folded) || (line != std::string::npos && text::folds_to(shown.substr(line), grades_[i].folded));
            found |= is_it ? 1U << i : 0U;
        }
        return found;
    }

    std::vector<Grade> grades_;
    std::vector<NamedPattern> aspects_;
    std::optional<text::Pattern> elsewhere_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<NamedPattern> aspects;
    if (rule.params.contains("aspects")) {
        auto read = named_patterns(rule, "aspects");
        if (!read) {
            return tl::unexpected(read.error());
        }
        aspects = std::move(*read);
    }
    if (rule.texts("grades").empty() || rule.texts("grades").size() + aspects.size() > 32) {
        return tl::unexpected(param_error(rule, "grades", msg("must hold 1 to 32 texts, aspects included")));
    }
    std::optional<text::Pattern> elsewhere;
    if (rule.params.contains("elsewhere")) {
        auto pattern = text::Pattern::compile(rule.text("elsewhere"));
        if (!pattern) {
            return tl::unexpected(param_error(rule, "elsewhere", pattern.error().message));
        }
        elsewhere = std::move(*pattern);
    }
    return std::make_unique<SatisfactionRating>(rule.texts("grades"), std::move(aspects), std::move(elsewhere));
}

}  // namespace

namespace registry {

Kind satisfaction_rating()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"satisfaction-rating",
                 {{"grades", ParamType::strings, true, "the grades that people can choose, by their whole names"},
                  {"aspects", ParamType::strings, false, "patterns (RE2) of what is asked about, on the same page; the first alternative names it"},
                  {"elsewhere", ParamType::pattern, false, "a pattern (RE2) of addresses outside of the portal where the rating may be"}}};
    kind.summary = "whether people can rate in the grades that are asked";
    kind.document = "Looks on every page for fields, labels, choices, buttons and links that are named after a grade and nothing else, and judges the page with most. Partly with the share of grades and aspects. Stars and numbers are not taken for the grades. Cannot tell "
                    "where something is missing and the portal was not seen whole, or links to a service portal of its own where the rating may be.";
    kind.example = "kind = \"satisfaction-rating\"\ngrades = [\"Rất hài lòng\", \"Hài lòng\", \"Chưa hài lòng\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
