#include "check/labelled_table.hpp"

#include "html/text.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <utility>

namespace pa::check {

namespace {

constexpr std::size_t most_rows = 500;
constexpr std::size_t most_links = 20;
constexpr std::size_t most_lines = 8;  // of a cell

using Cells = std::vector<html::Node>;

std::string text_of(html::Node node) { return html::visible_text(node, longest_labelled, true); }

bool is_th(html::Node cell) { return std::string_view(cell.name()) == "th"; }

// The cells of a row but for those that hold a colon between label and value.
Cells cells_of(html::Node row)
{
    Cells out;
    for (const html::Node cell : row.children()) {
        const std::string_view name = cell.name();
        if ((name == "td" || name == "th") && html::visible_text(cell, 8) != ":") {
            out.push_back(cell);
        }
    }
    return out;
}

std::vector<Cells> rows_of(html::Node table)
{
    std::vector<Cells> out;
    for (const html::Node part : table.children()) {
        const std::string_view name = part.name();
        if (name == "tr") {
            out.push_back(cells_of(part));
        }
        if (name == "thead" || name == "tbody" || name == "tfoot") {
            for (const html::Node row : part.children("tr")) {
                out.push_back(cells_of(row));
            }
        }
        if (out.size() >= most_rows) {
            break;
        }
    }
    return out;
}

void add_links(const Cells& cells, LabelledTable::Row& row)
{
    for (const html::Node cell : cells) {
        for (const pugi::xpath_node& link : cell.select_nodes("descendant-or-self::a[@href]")) {
            if (row.links.size() < most_links) {
                row.links.emplace_back(html::attribute(link.node(), "href"));
            }
        }
    }
}

// The lines of a cell, as `<br>` and blocks break them.
std::vector<std::string> lines_of(html::Node cell)
{
    std::vector<std::string> out;
    std::string line;
    const auto end = [&] {
        if (std::string text = text::collapsed(std::exchange(line, {})); !text.empty() && out.size() <= most_lines) {
            out.push_back(std::move(text));
        }
    };
    html::walk(
        cell,
        [&](html::Node node) {
            if (node.type() != pugi::node_element) {
                line += node.type() == pugi::node_pcdata ? node.value() : "";
                return false;
            }
            const std::string_view name = node.name();
            if (name == "br" || html::is_block(name)) {
                end();
            }
            return !html::is_unseen(name) && !html::is_hidden(node);
        },
        [&](html::Node node) {
            if (html::is_block(node.name())) {
                end();
            }
        });
    end();
    return out;
}

// The labels at the head of a column: several, one below the other, where each is known by itself.
std::vector<std::string> labels_of(html::Node cell, const std::vector<Field>& known)
{
    std::vector<std::string> lines = lines_of(cell);
    const bool are_all_known = lines.size() >= 2 && std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return is_known_label(line, known); });
    return are_all_known ? lines : std::vector<std::string>{text_of(cell)};
}

LabelledTable columns(const Cells& head, const std::vector<Cells>& rows, const std::vector<Field>& known)
{
    LabelledTable out;
    out.kind = LabelledTable::Kind::columns;
    std::vector<std::vector<std::string>> labels;
    for (const html::Node cell : head) {
        labels.push_back(labels_of(cell, known));
    }
    for (const Cells& cells : rows) {
        if (cells.size() != head.size()) {
            continue;
        }
        LabelledTable::Row row;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::vector<std::string> lines = labels[column].size() > 1 ? lines_of(cells[column]) : std::vector<std::string>{text_of(cells[column])};
            for (std::size_t i = 0; i < labels[column].size(); ++i) {
                row.values.emplace_back(labels[column][i], i < lines.size() ? lines[i] : "");
            }
        }
        add_links(cells, row);
        out.rows.push_back(std::move(row));
    }
    return out;
}

// "Số | 12/QĐ | Ngày | 3/5/2026": most cells at even places are labels, in more than the first row.
bool are_pairs(const std::vector<Cells>& rows, const std::vector<Field>& known)
{
    std::size_t labels = 0;
    std::size_t all = 0;
    for (const Cells& cells : rows) {
        for (std::size_t i = 0; cells.size() % 2 == 0 && i < cells.size(); i += 2) {
            const std::string text = html::visible_text(cells[i], 200);
            const bool is_label = text.ends_with(':') || is_known_label(text, known) || (is_th(cells[i]) && !is_th(cells[i + 1]));
            labels += is_label ? 1U : 0U;
            ++all;
        }
    }
    return rows.size() >= 2 && all >= 2 && labels * 10 >= all * 6;
}

bool is_short(const Cells& head)
{
    return std::all_of(head.begin(), head.end(), [](html::Node cell) { return text::length(text_of(cell)) <= longest_label; });
}

// What a cell says its column is, for narrow screens that show no head: by an attribute, or by the known label that its text
// begins with in an element of its own.
struct NamedCell {
    std::string label;
    std::string value;
};

