#include "service/sheet_reader.hpp"

#include "html/text.hpp"
#include "service/code.hpp"
#include "service/draft.hpp"
#include "service/structure.hpp"
#include "service/table_grid.hpp"
#include "service/wording.hpp"
#include "site/address.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::service {

namespace {

constexpr std::size_t most_sheets = 200;
constexpr std::size_t least_parts = 3;
constexpr std::size_t line_limit = 4000;  // bytes that are kept of one

class Reader {
public:
    explicit Reader(const site::PageView& view) : view_(view)
    {
        for (const pugi::xpath_node& found : view.document.body().select_nodes(".//*[@id]")) {
            ids_.try_emplace(std::string(html::attribute(found.node(), "id")), found.node());
        }
    }

    std::vector<Sheet> read()
    {
        html::walk(
            view_.document.body(), [this](html::Node node) { return enter(node); }, [this](html::Node node) { leave(node); });
        end_line();
        end_sheet();
        if (sheets_.size() == 1) {
            complete(sheets_.front());
        }
        for (Sheet& sheet : sheets_) {
            sheet.is_split = sheets_.size() > 1;
        }
        return std::move(sheets_);
    }

private:
    // A label and what stands below it.
    struct Section {
        Mask means = 0;
        html::Node container;  // the section ends with it
        int rank = 0;          // of its heading, 1 to 6; 0: no heading
    };

    bool enter(html::Node node)
    {
        if (node.type() != pugi::node_element) {
            add_text(node);
            return false;
        }
        const std::string_view name = node.name();
        if (is_left_out(node)) {
            skipped_ = node;
            return false;
        }
        if (ends_line(name) || name == "br") {
            end_line();
        }
        if (const auto panel = panels_.find(node.hash_value()); panel != panels_.end()) {
            open(panel->second, node, 0);
        }
        if (name == "table" && read_grid(node)) {
            skipped_ = node;
            return false;
        }
        if (name == "a" || name == "button" || name == "input" || name == "form") {
            add_link(node, name);
        }
        if (is_inline(name) && is_label_here(node, name)) {
            end_line();
            label_ = node;
        }
        strong_ += is_strong(name) ? 1 : 0;
        return true;
    }

    void leave(html::Node node)
    {
        if (node == skipped_) {
            skipped_ = html::Node();
            return;
        }
        const std::string_view name = node.name();
        if (ends_line(name) || node == label_) {
            end_line();
        }
        strong_ -= is_strong(name) ? 1 : 0;
        if (section_.means != 0 && node == section_.container) {
            section_ = {};
        }
    }

    static bool is_inline(std::string_view name) { return name == "b" || name == "strong" || name == "span" || name == "em" || name == "i" || name == "u" || name == "font"; }

    void add_text(html::Node node)
    {
        if (node.type() != pugi::node_pcdata || line_.size() > line_limit) {
            return;
        }
        const std::string_view text = node.value();
        if (text.find_first_not_of(" \t\r\n:.") != std::string_view::npos) {
            if (!line_start_) {
                line_start_ = node.parent();
                line_is_strong_ = true;
            }
            line_is_strong_ = line_is_strong_ && strong_ > 0;
        }
        line_ += text;
    }

