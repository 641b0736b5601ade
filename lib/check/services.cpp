#include "check/services.hpp"

#include "check/files.hpp"
#include "service/compare.hpp"
#include "service/filing.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <unordered_map>

namespace pa::check {

namespace {

service::FileState state_of(File::State state)
{
    // A document of scanned pages can be printed and filled in.
    const bool is_there = state == File::State::sound || state == File::State::no_text;
    return is_there ? service::FileState::sound : state == File::State::broken ? service::FileState::broken : service::FileState::unknown;
}

// A form is a document to print: an image file is none, and a page is none.
service::Form look_at_form(const Context& context, service::Form form)
{
    const site::Site& site = context.site();
    const auto url = site.url_id(form.url);
    if (!url) {
        form.state = service::FileState::unknown;
        form.why = msg("was not fetched");
        return form;
    }
    const site::Target target = site.target(*url);
    const bool is_picture = target.state == site::Target::State::page && site.pages[target.page].media_type.starts_with("image/");
    if (is_picture) {
        form.state = service::FileState::broken;
        form.why = msg("is a picture and no document");
        return form;
    }
    File file = file_behind(context, *url);
    form.state = state_of(file.state);
    form.why = std::move(file.why);
    return form;
}

}  // namespace

std::shared_ptr<const service::Catalogue> services_of(const Context& context, const std::string& agency, const std::vector<service::Listed>* list)
{
    const site::Site& site = context.site();
    std::vector<service::FactsOfPage> pages;
    for (site::PageId page = 0; page < site.pages.size(); ++page) {
        for (const site::Note& note : site.pages[page].notes) {
            if (const auto* facts = dynamic_cast<const service::PageFacts*>(note.data.get())) {
                pages.push_back({page, facts});
            }
        }
    }
    // The same file is offered by many procedures.
    std::unordered_map<std::string, service::Form> known;
    const service::LookAtFile look = [&](service::Form form) {
        const auto found = known.find(form.url);
        if (found != known.end()) {
            form.state = found->second.state;
            form.why = found->second.why;
            return form;
        }
        form = look_at_form(context, std::move(form));
        known.emplace(form.url, form);
        return form;
    };
    const site::Page& home = site.pages[site.home];
    const std::string name = !agency.empty() ? agency : home.title + " " + home.heading;
    auto out = std::make_shared<service::Catalogue>(service::make_catalogue(site, pages, name, look));
    if (list != nullptr) {
        service::compare(*list, *out);
    }
    return out;
}

std::vector<const service::Service*> services_to_judge(const Context& context, Judgement& out)
{
    const service::Catalogue& catalogue = context.services();
    std::vector<const service::Service*> services = catalogue.own();
    if (!services.empty()) {
        out.searched.push_back(msg("{} services on {} lists and on pages of their own", services.size(), catalogue.lists.size()));
        return services;
    }
    out.searched.push_back(msg("lists and descriptions of procedures on all pages"));
    if (!catalogue.unseen.empty()) {
        out.verdict = Verdict::cannot_tell;
        out.why = catalogue.unseen.front();
        return services;
    }
    for (const std::string_view id : {"services.list", "procedures.list"}) {
        const Item* item = context.item(id);
        if (item == nullptr || item->pages.empty()) {
            continue;
        }
        if (item->state == Item::State::present && !context.site().is_inside(item->pages.front())) {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the portal shows no services itself; “{}” leads to {}", item->label, item->pages.front());
            return services;
        }
        if (item->state == Item::State::cannot_tell || item->state == Item::State::present) {
            out.verdict = Verdict::cannot_tell;
            out.why = item->state == Item::State::present ? msg("“{}” is there, but no service could be read from it", item->label) : msg("it is not known where the item is: {}", item->why);
            return services;
        }
    }
    const Message blind = context.blind_spot();
    out.verdict = blind.empty() ? Verdict::not_applicable : Verdict::cannot_tell;
    out.why = blind.empty() ? msg("the portal shows no services") : msg("no service was found, but {}", blind);
    return services;
}

void conclude(const Context& context, const Tally& tally, Judgement& out)
{
    const std::size_t known = tally.right + tally.wrong;
    if (known + tally.unknown == 0) {
        out.verdict = Verdict::not_applicable;
        out.why = msg("the rule asks something of no service that is shown");
        return;
    }
    if (tally.wrong == 0) {
        const std::vector<Message>& unseen = context.services().unseen;
        out.verdict = tally.unknown > 0 || !unseen.empty() ? Verdict::cannot_tell : Verdict::passed;
        out.why = tally.unknown > 0   ? msg("of {} of {} services it cannot be told", tally.unknown, known + tally.unknown)
                  : !unseen.empty() ? msg("all {} services that were seen are as asked, but {}", known, unseen.front())
                                    : msg("all {} services are as asked", known);
        return;
    }
    const double share = tally.share / static_cast<double>(known);
    out.why = tally.unknown > 0 ? msg("{} of {} services are not as asked; of {} more it cannot be told", tally.wrong, known, tally.unknown) : msg("{} of {} services are not as asked", tally.wrong, known);
    if (share > 0) {
        out.verdict = Verdict::partly;
        out.share = share;
    } else {
        // A few wrong ones among many that are not known decide nothing.
        out.verdict = tally.unknown > tally.wrong ? Verdict::cannot_tell : Verdict::failed;
    }
}

Proof proof_of(const service::Service& service, Message what)
{
    const std::string name = service.code.empty() ? service.name : service.code + " " + service.name;
    return {std::move(what), service.pages.empty() ? "" : service.pages.front(), text::shortened(name, 300)};
}

}  // namespace pa::check
