// The pages of the HTML report: what goes onto the first, what into parts, and the frame around both.
#include "report/html/view.hpp"

#include "evidence/digest.hpp"
#include "report/defect.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace pa::report::html {

namespace {

// The first page stays under 1,000,000 bytes: its lists have these, the rest of it is bounded by what it shows.
struct Room {
    std::size_t findings = 320'000;
    std::size_t items = 120'000;
    std::size_t services = 120'000;
    std::size_t documents = 120'000;
    std::size_t part = 850'000;
};

// A source of the Content Security Policy: the digest of a style or script, in base64 (CSP 3, 2.3.1).
std::string digest_source(std::string_view text)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = evidence::sha256(text);
    std::string out = "'sha256-";
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char c : hex) {
        bits = (bits << 4U) | static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
        held += 4;
        if (held >= 6) {
            held -= 6;
            out += digits[(bits >> held) & 63U];
        }
    }
    // 256 bits are 42 digits and 4 bits more.
    out += digits[(bits << (6 - held)) & 63U];
    return out + "='";
}

// Where entries go: those up to `ends[0]` onto the first page, those up to `ends[1]` into a part, and so on.
std::vector<std::size_t> cut(const std::vector<Entry>& entries, std::size_t first_room, std::size_t part_room)
{
    std::vector<std::size_t> ends;
    std::size_t room = first_room;
    std::size_t used = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t size = entries[i].html.size();
        if (used + size > room && (used > 0 || ends.empty())) {
            ends.push_back(i);
            room = part_room;
            used = 0;
        }
        used += size;
    }
    ends.push_back(entries.size());
    return ends;
}

// A list that was cut: `files[i]` holds what ends at `ends[i]`; the first page has no name here.
struct Placed {
    List list;
    std::vector<std::size_t> ends;
    std::vector<std::string> files;
};

bool is_shown(const List& list) { return !list.entries.empty() || !list.leads.empty(); }

std::string part_name(const std::string& file_name, std::size_t number)
{
    const std::size_t point = file_name.rfind('.');
    const std::string stem = file_name.substr(0, point == 0 ? std::string::npos : point);
    return stem + "-" + std::to_string(number) + (point == 0 || point == std::string::npos ? ".html" : file_name.substr(point));
}

