// What a page itself has to say, told from the template around it by comparing the site's pages.
#pragma once

#include "check/context.hpp"

#include <string>
#include <vector>

namespace pa::check {

struct Content {
    std::string text;                    ///< own text blocks, a line each, at most 64 KiB
    std::size_t length = 0;              ///< code points of it
    std::size_t linked = 0;              ///< of these, inside links
    std::vector<site::UrlId> entries;    ///< targets of own links inside the portal, each once, in order
    std::vector<site::UrlId> paging;     ///< those of them that lead on in a list: "2", "Trang sau", "»"
    std::size_t pictures = 0;            ///< own images, embeds and frames
    std::vector<time::Day> dates;        ///< days named in the own text, in `time` and in publication metadata

    bool is_list() const { return entries.size() >= 4 && linked * 5 >= length * 2; }
};

/// The portal's own pages that a page shows in frames in its content, at most 4.
std::vector<site::PageId> frames_of(const Context& context, site::PageId page);

/// The content of a page with that of its frames, all but its `text`: what is outside headers, menus, breadcrumbs, sidebars and footers and not on a
/// third of the portal's pages as well. Made of what was kept when the page was read; nothing is opened.
Content gist_of(const Context& context, site::PageId page);

/// The text that belongs to the gist of a page, a block a line, that of its frames behind its own; without those that are links or little else, if so asked. Empty when the page cannot be opened; `Context` remembers why.
enum class Links { with, without };
std::string own_text(const Context& context, site::PageId page, Links links = Links::with);

/// Content of one element of a page, such as the block below a heading of the home page; template or not.
Content content_below(const Context& context, const site::OpenPage& open, html::Node top);

/// Whether a page links to ten and more in its own part, or to as many more often than two other pages do: a map of the site
/// may be made as its menus are.
bool has_many_links(const Context& context, site::PageId page);

/// Words that say that there is nothing yet ("đang cập nhật") or that the page is an error page.
enum class Emptiness { none, loading, updating, not_found, no_data };
Emptiness emptiness_said(const Content& content);
/// Whether a page is so short that `emptiness_said` looks at its text at all.
bool may_be_empty(const Content& content);

}  // namespace pa::check
