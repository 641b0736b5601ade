#include "check/fields.hpp"

#include "check/files.hpp"

#include <algorithm>

namespace pa::check {

namespace {

constexpr std::size_t most_records = 30;  // of an item that are opened
constexpr const char* file_name = "tệp văn bản";

class FieldsCheck final : public Check {
public:
    FieldsCheck(const rule::Rule& rule, const FieldsKind& description)
        : item_(rule.text("item")), needs_file_(rule.boolean("file", description.needs_file)), least_percent_(rule.number("least_percent", 100))
    {
        for (const std::string& text : rule.params.contains("fields") ? rule.texts("fields") : description.fields) {
            fields_.push_back(field_of(text));
        }
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        std::string names;
        for (const Field& field : fields_) {
            names += (names.empty() ? "" : ", ") + field.name;
        }
        out.searched.push_back(needs_file_ ? msg("on the pages of the item {}: {}, and a file to download", item_, names) : msg("on the pages of the item {}: {}", item_, names));
        const Item* item = context.item(item_);
        if (item == nullptr || item->state == Item::State::cannot_tell) {
            out.verdict = Verdict::cannot_tell;
            out.why = item == nullptr ? msg("no rule looks for the item {}", item_) : msg("it is not known where the item is: {}", item->why);
            return out;
        }
        if (item->state != Item::State::present || item->pages.empty()) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the portal does not have the item {}", item_);
            return out;
        }
        look_at_records(context, *item, out);
        return out;
    }

private:
    void look_at_records(const Context& context, const Item& item, Judgement& out) const
    {
        Sum sum;
        const bool has_ids = std::all_of(fields_.begin(), fields_.end(), [](const Field& field) { return !field.id.empty(); });
        if (has_ids && !item.documents.empty()) {
            for (const Document& document : item.documents) {
                add_document(document, sum, out);
            }
        } else {
            look_at_pages(context, item, sum, out);
        }
        if (sum.records == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = sum.unlabelled > 0 ? msg("{} pages of the item label nothing, so what their text says is for a person to judge", sum.unlabelled)
                                         : msg("the item's entries are no web pages that could be looked at");
            return;
        }
        const double share = sum.found / static_cast<double>(sum.records);
        out.verdict = share * 100 >= least_percent_ - 1e-9 ? Verdict::passed : sum.found <= 0 ? Verdict::failed : Verdict::partly;
        out.share = share;
        out.why = msg("{} of {} records have all particulars", sum.whole, sum.records);
    }

    struct Sum {
        std::size_t records = 0;
        std::size_t unlabelled = 0;  // pages
        std::size_t whole = 0;
        double found = 0;            // shares of records
    };

    void add(std::size_t there, const std::string& missing, const std::string& page, Sum& sum, Judgement& out) const
    {
        const std::size_t all = fields_.size() + (needs_file_ ? 1 : 0);
        ++sum.records;
        sum.found += static_cast<double>(there) / static_cast<double>(all);
        sum.whole += there == all ? 1U : 0U;
        if (there < all) {
            add_proof(out, {msg("{} of {} particulars; missing: {}", there, all, missing), page, ""});
        }
    }

    void add_document(const Document& document, Sum& sum, Judgement& out) const
    {
        std::size_t there = 0;
        std::string missing;
        for (const Field& field : fields_) {
            const bool has = document.fields.contains(field.id);
            there += has ? 1U : 0U;
            missing += has ? "" : (missing.empty() ? "" : ", ") + field.name;
        }
        if (needs_file_) {
            const bool has = std::any_of(document.files.begin(), document.files.end(), [](const File& file) { return file.state != File::State::broken; });
            there += has ? 1U : 0U;
            missing += has ? "" : (missing.empty() ? "" : ", ") + std::string(file_name);
        }
        add(there, missing, document.page, sum, out);
        for (const File& file : document.files) {
            if (file.state == File::State::broken || file.state == File::State::no_text) {
                add_proof(out, {msg("the file {}", file.why), file.url, ""});
            }
        }
    }

