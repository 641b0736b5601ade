// sitemap-coverage: does the portal's page with its site map lead to what the menu leads to?
#include "check/kind.hpp"
#include "check/of_item.hpp"

#include "text/fold.hpp"

#include <map>

namespace pa::check {

namespace {

class SitemapCoverage final : public Check {
public:
    explicit SitemapCoverage(const rule::Rule& rule) : item_(rule.text("item")), least_percent_(rule.number("least_percent", 100)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        Judgement out;
        out.searched.push_back(msg("the entries of the home page's menu, among the links of the item {}; at least {} % are asked", item_, least_percent_));
        const Item* item = present_item(context, item_, Verdict::not_applicable, out);
        if (item == nullptr) {
            return out;
        }
        const std::vector<site::PageId> pages = pages_of(context, *item, 1);
        const std::map<std::string, std::string> menu = menu_of(context);
        const bool is_readable = !pages.empty() && site.url_of(pages.front()) == landing(context, item->pages.front()) && !site.pages[pages.front()].needs_script;
        if (!is_readable || menu.empty()) {
            out.verdict = Verdict::cannot_tell;
            const Message problem = context.home_problem();
            out.why = !is_readable ? msg("the page with the site map could not be read") : problem.empty() ? msg("the home page has no menu with links inside the portal") : problem;
            add_proof(out, proof_of(*item, msg("the page with the site map")));
            return out;
        }
        const std::map<std::string, std::string> mapped = own_targets(context, pages.front());
        std::size_t there = 0;
        for (const auto& [target, label] : menu) {
            if (mapped.contains(target)) {
                ++there;
            } else {
                add_proof(out, {msg("in the menu, not in the site map"), target, text::shortened(label, 300)});
            }
        }
        conclude_share(there, menu.size(), out);
        if (100 * static_cast<double>(there) >= least_percent_ * static_cast<double>(menu.size())) {
            out.verdict = Verdict::passed;
        }
        out.why = msg("the site map leads to {} of {} entries of the menu", there, menu.size());
        add_proof(out, proof_of(*item, msg("the page with the site map")));
        return out;
    }

private:
    static std::string landing(const Context& context, const std::string& address)
    {
        const auto url = context.site().url_id(address);
        return url ? end_of(context, *url) : address;
    }

    // Where an address ends, so that one that redirects is the same as the other.
    static std::string end_of(const Context& context, site::UrlId url)
    {
        const site::Target target = context.site().target(url);
        return target.page == site::none ? context.site().urls[url] : context.site().url_of(target.page);
    }

    // Addresses inside the portal that the home page's menu leads to, with their labels; the home page itself left out.
    static std::map<std::string, std::string> menu_of(const Context& context)
    {
        const site::Site& site = context.site();
        std::map<std::string, std::string> out;
        for (const site::Link& link : site.pages[site.home].links) {
            const bool counts = link.zone == site::Zone::menu && !link.is_dead && site.is_inside(link.target);
            const std::string end = counts ? end_of(context, link.target) : std::string();
            if (counts && end != site.url_of(site.home)) {
                out.try_emplace(end, site.label(link));
            }
        }
        return out;
    }

    // What a page leads to besides the menu that it has in common with the home page. A site map may be marked up as a menu: then its links
    // stand more often than on the home page.
    static std::map<std::string, std::string> own_targets(const Context& context, site::PageId page)
    {
        const site::Site& site = context.site();
        std::map<std::string, std::size_t> framed;
        for (const site::Link& link : site.pages[site.home].links) {
            if (!link.is_dead && link.zone != site::Zone::content) {
                ++framed[end_of(context, link.target)];
            }
        }
        std::map<std::string, std::string> out;
        for (const site::Link& link : site.pages[page].links) {
            const std::string end = link.is_dead ? std::string() : end_of(context, link.target);
            if (link.is_dead) {
                continue;
            }
            const auto known = framed.find(end);
            if (link.zone == site::Zone::content || known == framed.end() || known->second == 0) {
                out.try_emplace(end, site.label(link));
            } else {
                --known->second;
            }
        }
        return out;
    }

    std::string item_;
    double least_percent_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<SitemapCoverage>(rule); }

}  // namespace

namespace registry {

Kind sitemap_coverage()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"sitemap-coverage",
                 {{"item", ParamType::string, true, "the id of the page with the site map; a rule that looks for it must be in the same profile"},
                  {"least_percent", ParamType::number, false, "how many of a hundred entries of the menu have to be there; 100 by default"}}};
    kind.summary = "whether the page with the site map leads to what the menu leads to";
    kind.document = "Takes the addresses inside the portal that the home page's menu leads to, and looks for each among the links of the page with the site map, those of the menu that this page shows too left "
                    "out. Addresses that redirect to the same page are one. Partly with the share that is found. Not applicable where the portal has no such page. Cannot tell where that is not known, where the page cannot be read, or where the home page shows no menu.";
    kind.example = "kind = \"sitemap-coverage\"\nitem = \"function.sitemap\"\nleast_percent = 90\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
