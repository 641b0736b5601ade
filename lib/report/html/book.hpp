// A report in HTML as one page and, where its lists do not fit into a megabyte, further files beside it.
#pragma once

#include "base/message.hpp"
#include "report/format.hpp"
#include "report/template.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pa::report::html {

/// One entry of a list: a `<details>` or a `<tr>`.
struct Entry {
    std::string id;     ///< of a finding; else empty
    std::string html;
};

struct Choice {
    std::string value;
    std::string word;
    std::size_t count = 0;
};

/// A list with search and filter.
struct List {
    std::string id;
    std::string heading;
    std::vector<std::string> leads;    ///< paragraphs above it, on the first page
    std::vector<std::string> columns;  ///< of a table; none: entries stand below each other
    std::vector<Choice> choices;       ///< what can be left out, by the entries' `data-v`
    std::vector<Entry> entries;
    bool is_sortable = false;          ///< by its columns, in the browser
    bool is_wide = false;              ///< a table that scrolls sideways
};

/// The head and foot that all pages of a report have.
struct Frame {
    std::string kind;     ///< what sort of report this is
    std::string subject;  ///< its heading
    std::string title;    ///< of the document
    std::string home;     ///< an http(s) address, or empty
    std::string about;
    std::string tool;
    std::string foot;     ///< what the report was made from
    std::string sha256;   ///< of the evidence, or empty
    std::string style;    ///< beside that of all reports
};

class Book {
public:
    /// `file_name` ("report.html") is the first page's; further ones are named after it ("report-2.html", …). Without a name
    /// the page stands alone and counts what is left out.
    Book(Lang lang, std::string file_name) : lang_(lang), file_name_(std::move(file_name)) {}

    /// Adds a list, of which `room` bytes of entries go onto the first page. An empty list without leads is not shown.
    void add(List list, std::size_t room);

    /// The file of each entry with an id that is not on the first page, as an address relative to it.
    const std::map<std::string, std::string>& places() const { return places_; }

    /// All files: `before`, the lists, `after` on the first page. `contents` names their headings by id; those of the lists
    /// are put in at the entry with an empty id.
    std::vector<Piece> write(const Frame& frame, const std::string& before, const std::string& after, const std::vector<std::pair<std::string, std::string>>& contents) const;

private:
    // A list that was cut: `files[i]` holds what ends at `ends[i]`; the first page has no name here.
    struct Placed {
        List list;
        std::vector<std::size_t> ends;
        std::vector<std::string> files;

        bool is_shown() const { return !list.entries.empty() || !list.leads.empty(); }
    };

    std::string say(const Message& message) const;
    std::string range(const Placed& placed, std::size_t file) const;
    std::string section(const Placed& placed, std::size_t file) const;
    void add_links(const Placed& placed, std::size_t file, Part& part) const;
    void add_contents(const std::vector<std::pair<std::string, std::string>>& contents, Part& out) const;
    Part page(const Frame& frame, const std::string& part_of) const;

    Lang lang_;
    std::string file_name_;
    std::size_t next_part_ = 2;
    std::vector<Placed> lists_;
    std::map<std::string, std::string> places_;
};

/// The template `frame` around `body`, its style and script allowed by their digest alone. `script` may be "".
std::string framed(Part& page, std::string_view frame, std::string_view style, std::string_view script, const std::string& body);

}  // namespace pa::report::html
