// telephone-numbers: are the telephone numbers that an item gives those of today?
#include "check/kind.hpp"
#include "check/of_item.hpp"

#include "html/text.hpp"
#include "text/contacts.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <set>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 30;
constexpr std::size_t reach = 160;  // bytes before a number in which its label stands

// "0168…78": enough to find it on the page, and no more.
std::string masked(const std::string& digits) { return digits.substr(0, 4) + "…" + digits.substr(digits.size() - 2); }

class TelephoneNumbers final : public Check {
public:
    explicit TelephoneNumbers(const rule::Rule& rule) : item_(rule.text("item")) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("telephone numbers on the pages of the item {}", item_));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        std::set<std::string> current;
        std::set<std::string> old;
        for (const site::PageId page : pages_of(context, *item, most_pages)) {
            const auto open = context.open(page);
            if (open) {
                look_at(open->document, context.site().url_of(page), current, old, out);
            }
        }
        if (current.empty() && old.empty()) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the item gives no telephone number");
            return out;
        }
        conclude_share(current.size(), current.size() + old.size(), out);
        out.why = msg("{} of {} telephone numbers are those of today", current.size(), current.size() + old.size());
        return out;
    }

private:
    // Without a word that says so, an old number may be a code of something else.
    static bool is_called_telephone(const std::string& text, std::size_t begin)
    {
        static const text::Pattern label = *text::Pattern::compile(R"(điện thoại|\bđt\b|\btel\b|phone|di động|hotline|đường dây nóng|\bfax\b|mobile|\bsđt\b|máy bàn|liên hệ)");
        const std::size_t from = begin > reach ? begin - reach : 0;
        return label.is_in(text::nfc(text.substr(from, begin - from)));
    }

    static void add(const text::Telephone& telephone, const std::string& url, std::set<std::string>& current, std::set<std::string>& old, Judgement& out)
    {
        using State = text::TelephoneState;
        if (telephone.state == State::current) {
            current.insert(telephone.digits);
        } else if (old.insert(telephone.digits).second) {
            add_proof(out, {telephone.state == State::old_mobile ? msg("a mobile number of eleven digits, out of service since 15/11/2018: {}", masked(telephone.digits))
                                                                 : msg("an area code that was replaced in 2017: {}", masked(telephone.digits)),
                            url, ""});
        }
    }

    static void look_at(const html::Document& document, const std::string& url, std::set<std::string>& current, std::set<std::string>& old, Judgement& out)
    {
        const std::string text = html::visible_text(document.root());
        for (const text::Telephone& telephone : text::find_telephones(text)) {
            if (telephone.state == text::TelephoneState::current || is_called_telephone(text, telephone.begin)) {
                add(telephone, url, current, old, out);
            }
        }
        for (const pugi::xpath_node& link : document.tree().select_nodes("//a[starts-with(@href,'tel:')]")) {
            for (const text::Telephone& telephone : text::find_telephones(html::attribute(link.node(), "href").substr(4))) {
                add(telephone, url, current, old, out);
            }
        }
        for (const pugi::xpath_node& found : document.tree().select_nodes("//table")) {
            look_at_columns(found.node(), url, current, old, out);
        }
    }

    // Tables whose head says "Điện thoại" far above the number.
    static void look_at_columns(html::Node table, const std::string& url, std::set<std::string>& current, std::set<std::string>& old, Judgement& out)
    {
        const auto rows = table.select_nodes("./tr|./thead/tr|./tbody/tr");
        std::vector<bool> is_telephone;
        for (const pugi::xpath_node& row : rows) {
            std::size_t column = 0;
            for (html::Node cell = row.node().first_child(); cell; cell = cell.next_sibling()) {
                if (cell.type() != pugi::node_element) {
                    continue;
                }
                const std::string text = html::visible_text(cell, 400);
                if (row == *rows.begin()) {
                    is_telephone.push_back(is_called_telephone(text, text.size()));
                } else if (column < is_telephone.size() && is_telephone[column]) {
                    for (const text::Telephone& telephone : text::find_telephones(text)) {
                        add(telephone, url, current, old, out);
                    }
                }
                ++column;
            }
        }
    }

    std::string item_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<TelephoneNumbers>(rule); }

}  // namespace

namespace registry {

Kind telephone_numbers()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"telephone-numbers", {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"}}};
    kind.summary = "whether the telephone numbers that an item gives are those of today";
    kind.document = "Reads the numbers on the item's page and its entries, up to 30, in text, tables and links, by the numbering plan of Vietnam: area codes as of 2017, mobile numbers as of 2018. "
                    "Mobile numbers of eleven digits and former area codes count as out of date where a label, a column or a link says that they are telephone numbers. Partly with the share of current ones. "
                    "Not applicable where the item gives none, or the portal does not have it. Whether somebody answers is for a person to try.";
    kind.example = "kind = \"telephone-numbers\"\nitem = \"contact.officials\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
