#include "check/shaped_rows.hpp"

#include "html/text.hpp"
#include "site/page.hpp"
#include "text/document_number.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/mention.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace pa::check {

namespace {

constexpr std::size_t most_numbers = 200;
constexpr std::size_t most_tries = 800;  // numbers whose surroundings are looked at
constexpr std::size_t most_links = 20;
constexpr std::size_t most_pieces = 60;     // of a row; more is no entry of a list
constexpr std::size_t longest_block = 160;  // code points; a number in a longer one is part of a sentence
constexpr std::size_t least_title = 20;     // code points

struct Number {
    std::string text;
    html::Node node;
};

// The pieces that signs part in one text: "12/QĐ-SXD - 03/11/2026 | Sở Xây dựng".
std::vector<std::string> pieces_of(const std::string& text)
{
    static constexpr std::array<std::string_view, 6> signs = {" - ", " – ", " | ", " • ", " · ", "; "};
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = text.size();
        std::size_t next = text.size() + 1;
        for (const std::string_view sign : signs) {
            if (const std::size_t at = text.find(sign, begin); at < end) {
                end = at;
                next = at + sign.size();
            }
        }
        if (std::string piece = text::collapsed(text.substr(begin, end - begin)); !piece.empty()) {
            out.push_back(std::move(piece));
        }
        begin = next;
    }
    return out;
}

std::string number_of(const std::string& piece) { return std::string(text::sole_document_number(text::nfc(piece))); }

bool is_agency(const std::string& folded)
{
    static const text::Pattern begins = *text::Pattern::compile("^(ubnd|ủy ban|uỷ ban|hđnd|hội đồng nhân dân|sở|bộ|cục|chi cục|tổng cục|vụ|văn phòng|phòng|thanh tra|chính phủ|thủ tướng|chủ tịch|quốc hội|ban quản lý|ban chỉ đạo|công an|tòa án|kho bạc) ?");
    constexpr std::ptrdiff_t most_words = 14;
    return begins.is_in(folded) && std::count(folded.begin(), folded.end(), ' ') < most_words;
}

