// statistics-shown: does the portal show the figures on its services that are asked?
#include "check/kind.hpp"
#include "check/named_patterns.hpp"

#include "text/fold.hpp"
#include "text/pattern_set.hpp"

#include <algorithm>
#include <bit>

namespace pa::check {

namespace {

class StatisticsShown final : public Check {
public:
    StatisticsShown(text::Pattern about, text::Pattern any, std::vector<NamedPattern> figures, std::optional<text::Pattern> elsewhere)
        : about_(std::move(about)), any_(std::move(any)), figures_(std::move(figures)), named_(patterns_of(figures_)), elsewhere_(std::move(elsewhere))
    {
    }

    const text::Pattern* needs() const override { return &any_; }

    // A note with the figures of a page, where it is about statistics and has more than one: a single one stands in articles too.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        const std::string& text = view.text();
        const auto is_table = [&](std::ptrdiff_t found) { return found >= 2 || (figures_.size() == 1 && found != 0); };
        const std::vector<bool> is_named = named_.in(text);
        const std::string_view about = is_table(std::count(is_named.begin(), is_named.end(), true)) ? about_.find(text) : std::string_view();
        if (about.data() == nullptr) {
            return std::nullopt;
        }
        const std::uint32_t found = found_in(text, figures_, true);
        return is_table(std::popcount(found)) ? std::optional(site::Note{0, found, text::shortened(text::collapsed(about), most_detail)}) : std::nullopt;
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("pages about {} with {} figures, each with a number", about_.source(), figures_.size()));
        judge_best(notes, figures_, figures_.size(), elsewhere_ ? &*elsewhere_ : nullptr, context, out);
        return out;
    }

private:
    static std::vector<text::Pattern> patterns_of(const std::vector<NamedPattern>& figures)
    {
        std::vector<text::Pattern> out;
        for (const NamedPattern& figure : figures) {
            out.push_back(figure.pattern);
        }
        return out;
    }

    text::Pattern about_;
    text::Pattern any_;  // of the figures
    std::vector<NamedPattern> figures_;
    text::PatternSet named_;  // of the figures, with a number behind the name or without
    std::optional<text::Pattern> elsewhere_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto figures = named_patterns(rule, "figures");
    std::string sources;
    for (const NamedPattern& figure : figures ? *figures : std::vector<NamedPattern>()) {
        sources += (sources.empty() ? "(" : "|(") + figure.pattern.source() + ")";
    }
    auto any = text::Pattern::compile(sources);
    auto about = text::Pattern::compile(rule.text("about", "thống kê|tình hình (tiếp nhận|giải quyết)|kết quả (giải quyết|xử lý)"));
    if (!figures || !about || !any) {
        return tl::unexpected(!figures ? figures.error() : param_error(rule, about ? "figures" : "about", about ? any.error().message : about.error().message));
    }
    std::optional<text::Pattern> elsewhere;
    if (rule.params.contains("elsewhere")) {
        auto pattern = text::Pattern::compile(rule.text("elsewhere"));
        if (!pattern) {
            return tl::unexpected(param_error(rule, "elsewhere", pattern.error().message));
        }
        elsewhere = std::move(*pattern);
    }
    return std::make_unique<StatisticsShown>(std::move(*about), std::move(*any), std::move(*figures), std::move(elsewhere));
}

}  // namespace

namespace registry {

Kind statistics_shown()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"statistics-shown",
                 {{"figures", ParamType::strings, true, "patterns (RE2) of the figures' names; the first alternative names the figure"},
                  {"about", ParamType::pattern, false, "a pattern (RE2) that a page with figures has to match; statistics and results of handling by default"},
                  {"elsewhere", ParamType::pattern, false, "a pattern (RE2) of addresses outside of the portal where the figures may be"}}};
    kind.summary = "whether a page shows the figures on services that are asked";
    kind.document = "Looks on every page that is about statistics for each figure's name with a number soon behind it, and judges the page that shows most; a page with one of several is taken for an article. Partly with the share of the figures. "
                    "Cannot tell where figures are missing and the portal was not seen whole, or links to a service portal of its own where they may be. Whether the numbers are right, and of each service, is for a person to see.";
    kind.example = "kind = \"statistics-shown\"\nfigures = [\"hồ sơ đã tiếp nhận|tiếp nhận\", \"hồ sơ đã giải quyết|đã giải quyết\", \"đúng hạn\"]\nelsewhere = '//dichvucong\\.'\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
