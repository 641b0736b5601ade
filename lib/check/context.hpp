// What checks are told besides the notes: the site, and what was worked out of it once for all of them.
#pragma once

#include "check/finding.hpp"
#include "check/labels.hpp"
#include "service/catalogue.hpp"
#include "site/site.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

namespace pa::check {

struct Content;

/// A note and the page it is about.
struct PageNote {
    site::PageId page = site::none;
    std::uint32_t count = 0;
    std::string detail;
};

/// All links with the same text to the same address, over the whole portal; dead ones left out.
struct LinkGroup {
    site::LabelId label = site::none;
    site::UrlId target = site::none;
    std::uint32_t pages = 0;            ///< on how many pages
    site::PageId first_page = site::none;
    bool on_home = false;
    bool in_menu = false;               ///< in a menu or header, on any page
    bool in_frame = false;              ///< in a footer, sidebar or breadcrumb, on any page
    bool is_image = false;
};

/// Built once for a site. Read-only afterwards, except for what is kept of opened pages (guarded).
class Context {
public:
    Context(const site::Site& site, time::Day day);

    const site::Site& site() const { return site_; }
    time::Day day() const { return day_; }  ///< the day of the evidence, against which dates are held

    const std::vector<LinkGroup>& links() const { return links_; }         ///< by label, then target
    /// A label's text by its id, or a title or heading by its number.
    const FoldedText& folded(std::uint32_t number) const { return folded_[number]; }
    const std::vector<site::PageId>& pages() const { return pages_; }      ///< HTML pages with status 200
    std::uint32_t title(std::size_t page) const { return titles_[page]; }                  ///< by index into `pages`; for `folded`
    std::uint32_t heading(std::size_t page) const { return headings_[page]; }
    const std::string& path_words(std::size_t page) const { return path_words_[page]; }    ///< of its address

    /// Whether a link stands on so many pages that it belongs to the template.
    bool is_template(const LinkGroup& link) const { return link.pages >= template_pages_; }
    bool is_template_target(site::UrlId url) const { return template_targets_.contains(url); }

    /// Why the home page does not show what the portal has; empty when it does.
    Message home_problem() const;

    /// Why nothing can be concluded from something not being found; empty when the portal was seen whole.
    Message blind_spot() const;

    /// The items that were judged already, by id.
    const Item* item(std::string_view id) const;
    void add_item(Item item);

    /// The services that the portal shows; empty before they were set.
    const service::Catalogue& services() const { return *services_; }
    std::shared_ptr<const service::Catalogue> shared_services() const { return services_; }
    void set_services(std::shared_ptr<const service::Catalogue> services) { services_ = std::move(services); }

    /// A page opened again; the last few are kept for the next who asks. Null, and the error remembered, when it
    /// cannot be read.
    std::shared_ptr<const site::OpenPage> open(site::PageId page) const;

    /// An answer as it came. Nothing, and the error remembered, when it cannot be read.
    std::optional<http::Response> answer(site::PageId page) const;

    /// What was kept of a page's text; nothing, and the error remembered, when it cannot be read.
    site::PageText text(site::PageId page) const;

    /// What `gist_of` gives for a page, kept for the whole audit.
    std::shared_ptr<const Content> gist(site::PageId page) const;

    /// The first error of `open` and `text`, if any: the evidence is damaged, or the disk is.
    Result<void> read_error() const;

private:
    std::uint32_t folded_number(std::string_view text);

    const site::Site& site_;
    time::Day day_;
    std::vector<LinkGroup> links_;
    std::vector<FoldedText> folded_;        ///< of the site's labels, then of titles and headings that are none of them
    std::vector<site::PageId> pages_;
    std::vector<std::uint32_t> titles_;     ///< indices into `folded_`
    std::vector<std::uint32_t> headings_;
    std::vector<std::string> path_words_;
    std::map<std::string, Item, std::less<>> items_;
    std::shared_ptr<const service::Catalogue> services_ = std::make_shared<const service::Catalogue>();
    std::uint32_t template_pages_ = 0;
    std::unordered_set<site::UrlId> template_targets_;

    mutable std::mutex mutex_;
    mutable std::vector<std::pair<site::PageId, std::shared_ptr<const site::OpenPage>>> opened_;  ///< the one asked for last at the end
    mutable std::size_t opened_bytes_ = 0;  ///< of their sources
    mutable std::map<site::PageId, std::shared_ptr<const Content>> gists_;
    mutable Result<void> read_error_;
};

}  // namespace pa::check
