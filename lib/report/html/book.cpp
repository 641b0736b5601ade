#include "report/html/book.hpp"

#include "evidence/digest.hpp"
#include "report/plain.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace pa::report::html {

namespace {

constexpr std::size_t room_of_part = 850'000;  // bytes of entries in a further file

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

}  // namespace

std::string Book::say(const Message& message) const { return line(message.in(lang_)); }

void Book::add(List list, std::size_t room)
{
    Placed placed{std::move(list), {}, {""}};
    placed.ends = cut(placed.list.entries, room, room_of_part);
    for (std::size_t i = 1; !file_name_.empty() && i < placed.ends.size(); ++i) {
        placed.files.push_back(part_name(file_name_, next_part_++));
        for (std::size_t at = placed.ends[i - 1]; at < placed.ends[i]; ++at) {
            if (!placed.list.entries[at].id.empty()) {
                places_[placed.list.entries[at].id] = relative_address(placed.files[i]);
            }
        }
    }
    lists_.push_back(std::move(placed));
}

// Which entries stand in a file: "Findings 301 – 900 of 3000".
std::string Book::range(const Placed& placed, std::size_t file) const
{
    const std::size_t begin = file == 0 ? 0 : placed.ends[file - 1];
    return say(msg("{} {} to {} of {}", placed.list.heading, begin + 1, placed.ends[file], placed.list.entries.size()));
}

std::string Book::section(const Placed& placed, std::size_t file) const
{
    const List& list = placed.list;
    const bool is_cut = placed.ends.size() > 1;
    Part part;
    part.set("id", list.id);
    part.set("heading", is_cut ? range(placed, file) : list.heading + " (" + std::to_string(list.entries.size()) + ")");
    part.set("t_search", say(msg("Search")));
    part.set("t_choices", say(msg("Show")));
    part.set("t_open_all", say(msg("Open all")));
    part.set("t_close_all", say(msg("Close all")));
    part.set("t_parts", say(msg("The others are in files beside this one:")));
    part.flag("is_table", !list.columns.empty() && !list.entries.empty());
    part.flag("is_sortable", list.is_sortable);
    part.flag("is_wide", list.is_wide);
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

void Book::add_links(const Placed& placed, std::size_t file, Part& part) const
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
        part.add_text("left_out", say(msg("{} more do not fit onto this page; written into a file with -o, the report has them beside it, and audit.json has all", placed.list.entries.size() - placed.ends[0])));
    }
}

Part Book::page(const Frame& frame, const std::string& part_of) const
{
    Part out;
    out.set("lang", lang_ == Lang::vi ? "vi" : "en");
    out.set("t_skip", say(msg("Go to the report")));
    out.set("t_kind", frame.kind);
    out.set("t_contents", say(msg("Contents")));
    out.set("unit", frame.subject);
    out.set("title", (part_of.empty() ? "" : part_of + " – ") + frame.title);
    if (!frame.home.empty()) {
        out.add("home").set("address", frame.home);
    }
    out.set("about", frame.about);
    out.set("tool", frame.tool);
    out.set("foot", frame.foot);
    out.add_text("sha256", frame.sha256);
    if (!part_of.empty()) {
        Part& back = out.add("back");
        back.set("address", relative_address(file_name_));
        back.set("text", say(msg("The whole report")));
    }
    return out;
}

void Book::add_contents(const std::vector<std::pair<std::string, std::string>>& contents, Part& out) const
{
    const auto add = [&](const std::string& id, const std::string& text) {
        Part& entry = out.add("contents");
        entry.set("id", id);
        entry.set("text", text);
    };
    out.flag("has_contents", true);
    for (const auto& [id, text] : contents) {
        if (!id.empty()) {
            add(id, text);
            continue;
        }
        for (const Placed& placed : lists_) {
            if (placed.is_shown()) {
                add(placed.list.id, placed.list.heading);
            }
        }
    }
}

std::vector<Piece> Book::write(const Frame& frame, const std::string& before, const std::string& after, const std::vector<std::pair<std::string, std::string>>& contents) const
{
    const std::string style = std::string(template_text("page.css")) + frame.style;
    const auto finished = [&style](Part head, const std::string& body) { return framed(head, "page.html", style, template_text("page.js"), body); };
    std::string body = before;
    for (const Placed& placed : lists_) {
        if (placed.is_shown()) {
            body += section(placed, 0);
        }
    }
    Part first = page(frame, "");
    add_contents(contents, first);
    std::vector<Piece> out;
    out.push_back({file_name_, finished(std::move(first), body + after)});
    for (const Placed& placed : lists_) {
        for (std::size_t i = 1; i < placed.files.size(); ++i) {
            out.push_back({placed.files[i], finished(page(frame, placed.list.heading), section(placed, i))});
        }
    }
    return out;
}

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

}  // namespace pa::report::html
