#include "site/reading.hpp"

#include "base/ascii.hpp"
#include "base/hash.hpp"
#include "html/text.hpp"
#include "site/address.hpp"
#include "site/dates.hpp"
#include "site/rows.hpp"
#include "text/document_number.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::site {

namespace {

constexpr std::size_t text_points = 300;
constexpr std::size_t most_blocks = 4000;
constexpr std::size_t most_dates = 500;
constexpr std::size_t most_seen = 2048;  // bytes of a link's text
constexpr std::size_t least_title = 12;  // bytes; a shorter block is in many a title

bool is_picture(std::string_view name)
{
    return name == "img" || name == "iframe" || name == "embed" || name == "object" || name == "canvas";
}

std::size_t ink(std::string_view text)
{
    std::size_t bytes = text.size();
    for (const char c : text) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        bytes -= is_blank ? 1U : 0U;
    }
    return bytes;
}

// Whether a link shows text, as nearly all do: only what can be told at a glance.
bool begins_with_text(html::Node link)
{
    const html::Node first = link.first_child();
    const std::string_view text = std::string_view(link.name()) == "a" && first.type() == pugi::node_pcdata ? first.value() : std::string_view();
    const std::string_view seen = text.substr(0, most_seen);
    return std::any_of(seen.begin(), seen.end(), is_ascii_letter);
}

// Where a script of one step leads: "location.href='/tin/5'", "window.open('/van-ban/3')". Empty for any other.
std::string_view script_target(std::string_view script)
{
    constexpr std::size_t longest = 2048;
    script = script.substr(0, longest);
    const std::size_t place = script.find("location");
    const std::size_t window = script.find("window.open");
    if (place == std::string_view::npos && window == std::string_view::npos) {
        return {};
    }
    // "location.href = '…'", "location.assign('…')", "window.open('…')": nothing but names and one sign before the address.
    script.remove_prefix(std::min(place, window));
    std::size_t at = std::min(script.find_first_not_of("abcdefghijklmnopqrstuvwxyz."), script.size());
    at = std::min(script.find_first_not_of(' ', at), script.size());
    const bool is_sign = at < script.size() && (script[at] == '=' || script[at] == '(');
    const std::size_t quote = is_sign ? script.find_first_not_of(' ', at + 1) : std::string_view::npos;
    if (quote == std::string_view::npos || (script[quote] != '\'' && script[quote] != '"')) {
        return {};
    }
    const std::size_t end = script.find(script[quote], quote + 1);
    const bool is_whole = end != std::string_view::npos && script.find('+', end) == std::string_view::npos;  // not an address that is put together
    return is_whole ? script.substr(quote + 1, end - quote - 1) : std::string_view();
}

class PageReader {
public:
    PageReader(const Answered& answered, Page& page) : base_(answered.base), at_(answered.at), limits_(answered.limits), page_(page) {}

    Reading read(html::Node top)
    {
        html::walk(top, [this](html::Node node) { return enter(node); }, [this](html::Node node) { leave(node); });
        rows_.settle(text_.dates);
        return {std::move(links_), std::move(text_), std::move(words_)};
    }

private:
    // An element that the walk is inside of.
    struct Inside {
        html::Node node;
        Zone zone = Zone::content;
        bool is_shown = false;   // its text counts
        bool is_owner = false;   // a block element
        bool in_link = false;
    };

    bool enter(html::Node node)
    {
        if (node.type() != pugi::node_element) {
            add_text(node);
            return false;
        }
        const std::string_view name = node.name();
        const Inside outer = inside_.empty() ? Inside{} : inside_.back();
        Inside own;
        own.node = node;
        own.zone = outer.zone == Zone::footer ? outer.zone : zone_begun_by(node).value_or(outer.zone);
        const bool is_body = name == "body";
        own.is_shown = (outer.is_shown || is_body) && !html::is_unseen(name) && (is_body || !html::is_hidden(node));
        own.in_link = outer.in_link || name == "a";
        own.is_owner = own.is_shown && html::is_block(name) && name != "br";
        if (own.is_shown && html::is_block(name)) {
            flush();
        }
        inside_.push_back(own);
        rows_.enter(next_block());
        if (own.is_owner) {
            owners_.push_back(inside_.size() - 1);
            names_.push_back(name == "h1");
        }
        if (name == "a" && own.is_shown && first_link_ == 0) {
            first_link_ = inside_.size();
        }
        look_at(node, name, own);
        return name != "script" && name != "style";
    }

