// The online public services, the worst first, and those of a list that the portal does not have.
#include "report/html/view.hpp"

#include "report/services.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace pa::report::html {

namespace {

constexpr std::size_t issues_shown = 12;
constexpr std::size_t unseen_shown = 10;

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

std::string word(std::string_view state, Lang lang)
{
    const Message words = state == "broken" ? msg("at fault") : state == "absent" ? msg("not on the portal") : msg("no fault seen");
    return words.in(lang);
}

std::vector<std::string> columns(const View& view)
{
    return {view.say(msg("Service")), view.say(msg("State")), view.say(msg("Level")), view.say(msg("Shown")), view.say(msg("Files are sent in")), view.say(msg("What is wrong"))};
}

Part row(const View& view, const std::string& state)
{
    static constexpr const char* names[] = {"", "t_state", "t_level", "t_shown", "t_filing", "t_issues"};
    Part part;
    const std::vector<std::string> heads = columns(view);
    for (std::size_t i = 1; i < heads.size(); ++i) {
        part.set(names[i], heads[i]);
    }
    part.set("state", state);
    part.set("sign", sign(state));
    part.set("word", word(state, view.lang));
    return part;
}

std::string entry(const View& view, const audit::Service& service)
{
    Part part = row(view, service.issues.empty() ? "sound" : "broken");
    add_link(part, "", service.name, service.pages.empty() ? "" : service.pages.front());
    part.set("code", line(service.code, 40));
    part.set("field", line(service.field, 100));
    part.add_text("levels", view.say(msg("declared: {}", or_dash(level_word(service.declared, view.lang)))));
    part.add_text("levels", view.say(msg("by the evidence: {}", or_dash(observed_text(service, view.lang)))));
    part.add_text("shown", view.say(msg("parts: {} of {}", service.parts_shown, service.parts_asked)));
    part.add_text("shown", view.say(msg("sound forms: {} of {}", service.forms_sound, service.forms.size())));
    part.add_text("shown", view.say(msg("clicks from the home page: {}", service.clicks ? std::to_string(*service.clicks) : "–")));
    part.set("filing", or_dash(filing_word(service.filing, view.lang)));
    for (std::size_t i = 0; i < std::min(service.issues.size(), issues_shown); ++i) {
        part.add_text("issues", view.say(service.issues[i].text, 300));
    }
    return filled("service.html", part);
}

std::string missing_entry(const View& view, const audit::MissingService& missing)
{
    Part part = row(view, "absent");
    add_link(part, "", missing.name, "");
    part.set("code", line(missing.code, 40));
    part.add_text("levels", "–");
    part.add_text("shown", "–");
    part.set("filing", "–");
    part.add_text("issues", view.say(msg("the list that was handed in has it, the portal does not")));
    return filled("service.html", part);
}

void add_leads(const View& view, List& out)
{
    const audit::ServiceFacts& facts = view.audit.service_facts;
    for (std::size_t i = 0; i < std::min(facts.unseen.size(), unseen_shown); ++i) {
        out.leads.push_back(view.say(facts.unseen[i], 400));
    }
    if (facts.left_out > 0) {
        out.leads.push_back(view.say(msg("{} more services were seen than an audit keeps", facts.left_out)));
    }
    if (facts.compared) {
        out.leads.push_back(view.say(msg("Against the list of {}: {} missing, {} extra, {} misnamed, {} with another code, {} at another level", facts.listed, facts.missing_count, facts.extra,
                                         facts.misnamed, facts.wrong_code, facts.wrong_level)));
        if (facts.missing_count > facts.missing.size()) {
            out.leads.push_back(view.say(msg("Of the missing services, the first {} are listed", facts.missing.size())));
        }
    }
}

}  // namespace

List services(const View& view)
{
    List out;
    out.id = "services";
    out.heading = view.say(msg("Online public services"));
    out.columns = columns(view);
    add_leads(view, out);
    std::size_t wrong = 0;
    for (const audit::Service& service : view.audit.services) {
        wrong += service.issues.empty() ? 0U : 1U;
        out.entries.push_back({"", entry(view, service)});
    }
    for (const audit::MissingService& missing : view.audit.service_facts.missing) {
        out.entries.push_back({"", missing_entry(view, missing)});
    }
    const auto choose = [&](const char* state, std::size_t count) {
        if (count > 0) {
            out.choices.push_back({state, word(state, view.lang), count});
        }
    };
    choose("broken", wrong);
    choose("sound", view.audit.services.size() - wrong);
    choose("absent", view.audit.service_facts.missing.size());
    return out;
}

}  // namespace pa::report::html
