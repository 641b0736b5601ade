#include "check/labelled.hpp"

#include "html/text.hpp"
#include "site/page.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <utility>

namespace pa::check {

namespace {

constexpr std::size_t most_pairs = 2000;
constexpr std::size_t most_records = 500;
constexpr std::size_t longest_label = 60;     // code points
constexpr std::size_t longest_value = 2000;   // bytes
constexpr std::size_t most_rows = 500;
constexpr std::size_t most_links = 20;        // of one record

bool is_placeholder(const std::string& value)
{
    static const text::Pattern pattern = *text::Pattern::compile("^([-–—.…/]*|đang cập nhật( nội dung)?|chưa (có|cập nhật)( thông tin| dữ liệu)?|không có (thông tin|dữ liệu)|n/a|null|undefined)[.…]*$");
    return pattern.is_in(text::nfc(value));
}

// One walk over the page's own part in document order, so that values and links of a record stay together.
class Reader {
public:
    explicit Reader(const std::vector<Field>& known) : known_(known) {}

    LabelledPage read(const html::Document& document)
    {
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
        if ((zone && *zone != site::Zone::content) || html::is_unseen(name) || html::is_hidden(node)) {
            skipped_ = node;
            return false;
        }
        if (html::is_block(name)) {
            end_line();
        }
        if (name == "table") {
            skipped_ = read_table(node) ? node : html::Node();
            return skipped_.empty();
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

    bool put(const std::string& label, const std::string& value)
    {
        std::string folded = text::folded(label);
        if (folded.empty() || text::length(label) > longest_label || out_.values.size() >= most_pairs) {
            return false;
        }
        LabelledValue pair{std::move(folded), is_placeholder(value) ? "" : value.substr(0, longest_value)};
        out_.values.push_back(pair);
        // What the first label came with is over when it comes again; links before it are no part of it.
        if (record_.values.empty()) {
            record_.links.clear();
        } else if (record_.values.front().label == pair.label) {
            record_.is_row = true;
            end_record();
            is_repeated_ = true;
        }
        record_.values.push_back(std::move(pair));
        return true;
    }

    void end_record()
    {
        record_.is_row = record_.is_row || std::exchange(is_repeated_, false);
        if (!record_.values.empty() && out_.records.size() < most_records) {
            out_.records.push_back(std::move(record_));
        }
        record_ = {};
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

    // Whether it is a table of data; layout tables are walked into.
    bool read_table(html::Node table)
    {
        const std::vector<html::Node> rows = rows_of(table);
        if (rows.empty() || table.select_node(".//table")) {
            return false;
        }
        const std::vector<html::Node> head = cells_of(rows.front());
        const bool has_labels = are_pairs(rows);
        const bool is_head = !has_labels && head.size() >= 2 && std::all_of(head.begin(), head.end(), [](html::Node cell) { return std::string_view(cell.name()) == "th"; });
        if ((is_head || (!has_labels && head.size() >= 3 && is_short(head))) && rows.size() >= 2) {
            read_columns(rows, head);
            return true;
        }
        bool has_pairs = false;
        for (const html::Node row : rows) {
            const std::vector<html::Node> cells = cells_of(row);
            for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
                has_pairs = put(html::visible_text(cells[i], longest_value, true), html::visible_text(cells[i + 1], longest_value, true)) || has_pairs;
            }
        }
        if (has_pairs) {
            for (const pugi::xpath_node& link : table.select_nodes(".//a")) {
                add_link(link.node());
            }
        }
        return has_pairs;
    }

    // "Số | 12/QĐ | Ngày | 3/5/2026": most cells at even places are labels, in more than the first row.
    bool are_pairs(const std::vector<html::Node>& rows) const
    {
        std::size_t labels = 0;
        std::size_t all = 0;
        for (const html::Node row : rows) {
            const std::vector<html::Node> cells = cells_of(row);
            for (std::size_t i = 0; cells.size() % 2 == 0 && i < cells.size(); i += 2) {
                const std::string text = html::visible_text(cells[i], 200);
                const bool is_label = text.ends_with(':') || is_known(text) || (std::string_view(cells[i].name()) == "th" && std::string_view(cells[i + 1].name()) == "td");
                labels += is_label ? 1U : 0U;
                ++all;
            }
        }
        return rows.size() >= 2 && all >= 2 && labels * 10 >= all * 6;
    }

    static bool is_short(const std::vector<html::Node>& head)
    {
        return std::all_of(head.begin(), head.end(), [](html::Node cell) { return text::length(html::visible_text(cell, longest_value)) <= longest_label; });
    }

    void read_columns(const std::vector<html::Node>& rows, const std::vector<html::Node>& head)
    {
        end_record();
        std::vector<std::string> labels;
        for (const html::Node cell : head) {
            labels.push_back(html::visible_text(cell, longest_value, true));
        }
        std::vector<std::size_t> filled(head.size());
        std::vector<std::string> first(head.size());
        std::size_t all = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const std::vector<html::Node> cells = cells_of(rows[row]);
            if (cells.size() != head.size()) {
                continue;
            }
            ++all;
            Record record;
            record.is_row = true;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const std::string text = html::visible_text(cells[column], longest_value, true);
                const bool is_there = !is_placeholder(text);
                filled[column] += is_there ? 1U : 0U;
                first[column] = first[column].empty() && is_there ? text : first[column];
                record.values.push_back({text::folded(labels[column]), is_there ? text : ""});
                for (const pugi::xpath_node& link : cells[column].select_nodes(".//a[@href]")) {
                    if (record.links.size() < most_links) {
                        record.links.emplace_back(html::attribute(link.node(), "href"));
                    }
                }
            }
            if (out_.records.size() < most_records) {
                out_.records.push_back(std::move(record));
            }
        }
        for (std::size_t column = 0; column < head.size() && out_.values.size() < most_pairs; ++column) {
            std::string folded = text::folded(labels[column]);
            if (!folded.empty() && text::length(labels[column]) <= longest_label) {
                out_.values.push_back({std::move(folded), all > 0 && filled[column] * 4 >= all * 3 ? first[column] : ""});
            }
        }
    }

