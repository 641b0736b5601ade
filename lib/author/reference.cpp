#include "author/reference.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace pa::author {

namespace {

std::string day_text(const std::optional<time::Day>& day) { return day ? time::to_string(*day) : "…"; }

std::string dates(const rule::InForce& in_force) { return day_text(in_force.from) + " – " + day_text(in_force.until); }

std::string title_of(const rule::Pack& pack, const std::string& group, Lang lang)
{
    const auto found = std::find_if(pack.groups.begin(), pack.groups.end(), [&](const rule::Group& g) { return g.id == group; });
    return found == pack.groups.end() ? group : found->title.in(lang);
}

// In a table's cell.
std::string cell(std::string text)
{
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
        text.insert(at, "\\");
    }
    return text;
}

// As troff text: no line of it is a request, no backslash an escape.
std::string troff(std::string_view text)
{
    std::string out = !text.empty() && (text.front() == '.' || text.front() == '\'') ? "\\&" : "";
    for (const char c : text) {
        out += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    }
    return out;
}

}  // namespace

std::string reference_markdown(const rule::Library& library)
{
    std::string out = "# Rules\n\nMade by `portalaudit rules reference`; do not edit. How packs are written: portalaudit-rulepack(5). What each kind looks at: "
                      "portalaudit-checks(7).\nWhich row of the law became which rule: [coverage.csv](coverage.csv).\n";
    for (const rule::Profile& profile : library.profiles) {
        out += fmt::format("\n- Profile `{}`: {} / {}; in force {}; packs {}\n", profile.id, profile.title.vi, profile.title.en, dates(profile.in_force), fmt::join(profile.packs, ", "));
    }
    for (const rule::Pack& pack : library.packs) {
        out += fmt::format("\n## {} {}\n\n{}\n\n{}\n\n{}; in force {}; {} rules\n", pack.id, pack.version, pack.title.vi, pack.title.en, pack.instrument, dates(pack.in_force), pack.rules.size());
        std::string group;
        for (const rule::Rule& rule : pack.rules) {
            if (rule.group != group) {
                group = rule.group;
                out += fmt::format("\n### {} / {}\n\n| rule | article | title | units | form | severity | points | kind | reading |\n|---|---|---|---|---|---|---|---|---|\n",
                                   title_of(pack, group, Lang::vi), title_of(pack, group, Lang::en));
            }
            out += fmt::format("| `{}` | {} | {}<br>{} | {} | {} | {} | {} | {} | {} |\n", rule.id, cell(rule.article), cell(rule.title.vi), cell(rule.title.en),
                               fmt::join(rule.applies_to, ", "), rule::name_of(rule.form), rule::name_of(rule.severity), rule.points, rule.kind, rule.source);
        }
    }
    return out;
}

std::string reference_man(const rule::Library& library)
{
    std::string out = ".TH PORTALAUDIT\\-RULES 7 2026-11-24 \"portalaudit\" \"portalaudit\"\n.SH NAME\nportalaudit\\-rules \\- the rules that portals are audited by\n.SH DESCRIPTION\n"
                      "Made by\n.BR \"portalaudit rules reference\" .\nThe texts of a rule in both languages, its parameters and examples:\n.BR \"portalaudit rules show\" .\n.SH PROFILES\n";
    for (const rule::Profile& profile : library.profiles) {
        out += fmt::format(".TP\n.B {}\n{}.\nIn force {}; packs {}.\n", troff(profile.id), troff(profile.title.en), troff(dates(profile.in_force)), troff(fmt::format("{}", fmt::join(profile.packs, ", "))));
    }
    for (const rule::Pack& pack : library.packs) {
        out += fmt::format(".SH \"{}\"\n{}.\n{}, version {}, in force {}.\n", troff(pack.id), troff(pack.title.en), troff(pack.instrument), pack.version, troff(dates(pack.in_force)));
        std::string group;
        for (const rule::Rule& rule : pack.rules) {
            if (rule.group != group) {
                group = rule.group;
                out += fmt::format(".SS \"{}\"\n", troff(title_of(pack, group, Lang::en)));
            }
            out += fmt::format(".TP\n.B {}\n{}.\nArt. {} ({}); {}; {}; {}, {} points; kind {}.\n", troff(rule.id), troff(rule.title.en), troff(rule.article), troff(rule.source),
                               troff(fmt::format("{}", fmt::join(rule.applies_to, ", "))), rule::name_of(rule.form), rule::name_of(rule.severity), rule.points, troff(rule.kind));
        }
    }
    return out + ".SH SEE ALSO\n.BR portalaudit\\-rules (1),\n.BR portalaudit\\-rulepack (5),\n.BR portalaudit\\-checks (7)\n";
}

}  // namespace pa::author
