#include "service/row_reader.hpp"

#include "html/text.hpp"
#include "service/code.hpp"
#include "service/table_grid.hpp"
#include "service/wording.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <array>

namespace pa::service {

namespace {

constexpr std::size_t most_rows = 5000;
constexpr std::size_t most_of_row = 40;     // siblings that are one row

bool is_general_label(std::string_view text)
{
    static const text::Pattern pattern = *text::Pattern::compile("^[^a-zà-ỹ0-9]*(xem( chi tiết| thêm)?|chi tiết|tải về|download|hướng dẫn|in|tra cứu|biểu mẫu)[^a-zà-ỹ0-9]*$");
    return text.empty() || pattern.is_in(text);
}

// The level that a cell or card shows, also by the name of its picture.
Declared level_of_node(html::Node node, bool is_labelled)
{
    Declared level = declared_in(html::visible_text(node, 400, true), is_labelled);
    for (const pugi::xpath_node& found : node.select_nodes(".//*[@title or @alt]")) {
        for (const char* name : {"alt", "title"}) {
            level = level == Declared::none ? declared_in(html::attribute(found.node(), name), is_labelled) : level;
        }
    }
    return level;
}

class Reader {
public:
    Reader(const site::PageView& view, PageFacts& facts) : view_(view), facts_(facts) {}

    void read()
    {
        html::walk(
            view_.document.body(), [this](html::Node node) { return enter(node); }, [this](html::Node node) { leave(node); });
    }

private:
    // An element that a walk is in: its parts, each with the only code in it.
    struct Open {
        html::Node node;
        std::vector<std::pair<html::Node, std::string>> parts;  // children with one code
        std::string code;                                       // the only one so far
        bool has_many = false;
    };

    bool enter(html::Node node)
    {
        if (node.type() != pugi::node_element) {
            add_text(node);
            return false;
        }
        const std::string_view name = node.name();
        const auto zone = site::zone_begun_by(node);
        const bool is_frame = zone && *zone != site::Zone::content && (name == "nav" || name == "header" || name == "footer" || name == "aside" || !holds_codes(node));
        if (is_frame || html::is_unseen(name) || name == "select" || html::is_hidden(node)) {
            skipped_ = node;
            return false;
        }
        if (name == "table" && read_grid(node)) {
            skipped_ = node;
            return false;
        }
        open_.push_back({node, {}, "", false});
        return true;
    }

    static bool holds_codes(html::Node node) { return !find_codes(html::visible_text(node, 20000), 1).empty(); }

    void leave(html::Node node)
    {
        if (node == skipped_) {
            skipped_ = {};
            return;
        }
        if (open_.empty()) {
            return;
        }
        Open own = std::move(open_.back());
        open_.pop_back();
        if (own.has_many) {
            for (std::size_t i = 0; i < own.parts.size(); ++i) {
                read_row(own.parts[i].first, i + 1 < own.parts.size() ? own.parts[i + 1].first : html::Node(), own.parts[i].second);
            }
        }
        if (!open_.empty()) {
            Open& parent = open_.back();
            if (own.has_many) {
                parent.has_many = true;
            } else if (!own.code.empty()) {
                add_part(parent, node, own.code);
            }
        }
    }

    static void add_part(Open& open, html::Node part, const std::string& code)
    {
        open.has_many = open.has_many || (!open.code.empty() && open.code != code);
        open.code = open.code.empty() ? code : open.code;
        // The same code again belongs to the part that had it first.
        if (open.parts.empty() || open.parts.back().second != code) {
            open.parts.emplace_back(part, code);
        }
    }

    void add_text(html::Node node)
    {
        if (node.type() != pugi::node_pcdata || open_.empty()) {
            return;
        }
        for (const FoundCode& found : find_codes(node.value(), 20)) {
            add_part(open_.back(), node, found.code);
        }
    }

    // From `first` to `next`, which is the next row's, or to the end of what belongs together.
    void read_row(html::Node first, html::Node next, const std::string& code)
    {
        Row row;
        row.code = code;
        std::string best;
        std::size_t taken = 0;
        const bool goes_on = !is_whole(first, code);
        for (html::Node node = first; node && node != next && taken < most_of_row; node = node.next_sibling(), ++taken) {
            const std::string_view name = node.name();
            const bool is_other = node != first && (!goes_on || name == "h1" || name == "h2" || name == "hr" || name == "nav" || name == "footer");
            if (is_other || (first.type() == pugi::node_pcdata && name == "br")) {
                break;
            }
            read_node(node, row, best);
        }
        if (row.name.empty()) {
            row.name = clean_name(best);
        }
        push(std::move(row));
    }