    void leave(html::Node node)
    {
        const Inside own = inside_.back();
        if (own.is_shown && html::is_block(node.name())) {
            flush();
        }
        if (own.is_owner) {
            owners_.pop_back();
            names_.pop_back();
        }
        if (first_link_ == inside_.size()) {
            first_link_ = left_;
        }
        inside_.pop_back();
        rows_.leave(node, next_block());
    }

    std::uint32_t next_block() const { return static_cast<std::uint32_t>(text_.blocks.size()); }

    void look_at(html::Node node, std::string_view name, const Inside& own)
    {
        if (name == "a" || name == "area") {
            add_link(node, html::attribute(node, "href"), own.zone);
        } else if (name == "frame" || name == "iframe") {
            add_link(node, html::attribute(node, "src"), own.zone);
        } else if (node.attribute("onclick")) {
            if (const std::string_view target = script_target(html::attribute(node, "onclick")); !target.empty()) {
                add_link(node, target, own.zone);
            }
        }
        if (own.zone != Zone::content) {
            return;
        }
        if (is_picture(name) && page_.pictures < 0xFFFF) {
            ++page_.pictures;
        }
        if (own.is_shown && (name == "time" || node.attribute("itemprop") || node.attribute("property"))) {
            if (auto date = date_of_element(node)) {
                date->block = next_block();
                add_date(*date);
            }
        }
    }

    void add_text(html::Node node)
    {
        if (inside_.empty() || !inside_.back().is_shown || node.type() != pugi::node_pcdata) {
            return;
        }
        const std::string_view text = node.value();
        const std::size_t weight = ink(text);
        line_ += text;
        ink_ += weight;
        first_link_ink_ += first_link_ != 0 && first_link_ != left_ ? weight : 0;
    }

    // The block that ends here.
    void flush()
    {
        const bool mostly_link = ink_ > 0 && first_link_ink_ * 10 >= ink_ * 8;
        if (ink_ > 0 && !owners_.empty() && text_.blocks.size() < most_blocks) {
            if (const std::string text = text::collapsed(line_); !text.empty()) {
                add_block(text, mostly_link);
            }
        }
        line_.clear();
        ink_ = 0;
        first_link_ = 0;
        first_link_ink_ = 0;
    }

