#include "check/fields.hpp"

#include "html/text.hpp"
#include "site/address.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

constexpr std::size_t most_pairs = 2000;
constexpr std::size_t most_records = 30;      // of an item that are opened
constexpr std::size_t longest_label = 60;     // code points
constexpr std::size_t longest_value = 2000;   // bytes
constexpr std::size_t most_rows = 500;

bool is_placeholder(const std::string& value)
{
    static const text::Pattern pattern = *text::Pattern::compile("^([-–—.…/]*|đang cập nhật( nội dung)?|chưa (có|cập nhật)( thông tin| dữ liệu)?|không có (thông tin|dữ liệu)|n/a|null|undefined)[.…]*$");
    return pattern.is_in(text::nfc(value));
}

std::string text_of(html::Node node) { return html::visible_text(node, longest_value, true); }

class Reader {
public:
    std::vector<LabelledValue> read(const html::Document& document)
    {
        html::walk(
            document.body(),
            [this](html::Node node) {
                if (node.type() != pugi::node_element || out_.size() >= most_pairs) {
                    return false;
                }
                const auto zone = site::zone_begun_by(node);
                if ((zone && *zone != site::Zone::content) || html::is_unseen(node.name()) || html::is_hidden(node)) {
                    return false;
                }
                const std::string_view name = node.name();
                if (name == "table") {
                    read_table(node);
                } else if (name == "dl") {
                    read_list(node);
                }
                return true;
            },
            [](html::Node) {});
        for (const html::Block& block : html::blocks(document.body(), most_pairs)) {
            if (site::zone_of(block.element) == site::Zone::content) {
                read_line(block.text);
            }
        }
        return std::move(out_);
    }

private:
    void put(const std::string& label, const std::string& value)
    {
        std::string folded = text::folded(label);
        if (!folded.empty() && text::length(label) <= longest_label && out_.size() < most_pairs) {
            out_.push_back({std::move(folded), is_placeholder(value) ? "" : value});
        }
    }

    static std::vector<html::Node> cells_of(html::Node row)
    {
        std::vector<html::Node> out;
        for (html::Node cell : row.children()) {
            const std::string_view name = cell.name();
            if (name == "td" || name == "th") {
                out.push_back(cell);
            }
        }
        return out;
    }

    static std::vector<html::Node> rows_of(html::Node table)
    {
        std::vector<html::Node> out;
        for (html::Node part : table.children()) {
            const std::string_view name = part.name();
            if (name == "tr") {
                out.push_back(part);
            }
            if (name == "thead" || name == "tbody" || name == "tfoot") {
                for (html::Node row : part.children("tr")) {
                    out.push_back(row);
                }
            }
            if (out.size() >= most_rows) {
                break;
            }
        }
        return out;
    }

    void read_table(html::Node table)
    {
        const std::vector<html::Node> rows = rows_of(table);
        if (rows.empty()) {
            return;
        }
        const std::vector<html::Node> head = cells_of(rows.front());
        const bool is_head = head.size() >= 2 && std::all_of(head.begin(), head.end(), [](html::Node cell) { return std::string_view(cell.name()) == "th"; });
        if ((is_head || head.size() >= 3) && rows.size() >= 2) {
            read_columns(rows, head);
            return;
        }
        for (const html::Node row : rows) {
            const std::vector<html::Node> cells = cells_of(row);
            for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
                put(text_of(cells[i]), text_of(cells[i + 1]));
            }
        }
    }

    // A column counts as filled when three quarters of its cells are.
    void read_columns(const std::vector<html::Node>& rows, const std::vector<html::Node>& head)
    {
        for (std::size_t column = 0; column < head.size(); ++column) {
            std::size_t filled = 0;
            std::size_t all = 0;
            std::string value;
            for (std::size_t row = 1; row < rows.size(); ++row) {
                const std::vector<html::Node> cells = cells_of(rows[row]);
                if (cells.size() != head.size()) {
                    continue;
                }
                const std::string text = text_of(cells[column]);
                ++all;
                filled += is_placeholder(text) ? 0U : 1U;
                value = value.empty() && !is_placeholder(text) ? text : value;
            }
            put(text_of(head[column]), all > 0 && filled * 4 >= all * 3 ? value : "");
        }
    }

    void read_list(html::Node list)
    {
        std::string label;
        for (html::Node part : list.children()) {
            const std::string_view name = part.name();
            if (name == "dt") {
                label = text_of(part);
            } else if (name == "dd" && !label.empty()) {
                put(label, text_of(part));
                label.clear();
            }
        }
    }

    // "Label: value", or a label alone with its value in the block behind it.
    void read_line(const std::string& line)
    {
        if (!open_label_.empty()) {
            put(std::exchange(open_label_, {}), line);
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || text::length(line.substr(0, colon)) > longest_label) {
            return;
        }
        const std::string value = text::collapsed(line.substr(colon + 1));
        if (value.empty()) {
            open_label_ = line.substr(0, colon);
        } else {
            put(line.substr(0, colon), value);
        }
    }

    std::vector<LabelledValue> out_;
    std::string open_label_;
};

