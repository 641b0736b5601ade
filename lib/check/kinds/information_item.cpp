// information-item: does the portal publish an information item of the law, is there something in it, and
// how old is the newest of it?
#include "check/documents.hpp"
#include "check/history.hpp"
#include "check/kind.hpp"
#include "check/section.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr int days_ahead = 7;  // a schedule names the days of its week

struct Fault {
    double share;
    Message why;
};

class InformationItem final : public Check {
public:
    explicit InformationItem(const rule::Rule& rule, std::vector<text::Pattern> mentions)
        : id_(rule.text("item", rule.id)), labels_(rule.texts("labels"), rule.texts("not_labels")), mentions_(std::move(mentions)),
          least_text_(static_cast<std::size_t>(rule.integer("least_text", 80))), max_clicks_(rule.integer("max_clicks", -1)),
          newest_within_(rule.integer("newest_within", -1)), picture_counts_(rule.boolean("picture_counts", false)), links_count_(rule.boolean("links_count", false)), outside_counts_(rule.boolean("outside_counts", false)),
          footer_counts_(rule.boolean("footer_counts", false)), documents_(rule.boolean("documents", false))
    {
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const Section section = find_section(context, {&labels_, least_text_, picture_counts_, links_count_, outside_counts_});
        Judgement judgement;
        judgement.searched = section.searched;
        judgement.item = Item{};
        judgement.item->id = id_;
        if (section.found) {
            judge_found(context, *section.found, judgement);
        } else if (!judge_footer(context, judgement)) {
            judge_missing(context, section, judgement);
        }
        for (const Candidate& candidate : section.rejected) {
            add_proof(judgement, {msg("rejected, found in {}: {}", candidate.found_in, candidate.why), candidate.url,
                                  text::shortened(candidate.label, 300)});
        }
        for (const Candidate& miss : section.near_misses) {
            add_proof(judgement, {msg("rejected: {}", miss.why), miss.url, text::shortened(miss.label, 300)});
        }
        for (const Message& suspicion : judgement.item->suspicions) {
            add_proof(judgement, {msg("worth a second look: {}", suspicion), judgement.item->pages.empty() ? "" : judgement.item->pages.front(), ""});
        }
        judgement.item->why = judgement.why;
        return judgement;
    }

private:
    void judge_found(const Context& context, const Candidate& found, Judgement& judgement) const
    {
        Item& item = *judgement.item;
        item.state = Item::State::present;
        item.label = found.label;
        item.pages.push_back(found.url);
        item.page_count = 1;
        add_proof(judgement, {msg("found in {}", found.found_in), found.url, text::shortened(found.label, 300)});
        if (found.state == Candidate::State::outside) {
            judgement.verdict = Verdict::passed;
            judgement.why = msg("“{}” leads to another agency's portal, which is enough here", found.label);
            return;
        }
        tell_history(context, found, item);
        const std::uint32_t clicks = context.site().clicks[found.page];
        item.clicks = clicks == site::none ? std::nullopt : std::optional(clicks);
        std::vector<Fault> faults;
        check_clicks(clicks, faults);
        // A heading that stands in the menu too counts as template, but it is the section's own all the same.
        const site::Page& page = context.site().pages[found.page];
        if (!mentions_.empty()) {
            const std::string& text = found.content->text;
            check_mentions(page.title + "\n" + page.heading + "\n" + (text.empty() ? own_text(context, found.page) : text), faults);
        }
        conclude(context, item, faults, judgement);
    }

    // Entries tell how old the item is by when they were published; where none says, the days that their texts name.
    void tell_history(const Context& context, const Candidate& found, Item& item) const
    {
        std::vector<time::Day> named = found.content->dates;
        History history;
        if (found.page != context.site().home) {
            const Entries entries = entries_of(context, found.page);
            history = history_of(context, entries);
            if (documents_) {
                item.documents = documents_of(context, entries);
            }
            for (const site::PageId entry : entries.pages) {
                item.pages.push_back(context.site().url_of(entry));
                if (history.days.empty() && newest_within_ >= 0) {
                    const auto gist = context.gist(entry);
                    named.insert(named.end(), gist->dates.begin(), gist->dates.end());
                }
            }
            const site::Publication& own = context.site().pages[found.page].published;
            if (history.days.empty() && own.confidence != site::Confidence::none) {
                named = {own.day};
            }
        }
        item.page_count = item.pages.size();
        item.newest = history.days.empty() ? newest(named, context.day()) : std::optional(history.days.back());
        item.dated = history.days.size();
        item.oldest = history.days.empty() ? std::nullopt : std::optional(history.days.front());
        item.entries_per_month = history.entries_per_month;
        item.longest_gap = history.longest_gap;
        item.suspicions = std::move(history.suspicions);
    }

