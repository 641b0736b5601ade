// The documents that items publish, those with broken files first.
#include "report/html/view.hpp"

#include <algorithm>

namespace pa::report::html {

namespace {

constexpr std::size_t files_shown = 5;

// Of all files together: broken where one is.
std::string state_of(const audit::Document& document)
{
    if (document.files.empty()) {
        return "none";
    }
    bool is_sound = true;
    for (const audit::File& file : document.files) {
        if (file.state == "broken") {
            return "broken";
        }
        is_sound = is_sound && file.state == "sound";
    }
    return is_sound ? "sound" : "unknown";
}

std::string word(std::string_view state, Lang lang)
{
    const Message words = state == "broken" ? msg("broken") : state == "sound" ? msg("sound") : state == "none" ? msg("no file") : msg("cannot tell");
    return words.in(lang);
}

std::string shown_or_dash(const std::string& text, std::size_t points) { return text.empty() ? "–" : line(text, points); }

std::string entry(const View& view, const audit::Document& document)
{
    const std::string state = state_of(document);
    Part part;
    part.set("t_abstract", view.say(msg("Abstract")));
    part.set("t_issued", view.say(msg("Issued")));
    part.set("t_effective", view.say(msg("In force from")));
    part.set("t_files", view.say(msg("Files")));
    part.set("state", state);
    part.set("sign", sign(state));
    part.set("word", word(state, view.lang) + (document.files.size() > 1 ? " (" + std::to_string(document.files.size()) + ")" : ""));
    part.set("number", shown_or_dash(document.number, 100));
    part.set("type", line(document.type, 100));
    part.set("authority", line(document.authority, 200));
    add_link(part, "", document.abstract.empty() ? document.page : document.abstract, document.page);
    part.set("issued", shown_or_dash(document.issued, 40));
    part.set("effective", shown_or_dash(document.effective, 40));
    std::size_t shown = 0;
    for (const audit::File& file : document.files) {
        if (file.state != "broken" || ++shown > files_shown) {
            continue;
        }
        Part& row = part.add("broken");
        add_link(row, "file_", file.url, file.url);
        row.set("why", view.say(file.why, 200));
    }
    return filled("document.html", part);
}

}  // namespace

List documents(const View& view)
{
    List out;
    out.id = "documents";
    out.heading = view.say(msg("Documents"));
    out.columns = {view.say(msg("Number")), view.say(msg("Abstract")), view.say(msg("Issued")), view.say(msg("In force from")), view.say(msg("Files"))};
    std::map<std::string, std::size_t> counts;
    for (const char* state : {"broken", "unknown", "none", "sound"}) {
        for (const audit::Document& document : view.audit.documents) {
            if (state_of(document) == state) {
                ++counts[state];
                out.entries.push_back({"", entry(view, document)});
            }
        }
        if (counts[state] > 0) {
            out.choices.push_back({state, word(state, view.lang), counts[state]});
        }
    }
    return out;
}

}  // namespace pa::report::html
