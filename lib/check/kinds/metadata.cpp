// metadata: do pages carry the metadata elements that are asked for (Dublin Core), each with something in it?
#include "check/by_pages.hpp"
#include "check/kind.hpp"

#include "base/ascii.hpp"
#include "base/hash.hpp"
#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <set>

namespace pa::check {

namespace {

// "DC.Title", "dcterms.title", "dc:title" and "title" are one element.
std::string element_of(std::string_view name)
{
    std::string out = ascii_lowered(name);
    for (const std::string_view prefix : {"dcterms.", "dcterms:", "dc.", "dc:"}) {
        if (out.starts_with(prefix)) {
            out.erase(0, prefix.size());
            break;
        }
    }
    out = out.substr(0, out.find('.'));  // qualifiers, DC.date.issued
    // Refinements of `date` in DCMI Metadata Terms.
    static constexpr std::string_view dates[] = {"created", "issued", "modified", "available", "valid", "datesubmitted", "dateaccepted"};
    return std::find(std::begin(dates), std::end(dates), out) != std::end(dates) ? "date" : out;
}

class Metadata final : public Check {
public:
    explicit Metadata(const rule::Rule& rule) : wanted_(rule.texts("elements")), dublin_core_(rule.boolean("dublin_core", true)) {}

    // A note on every page: how many elements are missing and which; of a whole page, the number of its texts.
    std::optional<site::Note> observe(const site::PageView& view) const override
    {
        std::set<std::string> there;
        std::uint64_t texts = 0;
        for (html::Node meta : view.document.head().children("meta")) {
            const std::string_view name = html::attribute(meta, "name");
            const std::string_view content = html::attribute(meta, "content");
            const bool is_dublin_core = ascii_lowered(name).starts_with("dc");
            if (!text::collapsed(content).empty() && (is_dublin_core || !dublin_core_)) {
                there.insert(element_of(name));
                texts = hash64(content, texts + 1);
            }
        }
        site::Note note;
        for (const std::string& element : wanted_) {
            if (!there.contains(element)) {
                ++note.count;
                note.detail += (note.detail.empty() ? "" : ", ") + element;
            }
        }
        if (note.count == 0) {
            note.detail = fmt::format("{:015x}", texts >> 4U);
        }
        return note;
    }

    Judgement judge(std::span<const PageNote> notes, const Context& context) const override
    {
        std::vector<PageNote> faulty;
        std::map<std::string, std::size_t> texts;
        const std::vector<PageNote> shown = notes_of(notes, shown_pages(context));
        for (const PageNote& note : shown) {
            if (note.count > 0) {
                faulty.push_back(note);
            } else {
                ++texts[note.detail];
            }
        }
        Judgement out = judge_by_pages(faulty, shown.size(), context, msg("metadata elements that are missing or empty"));
        out.searched.push_back(msg("metadata elements in the head of each page: {}", fmt::format("{}", fmt::join(wanted_, ", "))));
        const auto whole = shown.size() - faulty.size();
        if (whole > 3 && texts.size() == 1) {
            out.verdict = Verdict::partly;
            out.share = 0.5 * static_cast<double>(whole) / static_cast<double>(shown.size());
            out.why = msg("{} pages have the same metadata, so it does not describe them", whole);
        }
        return out;
    }

private:
    std::vector<std::string> wanted_;
    bool dublin_core_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<Metadata>(rule); }

}  // namespace

namespace registry {

Kind metadata()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"metadata",
                 {{"elements", ParamType::strings, true, "elements by their Dublin Core names in lower case: title, creator, date, description, publisher, identifier …"},
                  {"dublin_core", ParamType::boolean, false, "only names such as DC.title and dcterms.title count; true by default"}}};
    kind.summary = "whether pages carry metadata elements with something in them";
    kind.document = "Looks at the meta elements in the head of every page. Partly with the share of pages that have all elements; half of that where all pages have the very same texts, "
                    "which then describe none of them.";
    kind.example = "kind = \"metadata\"\nelements = [\"title\", \"creator\", \"date\", \"description\", \"publisher\", \"identifier\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