    void add_block(const std::string& text, bool mostly_link)
    {
        const Inside& owner = inside_[owners_.back()];
        if (page_.heading.empty() && names_.back()) {
            page_.heading = text::shortened(text, text_points);
        }
        Block block;
        block.hash = block_hash(text);
        block.is_own = owner.zone == Zone::content;
        block.is_linked = owner.in_link || mostly_link;
        if (block.is_own) {
            block.length = static_cast<std::uint16_t>(std::min<std::size_t>(text::length(text), 0xFFFF));
            add_dates(text, owner.node);
            note_title(text, names_.back());
            rows_.text(text.size());
        }
        last_text_ = text;
        words_ += text;
        words_ += '\n';
        text_.blocks.push_back(block);
        page_.text_hash = (page_.text_hash ^ block.hash) * 1099511628211ULL;
        page_.text_bytes += static_cast<std::uint32_t>(text.size());
        page_.words += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' ')) + 1;
    }

    void add_dates(const std::string& text, html::Node owner)
    {
        std::vector<Dated> dates = dates_of_block(text, last_text_, at_);
        text_.has_wrong_day = text_.has_wrong_day || (dates.empty() && tells_wrong_day(text));
        for (Dated& date : dates) {
            if (date.role == DateRole::none || date.role == DateRole::stamp) {
                date.role = is_beside_number(text) ? DateRole::document : role_by_column(owner).value_or(date.role);
            }
            date.block = next_block();
            add_date(date);
        }
    }

    // "12/QĐ-SXD" and below it, or beside it, a day: of the document, not of the page.
    bool is_beside_number(const std::string& text) const
    {
        constexpr std::size_t short_line = 60;  // bytes
        return !text::sole_document_number(text::nfc(last_text_.substr(0, short_line + 1))).empty() ||
               (text.size() <= short_line && !text::find_document_number(text::nfc(text)).empty());
    }

    void add_date(const Dated& date)
    {
        if (text_.dates.size() < most_dates) {
            const bool may_be_listed = date.source != DateSource::text || date.role == DateRole::stamp || date.role == DateRole::published || date.role == DateRole::updated;
            if (may_be_listed) {
                rows_.date(static_cast<std::uint32_t>(text_.dates.size()));
            }
            text_.dates.push_back(date);
        }
    }

    // The block that says most of the title is where the page's own text begins; else the first h1.
    void note_title(const std::string& text, bool is_h1)
    {
        const bool is_said = text.size() >= least_title && page_.title.find(text) != std::string::npos;
        const std::size_t weight = is_said ? text.size() + (is_h1 ? text_points : 0) : is_h1 ? 1 : 0;
        if (weight > title_weight_) {
            title_weight_ = weight;
            text_.title = next_block();
        }
    }

    void add_link(html::Node node, std::string_view reference, Zone zone)
    {
        if (links_.size() >= limits_.links) {
            return;
        }
        const std::string_view name = node.name();
        if (reference.empty() || reference[0] == '#' || reference.starts_with("javascript:")) {
            const std::string_view target = script_target(reference.starts_with("javascript:") ? reference : html::attribute(node, "onclick"));
            reference = target.empty() ? reference : target;
        }
        RawLink link;
        link.is_dead = reference.empty() || reference[0] == '#' || reference.starts_with("javascript:");
        if (link.is_dead && (name != "a" || zone == Zone::content)) {
            return;  // an anchor inside the page
        }
        if (link.is_dead) {
            // A menu entry that only opens its submenu stands for what is in there.
            const html::Node first = node.parent().select_node("./ul//a[@href!='' and not(starts-with(@href,'#'))]|./div//a[@href!='' and not(starts-with(@href,'#'))]").node();
            link.is_dead = first.empty() || html::attribute(first, "href").starts_with("javascript:");
            reference = link.is_dead ? std::string_view() : html::attribute(first, "href");
        }
        auto target = page_address(reference, base_);
        if (!target) {
            return;
        }
        link.target = std::move(*target);
        link.is_image = !begins_with_text(node) && html::visible_text(node, most_seen).empty();
        link.is_frame = name == "frame" || name == "iframe";
        link.label = text::shortened(html::name_of(node), text_points);
        if (link.label.empty()) {
            link.label = text::shortened(text::collapsed(html::attribute(node, "alt")), text_points);
        }
        link.zone = zone;
        if (!link.is_dead && zone == Zone::content) {
            rows_.link(static_cast<std::uint32_t>(links_.size()), hash64(link.target.href()), text::length(link.label));
        }
        links_.push_back(std::move(link));
    }

    static constexpr std::size_t left_ = static_cast<std::size_t>(-1);  // the first link of the block is over

    const url::Url& base_;
    const time::Moment at_;
    const PageLimits& limits_;
    Page& page_;
    std::vector<RawLink> links_;
    PageText text_;
    std::string words_;
    Rows rows_;
    std::string last_text_;            // of the block before
    std::size_t title_weight_ = 0;
    std::vector<Inside> inside_;
    std::vector<std::size_t> owners_;  // block elements, as indices into `inside_`
    std::vector<bool> names_;          // of these, whether they are h1
    std::string line_;                 // the text of the block so far
    std::size_t ink_ = 0;              // bytes of it that are no blanks
    std::size_t first_link_ = 0;       // depth of the first link inside the block; 0: none yet
    std::size_t first_link_ink_ = 0;
};

}  // namespace

Reading read_page(const html::Document& document, const Answered& answered, Page& page)
{
    return PageReader(answered, page).read(document.root());
}

}  // namespace pa::site