    // "<b>Trình tự:</b> …", or "<span>Mức độ</span> <span>4</span>": a label that begins a line, or says with a colon that it is one.
    bool is_label_here(html::Node node, std::string_view name) const
    {
        const std::string text = html::visible_text(node, 300);
        const Label label = label_of(text);
        if (label.means == 0) {
            return false;
        }
        const bool begins = std::all_of(line_.begin(), line_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
        const bool is_bold = name == "b" || name == "strong";
        return begins ? (!label.is_weak || is_bold || has_label_word(html::attribute(node, "class"))) : is_bold && text.ends_with(':');
    }

    void add_link(html::Node node, std::string_view name)
    {
        const std::string label = text::nfc(name == "input" ? std::string(html::attribute(node, "value")) : name == "form" ? "" : html::name_of(node));
        if (name == "a" && section_.means != 0) {
            const bool is_dossier = (section_.means & bit(Part::forms)) == 0;
            const std::string address = address_of(node, view_.url);
            const bool counts = is_dossier ? (section_.means & bit(Part::dossier)) != 0 && names_form_file(address) : !html::attribute(node, "href").empty();
            if (counts && !names_filing(label)) {
                draft_.add_form({label, address, address.empty()}, is_dossier);
                line_has_form_ = true;
            }
        }
        if (names_filing(label)) {
            draft_.add_filing({text::shortened(label, 100), name == "a" ? address_of(node, view_.url) : address_of_form(node)});
        }
    }

    std::string address_of_form(html::Node node) const
    {
        html::Node form = node;
        while (form && std::string_view(form.name()) != "form") {
            form = form.parent();
        }
        const std::string_view onclick = html::attribute(node, "onclick");
        const std::size_t quote = onclick.find("location");
        if (quote != std::string_view::npos) {
            const std::size_t begin = onclick.find_first_of("'\"", quote);
            const std::size_t end = begin == std::string_view::npos ? begin : onclick.find_first_of("'\"", begin + 1);
            if (end != std::string_view::npos) {
                const auto url = url::Url::parse(onclick.substr(begin + 1, end - begin - 1), &view_.url);
                return url && url->is_http() ? site::page_address(*url).href() : "";
            }
        }
        const auto url = form ? url::Url::parse(html::attribute(form, "action"), &view_.url) : std::nullopt;
        return url && url->is_http() ? site::page_address(*url).href() : "";
    }

    // A table of data: its columns say parts, its cells are content of the section that it stands in.
    bool read_grid(html::Node table)
    {
        const auto grid = grid_of(table);
        if (!grid) {
            return false;
        }
        const bool is_list = (grid->means & (bit(Fact::code) | bit(Fact::level))) != 0 && (grid->means & (bit(Fact::name) | bit(Fact::field))) != 0;
        if (is_list) {
            return true;
        }
        for (std::size_t i = 0; i < grid->columns.size(); ++i) {
            if (grid->rows.empty()) {
                draft_.add_cell(grid->columns[i].means, "");
            }
        }
        for (const auto& cells : grid->rows) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const Mask means = i < grid->columns.size() && cells.size() == grid->columns.size() ? grid->columns[i].means : 0;
                read_cell(cells[i], means, cells.size() > 1 ? html::visible_text(cells.front(), 300) : "");
            }
        }
        return true;
    }

    void read_cell(html::Node cell, Mask means, const std::string& row_name)
    {
        const std::string text = html::visible_text(cell, line_limit);
        draft_.add_cell(means, text);
        bool has_link = false;
        for (const pugi::xpath_node& found : cell.select_nodes(".//a[@href]")) {
            const std::string label = text::nfc(html::name_of(found.node()));
            const std::string address = address_of(found.node(), view_.url);
            if (names_filing(label)) {
                draft_.add_filing({text::shortened(label, 100), address});
            } else if ((means & bit(Part::forms)) != 0 || names_form_file(address)) {
                has_link = true;
                draft_.add_form({label.empty() ? row_name : label, address, address.empty()}, (means & bit(Part::forms)) == 0);
            }
        }
        const bool names_form = (means & bit(Part::forms)) != 0 && !has_link && !is_placeholder(text) && !says_none(text);
        if (names_form) {
            draft_.add_form({text, "", false}, true);
        }
        if (section_.means != 0 && (means & ~section_.means) == 0) {
            draft_.add(section_.means, text, has_link || means != 0);
        } else if (section_.means != 0 && !text.empty() && !is_placeholder(text)) {
            draft_.add(section_.means & ~(bit(Part::forms) | bit(Part::fees) | bit(Part::copies)), text, true);
        }
    }

    void end_line()
    {
        const std::string line = text::collapsed(std::exchange(line_, {}));
        const html::Node start = std::exchange(line_start_, {});
        const bool has_form = std::exchange(line_has_form_, false);
        const bool is_strong_line = std::exchange(line_is_strong_, false);
        if (line.empty() || line.find_first_not_of(":. ") == std::string::npos) {
            return;
        }
        const bool is_marked = is_strong_line || is_structural(start);
        if (const Label label = label_of(line); label.means != 0 && (!label.is_weak || is_marked) && !leads_away(start)) {
            // A heading "Thủ tục hành chính" is the title of a section of the portal.
            const bool is_title = label.is_weak && label.means == bit(Fact::name) && rank_of(start) > 0;
            return is_title ? void() : begin(label.means, start);
        }
        const std::size_t colon = line.find(':');
        if (colon != std::string::npos && colon + 1 < line.size()) {
            const Label label = label_of(line.substr(0, colon));
            if (label.means != 0 && (!label.is_weak || is_marked || section_.means == 0)) {
                begin(label.means, start);
                return add_line(text::collapsed(line.substr(colon + 1)), start, has_form);
            }
        }
        add_line(line, start, has_form);
    }