bool is_file(std::string_view address)
{
    static constexpr std::array<std::string_view, 10> endings = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".rtf", ".zip", ".rar"};
    const std::string_view path = address.substr(0, address.find_first_of("?#"));
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

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
        // The first page is the list; where it names entries, they are the records.
        const bool has_entries = item.pages.size() > 1;
        std::size_t records = 0;
        std::size_t unlabelled = 0;
        std::size_t whole = 0;
        double found = 0;
        for (std::size_t i = has_entries ? 1 : 0; i < item.pages.size() && records + unlabelled < most_records; ++i) {
            const auto url = context.site().url_id(item.pages[i]);
            const site::Target target = url ? context.site().target(*url) : site::Target();
            if (target.page == site::none || !context.site().pages[target.page].is_html) {
                continue;
            }
            const auto open = context.open(target.page);
            if (!open) {
                return;  // the error is the context's
            }
            const std::vector<LabelledValue> values = labelled_values(open->document);
            // Particulars in running text are not read, so nothing labelled says nothing.
            if (values.empty()) {
                ++unlabelled;
                continue;
            }
            ++records;
            std::string missing;
            const std::size_t there = count(context, values, target.page, missing);
            const std::size_t all = fields_.size() + (needs_file_ ? 1 : 0);
            found += static_cast<double>(there) / static_cast<double>(all);
            whole += there == all ? 1U : 0U;
            if (there < all) {
                add_proof(out, {msg("{} of {} particulars; missing: {}", there, all, missing), item.pages[i], ""});
            }
        }
        if (records == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = unlabelled > 0 ? msg("{} pages of the item label nothing, so what their text says is for a person to judge", unlabelled)
                                     : msg("the item's entries are no web pages that could be looked at");
            return;
        }
        const double share = found / static_cast<double>(records);
        out.verdict = share * 100 >= least_percent_ - 1e-9 ? Verdict::passed : found <= 0 ? Verdict::failed : Verdict::partly;
        out.share = share;
        out.why = msg("{} of {} records have all particulars", whole, records);
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
            missing += has ? "" : (missing.empty() ? "" : ", ") + std::string("tệp văn bản");
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
            return answers || (not_asked && is_file(context.site().urls[link.target]));
        });
    }

    std::string item_;
    std::vector<Field> fields_;
    bool needs_file_;
    double least_percent_;
};

}  // namespace

std::vector<LabelledValue> labelled_values(const html::Document& document) { return Reader().read(document); }

bool Field::is_named(const std::string& label) const
{
    return std::any_of(synonyms.begin(), synonyms.end(), [&](const std::string& synonym) {
        if (label == synonym) {
            return true;
        }
        const std::size_t at = (" " + label + " ").find(" " + synonym + " ");
        const auto words = [](const std::string& text) { return std::count(text.begin(), text.end(), ' ') + 1; };
        return at != std::string::npos && words(label) <= words(synonym) + 2;
    });
}

Field field_of(const std::string& text)
{
    Field out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        const std::string name = text::collapsed(text.substr(begin, end - begin));
        out.name = out.name.empty() ? name : out.name;
        if (std::string folded = text::folded(name); !folded.empty()) {
            out.synonyms.push_back(std::move(folded));
        }
        begin = end + 1;
    }
    return out;
}

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