    void read_list(html::Node list)
    {
        std::string label;
        for (const pugi::xpath_node& found : list.select_nodes(".//*[self::dt or self::dd]")) {
            const html::Node part = found.node();
            if (std::string_view(part.name()) == "dt") {
                label = html::visible_text(part, longest_value, true);
            } else if (!label.empty()) {
                put(label, html::visible_text(part, longest_value, true));
                label.clear();
            }
            for (const pugi::xpath_node& link : part.select_nodes(".//a[@href]")) {
                add_link(link.node());
            }
        }
    }

    // The line that ends here: "Label: value", or a label alone with its value in the line behind it.
    void end_line()
    {
        const std::string line = text::collapsed(std::exchange(line_, {}));
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
            return;
        }
        const std::string value = text::collapsed(line.substr(colon + 1));
        if (value.empty()) {
            open_label_ = line.substr(0, colon);
        } else {
            put(line.substr(0, colon), value);
        }
    }

    bool is_known(const std::string& line) const
    {
        if (known_.empty() || text::length(line) > longest_label) {
            return false;
        }
        const std::string folded = text::folded(line);
        return std::any_of(known_.begin(), known_.end(), [&](const Field& field) {
            return std::find(field.synonyms.begin(), field.synonyms.end(), folded) != field.synonyms.end();
        });
    }

    const std::vector<Field>& known_;
    LabelledPage out_;
    Record record_;
    std::string line_;
    std::string open_label_;
    html::Node skipped_;
    html::Node label_;  // an inline element that is the name of what follows
    bool is_repeated_ = false;
};

}  // namespace

LabelledPage labelled_page(const html::Document& document, const std::vector<Field>& known) { return Reader(known).read(document); }

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
    const std::size_t equals = text.find(" = ");
    const bool has_id = equals != std::string::npos && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    out.id = has_id ? text.substr(0, equals) : "";
    for (std::size_t begin = has_id ? equals + 3 : 0; begin <= text.size();) {
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

}  // namespace pa::check
