// The portal as its evidence shows it: pages, links, and what answers behind them. Built once, by any
// number of threads, and read-only afterwards; the same evidence gives the same site.
#pragma once

#include "evidence/reader.hpp"
#include "site/page.hpp"
#include "site/scope.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pa::site {

/// What is behind an address.
struct Target {
    enum class State {
        page,         ///< an answer of status 200 to 299, of any type
        broken,       ///< an answer that says no: 404, 410, 5xx …
        soft_404,     ///< an answer that says no with status 200
        blocked,      ///< a firewall, captcha or login wall instead of an answer
        failed,       ///< no answer
        outside,      ///< another portal's, by the scope; not asked
        disallowed,   ///< robots.txt keeps us from it
        not_fetched,  ///< left out because of a limit, or not of http
        loop,         ///< redirects that do not end
    };
    State state = State::not_fetched;
    PageId page = none;   ///< the page that answered last, also for `broken` and `failed`
    std::string url;      ///< where the redirects ended
};

/// A page opened again.
struct OpenPage {
    html::Document document;
    url::Url url;
    http::Response response;  ///< without its body
    std::size_t bytes = 0;    ///< of the page's source, which tell how large the tree may be
};

class Site {
public:
    evidence::Origin origin;
    evidence::Ending ending;
    std::vector<std::string> urls;       ///< sorted: pages and targets of links
    std::vector<std::string> labels;     ///< sorted
    std::vector<Page> pages;             ///< sorted by address
    PageId home = none;                  ///< where the start address led; `none` when nothing answered
    std::vector<std::uint32_t> clicks;   ///< for each page: links from the home page; `none` when not reached
    std::vector<PageId> sitemap_files;   ///< answers asked for as site maps for search engines
    std::string evidence_digest;         ///< SHA-256 of the evidence file

    const std::string& url_of(PageId page) const { return urls[pages[page].url]; }
    std::optional<PageId> page_at(UrlId url) const;
    std::optional<UrlId> url_id(std::string_view url) const;

    /// Follows redirects (at most 10).
    Target target(UrlId url) const;

    /// Whether an address belongs to the audited portal.
    bool is_inside(std::string_view url) const;
    bool is_inside(UrlId url) const { return inside_[url]; }
    const std::string& label(const Link& link) const { return labels[link.label]; }

    /// All HTML pages with status 200 that can be looked at.
    std::vector<PageId> html_pages() const;

    /// Whether a text block stands on so many pages that it is the site's template.
    bool is_template(std::uint32_t block) const { return template_blocks_.contains(block); }

    /// What was kept of a page's text. Fails with `io`.
    Result<PageText> text(PageId page) const { return texts_.read(pages[page].text); }

    /// Reads a page once more from the evidence. Fails with `damaged`.
    Result<OpenPage> open(PageId page) const;

    /// The answer itself, its body decoded. Fails with `damaged`.
    Result<http::Response> answer(PageId page) const;

private:
    friend class Builder;
    std::shared_ptr<const evidence::Reader> reader_;
    Scope scope_;
    std::vector<bool> inside_;  ///< by UrlId
    std::vector<PageId> page_by_url_;  ///< by UrlId; `none` where there is no page
    std::unordered_set<std::uint32_t> template_blocks_;
    TextStore texts_;
    PageLimits limits_;
};

/// What an exchange leads to, for a crawler to go on with.
struct Added {
    std::vector<url::Url> urls;         ///< the links of a page, or the target of a redirect
    bool is_page = false;               ///< an HTML page of status 200
    bool is_error = false;              ///< no answer, or one of status 400 and above
    Blocked blocked = Blocked::none;
    std::optional<url::Url> canonical;
    std::uint64_t text_hash = 0;
    std::vector<std::uint32_t> blocks;
};

/// Gives each text a number, in the order of arrival.
class Numbers {
public:
    std::uint32_t of(const std::string& text);
    /// The texts by number; none are left.
    std::vector<std::string> take();

private:
    using Texts = std::vector<std::string>;
    // Hashed and compared by their texts, which are kept once.
    struct Hash {
        using is_transparent = void;
        const Texts* texts;
        std::size_t operator()(const std::string& text) const { return std::hash<std::string>()(text); }
        std::size_t operator()(std::uint32_t number) const { return (*this)((*texts)[number]); }
    };
    struct Equal {
        using is_transparent = void;
        const Texts* texts;
        bool operator()(std::uint32_t a, std::uint32_t b) const { return a == b; }
        bool operator()(std::uint32_t number, const std::string& text) const { return (*texts)[number] == text; }
        bool operator()(const std::string& text, std::uint32_t number) const { return (*texts)[number] == text; }
    };

    std::unique_ptr<Texts> texts_ = std::make_unique<Texts>();
    std::unordered_set<std::uint32_t, Hash, Equal> numbers_{0, Hash{texts_.get()}, Equal{texts_.get()}};
};

/// Collects exchanges. `add` may be called by several threads at once, in any order.
class Builder {
public:
    explicit Builder(const Observer* observer, PageLimits limits = {}) : observer_(observer), limits_(limits) {}

    /// Digests one exchange and keeps what is to be kept.
    Added add(const evidence::Exchange& exchange, evidence::Position position);

    /// The HTML pages so far, for `Writer::seal`. Not while pages are added.
    std::vector<evidence::Titled> titles() const;

    /// Puts everything in order. `reader` is kept for `Site::open`. To be called once. Fails with
    /// `unreachable` when there is no page at all.
    Result<Site> finish(std::shared_ptr<const evidence::Reader> reader, evidence::Ending ending);

private:
    Link link_of(const RawLink& raw);

    const Observer* observer_;
    PageLimits limits_;
    // Guarded by the mutex:
    std::mutex mutex_;
    std::vector<Page> kept_;
    TextStore texts_;
    Numbers urls_;
    Numbers labels_;
};

/// An address at `start`'s host that no portal has: what answers it with status 200 answers so to everything.
url::Url impossible_address(const url::Url& start);

/// Reads all of an evidence file with `threads` workers. Fails with `damaged`, `io` or `unreachable`.
Result<Site> load(std::shared_ptr<evidence::Reader> reader, const Observer* observer, unsigned threads);

}  // namespace pa::site
