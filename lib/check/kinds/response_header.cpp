// response-header: does the server send a header field, with a value that fits?
#include "check/kind.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

namespace pa::check {

namespace {

class ResponseHeader final : public Check {
public:
    ResponseHeader(const rule::Rule& rule, std::optional<text::Pattern> pattern)
        : name_(rule.text("name")), every_page_(rule.text("where", "home") == "every-page"), pattern_(std::move(pattern))
    {
    }

    // A note for each page that lacks the field or has another value.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        const auto value = view.response.headers.find(name_);
        if (value && (!pattern_ || pattern_->is_in(*value))) {
            return std::nullopt;
        }
        return site::Note{0, 1, value ? text::shortened(std::string(*value), 200) : ""};
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        const site::Site& site = context.site();
        Judgement out;
        if (site.origin.folder) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("a folder was audited, so there is no server that sends header fields");
            return out;
        }
        out.searched.push_back(pattern_ ? msg("the header field {} with a value like {}", name_, pattern_->source()) : msg("the header field {}", name_));
        std::size_t faults = 0;
        for (const PageNote& note : notes) {
            if (every_page_ || note.page == site.home) {
                ++faults;
                add_proof(out, {note.detail.empty() ? msg("the field is not sent") : msg("the field has another value"), site.url_of(note.page), note.detail});
            }
        }
        const std::size_t pages = every_page_ ? context.pages().size() : 1;
        out.verdict = faults == 0 ? Verdict::passed : faults == pages ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(pages - faults) / static_cast<double>(pages);
        out.why = faults == 0 ? msg("the header field {} is sent", name_) : msg("{} of {} pages come without a fitting header field {}", faults, pages, name_);
        return out;
    }

private:
    std::string name_;
    bool every_page_;
    std::optional<text::Pattern> pattern_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::optional<text::Pattern> pattern;
    if (rule.params.contains("pattern")) {
        auto compiled = text::Pattern::compile(rule.text("pattern"));
        if (!compiled) {
            return tl::unexpected(param_error(rule, "pattern", compiled.error().message));
        }
        pattern = std::move(*compiled);
    }
    return std::make_unique<ResponseHeader>(rule, std::move(pattern));
}

}  // namespace

namespace registry {

Kind response_header()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"response-header",
                 {{"name", ParamType::string, true, "the field's name; case does not matter"},
                  {"pattern", ParamType::pattern, false, "a pattern (RE2) that the value must match"},
                  {"where", ParamType::choice, false, "home (default) or every-page", {"home", "every-page"}}}};
    kind.summary = "whether the server sends a header field, with a value that fits";
    kind.document = "Looks at the answers to the home page or to every page. Partly when only some pages come with the field. Cannot tell for a folder, "
                    "which no server answers for.";
    kind.example = "kind = \"response-header\"\nname = \"Strict-Transport-Security\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