    // A card or list item says all itself; a heading, a term or bare text is gone on with by what stands behind it.
    static bool is_whole(html::Node node, const std::string& code)
    {
        static constexpr std::array<std::string_view, 11> beginnings = {"dt", "h2", "h3", "h4", "h5", "h6", "b", "strong", "span", "td", "em"};
        constexpr std::size_t little = 20;  // bytes beside the code
        return node.type() == pugi::node_element && std::find(beginnings.begin(), beginnings.end(), std::string_view(node.name())) == beginnings.end() && html::visible_text(node, 400).size() > code.size() + little;
    }

    void read_node(html::Node node, Row& row, std::string& best)
    {
        if (node.type() == pugi::node_pcdata) {
            return read_line(text::collapsed(node.value()), row, best);
        }
        if (node.type() != pugi::node_element) {
            return;
        }
        std::vector<html::Node> links;
        const auto is_link = [](html::Node n) { return std::string_view(n.name()) == "a" || std::string_view(n.name()) == "button"; };
        if (is_link(node)) {
            links.push_back(node);
        }
        for (const pugi::xpath_node& found : node.select_nodes(".//*[self::a or self::button]")) {
            links.push_back(found.node());
        }
        for (const html::Node link : links) {
            read_link(link, row);
        }
        std::string label;
        for (const html::Block& block : html::blocks(node, 60)) {
            if (!label.empty()) {
                read_line(std::exchange(label, {}) + ": " + block.text, row, best);
                continue;
            }
            const Label means = label_of(block.text);
            if (means.means != 0 && !means.is_weak) {
                label = block.text;
                continue;
            }
            read_line(block.text, row, best);
        }
        if (row.declared == Declared::none) {
            for (const pugi::xpath_node& found : node.select_nodes(".//span|.//img|.//b|.//strong|.//em|.//i|.//small|.//a")) {
                row.declared = row.declared == Declared::none ? level_of_node(found.node(), false) : row.declared;
            }
        }
    }

    void read_link(html::Node link, Row& row)
    {
        const std::string label = text::nfc(html::name_of(link));
        const std::string address = std::string_view(link.name()) == "a" ? address_of(link, view_.url) : "";
        if (names_filing(label)) {
            row.filings.push_back({text::shortened(label, 100), address});
            return;
        }
        const bool is_better = row.url.empty() || (!is_general_label(label) && text::length(label) > text::length(row.name));
        if (!address.empty() && is_better && !names_form_file(address)) {
            row.url = address;
        }
        const std::string name = clean_name(label);
        const bool is_name = !is_general_label(label) && only_code(name).empty() && declared_in(name, false) == Declared::none && label_of(name).means == 0;
        if (is_name && text::length(name) > text::length(row.name)) {
            row.name = name;
        }
    }

    void read_line(const std::string& line, Row& row, std::string& best)
    {
        const std::size_t colon = line.find(':');
        const Label label = colon == std::string::npos ? Label() : label_of(line.substr(0, colon));
        const std::string value = label.means == 0 ? "" : text::collapsed(line.substr(colon + 1));
        if (label.means != 0 && !is_placeholder(value)) {
            return put(label.means, value, row);
        }
        if (const Declared said = declared_in(line, false); said != Declared::none && text::length(line) <= 60) {
            row.declared = row.declared == Declared::none ? said : row.declared;
        } else if (label.means == 0 && text::length(line) > text::length(best) && !is_general_label(line) && !names_filing(line)) {
            best = line;
        }
    }

    static void put(Mask means, const std::string& value, Row& row)
    {
        const auto take = [&](std::string& into, bool asked) { into = asked && into.empty() ? text::shortened(value, 300) : into; };
        take(row.field, (means & bit(Fact::field)) != 0);
        take(row.agency, (means & bit(Part::agency)) != 0);
        take(row.admin_level, (means & bit(Fact::admin_level)) != 0);
        take(row.reason, (means & bit(Fact::reason)) != 0);
        if ((means & bit(Fact::name)) != 0 && only_code(value).empty()) {
            row.name = clean_name(value);
        }
        if ((means & bit(Fact::level)) != 0 && row.declared == Declared::none) {
            row.declared = declared_in(value, true);
        }
    }

