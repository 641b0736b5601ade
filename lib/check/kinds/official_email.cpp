// official-email: are the e-mail addresses that an item gives official ones?
#include "check/kind.hpp"
#include "check/of_item.hpp"

#include "html/text.hpp"
#include "text/contacts.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace pa::check {

namespace {

constexpr std::size_t most_pages = 30;

// Services that anybody can have an address of.
bool is_private(std::string_view domain)
{
    static constexpr std::array<std::string_view, 20> domains = {"gmail.com",   "yahoo.com",  "yahoo.com.vn", "ymail.com",  "hotmail.com", "outlook.com",   "outlook.com.vn", "live.com",   "msn.com",  "icloud.com",
                                                                 "me.com",      "aol.com",    "mail.com",     "gmx.com",    "zoho.com",    "proton.me",     "protonmail.com", "yandex.com", "qq.com",   "rocketmail.com"};
    return std::find(domains.begin(), domains.end(), domain) != domains.end();
}

class OfficialEmail final : public Check {
public:
    OfficialEmail(const rule::Rule& rule, text::Pattern official) : item_(rule.text("item")), official_(std::move(official)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("e-mail addresses on the pages of the item {}", item_));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        std::size_t official = 0;
        std::size_t personal = 0;
        std::size_t unknown = 0;
        for (const site::PageId page : pages_of(context, *item, most_pages)) {
            const auto open = context.open(page);
            for (const auto& [domain, count] : open ? domains_on(open->document) : std::map<std::string, std::size_t>()) {
                if (official_.is_in(domain)) {
                    official += count;
                } else if (is_private(domain)) {
                    personal += count;
                    add_proof(out, {msg("{} addresses of a private service: @{}", count, domain), context.site().url_of(page), ""});
                } else {
                    unknown += count;
                    add_proof(out, {msg("{} addresses neither official nor of a known private service: @{}", count, domain), context.site().url_of(page), ""});
                }
            }
        }
        if (official + personal == 0) {
            out.verdict = unknown > 0 ? Verdict::cannot_tell : Verdict::not_applicable;
            out.why = unknown > 0 ? msg("whether the addresses are official cannot be told by their domains") : msg("the item gives no e-mail address");
            return out;
        }
        conclude_share(official, official + personal, out);
        out.why = msg("{} of {} e-mail addresses are official", official, official + personal);
        return out;
    }

private:
    // An address may stand both in the text and in its link: the greater of both counts.
    static std::map<std::string, std::size_t> domains_on(const html::Document& document)
    {
        std::map<std::string, std::size_t> in_text;
        std::map<std::string, std::size_t> in_links;
        for (const text::Email& email : text::find_emails(html::visible_text(document.root()))) {
            ++in_text[email.domain];
        }
        for (const pugi::xpath_node& link : document.tree().select_nodes("//a[starts-with(@href,'mailto:')]")) {
            for (const text::Email& email : text::find_emails(html::attribute(link.node(), "href"))) {
                ++in_links[email.domain];
            }
        }
        for (const auto& [domain, count] : in_links) {
            in_text[domain] = std::max(in_text[domain], count);
        }
        return in_text;
    }

    std::string item_;
    text::Pattern official_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto official = text::Pattern::compile(rule.text("official", R"((^|\.)gov\.vn$)"));
    if (!official) {
        return tl::unexpected(param_error(rule, "official", official.error().message));
    }
    return std::make_unique<OfficialEmail>(rule, std::move(*official));
}

}  // namespace

namespace registry {

Kind official_email()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"official-email",
                 {{"item", ParamType::string, true, "the item's id; a rule that looks for it must be in the same profile"},
                  {"official", ParamType::pattern, false, "a pattern (RE2) of official domains; gov.vn and what is below it by default"}}};
    kind.summary = "whether the e-mail addresses that an item gives are official ones";
    kind.document = "Reads the addresses on the item's page and its entries, up to 30, in text (also with [at]) and in links, and sorts them by domain: official, of a service for private persons such as gmail.com, or neither. "
                    "Partly with the share of official ones among the first two. Cannot tell where all are neither. Not applicable where the item gives none, or the portal does not have it. The report names domains, not addresses.";
    kind.example = "kind = \"official-email\"\nitem = \"contact.officials\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