    static std::optional<time::Day> newest(const std::vector<time::Day>& dates, time::Day today)
    {
        std::optional<time::Day> best;
        for (const time::Day day : dates) {
            if (day <= today + std::chrono::days(days_ahead) && (!best || *best < day)) {
                best = day;
            }
        }
        return best;
    }

    void check_clicks(std::uint32_t clicks, std::vector<Fault>& faults) const
    {
        if (max_clicks_ < 0) {
            return;
        }
        if (clicks == site::none) {
            faults.push_back({0.5, msg("no chain of links leads there from the home page")});
        } else if (clicks > static_cast<std::uint64_t>(max_clicks_)) {
            faults.push_back({0.5, msg("it is {} clicks from the home page, more than {}", clicks, max_clicks_)});
        }
    }

    // A share of 0 means that nothing of what the item is about is there.
    void check_mentions(const std::string& text, std::vector<Fault>& faults) const
    {
        const std::string plain = text::nfc(text);
        std::size_t there = 0;
        std::string missing;
        for (const text::Pattern& mention : mentions_) {
            if (mention.is_in(plain)) {
                ++there;
            } else {
                // The first alternative names the thing; the others are ways to write it.
                missing += (missing.empty() ? "" : ", ") + mention.source().substr(0, mention.source().find('|'));
            }
        }
        if (there < mentions_.size()) {
            const double share = static_cast<double>(there) / static_cast<double>(mentions_.size());
            faults.push_back({share, msg("it does not mention: {}", missing)});
        }
    }

    void conclude(const Context& context, Item& item, std::vector<Fault>& faults, Judgement& judgement) const
    {
        const auto nothing = std::find_if(faults.begin(), faults.end(), [](const Fault& fault) { return fault.share == 0; });
        if (nothing != faults.end()) {
            item.state = Item::State::empty;
            judgement.verdict = Verdict::failed;
            judgement.why = msg("“{}” is there, but {}", item.label, nothing->why);
            return;
        }
        if (newest_within_ >= 0 && !item.newest) {
            judgement.verdict = Verdict::cannot_tell;
            judgement.why = msg("the section is there, but no date on its pages says how old its newest entry is");
            return;
        }
        if (newest_within_ >= 0) {
            const auto age = std::max<std::int64_t>(0, (context.day() - *item.newest).count());
            if (age > newest_within_) {
                faults.push_back({0.5, msg("its newest date, {}, is {} days old; at most {} are allowed", time::to_string(*item.newest), age, newest_within_)});
            }
        }
        if (faults.empty()) {
            judgement.verdict = Verdict::passed;
            judgement.why = item.label.empty() ? msg("the footer of the home page carries it")
                            : item.newest && newest_within_ >= 0
                                ? msg("“{}” is there, its newest date is {}", item.label, time::to_string(*item.newest))
                                : msg("“{}” is there", item.label);
            return;
        }
        judgement.verdict = Verdict::partly;
        judgement.share = 1;
        for (const Fault& fault : faults) {
            judgement.share *= fault.share;
        }
        judgement.why = item.label.empty() ? msg("the footer of the home page carries it, but {}", faults.front().why)
                                           : msg("“{}” is there, but {}", item.label, faults.front().why);
        for (std::size_t i = 1; i < faults.size(); ++i) {
            judgement.why = msg("{}; {}", judgement.why, faults[i].why);
        }
    }

    // The law's items that a footer may carry (10(1)(l): transaction information).
    bool judge_footer(const Context& context, Judgement& judgement) const
    {
        const auto home = footer_counts_ ? context.open(context.site().home) : nullptr;
        if (!home) {
            return false;
        }
        std::string text;
        for (const html::Block& block : html::blocks(home->document.body())) {
            if (site::zone_of(block.element) == site::Zone::footer) {
                text += block.text + "\n";
            }
        }
        std::vector<Fault> faults;
        check_mentions(text, faults);
        if (text.empty() || (!faults.empty() && faults.front().share < 0.5)) {
            return false;
        }
        Item& item = *judgement.item;
        item.state = Item::State::present;
        item.pages.push_back(context.site().url_of(context.site().home));
        item.page_count = 1;
        item.clicks = 0;
        add_proof(judgement, {msg("found in {}", msg("the footer of the home page")), item.pages.front(), text::shortened(text::collapsed(text), 300)});
        conclude(context, item, faults, judgement);
        return true;
    }

