// page-element: do pages have, or not have, what an XPath expression finds?
#include "check/by_pages.hpp"
#include "check/kind.hpp"
#include "check/section.hpp"

#include "html/text.hpp"
#include "html/xpath.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <set>

namespace pa::check {

namespace {

constexpr std::size_t most_nodes = 5000;   // looked at for one rule on one page
constexpr std::size_t excerpt_points = 200;
constexpr std::size_t most_item_pages = 40;  // opened for one rule

enum class Where { home, every_page, any_page, item_pages, item_entries };

class PageElement final : public Check {
public:
    PageElement(const rule::Rule& rule, html::Query query, std::optional<html::Query> only_if, std::optional<text::Pattern> pattern)
        : query_(std::move(query)), only_if_(std::move(only_if)), pattern_(std::move(pattern)), xpath_(rule.text("xpath")), zone_(rule.text("zone")),
          item_(rule.text("item")), where_(where_named(rule.text("where"))), most_(rule.integer("most", -1)),
          least_(rule.integer("least", most_ >= 0 ? 0 : 1))
    {
    }

    // A note only where it tells something: with `only_if`, that the page was examined; otherwise a match where
    // matches are looked for, a fault where all pages should be right. Most pages leave none.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        // Which page is the home page, and which are an item's, is known later; these few are opened again.
        return where_ == Where::home || is_of_item() ? std::nullopt : note_on(view.contents());
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(pattern_ ? msg("elements {} with a text like {}", xpath_, pattern_->source()) : msg("elements {}", xpath_));
        if (where_ == Where::home) {
            return judge_home(context, out);
        }
        if (is_of_item()) {
            return judge_item(context, out);
        }
        if (where_ == Where::any_page) {
            return judge_any(notes, context, out);
        }
        return judge_each(notes, context, out);
    }

private:
    bool is_of_item() const { return where_ == Where::item_pages || where_ == Where::item_entries; }

    static Where where_named(const std::string& name)
    {
        if (name == "home") {
            return Where::home;
        }
        return name == "any-page" ? Where::any_page : name == "item-pages" ? Where::item_pages : name == "item-entries" ? Where::item_entries : Where::every_page;
    }

    // The matches that count: how many, and the first of them.
    struct Hits {
        std::uint32_t count = 0;
        pugi::xpath_node first;
    };

    std::optional<site::Note> note_on(const html::Contents& contents) const
    {
        if (only_if_ && !only_if_->has_match(contents)) {
            return std::nullopt;
        }
        bool has_any = false;
        Hits hits = counted(contents, [&](const pugi::xpath_node& hit) {
            has_any = true;
            return is_in_zone(hit);
        });
        if (zone_ == "header" && hits.count == 0 && has_any) {
            const std::vector<html::Node> head = site::head_without_landmarks(contents.document());
            hits = counted(contents, [&](const pugi::xpath_node& hit) { return std::find(head.begin(), head.end(), element_of(hit)) != head.end(); });
        }
        const bool looks_for_one = where_ == Where::home || where_ == Where::any_page;
        const bool tells = only_if_ || (looks_for_one ? hits.count > 0 : !is_right(hits.count));
        return tells ? std::optional(site::Note{0, hits.count, hits.count > 0 ? excerpt(hits.first) : std::string()}) : std::nullopt;
    }

    std::optional<site::Note> note_on_page(const Context& context, site::PageId page) const
    {
        const std::vector<site::PageId>& shown = context.pages();
        const bool is_page = std::binary_search(shown.begin(), shown.end(), page);
        const auto open = is_page ? context.open(page) : nullptr;
        auto note = open ? note_on(html::Contents(open->document)) : std::nullopt;
        if (note) {
            note->detail = text::shortened(note->detail, most_detail);
        }
        return note;
    }

    static html::Node element_of(const pugi::xpath_node& hit)
    {
        return hit.attribute() || hit.node().type() == pugi::node_pcdata ? hit.parent() : hit.node();
    }

    template <class Counts>
    Hits counted(const html::Contents& contents, Counts counts) const
    {
        Hits hits;
        std::size_t seen = 0;
        query_.each(contents, [&](const pugi::xpath_node& hit) {
            if (counts(hit) && fits(hit, contents)) {
                hits.first = hits.count++ == 0 ? hit : hits.first;
            }
            // Where no number is too many, enough is enough.
            return ++seen < most_nodes && !(most_ < 0 && hits.count > 0 && static_cast<std::int64_t>(hits.count) >= least_);
        });
        return hits;
    }

    bool is_in_zone(const pugi::xpath_node& hit) const
    {
        if (zone_.empty()) {
            return true;
        }
        using site::Zone;
        const Zone zone = site::zone_of(hit.attribute() ? hit.parent() : hit.node());
        if (zone_ == "header") {
            return zone == Zone::header || zone == Zone::menu;
        }
        return (zone_ == "menu" && zone == Zone::menu) || (zone_ == "footer" && zone == Zone::footer) || (zone_ == "content" && zone == Zone::content) ||
               (zone_ == "aside" && zone == Zone::aside);
    }

