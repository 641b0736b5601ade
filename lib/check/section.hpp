// Finds where a portal keeps an information item, and whether there is anything in it.
#pragma once

#include "check/content.hpp"
#include "check/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pa::check {

/// A place that could be the section, and what came of looking at it.
struct Candidate {
    enum class State {
        present,      ///< has content
        picture_only, ///< only a picture, an embedded file, or a file that is no page
        empty,        ///< a page without content
        home,         ///< leads back to the home page
        outside,      ///< leads to another portal
        broken,       ///< answers 404 or the like
        soft_404,     ///< an error page with status 200
        unknown,      ///< could not be looked at
    };

    int score = 0;
    std::string label;                   ///< the text by which it was found
    Message found_in;                    ///< menu, title, address …
    bool is_exact = false;               ///< a label is all of the text
    bool is_in_menu = false;
    bool is_framed = false;              ///< a menu, the home page, a sidebar or footer leads there
    std::string url;
    site::PageId page = site::none;
    State state = State::unknown;
    Message why;                         ///< for everything but `present`
    std::optional<Content> content;      ///< for `present`
};

struct Section {
    std::optional<Candidate> found;      ///< the best that has content
    std::vector<Candidate> rejected;     ///< the others that were looked at, best first
    std::vector<Message> searched;
    std::vector<Candidate> near_misses;  ///< texts that came near but are another item's, or too little like it, at most 5
};

struct SectionQuery {
    const Labels* labels = nullptr;
    std::size_t least_text = 80;         ///< code points of own text that count as content
    bool picture_counts = false;         ///< a picture or an embedded map is content enough
    bool links_count = false;            ///< many links are content enough, also those that stand in the menus
    bool outside_counts = false;         ///< a link to another agency's portal is enough
};

/// Looks in menus, home page, headings, titles and addresses; opens at most 12 candidates, best first.
Section find_section(const Context& context, const SectionQuery& query);

}  // namespace pa::check
