#include "check/accessibility.hpp"

#include "access/language.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <map>

namespace pa::check {

namespace {

// A note's detail has room for the first fault of a few checks: "name\x1f excerpt\n" each.
constexpr std::size_t most_told = 3;
constexpr std::size_t excerpt_points = 75;
constexpr char separator = '\x1f';

class AccessibilityCheck final : public Check {
public:
    AccessibilityCheck(std::vector<const AccessCheck*> checks, AccessSettings settings, bool is_home, bool framesets_count)
        : checks_(std::move(checks)), settings_(std::move(settings)), is_home_(is_home), framesets_count_(framesets_count)
    {
    }

    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        return is_home_ ? std::nullopt : note_on(view.survey());  // which page is the home page is known later
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        std::vector<PageNote> home;
        if (is_home_) {
            if (const auto page = context.open(context.site().home)) {
                if (const auto note = note_on(access::Survey(page->document))) {
                    home.push_back({context.site().home, note->count, text::shortened(note->detail, most_detail)});
                }
            }
            notes = home;
        }
        Judgement out;
        const std::size_t shown = count_shown(context);
        std::string names;
        for (const AccessCheck* check : checks_) {
            names += (names.empty() ? "" : ", ") + std::string(check->name);
        }
        out.searched.push_back(is_home_ ? msg("on the home page: {}", names) : msg("on {} pages: {}", shown, names));
        if (shown == 0) {
            out.verdict = Verdict::cannot_tell;
            const Message problem = is_home_ ? context.home_problem() : Message{};
            out.why = problem.empty() ? msg("no page could be looked at as a visitor sees it") : problem;
            return out;
        }
        conclude(notes, context, out);
        return out;
    }

private:
    std::optional<site::Note> note_on(const access::Survey& survey) const
    {
        site::Note note;
        bool is_applicable = false;
        std::size_t told = 0;
        for (const AccessCheck* check : checks_) {
            Finds finds(survey);
            check->look(survey, settings_, finds);
            is_applicable = is_applicable || finds.is_applicable();
            note.count += finds.faults();
            if (finds.faults() > 0 && told++ < most_told) {
                note.detail += std::string(check->name) + separator + text::shortened(finds.excerpt(), excerpt_points) + "\n";
            }
        }
        return is_applicable ? std::optional(std::move(note)) : std::nullopt;
    }

    // A shell for a script and a page that was cut say nothing about what a visitor meets.
    bool is_shown(const Context& context, site::PageId id) const
    {
        const site::Page& page = context.site().pages[id];
        return !page.needs_script && !page.document_cut && !page.truncated && (framesets_count_ || !page.is_frameset);
    }

    std::size_t count_shown(const Context& context) const
    {
        const std::vector<site::PageId>& pages = context.pages();
        return static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), [&](site::PageId id) {
            return (!is_home_ || id == context.site().home) && is_shown(context, id);
        }));
    }

    // The same fault on many pages, as a template has it, is one proof.
    struct Repeated {
        site::PageId first = site::none;
        std::size_t pages = 0;
    };

    void conclude(std::span<const PageNote> notes, const Context& context, Judgement& out) const
    {
        std::size_t examined = 0;
        std::size_t right = 0;
        std::uint64_t faults = 0;
        std::map<std::string, Repeated, std::less<>> told;
        for (const PageNote& note : notes) {
            if (!is_shown(context, note.page)) {
                continue;
            }
            ++examined;
            right += note.count == 0 ? 1U : 0U;
            faults += note.count;
            for (std::string_view rest = note.detail; !rest.empty();) {
                const std::string_view line = rest.substr(0, rest.find('\n'));
                rest.remove_prefix(std::min(rest.size(), line.size() + 1));
                Repeated& repeated = told.try_emplace(std::string(line)).first->second;
                repeated.first = repeated.pages == 0 || note.page == context.site().home ? note.page : repeated.first;
                ++repeated.pages;
            }
        }
        if (examined == 0) {
            out.verdict = Verdict::not_applicable;
            out.why = is_home_ ? msg("the home page has nothing that the rule asks about") : msg("no page has anything that the rule asks about");
            return;
        }
        add_proofs(told, context, out);
        out.verdict = right == examined ? Verdict::passed : right == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(right) / static_cast<double>(examined);
        if (is_home_) {
            out.why = faults == 0 ? msg("the home page has none of the faults") : msg("the home page has {} faults", faults);
        } else {
            out.why = faults == 0 ? msg("none of {} pages has one of the faults", examined)
                                  : msg("{} of {} pages have faults, {} in all", examined - right, examined, faults);
        }
    }

    void add_proofs(const std::map<std::string, Repeated, std::less<>>& told, const Context& context, Judgement& out) const
    {
        std::vector<std::pair<std::string_view, Repeated>> sorted(told.begin(), told.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.pages > b.second.pages; });
        for (const auto& [line, repeated] : sorted) {
            const std::size_t mark = line.find(separator);
            const std::string_view name = line.substr(0, mark);
            const auto check = std::find_if(checks_.begin(), checks_.end(), [name](const AccessCheck* one) { return one->name == name; });
            if (check == checks_.end() || mark == std::string_view::npos) {
                continue;
            }
            const Message fault = (*check)->fault();
            add_proof(out, {repeated.pages > 1 ? msg("{}; the same on {} pages", fault, repeated.pages) : fault, context.site().url_of(repeated.first),
                            std::string(line.substr(mark + 1))});
        }
    }

    std::vector<const AccessCheck*> checks_;
    AccessSettings settings_;
    bool is_home_;
    bool framesets_count_;
};