    static std::string text_of(const pugi::xpath_node& hit)
    {
        if (hit.attribute()) {
            return text::collapsed(hit.attribute().value());
        }
        return hit.node().type() == pugi::node_pcdata ? text::collapsed(hit.node().value()) : html::visible_text(hit.node(), 16384, true);
    }

    bool fits(const pugi::xpath_node& hit, const html::Contents& contents) const
    {
        if (!pattern_) {
            return true;
        }
        const bool is_element = !hit.attribute() && hit.node().type() != pugi::node_pcdata;
        return pattern_->is_in(is_element ? contents.text_of(hit.node()) : text::nfc(text_of(hit)));
    }

    static std::string excerpt(const pugi::xpath_node& hit)
    {
        const html::Node node = hit.attribute() ? hit.parent() : hit.node();
        std::string out = "<" + std::string(node.name());
        for (const char* name : {"id", "class", "name", "src", "href"}) {
            const std::string_view value = html::attribute(node, name);
            if (!value.empty()) {
                out += " " + std::string(name) + "=\"" + text::shortened(text::collapsed(value), 60) + "\"";
            }
        }
        const std::string text = text_of(hit);
        return out + ">" + (text.empty() ? "" : " " + text::shortened(text, excerpt_points));
    }

    bool is_right(std::uint32_t count) const
    {
        return static_cast<std::int64_t>(count) >= least_ && (most_ < 0 || static_cast<std::int64_t>(count) <= most_);
    }

    Message fault_of(std::uint32_t count) const
    {
        if (most_ >= 0 && static_cast<std::int64_t>(count) > most_) {
            return most_ == 0 ? msg("{} found, none is allowed", count) : msg("{} found, at most {} are allowed", count, most_);
        }
        return count == 0 ? msg("not found") : msg("only {} found, {} are needed", count, least_);
    }

    static const PageNote* note_of(std::span<const PageNote> notes, site::PageId page)
    {
        const auto found = std::lower_bound(notes.begin(), notes.end(), page, [](const PageNote& note, site::PageId id) { return note.page < id; });
        return found != notes.end() && found->page == page ? &*found : nullptr;
    }

    Judgement judge_home(const Context& context, Judgement& out) const
    {
        const site::Site& site = context.site();
        const std::optional<site::Note> note = note_on_page(context, site.home);
        const std::uint32_t count = note ? note->count : 0;
        const Message problem = context.home_problem();
        if (!problem.empty() && !(least_ > 0 && is_right(count))) {
            out.verdict = Verdict::cannot_tell;
            out.why = problem;
        } else if (!note && only_if_) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the home page has nothing that the rule asks about");
        } else {
            const bool right = is_right(count);
            out.verdict = right ? Verdict::passed : Verdict::failed;
            out.why = right ? msg("the home page is as the rule asks") : msg("on the home page: {}", fault_of(count));
            if (count > 0) {
                add_proof(out, {msg("found"), site.url_of(site.home), note->detail});
            }
        }
        return out;
    }

    Judgement judge_any(std::span<const PageNote> notes, const Context& context, Judgement& out) const
    {
        for (const PageNote& note : notes) {
            if (is_right(note.count)) {
                out.verdict = Verdict::passed;
                out.why = msg("found on {}", context.site().url_of(note.page));
                add_proof(out, {msg("found"), context.site().url_of(note.page), note.detail});
                return out;
            }
        }
        const Message blind = context.blind_spot();
        out.verdict = blind.empty() ? Verdict::failed : Verdict::cannot_tell;
        out.why = blind.empty() ? msg("found on none of {} pages", context.pages().size()) : msg("not found, but {}", blind);
        return out;
    }

    // The pages that count, or nothing with the verdict set when there are none.
    std::optional<std::vector<site::PageId>> population(const Context& context, Judgement& out) const
    {
        if (where_ == Where::every_page) {
            std::vector<site::PageId> shown = shown_pages(context);
            if (shown.empty()) {
                out.verdict = Verdict::cannot_tell;
                out.why = msg("no page could be looked at as a visitor sees it");
                return std::nullopt;
            }
            return shown;
        }
        const Item* item = context.item(item_);
        if (item == nullptr || item->state != Item::State::present) {
            const bool unknown = item != nullptr && item->state == Item::State::cannot_tell;
            out.verdict = unknown ? Verdict::cannot_tell : Verdict::failed;
            out.why = item == nullptr ? msg("no rule of this audit looks for the item {}", item_)
                      : unknown       ? msg("whether the portal has the item {} is not known", item_)
                                      : msg("the portal has no section for the item {}", item_);
            out.verdict = item == nullptr ? Verdict::cannot_tell : out.verdict;
            return std::nullopt;
        }
        std::vector<site::PageId> pages;
        for (std::size_t i = where_ == Where::item_entries ? 1 : 0; i < item->pages.size(); ++i) {
            const auto id = context.site().url_id(item->pages[i]);
            const auto page = id ? context.site().page_at(*id) : std::nullopt;
            if (page && context.site().pages[*page].is_html) {
                pages.push_back(*page);
            }
        }
        pages.resize(std::min(pages.size(), most_item_pages));
        return pages;
    }

