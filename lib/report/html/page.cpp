// The page of an audit: its lists, and what stands before and after them.
#include "report/html/view.hpp"

#include "report/defect.hpp"

#include <algorithm>

namespace pa::report::html {

namespace {

// The first page stays under 1,000,000 bytes: its lists have these, the rest of it is bounded by what it shows.
struct Room {
    std::size_t findings = 320'000;
    std::size_t items = 120'000;
    std::size_t services = 120'000;
    std::size_t documents = 120'000;
};

// "2026-11-23 08:00", for the head; the whole moment stands among the facts.
std::string moment(const std::string& iso)
{
    std::string out = iso.substr(0, 16);
    std::replace(out.begin(), out.end(), 'T', ' ');
    return out;
}

Frame frame_of(const View& view)
{
    const audit::Audit& audit = view.audit;
    Frame out;
    out.kind = view.say(msg("Audit of a state agency's portal"));
    out.subject = portal_name(audit);
    out.title = view.say(msg("Audit of {}", portal_name(audit)), 300);
    out.home = web_address(audit.home);
    out.about = line(unit_type_word(audit.unit_type, view.lang), 100) + " · " + view.say(audit.profile_title, 300) + " · " + view.say(msg("law of {}", audit.as_of), 100) + " · " +
                view.say(msg("evidence of {}", moment(audit.evidence_begun)), 100);
    out.tool = line(audit.tool_name + " " + audit.tool_version, 100);
    out.sha256 = line(audit.evidence_sha256, 100);
    for (std::size_t i = 0; i < std::min<std::size_t>(audit.packs.size(), 20); ++i) {
        out.foot += (out.foot.empty() ? "" : ", ") + line(audit.packs[i].id + " " + audit.packs[i].version, 100);
    }
    return out;
}

}  // namespace

std::vector<Piece> pages(const audit::Audit& audit, Lang lang, const std::string& file_name)
{
    View view{audit, lang};
    Book book(lang, file_name);
    const Room room;
    book.add(findings(view), room.findings);
    book.add(items(view), room.items);
    book.add(services(view), room.services);
    book.add(documents(view), room.documents);
    view.places = book.places();
    return book.write(frame_of(view), summary(view), facts(view),
                      {{"score", view.say(msg("Score"))},
                       {"groups", view.say(msg("Score by group"))},
                       {"", ""},
                       {"crawl", view.say(msg("How the evidence was gathered"))},
                       {"portal", view.say(msg("The portal's technology"))},
                       {"acts", view.say(msg("Legal acts applied"))},
                       {"words", view.say(msg("What the words mean"))}});
}

}  // namespace pa::report::html