NamedCell named_cell(html::Node cell, const std::vector<Field>& known)
{
    for (const char* name : {"data-label", "data-title", "data-th"}) {
        if (const std::string_view label = html::attribute(cell, name); !label.empty()) {
            return {text::collapsed(label), text_of(cell)};
        }
    }
    std::string first;
    html::walk(
        cell,
        [&](html::Node node) {
            first = first.empty() && node.type() == pugi::node_pcdata && node.parent() != cell ? text::collapsed(node.value()) : first;
            return first.empty();
        },
        [](html::Node) {});
    // More than the label and its value are pairs of the cell's own.
    const std::string text = is_known_label(first, known) && lines_of(cell).size() <= 2 ? text_of(cell) : "";
    return text.size() > first.size() && text.starts_with(first) ? NamedCell{first, text::collapsed(text.substr(first.size()))} : NamedCell{};
}

// A record a row, or over several until a label comes again.
LabelledTable self_named(const std::vector<Cells>& rows, const std::vector<Field>& known)
{
    LabelledTable out;
    for (const Cells& cells : rows) {
        LabelledTable::Row row;
        for (const html::Node cell : cells) {
            if (NamedCell named = named_cell(cell, known); !named.label.empty()) {
                row.values.emplace_back(std::move(named.label), std::move(named.value));
            }
        }
        if (row.values.empty()) {
            continue;
        }
        add_links(cells, row);
        const auto is_known_already = [&](const auto& value) {
            const auto& before = out.rows.back().values;
            return std::any_of(before.begin(), before.end(), [&](const auto& other) { return other.first == value.first; });
        };
        if (out.rows.empty() || std::any_of(row.values.begin(), row.values.end(), is_known_already)) {
            out.rows.push_back(std::move(row));
            continue;
        }
        LabelledTable::Row& last = out.rows.back();
        last.values.insert(last.values.end(), row.values.begin(), row.values.end());
        last.links.insert(last.links.end(), row.links.begin(), row.links.end());
    }
    std::erase_if(out.rows, [](const LabelledTable::Row& row) { return row.values.size() < 2; });
    out.kind = out.rows.empty() ? LabelledTable::Kind::none : LabelledTable::Kind::records;
    return out;
}

// Whether a row has text beside its cells: then they are no cells.
bool has_text_between(html::Node row)
{
    const auto texts = row.children();
    return std::any_of(texts.begin(), texts.end(), [](html::Node child) { return child.type() == pugi::node_pcdata && !text::collapsed(child.value()).empty(); });
}

Cells element_children(html::Node node)
{
    Cells out;
    for (const html::Node child : node.children()) {
        if (child.type() == pugi::node_element) {
            out.push_back(child);
        }
    }
    return out;
}

}  // namespace

bool is_known_label(const std::string& text, const std::vector<Field>& known)
{
    if (known.empty() || text::length(text) > longest_label) {
        return false;
    }
    const std::string folded = text::folded(text);
    return std::any_of(known.begin(), known.end(), [&](const Field& field) { return std::find(field.synonyms.begin(), field.synonyms.end(), folded) != field.synonyms.end(); });
}

LabelledTable read_table(html::Node table, const std::vector<Field>& known)
{
    if (table.select_node(".//table")) {
        return {};
    }
    const std::vector<Cells> rows = rows_of(table);
    if (rows.empty()) {
        return {};
    }
    const Cells& head = rows.front();
    const bool has_labels = are_pairs(rows, known);
    const bool is_head = !has_labels && head.size() >= 2 && std::all_of(head.begin(), head.end(), is_th);
    if ((is_head || (!has_labels && head.size() >= 3 && is_short(head) && named_cell(head.front(), known).label.empty())) && rows.size() >= 2) {
        return columns(head, {rows.begin() + 1, rows.end()}, known);
    }
    if (LabelledTable named = self_named(rows, known); named.kind != LabelledTable::Kind::none) {
        return named;
    }
    LabelledTable out;
    for (const Cells& cells : rows) {
        LabelledTable::Row row;
        for (std::size_t i = 0; i + 1 < cells.size(); i += 2) {
            row.values.emplace_back(text_of(cells[i]), text_of(cells[i + 1]));
        }
        add_links(cells, row);
        out.kind = row.values.empty() ? out.kind : LabelledTable::Kind::pairs;
        out.rows.push_back(std::move(row));
    }
    return out;
}

LabelledTable read_grid(html::Node head, const std::vector<Field>& known, std::vector<html::Node>& taken)
{
    const Cells labels = element_children(head);
    if (labels.size() < 3) {
        return {};
    }
    const auto known_count = std::count_if(labels.begin(), labels.end(), [&](html::Node cell) { return is_known_label(html::visible_text(cell, 200), known); });
    if (known_count < 3 || has_text_between(head) || static_cast<std::size_t>(known_count) * 10 < labels.size() * 6 || !is_short(labels)) {
        return {};
    }
    std::vector<Cells> rows;
    const auto take = [&](html::Node row) {
        if (Cells cells = element_children(row); cells.size() == labels.size() && !has_text_between(row)) {
            rows.push_back(std::move(cells));
            taken.push_back(row);
        }
    };
    for (html::Node row = head.next_sibling(); row && rows.size() < most_rows; row = row.next_sibling()) {
        take(row);
    }
    for (html::Node group = head.parent().next_sibling(); rows.empty() && group; group = group.next_sibling()) {
        for (const html::Node row : group.children()) {
            take(row);
        }
    }
    return rows.empty() ? LabelledTable{} : columns(labels, rows, known);
}

}  // namespace pa::check
