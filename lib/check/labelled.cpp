#include "check/labelled.hpp"

#include "check/labelled_table.hpp"
#include "html/text.hpp"
#include "site/page.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace pa::check {

namespace {

constexpr std::size_t most_pairs = 2000;
constexpr std::size_t most_records = 500;
constexpr std::size_t most_links = 20;        // of one record

bool is_placeholder(const std::string& value)
{
    static const text::Pattern pattern = *text::Pattern::compile("^([-–—.…/]*|đang cập nhật( nội dung)?|chưa (có|cập nhật)( thông tin| dữ liệu)?|không có (thông tin|dữ liệu)|n/a|null|undefined)[.…]*$");
    return pattern.is_in(text::nfc(value));
}

// A value without the signs that set it off from its label and from what follows; nothing where it is a placeholder.
std::string cleaned(const std::string& value)
{
    const std::size_t begin = value.find_first_not_of(": \t");
    if (begin == std::string::npos) {
        return "";
    }
    const std::size_t end = std::max(begin, value.find_last_not_of(" \t|;,-") + 1);
    const std::string out = value.substr(begin, end - begin);
    return is_placeholder(out) ? "" : out;
}

// One walk over the page's own part in document order, so that values and links of a record stay together.
class Reader {
public:
    explicit Reader(const std::vector<Field>& known) : known_(known) {}

    LabelledPage read(const html::Document& document)
    {
        note_controls(document);
        html::walk(
            document.body(), [this](html::Node node) { return enter(node); }, [this](html::Node node) { leave(node); });
        end_record();
        return std::move(out_);
    }

private:
    bool enter(html::Node node)
    {
        if (node.type() != pugi::node_element) {
            line_ += node.type() == pugi::node_pcdata ? node.value() : "";
            return false;
        }
        const std::string_view name = node.name();
        const auto zone = site::zone_begun_by(node);
        if ((zone && *zone != site::Zone::content) || html::is_unseen(name) || is_search_part(node) || (html::is_hidden(node) && !is_opened_by_click(node))) {
            skipped_ = node;
            return false;
        }
        if (html::is_block(name)) {
            end_line();
        }
        if (is_heading(name)) {
            heading_ = html::visible_text(node, longest_labelled);
        }
        if (name == "table") {
            skipped_ = take_table(node) ? node : html::Node();
            return skipped_.empty();
        }
        if (taken_.contains(node) || (html::is_block(name) && take_grid(node))) {
            skipped_ = node;
            return false;
        }
        if (is_filled_in(node)) {
            line_ += html::attribute(node, "value");
        }
        if (name == "dl") {
            read_list(node);
            skipped_ = node;
            return false;
        }
        if (name == "a") {
            add_link(node);
        }
        // "<b>Số:</b> 12 <b>Ngày:</b> …": each label begins a line of its own.
        if (is_inline(name)) {
            const std::string text = html::visible_text(node, 200);
            const bool is_name = is_known(text);
            if (is_name || (text.ends_with(':') && text::length(text) <= longest_label)) {
                end_line();
            }
            label_ = is_name ? node : label_;
        }
        return true;
    }

    void leave(html::Node node)
    {
        if (node == skipped_) {
            skipped_ = html::Node();
            return;
        }
        if (html::is_block(node.name()) || node == label_) {
            end_line();
        }
    }

    // What buttons and links of the page open, and the fields that a visitor fills in.
    void note_controls(const html::Document& document)
    {
        html::walk(
            document.root(),
            [this](html::Node node) {
                note_control(node);
                return true;
            },
            [](html::Node) {});
        opened_ids_.erase("");
    }

    void note_control(html::Node node)
    {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const std::string_view value = attribute.value();
            if (name == "aria-controls") {
                opened_ids_.emplace(value);
            } else if ((name == "data-target" || name == "data-bs-target" || name == "href") && value.starts_with('#')) {
                opened_ids_.emplace(value.substr(1));
            }
        }
        const std::string_view name = node.name();
        const pugi::xml_attribute id = name == "input" || name == "select" || name == "textarea" ? node.attribute("id") : pugi::xml_attribute();
        if (id && !is_filled_in(node)) {
            field_ids_.emplace(id.value());
        }
    }

