// publication-delay: how many working days pass between a document's issue and its publication?
#include "check/kind.hpp"
#include "check/labelled.hpp"
#include "check/of_item.hpp"

#include "text/fold.hpp"
#include "time/mention.hpp"
#include "time/working_days.hpp"

#include <algorithm>
#include <map>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 60;  // opened for one rule, as for an item's documents

struct Pair {
    std::string page;
    time::Day issued;
    time::Day published;
};

class PublicationDelay final : public Check {
public:
    PublicationDelay(const rule::Rule& rule, std::vector<Field> labels)
        : item_(rule.text("item")), within_(rule.integer("within_working_days", 0)), issued_within_(rule.integer("issued_within", 365)), labels_(std::move(labels))
    {
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("entries of the item {} that show both when the document was issued and when the page was published, issued in the {} days before {}", item_, issued_within_,
                                   time::to_string(context.day())));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        std::size_t known = 0;
        std::size_t in_time = 0;
        std::size_t outside = 0;
        std::vector<std::pair<int, Pair>> late;
        for (const Pair& pair : pairs_of(context, *item)) {
            const auto days = time::working_days_between(pair.issued, pair.published);
            if (!days) {
                ++outside;
                continue;
            }
            ++known;
            if (*days <= within_) {
                ++in_time;
            } else {
                late.emplace_back(*days, pair);
            }
        }
        std::stable_sort(late.begin(), late.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [days, pair] : late) {
            add_proof(out, {msg("issued {}, published {}: {} working days", time::to_string(pair.issued), time::to_string(pair.published), days), pair.page, ""});
        }
        if (known == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = outside > 0 ? msg("the calendar of holidays knows the years {} to {} only", int(time::first_calendar_year()), int(time::last_calendar_year()))
                                  : msg("no entry shows both when the document was issued and when it was published");
            add_proof(out, proof_of(*item, msg("without both days")));
            return out;
        }
        conclude_share(in_time, known, out);
        out.why = msg("{} of {} documents were published within {} working days of their issue", in_time, known, within_);
        return out;
    }

private:
    std::vector<Pair> pairs_of(const Context& context, const Item& item) const
    {
        std::map<std::string, std::vector<time::Day>> issued;  // by page
        for (const Document& document : item.documents) {
            const auto field = document.fields.find("issued");
            const auto day = field == document.fields.end() ? std::nullopt : time::parse_day(field->second);
            if (day && labels_.empty()) {
                issued[document.page].push_back(*day);
            }
        }
        std::vector<Pair> out;
        for (const site::PageId id : pages_of(context, item, most_pages + 1)) {
            const std::string& url = context.site().url_of(id);
            const site::Publication& published = context.site().pages[id].published;
            // The day on which a whole list was published says nothing of its rows, and the day that a list shows beside a document is
            // as a rule the one of its issue.
            const bool is_own = published.source != site::PublishedBy::list && published.source != site::PublishedBy::nothing;
            if (url == item.pages.front() || !is_own || published.confidence < site::Confidence::medium) {
                continue;
            }
            const auto known = issued.find(url);
            const std::vector<time::Day> days = known != issued.end() ? known->second : !labels_.empty() ? labelled_days(context, id) : document_days(context, id);
            const bool is_recent = days.size() == 1 && days.front() <= published.day && (context.day() - days.front()).count() <= issued_within_;
            if (is_recent) {
                out.push_back({url, days.front(), published.day});
            }
        }
        return out;
    }

    // The days under the rule's own labels.
    std::vector<time::Day> labelled_days(const Context& context, site::PageId id) const
    {
        std::vector<time::Day> out;
        const auto open = context.open(id);
        if (!open) {
            return out;
        }
        for (const LabelledValue& value : labelled_page(open->document, labels_).values) {
            const bool is_asked = std::any_of(labels_.begin(), labels_.end(), [&](const Field& field) { return field.is_named(value.label); });
            const auto dates = is_asked ? time::find_dates(text::nfc(value.value)) : std::vector<time::Found>();
            if (!dates.empty() && std::find(out.begin(), out.end(), dates.front().day) == out.end()) {
                out.push_back(dates.front().day);
            }
        }
        return out;
    }

    // The days that the page's own words say were a document's. Two different ones may be of two documents.
    static std::vector<time::Day> document_days(const Context& context, site::PageId id)
    {
        std::vector<time::Day> out;
        for (const site::Dated& dated : context.text(id).dates) {
            const bool is_issue = dated.role == site::DateRole::document && dated.link == site::Dated::no_link && !dated.is_unsure;
            if (is_issue && std::find(out.begin(), out.end(), dated.day) == out.end()) {
                out.push_back(dated.day);
            }
        }
        return out;
    }

    std::string item_;
    std::int64_t within_;
    std::int64_t issued_within_;
    std::vector<Field> labels_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    if (rule.integer("within_working_days", 0) < 1) {
        return tl::unexpected(param_error(rule, "within_working_days", msg("must be 1 or more")));
    }
    std::vector<Field> labels;
    for (const std::string& label : rule.texts("issued_labels")) {
        labels.push_back(field_of(label));
    }
    return std::make_unique<PublicationDelay>(rule, std::move(labels));
}

}  // namespace

namespace registry {

Kind publication_delay()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"publication-delay",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"within_working_days", ParamType::integer, true, "how many working days may pass between issue and publication"},
                  {"issued_labels", ParamType::strings, false, "labels of the day from which to count, such as \"Ngày phê duyệt\", with \" | \" between synonyms; by default the day on which the document was issued or signed"},
                  {"issued_within", ParamType::days, false, "older documents do not count; P365D by default"}}};
    kind.summary = "whether documents are published within working days of their issue";
    kind.document = "Looks at the item's entries whose page shows one day of issue and a publication day that can be relied on, up to 60 of them, and counts the working days after the issue up to the "
                    "publication: Monday to Friday without the public holidays of Vietnam, by a calendar of the years 2011 to 2027. Partly with the share in time. Not applicable where the portal does not have the item. "
                    "Cannot tell where no entry shows both days, where it is not known whether the portal has the item, or for years outside of the calendar. Days that only a list shows do not count as publication days, since lists of documents show the day of issue.";
    kind.example = "kind = \"publication-delay\"\nitem = \"documents.list\"\nwithin_working_days = 10\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