    void look_at_pages(const Context& context, const Item& item, Sum& sum, Judgement& out) const
    {
        // The first page is the list; where it names entries, they are the records.
        const bool has_entries = item.pages.size() > 1;
        for (std::size_t i = has_entries ? 1 : 0; i < item.pages.size() && sum.records + sum.unlabelled < most_records; ++i) {
            const auto url = context.site().url_id(item.pages[i]);
            const site::Target target = url ? context.site().target(*url) : site::Target();
            if (target.page == site::none || !context.site().pages[target.page].is_html) {
                continue;
            }
            const auto open = context.open(target.page);
            if (!open) {
                return;  // the error is the context's
            }
            const std::vector<LabelledValue> values = labelled_page(open->document, fields_).values;
            // Particulars in running text are not read, so nothing labelled says nothing.
            if (values.empty()) {
                ++sum.unlabelled;
                continue;
            }
            std::string missing;
            const std::size_t there = count(context, values, target.page, missing);
            add(there, missing, item.pages[i], sum, out);
        }
    }

    std::size_t count(const Context& context, const std::vector<LabelledValue>& values, site::PageId page, std::string& missing) const
    {
        std::size_t there = 0;
        for (const Field& field : fields_) {
            const bool has = std::any_of(values.begin(), values.end(), [&](const LabelledValue& pair) { return !pair.value.empty() && field.is_named(pair.label); });
            there += has ? 1U : 0U;
            missing += has ? "" : (missing.empty() ? "" : ", ") + field.name;
        }
        if (needs_file_) {
            const bool has = has_file(context, page);
            there += has ? 1U : 0U;
            missing += has ? "" : (missing.empty() ? "" : ", ") + std::string(file_name);
        }
        return there;
    }

    static bool has_file(const Context& context, site::PageId page)
    {
        const std::vector<site::Link>& links = context.site().pages[page].links;
        return std::any_of(links.begin(), links.end(), [&](const site::Link& link) {
            if (link.is_dead || link.zone != site::Zone::content) {
                return false;
            }
            const site::Target target = context.site().target(link.target);
            const bool answers = target.state == site::Target::State::page && !context.site().pages[target.page].is_html;
            const bool not_asked = target.state == site::Target::State::outside || target.state == site::Target::State::not_fetched;
            return answers || (not_asked && names_file(context.site().urls[link.target]));
        });
    }

    std::string item_;
    std::vector<Field> fields_;
    bool needs_file_;
    double least_percent_;
};

}  // namespace

Kind fields_kind(const FieldsKind& description, Result<std::unique_ptr<Check>> (*make)(const rule::Rule& rule))
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {description.name,
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"fields", ParamType::strings, false, "particulars, each with its synonyms: \"Số ký hiệu | Ký hiệu\"; by default those that the law names"},
                  {"file", ParamType::boolean, false, "whether a file that can be downloaded counts as one more"},
                  {"least_percent", ParamType::number, false, "with how many of a hundred particulars, over all records, the rule passes; 100 by default"}}};
    kind.summary = description.summary;
    std::string fields;
    for (const std::string& text : description.fields) {
        fields += (fields.empty() ? "" : "; ") + field_of(text).name;
    }
    kind.document = std::string(description.document) + " By default: " + fields + (description.needs_file ? "; a file to download" : "") +
                    ". Looks at up to 30 of the item's entries, or at its page where it has none: at tables with the label beside the value or at the head of a column, definition lists, and "
                    "\"Label: value\" in running text. A placeholder is no value. Partly with the share of particulars that are there. Not applicable where the portal does not have the item. "
                    "Cannot tell where it is not known whether it does, where its entries are no web pages, or where they label nothing: running text is not read.";
    kind.example = "kind = \"" + std::string(description.name) + "\"\n" + description.example;
    kind.make = make;
    return kind;
}

Result<std::unique_ptr<Check>> make_fields_check(const rule::Rule& rule, const FieldsKind& description)
{
    for (const std::string& text : rule.texts("fields")) {
        if (field_of(text).synonyms.empty()) {
            return tl::unexpected(param_error(rule, "fields", msg("\"{}\" names nothing", text)));
        }
    }
    return std::make_unique<FieldsCheck>(rule, description);
}

}  // namespace pa::check