    void judge_missing(const Context& context, const Section& section, Judgement& judgement) const
    {
        using State = Candidate::State;
        const auto first = [&](std::initializer_list<State> states) -> const Candidate* {
            for (const Candidate& candidate : section.rejected) {
                if (std::find(states.begin(), states.end(), candidate.state) != states.end()) {
                    return &candidate;
                }
            }
            return nullptr;
        };
        Item& item = *judgement.item;
        const auto fill = [&](const Candidate& candidate, Item::State state) {
            item.state = state;
            item.label = candidate.label;
            item.pages.push_back(candidate.url);
            item.page_count = 1;
        };
        if (const Candidate* picture = first({State::picture_only})) {
            fill(*picture, Item::State::empty);
            judgement.verdict = Verdict::partly;
            judgement.share = 0.5;
            judgement.why = msg("“{}” {}", picture->label, picture->why);
        } else if (const Candidate* unknown = first({State::unknown})) {
            fill(*unknown, Item::State::cannot_tell);
            judgement.verdict = Verdict::cannot_tell;
            judgement.why = msg("“{}” {}", unknown->label, unknown->why);
        } else if (const Candidate* empty = first({State::empty})) {
            fill(*empty, Item::State::empty);
            judgement.verdict = Verdict::failed;
            judgement.why = msg("“{}” is there, but the page {}", empty->label, empty->why);
        } else if (const Message blind = context.blind_spot(); !blind.empty()) {
            item.state = Item::State::cannot_tell;
            judgement.verdict = Verdict::cannot_tell;
            judgement.why = msg("not found, but {}", blind);
        } else {
            judgement.verdict = Verdict::failed;
            const Candidate* other = first({State::soft_404, State::home, State::broken, State::outside});
            if (other != nullptr && (other->state == State::soft_404 || other->state == State::home)) {
                fill(*other, Item::State::empty);  // an entry that leads to nothing
            } else {
                item.state = Item::State::absent;
            }
            judgement.why = other == nullptr ? msg("no menu entry, link, heading, title or address names such a section")
                                             : msg("“{}” {}, and there is no other such section", other->label, other->why);
        }
    }

    std::string id_;
    Labels labels_;
    std::vector<text::Pattern> mentions_;
    std::size_t least_text_;
    std::int64_t max_clicks_;
    std::int64_t newest_within_;
    bool picture_counts_;
    bool links_count_;
    bool outside_counts_;
    bool footer_counts_;
    bool documents_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<text::Pattern> mentions;
    for (const std::string& source : rule.texts("must_mention")) {
        auto pattern = text::Pattern::compile(source);
        if (!pattern) {
            return tl::unexpected(param_error(rule, "must_mention", pattern.error().message));
        }
        mentions.push_back(std::move(*pattern));
    }
    return std::make_unique<InformationItem>(rule, std::move(mentions));
}

}  // namespace

namespace registry {

Kind information_item()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"information-item",
                 {{"labels", ParamType::strings, true, "names under which portals keep the item"},
                  {"not_labels", ParamType::strings, false, "names that look alike but are another item"},
                  {"item", ParamType::string, false, "the item's id in audit.json; the rule's id by default"},
                  {"max_clicks", ParamType::integer, false, "how many links from the home page it may be away"},
                  {"newest_within", ParamType::days, false, "how old its newest date may be, such as P10D"},
                  {"least_text", ParamType::integer, false, "characters of own text that count as content; 80 by default"},
                  {"must_mention", ParamType::strings, false, "patterns (RE2) that the section's text must match, each"},
                  {"picture_counts", ParamType::boolean, false, "a picture or an embedded map is content enough"},
                  {"links_count", ParamType::boolean, false, "many links are content enough, also those that stand in the menus, as of a site map"},
                  {"outside_counts", ParamType::boolean, false, "a link to another agency's portal is enough"},
                  {"documents", ParamType::boolean, false, "its entries are documents, whose particulars and files are listed in audit.json"},
                  {"footer_counts", ParamType::boolean, false, "the footer of the home page may carry the item, if it mentions at least half of must_mention"}}};
    kind.summary = "whether the portal publishes an information item, with content, near enough and fresh enough";
    kind.document = "Looks for the item's labels in menus, on the home page, in headings, titles and addresses, leaves out what "
                    "is another item, and opens the best candidates. Fails when there is none, or only empty ones (blank, \"being "
                    "updated\", an error page, the home page again, another agency's portal), or when it mentions nothing of what it must. Partly when it is too many clicks away, "
                    "too old, lacks something it must mention, or is only a picture or file. Cannot tell when a candidate could not be "
                    "fetched, when the crawl did not see the whole portal, or when no date shows how old the item is.";
    kind.example = "kind = \"information-item\"\nlabels = [\"Lịch công tác\", \"Lịch làm việc\"]\nnot_labels = [\"Lịch tiếp công dân\"]\n"
                   "max_clicks = 2\nnewest_within = \"P10D\"\n";
    kind.makes_items = true;
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