// A file beside this one as a relative address: also a name with a colon or a blank is one path segment.
std::string relative_address(const std::string& name)
{
    std::string out;
    for (const char c : name) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || std::string_view("-._~").find(c) != std::string_view::npos;
        out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

// "2026-11-23 08:00", for the head; the whole moment stands among the facts.
std::string moment(const std::string& iso)
{
    std::string out = iso.substr(0, 16);
    std::replace(out.begin(), out.end(), 'T', ' ');
    return out;
}

class Report {
public:
    Report(const audit::Audit& audit, Lang lang, const std::string& file_name) : view_{audit, lang}, file_name_(file_name) {}

    std::vector<Piece> write()
    {
        const Room room;
        place(findings(view_), room.findings);
        place(items(view_), room.items);
        place(services(view_), room.services);
        place(documents(view_), room.documents);
        std::string body = summary(view_);
        for (const Placed& placed : lists_) {
            if (is_shown(placed.list)) {
                body += section(placed, 0);
            }
        }
        body += facts(view_);
        std::vector<Piece> out;
        out.push_back({file_name_, page(body, "")});
        for (const Placed& placed : lists_) {
            for (std::size_t i = 1; i < placed.files.size(); ++i) {
                out.push_back({placed.files[i], page(section(placed, i), placed.list.heading)});
            }
        }
        return out;
    }

private:
    void place(List list, std::size_t first_room)
    {
        Placed placed{std::move(list), {}, {""}};
        placed.ends = cut(placed.list.entries, first_room, Room{}.part);
        for (std::size_t i = 1; !file_name_.empty() && i < placed.ends.size(); ++i) {
            placed.files.push_back(part_name(file_name_, next_part_++));
            for (std::size_t at = placed.ends[i - 1]; at < placed.ends[i]; ++at) {
                if (!placed.list.entries[at].id.empty()) {
                    view_.places[placed.list.entries[at].id] = relative_address(placed.files[i]);
                }
            }
        }
        lists_.push_back(std::move(placed));
    }

    // Which entries stand in a file: "Findings 301 – 900 of 3000".
    std::string range(const Placed& placed, std::size_t file) const
    {
        const std::size_t begin = file == 0 ? 0 : placed.ends[file - 1];
        return view_.say(msg("{} {} to {} of {}", placed.list.heading, begin + 1, placed.ends[file], placed.list.entries.size()));
    }

    std::string section(const Placed& placed, std::size_t file) const
    {
        const List& list = placed.list;
        const bool is_cut = placed.ends.size() > 1;
        Part part;
        part.set("id", list.id);
        part.set("heading", is_cut ? range(placed, file) : list.heading + " (" + std::to_string(list.entries.size()) + ")");
        part.set("t_search", view_.say(msg("Search")));
        part.set("t_choices", view_.say(msg("Show")));
        part.set("t_open_all", view_.say(msg("Open all")));
        part.set("t_close_all", view_.say(msg("Close all")));
        part.set("t_parts", view_.say(msg("The others are in files beside this one:")));
        part.flag("is_table", !list.columns.empty() && !list.entries.empty());
        part.flag("has_choices", !is_cut && list.choices.size() > 1);
        for (const Choice& choice : list.choices) {
            Part& box = part.add("choices");
            box.set("value", choice.value);
            box.set("word", choice.word);
            box.set("count", std::to_string(choice.count));
        }
        for (const std::string& lead : file == 0 ? list.leads : std::vector<std::string>()) {
            part.add_text("leads", lead);
        }
        if (list.columns.empty()) {
            part.add("opens");
        }
        for (const std::string& column : list.columns) {
            part.add("columns").set("text", column);
        }
        add_links(placed, file, part);
        std::string entries;
        for (std::size_t i = file == 0 ? 0 : placed.ends[file - 1]; i < placed.ends[file]; ++i) {
            entries += list.entries[i].html;
        }
        part.markup("entries", entries);
        return filled("list.html", part);
    }

    void add_links(const Placed& placed, std::size_t file, Part& part) const
    {
        part.flag("has_parts", placed.files.size() > 1);
        for (std::size_t i = 0; i < placed.files.size(); ++i) {
            if (i != file) {
                Part& link = part.add("parts");
                link.set("address", relative_address(i == 0 ? file_name_ : placed.files[i]));
                link.set("text", range(placed, i));
            }
        }
        if (placed.ends.size() > 1 && placed.files.size() == 1) {
            part.add_text("left_out", view_.say(msg("{} more do not fit onto this page; written into a file with -o, the report has them beside it, and audit.json has all", placed.list.entries.size() - placed.ends[0])));
        }
    }

    std::string page(const std::string& body, const std::string& part_of) const
    {
        const audit::Audit& audit = view_.audit;
        Part out;
        out.set("lang", view_.lang == Lang::vi ? "vi" : "en");
        out.set("t_skip", view_.say(msg("Go to the report")));
        out.set("t_kind", view_.say(msg("Audit of a state agency's portal")));
        out.set("t_contents", view_.say(msg("Contents")));
        out.set("unit", portal_name(audit));
        out.set("title", (part_of.empty() ? "" : part_of + " – ") + view_.say(msg("Audit of {}", portal_name(audit)), 300));
        if (const std::string home = web_address(audit.home); !home.empty()) {
            out.add("home").set("address", home);
        }
        out.set("about", line(unit_type_word(audit.unit_type, view_.lang), 100) + " · " + view_.say(audit.profile_title, 300) + " · " +
                             view_.say(msg("law of {}", audit.as_of), 100) + " · " + view_.say(msg("evidence of {}", moment(audit.evidence_begun)), 100));
        out.set("tool", line(audit.tool_name + " " + audit.tool_version, 100));
        out.set("sha256", line(audit.evidence_sha256, 100));
        std::string packs;
        for (std::size_t i = 0; i < std::min<std::size_t>(audit.packs.size(), 20); ++i) {
            packs += (packs.empty() ? "" : ", ") + line(audit.packs[i].id + " " + audit.packs[i].version, 100);
        }
        out.set("packs", packs);
        if (part_of.empty()) {
            add_contents(out);
        } else {
            Part& back = out.add("back");
            back.set("address", relative_address(file_name_));
            back.set("text", view_.say(msg("The whole report")));
        }
        return framed(out, "page.html", template_text("page.css"), template_text("page.js"), body);
    }

    void add_contents(Part& out) const
    {
        const auto add = [&](const std::string& id, const std::string& text) {
            Part& entry = out.add("contents");
            entry.set("id", id);
            entry.set("text", text);
        };
        out.flag("has_contents", true);
        add("score", view_.say(msg("Score")));
        add("groups", view_.say(msg("Score by group")));
        for (const Placed& placed : lists_) {
            if (is_shown(placed.list)) {
                add(placed.list.id, placed.list.heading);
            }
        }
        add("crawl", view_.say(msg("How the evidence was gathered")));
        add("portal", view_.say(msg("The portal's technology")));
        add("acts", view_.say(msg("Legal acts applied")));
        add("words", view_.say(msg("What the words mean")));
    }

    View view_;
    std::string file_name_;
    std::size_t next_part_ = 2;
    std::vector<Placed> lists_;
};

}  // namespace

namespace {

// Without the line ends of the file: the Nu checker reckons a digest without them.
std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
    return text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

}  // namespace

std::string framed(Part& page, std::string_view frame, std::string_view style, std::string_view script, const std::string& body)
{
    style = trimmed(style);
    script = script.empty() ? script : trimmed(script);
    page.set("policy", "default-src 'none'; style-src " + digest_source(style) + (script.empty() ? "" : "; script-src " + digest_source(script)) + "; base-uri 'none'; form-action 'none'");
    page.markup("style", style);
    page.markup("script", script);
    page.flag("has_script", !script.empty());
    page.markup("body", body);
    return filled(frame, page);
}

std::vector<Piece> pages(const audit::Audit& audit, Lang lang, const std::string& file_name) { return Report(audit, lang, file_name).write(); }

}  // namespace pa::report::html