    // A panel that is hidden until a visitor opens it: something points at it, or a button or heading stands right before it.
    bool is_opened_by_click(html::Node node) const
    {
        if (opened_ids_.contains(std::string(html::attribute(node, "id")))) {
            return true;
        }
        html::Node before = node.previous_sibling();
        while (before && before.type() != pugi::node_element) {
            before = before.previous_sibling();
        }
        const std::string_view href = html::attribute(before, "href");
        return before && (before.select_node("descendant-or-self::button | descendant-or-self::*[@aria-expanded] | descendant-or-self::*[@onclick]") || href == "#" || href.starts_with("javascript:"));
    }

    // A field to search with and its label say nothing of any document.
    bool is_search_part(html::Node node) const
    {
        const std::string_view name = node.name();
        if (name == "select" || name == "option" || name == "textarea" || name == "button") {
            return true;
        }
        return name == "label" && (field_ids_.contains(std::string(html::attribute(node, "for"))) || node.select_node(".//select | .//textarea | .//input[not(@readonly) and not(@disabled)]"));
    }

    // A form that only shows: its fields cannot be changed.
    static bool is_filled_in(html::Node node)
    {
        const std::string_view type = html::attribute(node, "type");
        return std::string_view(node.name()) == "input" && (node.attribute("readonly") || node.attribute("disabled")) && (type.empty() || type == "text" || type == "date");
    }

    static bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

    static bool is_inline(std::string_view name)
    {
        return name == "b" || name == "strong" || name == "span" || name == "em" || name == "i" || name == "label" || name == "u";
    }

    void add_link(html::Node node)
    {
        if (record_.links.size() < most_links && !html::attribute(node, "href").empty()) {
            record_.links.emplace_back(html::attribute(node, "href"));
        }
    }

    void add_links(const std::vector<std::string>& links)
    {
        for (const std::string& link : links) {
            if (record_.links.size() < most_links) {
                record_.links.push_back(link);
            }
        }
    }

    bool put(const std::string& label, const std::string& value)
    {
        std::string folded = text::folded(label);
        if (folded.empty() || text::length(label) > longest_label || out_.values.size() >= most_pairs) {
            return false;
        }
        LabelledValue pair{std::move(folded), cleaned(value).substr(0, longest_labelled)};
        out_.values.push_back(pair);
        // What the first label came with is over when it comes again; links before it are no part of it.
        if (record_.values.empty()) {
            record_.links.clear();
            record_.heading = take_heading();
        } else if (record_.values.front().label == pair.label) {
            record_.is_row = true;
            end_record();
            record_.heading = take_heading();
            is_repeated_ = true;
        }
        record_.values.push_back(std::move(pair));
        return true;
    }

    // The line of text before a record, where it is long enough for a title; else the last heading.
    std::string take_heading()
    {
        constexpr std::size_t least = 20;  // code points
        static const text::Pattern ordinal = *text::Pattern::compile("^[0-9]{1,3}[.)] ?");
        std::string lead = std::exchange(lead_, {});
        lead.erase(0, ordinal.find(lead).size());
        std::string heading = std::exchange(heading_, {});
        return text::length(lead) >= least ? lead : heading;
    }

    void end_record()
    {
        record_.is_row = record_.is_row || std::exchange(is_repeated_, false);
        if (!record_.values.empty() && out_.records.size() < most_records) {
            out_.records.push_back(std::move(record_));
        }
        record_ = {};
    }

    // Whether it is a table of data; layout tables are walked into.
    bool take_table(html::Node table)
    {
        const LabelledTable read = read_table(table, known_);
        if (read.kind == LabelledTable::Kind::columns || read.kind == LabelledTable::Kind::records) {
            take_rows(read);
            return true;
        }
        bool has_pairs = false;
        for (const LabelledTable::Row& row : read.rows) {
            for (const auto& [label, value] : row.values) {
                has_pairs = put(label, value) || has_pairs;
            }
        }
        for (const LabelledTable::Row& row : has_pairs ? read.rows : std::vector<LabelledTable::Row>()) {
            add_links(row.links);
        }
        return has_pairs;
    }

    // A head of labels in elements that are no table, with the rows below it.
    bool take_grid(html::Node head)
    {
        std::vector<html::Node> rows;
        const LabelledTable read = known_.empty() ? LabelledTable{} : read_grid(head, known_, rows);
        if (read.kind == LabelledTable::Kind::none) {
            return false;
        }
        taken_.insert(rows.begin(), rows.end());
        take_rows(read);
        return true;
    }