bool is_heading(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

class Reader {
public:
    std::vector<ShapedRow> read(const html::Document& document)
    {
        html::walk(
            document.body(), [this](html::Node node) { return enter(node); }, [](html::Node) {});
        for (const Number& number : numbers_) {
            for (html::Node at = number.node.parent(); at; at = at.parent()) {
                ++count_[at.hash_value()];
            }
        }
        std::vector<ShapedRow> out;
        for (const Number& number : numbers_) {
            if (ShapedRow row = row_of(row_around(number.node), number.text); row.fields.size() > 1) {
                out.push_back(std::move(row));
            }
        }
        return out;
    }

private:
    bool enter(html::Node node)
    {
        if (node.type() != pugi::node_element) {
            take(node);
            return false;
        }
        const auto zone = site::zone_begun_by(node);
        return (!zone || *zone == site::Zone::content) && !html::is_unseen(node.name()) && !html::is_hidden(node);
    }

    void take(html::Node node)
    {
        if (node.type() != pugi::node_pcdata || numbers_.size() >= most_numbers || tries_ >= most_tries || std::string_view(node.value()).find('/') == std::string_view::npos) {
            return;
        }
        for (const std::string& piece : pieces_of(text::collapsed(node.value()))) {
            if (std::string number = number_of(piece); !number.empty()) {
                ++tries_;
                if (is_short_block(node)) {
                    numbers_.push_back({std::move(number), node});
                }
                return;
            }
        }
    }

    static bool is_short_block(html::Node node)
    {
        html::Node block = node.parent();
        while (block.parent() && !html::is_block(block.name())) {
            block = block.parent();
        }
        return text::length(html::visible_text(block, 4 * longest_block)) <= longest_block;
    }

    // The element that holds this number and no other.
    html::Node row_around(html::Node number) const
    {
        html::Node row = number.parent();
        while (row.parent() && std::string_view(row.name()) != "body" && count_.at(row.parent().hash_value()) == 1) {
            const std::string_view name = row.name();
            if (numbers_.size() == 1 && (name == "tr" || name == "li" || name == "article" || has_title(row))) {
                break;
            }
            row = row.parent();
        }
        return row;
    }

    static bool has_title(html::Node row)
    {
        const auto titles = row.select_nodes(".//a[@href] | .//h1 | .//h2 | .//h3 | .//h4 | .//h5");
        return std::any_of(titles.begin(), titles.end(), [](const pugi::xpath_node& found) { return text::length(html::visible_text(found.node(), 400)) >= least_title; });
    }

    static ShapedRow row_of(html::Node row, const std::string& number)
    {
        ShapedRow out;
        std::vector<std::string> pieces;
        std::string title;
        html::walk(
            row,
            [&](html::Node node) {
                const std::string_view name = node.name();
                if (node.type() == pugi::node_pcdata && pieces.size() <= most_pieces) {
                    for (std::string& piece : pieces_of(text::collapsed(node.value()))) {
                        pieces.push_back(std::move(piece));
                    }
                }
                if (name == "a" && out.links.size() < most_links && !html::attribute(node, "href").empty()) {
                    out.links.emplace_back(html::attribute(node, "href"));
                }
                if (name == "a" || is_heading(name)) {
                    const std::string said = html::visible_text(node, 2000);
                    title = said.size() > title.size() && number_of(said).empty() ? said : title;
                }
                return !html::is_unseen(name);
            },
            [](html::Node) {});
        if (pieces.size() > most_pieces) {
            return {};
        }
        out.fields.emplace("number", number);
        std::size_t days = 0;
        std::string longest;  // of what is nothing else
        for (const std::string& piece : pieces) {
            read_piece(piece, out.fields, days, title, longest);
        }
        title = text::length(title) >= least_title ? title : longest;
        if (days > 1) {
            out.fields.erase("issued");
        }
        if (text::length(title) >= least_title) {
            out.fields.emplace("abstract", text::shortened(title, 500));
        }
        return out;
    }

    static void read_piece(const std::string& piece, Particulars& out, std::size_t& days, const std::string& title, std::string& longest)
    {
        static const text::Pattern issued = *text::Pattern::compile("^[(]?(ngày|ban hành|ngày ban hành|ban hành ngày|ngày bh|ngày ký|ký ngày)? ?:? ?[0-9][0-9/., -]{5,11}[0-9][)]?$|^[(]?(ngày )?[0-9]{1,2} tháng [0-9]{1,2},? (năm )?[0-9]{4}[)]?$");
        static const text::Pattern in_force = *text::Pattern::compile("^((có |ngày )?hiệu lực|ngày hl)( kể)?( từ)?( ngày)? ?:? ?[0-9][0-9/., -]{5,11}[0-9]$");
        const std::string composed = text::nfc(piece);
        const std::string folded = text::folded(piece);
        if (const std::vector<time::Found> found = time::find_dates(composed); found.size() == 1) {
            if (issued.is_in(composed)) {
                out.try_emplace("issued", time::to_string(found.front().day));
                ++days;
            } else if (in_force.is_in(composed)) {
                out.try_emplace("effective", time::to_string(found.front().day));
            }
        } else if (is_kind_of_document(folded)) {
            out.try_emplace("type", piece);
        } else if (is_agency(folded) && piece != title) {
            out.try_emplace("authority", piece);
        } else if (text::length(piece) >= least_title) {
            longest = piece.size() > longest.size() ? piece : longest;
        }
    }

    std::vector<Number> numbers_;
    std::size_t tries_ = 0;
    std::unordered_map<std::size_t, std::size_t> count_;  ///< numbers below an element, by its hash
};

}  // namespace

std::vector<ShapedRow> shaped_rows(const html::Document& document) { return Reader().read(document); }

}  // namespace pa::check
