#include "check/by_pages.hpp"

#include <algorithm>
#include <iterator>

namespace pa::check {

Judgement judge_by_pages(std::span<const PageNote> faulty, std::size_t looked_at, const Context& context, const Message& what)
{
    Judgement out;
    for (const PageNote& note : faulty) {
        add_proof(out, {what, context.site().url_of(note.page), note.detail});
    }
    if (looked_at == 0) {
        out.verdict = Verdict::cannot_tell;
        out.why = msg("no page could be looked at as a visitor sees it");
    } else if (const Message problem = context.home_problem(); looked_at <= 1 && !problem.empty()) {
        out.verdict = Verdict::cannot_tell;
        out.why = problem;
    } else if (faulty.empty()) {
        out.verdict = Verdict::passed;
        out.why = msg("all {} pages are as asked", looked_at);
    } else {
        out.verdict = faulty.size() >= looked_at ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(looked_at - std::min(looked_at, faulty.size())) / static_cast<double>(looked_at);
        out.why = msg("{} of {} pages are not as asked", faulty.size(), looked_at);
    }
    return out;
}

std::vector<site::PageId> shown_pages(const Context& context)
{
    std::vector<site::PageId> shown = context.pages();
    std::erase_if(shown, [&](site::PageId id) {
        const site::Page& page = context.site().pages[id];
        return page.needs_script || page.document_cut || page.is_frameset;
    });
    return shown;
}

std::vector<PageNote> notes_of(std::span<const PageNote> notes, std::span<const site::PageId> shown)
{
    std::vector<PageNote> out;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(out), [&](const PageNote& note) { return std::binary_search(shown.begin(), shown.end(), note.page); });
    return out;
}

const http::HostFacts* home_host(const site::Site& site)
{
    const auto home = url::Url::parse(site.url_of(site.home));
    const auto& hosts = site.ending.hosts;
    const auto found = std::find_if(hosts.begin(), hosts.end(), [&](const http::HostFacts& facts) {
        return home && facts.host == home->host() && facts.port == home->effective_port();
    });
    return found == hosts.end() ? nullptr : &*found;
}

Judgement no_server(const site::Site& site)
{
    Judgement out;
    out.verdict = Verdict::cannot_tell;
    out.why = site.origin.folder ? msg("a folder was audited, so there is no server that could be looked at") : msg("the evidence holds nothing about the home page's host");
    return out;
}

}  // namespace pa::check