    // A record a row. A column counts as filled when three quarters of its cells are.
    void take_rows(const LabelledTable& table)
    {
        end_record();
        struct Column {
            std::string label;
            std::string first;
            std::size_t filled = 0;
        };
        std::vector<Column> columns;
        for (const LabelledTable::Row& row : table.rows) {
            Record record;
            record.is_row = table.rows.size() > 1;
            record.is_only_row = table.rows.size() == 1;
            record.links = row.links;
            for (const auto& [label, text] : row.values) {
                const std::string value = cleaned(text);
                record.values.push_back({text::folded(label), value});
                auto column = std::find_if(columns.begin(), columns.end(), [&label = label](const Column& one) { return one.label == label; });
                column = column == columns.end() ? columns.insert(column, {label, "", 0}) : column;
                column->filled += value.empty() ? 0U : 1U;
                column->first = column->first.empty() ? value : column->first;
            }
            if (out_.records.size() < most_records) {
                out_.records.push_back(std::move(record));
            }
        }
        for (const Column& column : columns) {
            std::string folded = text::folded(column.label);
            if (!folded.empty() && text::length(column.label) <= longest_label && out_.values.size() < most_pairs) {
                out_.values.push_back({std::move(folded), column.filled * 4 >= table.rows.size() * 3 ? column.first : ""});
            }
        }
    }

    void read_list(html::Node list)
    {
        std::string label;
        for (const pugi::xpath_node& found : list.select_nodes(".//*[self::dt or self::dd]")) {
            const html::Node part = found.node();
            if (std::string_view(part.name()) == "dt") {
                label = html::visible_text(part, longest_labelled, true);
            } else if (!label.empty()) {
                put(label, html::visible_text(part, longest_labelled, true));
                label.clear();
            }
            for (const pugi::xpath_node& link : part.select_nodes(".//a[@href]")) {
                add_link(link.node());
            }
        }
    }

    // The line that ends here, in the pieces that each begin with a known label and a colon.
    void end_line()
    {
        const std::string line = text::collapsed(std::exchange(line_, {}));
        std::size_t begin = 0;
        for (std::size_t colon = line.find(':'); !known_.empty() && colon != std::string::npos; colon = line.find(':', colon + 1)) {
            if (const std::size_t label = label_before(line, begin, colon); label > begin && label < colon) {
                end_piece(text::collapsed(line.substr(begin, label - begin)));
                begin = label;
            }
        }
        end_piece(line.substr(begin));
    }

    // Where the longest known label begins that ends at `colon`; `colon` when there is none behind `begin`.
    std::size_t label_before(const std::string& line, std::size_t begin, std::size_t colon) const
    {
        constexpr std::size_t most_words = 6;
        std::size_t out = colon;
        std::size_t at = colon;
        for (std::size_t words = 0; words < most_words && at > begin; ++words) {
            const std::size_t blank = at == 0 ? std::string::npos : line.rfind(' ', at - 1);
            at = blank == std::string::npos || blank < begin ? begin : blank;
            const std::size_t word = at == begin ? begin : at + 1;
            out = is_known(line.substr(word, colon - word)) ? word : out;
        }
        return out;
    }

    // "Label: value", or a label alone with its value in the line behind it.
    void end_piece(const std::string& line)
    {
        if (line.empty()) {
            return;
        }
        if (!open_label_.empty()) {
            put(std::exchange(open_label_, {}), line);
            return;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || text::length(line.substr(0, colon)) > longest_label) {
            open_label_ = is_known(line) ? line : "";
            lead_ = open_label_.empty() ? line : lead_;
            return;
        }
        const std::string value = text::collapsed(line.substr(colon + 1));
        if (value.empty()) {
            open_label_ = line.substr(0, colon);
        } else {
            put(line.substr(0, colon), value);
        }
    }

    bool is_known(const std::string& line) const { return is_known_label(line, known_); }

    const std::vector<Field>& known_;
    LabelledPage out_;
    Record record_;
    std::string line_;
    std::string open_label_;
    std::string heading_;  ///< since the last record began
    std::string lead_;     ///< the last line of it that is no particular
    html::Node skipped_;
    std::set<html::Node> taken_;  ///< rows of grids that are read already
    std::set<std::string> opened_ids_;
    std::set<std::string> field_ids_;
    html::Node label_;  // an inline element that is the name of what follows
    bool is_repeated_ = false;
};

}  // namespace

LabelledPage labelled_page(const html::Document& document, const std::vector<Field>& known) { return Reader(known).read(document); }

}  // namespace pa::check
