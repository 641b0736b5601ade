// What the sections of the HTML report share: the audit, the language, and how strangers' texts are shown. Every text is one
// line of bounded length; a list of any length is cut into pages by page.cpp.
#pragma once

#include "audit/audit.hpp"
#include "report/format.hpp"
#include "report/html/book.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/template.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pa::report::html {

struct View {
    const audit::Audit& audit;
    Lang lang = Lang::en;
    std::map<std::string, std::string> places = {};  ///< the file of each finding that is not on the first page

    std::string say(const Message& message, std::size_t points = line_limit) const { return line(message.in(lang), points); }
    std::string say(const Text& text, std::size_t points = line_limit) const { return line(text.in(lang), points); }
    std::string num(double value) const { return number(value, lang); }
    /// "2.5 – 5 / 10", or "5 / 10" where it is decided.
    std::string points(const audit::Points& points) const;
    /// Where the finding stands: "#f-…", with its file where it is another one.
    std::string address_of(const audit::Finding& finding) const;
};

/// What an id of HTML may consist of; other characters are "x".
std::string plain_id(std::string_view id);

/// The sign beside a word for a verdict or a state, so that its colour is not all there is.
std::string_view sign(std::string_view name);

/// Adds to `part` a list `link` or `plain` (with `prefix` in front) of one: the text as a link where the address is one of the web.
void add_link(Part& part, const std::string& prefix, std::string_view text, std::string_view address);

List findings(const View& view);
List items(const View& view);
List services(const View& view);
List documents(const View& view);

/// Notes, score, what costs most, the way to the next grade, what is not decided, groups.
std::string summary(const View& view);

/// Waivers and overlays, how the evidence was gathered, the portal's hosts, the acts applied, the words.
std::string facts(const View& view);

/// The report: its page first, then the parts with what does not fit into a megabyte, named after `file_name`
/// ("report.html": "report-2.html", …). Without a name the page stands alone and counts what is left out.
std::vector<Piece> pages(const audit::Audit& audit, Lang lang, const std::string& file_name);

}  // namespace pa::report::html
