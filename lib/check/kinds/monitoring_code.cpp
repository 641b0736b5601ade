// monitoring-code: do pages carry the tracking code of the national measuring system?
#include "check/by_pages.hpp"
#include "check/kind.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

namespace pa::check {

namespace {

class MonitoringCode final : public Check {
public:
    explicit MonitoringCode(text::Pattern pattern) : pattern_(std::move(pattern)) {}

    // A note on faulty pages: without the code (count 1), or with one that a browser blocks (count 2).
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        std::string code;
        html::walk(
            view.document.root(),
            [&](html::Node node) {
                if (code.empty() && node.type() == pugi::node_element && std::string_view(node.name()) == "script") {
                    code = code_in(node);
                }
                return code.empty();
            },
            [](html::Node) {});
        if (code.empty()) {
            return site::Note{0, 1, ""};
        }
        const bool is_blocked = view.url.scheme() == "https" && code.find("http://") != std::string::npos;
        return is_blocked ? std::optional(site::Note{0, 2, code}) : std::nullopt;
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        const std::vector<site::PageId> shown = shown_pages(context);
        Judgement out = judge_by_pages(notes_of(notes, shown), shown.size(), context, msg("no monitoring code, or one that an https page may not load"));
        out.searched.push_back(msg("scripts of every page with {}", pattern_.source()));
        return out;
    }

private:
    std::string code_in(html::Node script) const
    {
        const std::string_view source = html::attribute(script, "src");
        for (const std::string_view text : {source, std::string_view(script.text().get())}) {
            if (const std::string_view found = pattern_.find(text); found.data() != nullptr && !found.empty()) {
                const auto begin = static_cast<std::size_t>(found.data() - text.data());
                const std::size_t before = begin > 24 ? begin - 24 : 0;
                return text::shortened(text::collapsed(text.substr(before, 200)), 120);
            }
        }
        return {};
    }

    text::Pattern pattern_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto pattern = text::Pattern::compile(rule.text("pattern"));
    if (!pattern) {
        return tl::unexpected(param_error(rule, "pattern", pattern.error().message));
    }
    return std::make_unique<MonitoringCode>(std::move(*pattern));
}

}  // namespace

namespace registry {

Kind monitoring_code()
{
    Kind kind;
    kind.spec = {"monitoring-code", {{"pattern", rule::ParamType::pattern, true, "a pattern (RE2) of the code's address or text, looked for in scripts"}}};
    kind.summary = "whether every page carries the code of a measuring system";
    kind.document = "Looks into the scripts of every page, inline and by address. A code that is loaded over http by an https page counts as missing, since browsers block it. Partly with the share of "
                    "pages that carry it. Cannot tell where the pages are shells that a script fills.";
    kind.example = "kind = \"monitoring-code\"\npattern = 'f-emc\\.ngsp\\.gov\\.vn'\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
