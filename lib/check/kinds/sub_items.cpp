// sub-items: does an item have each of the parts that the law names?
#include "check/kind.hpp"
#include "check/labelled.hpp"
#include "check/labels.hpp"
#include "check/of_item.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 40;         // opened for one rule
constexpr std::size_t most_name_points = 160;  // longer texts are no names

struct Part {
    Field field;
    Labels labels;
};

struct Hit {
    std::string url;
    std::string text;
    Message found_in;
};

class SubItems final : public Check {
public:
    SubItems(const rule::Rule& rule, std::vector<Part> parts) : item_(rule.text("item")), parts_(std::move(parts)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("links, headings and labels on the pages of the item {} that name its {} parts", item_, parts_.size()));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        const std::vector<site::PageId> pages = pages_of(context, *item, most_pages);
        if (pages.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("the pages of the item {} are not in the evidence", item_);
            add_proof(out, proof_of(*item, msg("outside of the evidence")));
            return out;
        }
        std::vector<std::optional<Hit>> hits(parts_.size());
        for (const site::PageId page : pages) {
            if (std::all_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.has_value(); })) {
                break;
            }
            look_at(context, page, hits);
        }
        std::size_t found = 0;
        std::string missing;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (hits[i]) {
                ++found;
                add_proof(out, {msg("“{}”, found in {}", parts_[i].field.name, hits[i]->found_in), hits[i]->url, text::shortened(hits[i]->text, 300)});
            } else {
                missing += (missing.empty() ? "" : ", ") + parts_[i].field.name;
            }
        }
        conclude_share(found, parts_.size(), out);
        out.why = missing.empty() ? msg("all {} parts are there", parts_.size()) : msg("{} of {} parts are there; missing: {}", found, parts_.size(), missing);
        if (const Message blind = context.blind_spot(); !missing.empty() && !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{}, but {}", out.why, blind);
        }
        return out;
    }

private:
    void look_at(const Context& context, site::PageId id, std::vector<std::optional<Hit>>& hits) const
    {
        const site::Page& page = context.site().pages[id];
        const std::string& url = context.site().url_of(id);
        const auto take = [&](const std::string& text, const Message& found_in, bool with_field) {
            if (text.empty() || text::length(text) > most_name_points) {
                return;
            }
            const FoldedText folded = FoldedText::of(text);
            for (std::size_t i = 0; i < parts_.size(); ++i) {
                const bool fits = !hits[i] && (parts_[i].labels.match(folded).score > 0 || (with_field && parts_[i].field.is_named(folded.folded)));
                if (fits) {
                    hits[i] = Hit{url, text, found_in};
                }
            }
        };
        take(page.title, msg("the title of a page"), false);
        for (const site::Link& link : page.links) {
            const bool counts = !link.is_dead && link.zone != site::Zone::footer && link.zone != site::Zone::header;
            if (counts) {
                take(context.site().label(link), msg("a link"), false);
            }
        }
        const auto open = context.open(id);
        if (!open) {
            return;
        }
        html::walk(
            open->document.body(),
            [&](html::Node node) {
                const std::string_view name = node.name();
                const bool is_heading = name == "caption" || name == "summary" || name == "legend" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
                if (is_heading && site::zone_of(node) != site::Zone::footer) {
                    take(html::visible_text(node, 1024, true), msg("a heading"), false);
                }
                return !is_heading;
            },
            [](html::Node) {});
        std::vector<Field> fields;
        for (const Part& part : parts_) {
            fields.push_back(part.field);
        }
        for (const LabelledValue& value : labelled_page(open->document, fields).values) {
            if (!value.value.empty()) {
                take(value.label, msg("a label with a value"), true);
            }
        }
    }

    std::string item_;
    std::vector<Part> parts_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<Part> parts;
    for (const std::string& text : rule.texts("asked")) {
        Field field = field_of(text);
        std::vector<std::string> names = field.synonyms;
        if (names.empty()) {
            return tl::unexpected(param_error(rule, "asked", msg("\"{}\" names nothing: write \"id = Name | synonym\"", text)));
        }
        Labels labels(names, {});
        parts.push_back({std::move(field), std::move(labels)});
    }
    if (parts.empty()) {
        return tl::unexpected(param_error(rule, "asked", msg("must name at least one part")));
    }
    return std::make_unique<SubItems>(rule, std::move(parts));
}

}  // namespace

namespace registry {

Kind sub_items()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"sub-items",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"asked", ParamType::strings, true, "the parts, each as \"id = Name | synonym | synonym\""}}};
    kind.summary = "whether an item has each of the parts that are asked";
    kind.document = "Looks at the item's page and its entries, up to 40, for each part's name or a synonym: as the text of a link that leads somewhere (not of the header or footer), as a title, heading or caption, or as a label that has a value. "
                    "Partly with the share of the parts that are found. Not applicable where the portal does not have the item. Cannot tell where it is not known whether it does, where its pages are outside of the evidence, or where a part "
                    "is missing and the portal was not seen whole.";
    kind.example = "kind = \"sub-items\"\nitem = \"statistics\"\nasked = [\"report = Báo cáo thống kê | Số liệu thống kê\", \"method = Phương pháp thống kê\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