    bool read_grid(html::Node table)
    {
        const auto grid = grid_of(table);
        const Mask told = bit(Fact::code) | bit(Fact::level) | bit(Fact::field) | bit(Fact::admin_level);
        if (!grid || (grid->means & told) == 0 || (grid->means & (bit(Fact::code) | bit(Fact::name))) == 0) {
            return false;
        }
        const bool is_document = (grid->means & (bit(Part::decision) | bit(Part::legal_basis))) != 0 && (grid->means & (bit(Fact::code) | bit(Fact::level))) == 0;
        if (is_document) {
            return false;
        }
        facts_.has_list_frame = true;
        const std::array<std::pair<Mask, By>, 6> ways = {{{bit(Fact::field), By::field}, {bit(Fact::admin_level), By::admin_level}, {bit(Fact::level), By::level}, {bit(Part::agency), By::agency}, {bit(Part::subjects), By::subject}, {bit(Fact::topic), By::topic}}};
        for (const auto& [mask, by] : ways) {
            facts_.shown_by |= (grid->means & mask) != 0 ? bit(by) : 0;
        }
        std::string group;
        for (const auto& cells : grid->rows) {
            if (cells.size() == 1 || (cells.size() == 2 && grid->columns.size() > 3)) {
                group = group_of(text::collapsed(html::visible_text(cells.back(), 300)));
                continue;
            }
            if (cells.size() == grid->columns.size()) {
                read_cells(*grid, cells, group);
            }
        }
        return true;
    }

    // "Lĩnh vực: Đường bộ" or "I. Đường bộ" over the rows of a field.
    std::string group_of(const std::string& text)
    {
        const std::size_t colon = text.find(':');
        const bool is_field = colon != std::string::npos && (label_of(text.substr(0, colon)).means & bit(Fact::field)) != 0;
        facts_.shown_by |= bit(By::field);
        return is_field ? text::collapsed(text.substr(colon + 1)) : text;
    }

    void read_cells(const Grid& grid, const std::vector<html::Node>& cells, const std::string& group)
    {
        Row row;
        const auto cell = [&](Mask mask) {
            const int column = grid.column(mask);
            return column < 0 ? html::Node() : cells[static_cast<std::size_t>(column)];
        };
        const auto text_of = [&](Mask mask) {
            const std::string text = html::visible_text(cell(mask), 600);
            return is_placeholder(text) ? std::string() : text;
        };
        read_code(cell(bit(Fact::code)), row);
        html::Node name = cell(bit(Fact::name));
        for (const html::Node other : cells) {
            for (const pugi::xpath_node& found : other.select_nodes(".//a[@href]|.//button")) {
                const std::string label = text::nfc(html::name_of(found.node()));
                if (names_filing(label)) {
                    row.filings.push_back({text::shortened(label, 100), address_of(found.node(), view_.url)});
                } else if (const std::string address = address_of(found.node(), view_.url); !address.empty() && !names_form_file(address) && (row.url.empty() || other == name)) {
                    row.url = address;
                }
            }
            if (!name && !find_codes(html::visible_text(other, 600), 1).empty()) {
                name = other;
            }
        }
        row.name = clean_name(html::visible_text(name, 2000));
        if (row.code.empty()) {
            row.code = only_code(html::visible_text(name, 2000));
        }
        row.field = text_of(bit(Fact::field));
        row.field = row.field.empty() ? group : row.field;
        row.agency = text_of(bit(Part::agency));
        row.admin_level = text_of(bit(Fact::admin_level));
        row.reason = text_of(bit(Fact::reason));
        row.declared = cell(bit(Fact::level)) ? level_of_node(cell(bit(Fact::level)), true) : Declared::none;
        for (std::size_t i = 0; i < cells.size() && row.declared == Declared::none && !cell(bit(Fact::level)); ++i) {
            row.declared = level_of_node(cells[i], false);
        }
        const bool says_something = !row.name.empty() && label_of(row.name).means == 0 && (!row.code.empty() || !row.url.empty() || row.code_is_picture || row.declared != Declared::none);
        if (says_something) {
            push(std::move(row));
        }
    }

    static void read_code(html::Node cell, Row& row)
    {
        if (!cell) {
            return;
        }
        const std::string text = html::visible_text(cell, 200, true);
        row.code = only_code(text);
        if (row.code.empty() && !is_placeholder(text) && text.size() <= 40 && text.find(' ') == std::string::npos) {
            row.code = text;
        }
        row.code_is_picture = row.code.empty() && cell.select_node(".//img");
    }

    void push(Row row)
    {
        if (facts_.rows.size() < most_rows) {
            row.filings.resize(std::min<std::size_t>(row.filings.size(), 5));
            facts_.rows.push_back(std::move(row));
        }
    }

    const site::PageView& view_;
    PageFacts& facts_;
    std::vector<Open> open_;
    html::Node skipped_;
};

}  // namespace

void read_rows(const site::PageView& view, PageFacts& facts) { Reader(view, facts).read(); }

}  // namespace pa::service