Result<std::vector<const AccessCheck*>> chosen(const rule::Rule& rule, std::span<const AccessCheck> checks)
{
    std::vector<const AccessCheck*> out;
    const std::vector<std::string> asked = rule.texts("checks");
    std::vector<std::string> names;
    for (const AccessCheck& check : checks) {
        names.emplace_back(check.name);
        const bool is_asked = std::find(asked.begin(), asked.end(), names.back()) != asked.end();
        if (rule.params.contains("checks") ? is_asked : check.by_default) {
            out.push_back(&check);
        }
    }
    for (const std::string& name : asked) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            Error error = param_error(rule, "checks", msg("\"{}\" is no check of the kind {}", name, rule.kind));
            if (const std::string near = text::nearest(name, names); !near.empty()) {
                error.hint = msg("did you mean \"{}\"?", near);
            }
            return tl::unexpected(std::move(error));
        }
    }
    if (out.empty()) {
        return tl::unexpected(param_error(rule, "checks", msg("\"checks\" must name at least one check")));
    }
    return out;
}

}  // namespace

void Finds::fault(access::Index index)
{
    if (faults_++ == 0) {
        excerpt_ = excerpt_of(survey_, index);
    }
    is_applicable_ = true;
}

void Finds::fault(std::string_view excerpt)
{
    if (faults_++ == 0) {
        excerpt_ = text::collapsed(excerpt);
    }
    is_applicable_ = true;
}

void Finds::judge(access::Index index, bool is_fault)
{
    saw();
    if (is_fault) {
        fault(index);
    }
}

std::string excerpt_of(const access::Survey& survey, access::Index index)
{
    const html::Node node = survey[index].node;
    std::string out = "<" + std::string(node.name());
    for (const char* name : {"lang", "role", "type", "src", "href", "data", "id", "name", "class"}) {
        if (const std::string value = text::collapsed(html::attribute(node, name)); !value.empty() && out.size() < 60) {
            out += " " + std::string(name) + "=\"" + text::shortened(value, 40) + "\"";
        }
    }
    const std::string text = index == 0 ? std::string() : html::visible_text(node, 200);
    return text::collapsed(out + ">" + (text.empty() ? "" : " " + text::shortened(text, 40)));
}

Kind access_kind(const AccessKind& about, std::span<const AccessCheck> checks)
{
    using rule::ParamType;
    Kind kind;
    kind.spec.name = about.name;
    kind.spec.params = {{"checks", ParamType::strings, false, "which of the checks below; those marked as default without it"},
                        {"where", ParamType::choice, false, "home or every-page (default)", {"home", "every-page"}}};
    kind.spec.params.insert(kind.spec.params.end(), about.params.begin(), about.params.end());
    kind.summary = about.summary;
    kind.document = about.document;
    kind.example = "kind = \"" + std::string(about.name) + "\"\n" + about.example;
    for (const AccessCheck& check : checks) {
        kind.parts.push_back({check.name, check.sentence, check.criterion, check.act_rules, check.by_default});
    }
    return kind;
}

Result<std::unique_ptr<Check>> make_access_check(const rule::Rule& rule, std::span<const AccessCheck> checks, bool framesets_count)
{
    PA_LET(parts, chosen(rule, checks));
    AccessSettings settings;
    settings.language = access::primary_subtag(rule.text("language"));
    for (const std::string& text : rule.texts("texts")) {
        settings.texts.push_back(text::folded(text));
    }
    std::sort(settings.texts.begin(), settings.texts.end());
    return std::make_unique<AccessibilityCheck>(std::move(parts), std::move(settings), rule.text("where") == "home", framesets_count);
}

}  // namespace pa::check