    // Each of the entries should have it; of a section's page and its entries, it is enough that one has it.
    Judgement judge_item(const Context& context, Judgement& out) const
    {
        const auto pages = population(context, out);
        if (!pages) {
            return out;
        }
        std::size_t examined = 0;
        std::size_t right = 0;
        for (const site::PageId page : *pages) {
            const std::optional<site::Note> note = note_on_page(context, page);
            const bool is_shown = std::binary_search(context.pages().begin(), context.pages().end(), page);
            if (!is_shown || (!note && only_if_)) {
                continue;
            }
            ++examined;
            if (!note || is_right(note->count)) {
                ++right;
                if (where_ == Where::item_entries) {
                    continue;
                }
                out.proof.clear();
                out.proof_left_out = 0;
                conclude(1, 1, out);
                return out;
            }
            add_proof(out, {fault_of(note->count), context.site().url_of(page), note->detail});
        }
        conclude(examined, right, out);
        return out;
    }

    Judgement judge_each(std::span<const PageNote> notes, const Context& context, Judgement& out) const
    {
        const auto pages = population(context, out);
        if (!pages) {
            return out;
        }
        std::size_t examined = 0;
        std::size_t right = 0;
        for (const site::PageId page : *pages) {
            const PageNote* note = note_of(notes, page);
            if (note == nullptr && only_if_) {
                continue;
            }
            ++examined;
            if (note == nullptr || is_right(note->count)) {
                ++right;
            } else {
                add_proof(out, {fault_of(note->count), context.site().url_of(page), note->detail});
            }
        }
        conclude(examined, right, out);
        return out;
    }

    static void conclude(std::size_t examined, std::size_t right, Judgement& out)
    {
        if (examined == 0) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("no page has anything that the rule asks about");
            return;
        }
        out.verdict = right == examined ? Verdict::passed : right == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(right) / static_cast<double>(examined);
        out.why = right == examined ? msg("all {} pages are as the rule asks", examined) : msg("{} of {} pages are not as the rule asks", examined - right, examined);
    }

    html::Query query_;
    std::optional<html::Query> only_if_;
    std::optional<text::Pattern> pattern_;
    std::string xpath_;
    std::string zone_;
    std::string item_;
    Where where_;
    std::int64_t most_;
    std::int64_t least_;
};

Result<html::Query> compiled(const rule::Rule& rule, const char* param)
{
    return html::Query::compile(rule.text(param)).or_else([&](const Error& error) -> Result<html::Query> {
        return tl::unexpected(param_error(rule, param, error.message));
    });
}

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    PA_LET(query, compiled(rule, "xpath"));
    std::optional<html::Query> only_if;
    if (rule.params.contains("only_if")) {
        PA_LET(condition, compiled(rule, "only_if"));
        only_if = std::move(condition);
    }
    std::optional<text::Pattern> pattern;
    if (rule.params.contains("pattern")) {
        PA_LET(compiled_pattern, text::Pattern::compile(rule.text("pattern")));
        pattern = compiled_pattern;
    }
    if (rule.params.contains("least") && rule.integer("least", 0) > rule.integer("most", rule.integer("least", 0))) {
        return tl::unexpected(param_error(rule, "least", msg("\"least\" must not be greater than \"most\"")));
    }
    const bool of_item = rule.text("where").starts_with("item-");
    if (of_item != rule.params.contains("item")) {
        return tl::unexpected(param_error(rule, "item", of_item ? msg("with this \"where\" the key \"item\" is needed") : msg("\"item\" goes with where = \"item-pages\" or \"item-entries\"")));
    }
    return std::make_unique<PageElement>(rule, std::move(query), std::move(only_if), std::move(pattern));
}

}  // namespace

namespace registry {

Kind page_element()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"page-element",
                 {{"xpath", ParamType::string, true, "XPath 1.0 over lower-case HTML names; gives elements, attributes or text"},
                  {"where", ParamType::choice, true, "home, every-page, any-page, item-pages or item-entries", {"home", "every-page", "any-page", "item-pages", "item-entries"}},
                  {"item", ParamType::string, false, "the item whose pages count, for item-pages and item-entries"},
                  {"zone", ParamType::choice, false, "only matches in this part of the page count", {"header", "menu", "footer", "content", "aside"}},
                  {"pattern", ParamType::pattern, false, "a pattern (RE2) that the text of a match, or the attribute's value, must match"},
                  {"only_if", ParamType::string, false, "XPath; pages without a match of it are not examined"},
                  {"least", ParamType::integer, false, "how many matches a page needs; 1, or 0 when most is given"},
                  {"most", ParamType::integer, false, "how many matches a page may have"}}};
    kind.summary = "whether pages have, or do not have, what an XPath expression finds";
    kind.document = "For home: passed or failed. For any-page and item-pages one fitting page is enough. For every-page and item-entries the share of "
                    "fitting pages gives partly; of an item, up to 40 pages are looked at. Cannot tell when the home page is a shell for a script, or the item was not to be judged.";
    kind.example = "kind = \"page-element\"\nwhere = \"every-page\"\nxpath = \"//marquee|//blink\"\nmost = 0\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