    void add_line(const std::string& line, html::Node start, bool has_form)
    {
        const int rank = rank_of(start);
        if (closes_procedure(line)) {
            section_ = {};
            is_closed_ = draft_.is_description();
            return;
        }
        // A heading of the same or a higher rank that is no label ends what stood before it.
        if (section_.means != 0 && section_.rank > 0 && rank > 0 && rank <= section_.rank) {
            section_ = {};
        }
        if (section_.means == 0 || is_noise(line)) {
            see_head(line, rank);
            return;
        }
        draft_.add(section_.means, line, has_form);
    }

    // What stands before the first label: heading, code, level.
    void see_head(const std::string& line, int rank)
    {
        if (is_closed_) {
            return;
        }
        if (draft_.parts_named() == 0) {
            if (rank > 0 && !is_general_title(line)) {
                heading_ = heading_.empty() || rank <= heading_rank_ ? line : heading_;
                heading_rank_ = rank;
            }
            for (const FoundCode& code : find_codes(line, 3)) {
                head_codes_.push_back(code.code);
            }
        }
        constexpr std::size_t longest_badge = 60;  // code points
        if (const Declared declared = text::length(line) <= longest_badge ? declared_in(line, false) : Declared::none; declared != Declared::none) {
            badges_.push_back(declared);
        }
    }

    void begin(Mask means, html::Node start)
    {
        if (is_closed_) {
            return;
        }
        const bool is_again = draft_.parts_named() >= 4 && draft_.has(means) && (means & (bit(Fact::code) | bit(Fact::name) | bit(Part::steps))) != 0 && (first_ & means) != 0;
        if (is_again) {
            end_sheet();
        }
        first_ = first_ == 0 ? means : first_;
        draft_.name(means);
        if (const html::Node panel = panel_of(start, ids_)) {
            panels_[panel.hash_value()] = means;
            section_ = {};
            return;
        }
        open(means, container_of(start), rank_of(start));
    }

    void open(Mask means, html::Node container, int rank) { section_ = {means, container, rank}; }

    void end_sheet()
    {
        section_ = {};
        const bool counts = draft_.parts_named() >= least_parts && (draft_.is_description() || draft_.has(bit(Fact::code))) && sheets_.size() < most_sheets;
        Sheet sheet = std::move(draft_).finish();
        draft_ = Draft();
        first_ = 0;
        if (counts) {
            if (sheet.name.empty()) {
                sheet.name = clean_name(heading_);
            }
            if (sheet.code.empty()) {
                sheet.code = one_of(head_codes_);
            }
            if (sheet.declared == Declared::none && !badges_.empty()) {
                const bool same = std::all_of(badges_.begin(), badges_.end(), [&](Declared d) { return d == badges_.front(); });
                sheet.declared = same ? badges_.front() : Declared::none;
            }
            sheets_.push_back(std::move(sheet));
        }
        head_codes_.clear();
        badges_.clear();
        heading_.clear();
    }

    static std::string one_of(const std::vector<std::string>& codes)
    {
        const bool same = !codes.empty() && std::all_of(codes.begin(), codes.end(), [&](const std::string& code) { return code == codes.front(); });
        return same ? codes.front() : "";
    }

    // What the page as a whole tells of the one procedure that it describes.
    void complete(Sheet& sheet) const
    {
        if (sheet.name.empty() && !is_general_title(view_.page.heading)) {
            sheet.name = clean_name(view_.page.heading);
        }
        if (sheet.name.empty()) {
            sheet.name = clean_name(view_.page.title.substr(0, std::min({view_.page.title.size(), view_.page.title.find(" - "), view_.page.title.find(" | "), view_.page.title.find(" – ")})));
            sheet.name = is_general_title(sheet.name) ? "" : sheet.name;
        }
        for (const std::string& text : {view_.page.heading, view_.page.title, url::percent_decoded(view_.url.href())}) {
            sheet.code = sheet.code.empty() ? only_code(text) : sheet.code;
        }
    }

    const site::PageView& view_;
    Ids ids_;
    std::unordered_map<std::size_t, Mask> panels_;  // what tabs show, by the node's hash, which is its address
    std::vector<Sheet> sheets_;
    Draft draft_;
    Section section_;
    Mask first_ = 0;          // the first label of this description
    bool is_closed_ = false;  // the rest of the page is about other things
    std::string line_;
    html::Node line_start_;
    bool line_is_strong_ = false;
    bool line_has_form_ = false;
    int strong_ = 0;
    html::Node skipped_;
    html::Node label_;
    std::string heading_;
    int heading_rank_ = 0;
    std::vector<std::string> head_codes_;
    std::vector<Declared> badges_;
};

}  // namespace

std::vector<Sheet> read_sheets(const site::PageView& view) { return Reader(view).read(); }

}  // namespace pa::service
