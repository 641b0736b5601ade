#include "site/site.hpp"

#include <algorithm>

namespace pa::site {

namespace {

constexpr int most_redirects = 10;

// Whoever asks for a login page by its name is not kept out by getting one.
bool names_login(std::string_view url)
{
    constexpr std::string_view words[] = {"login", "dang-nhap", "dangnhap", "signin", "sign-in", "sso", "account", "auth"};
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return url.find(word) != std::string_view::npos; });
}

}  // namespace

std::optional<PageId> Site::page_at(UrlId url) const
{
    return page_by_url_[url] == none ? std::nullopt : std::optional(page_by_url_[url]);
}

std::optional<UrlId> Site::url_id(std::string_view url) const
{
    const auto found = std::lower_bound(urls.begin(), urls.end(), url);
    return found != urls.end() && *found == url ? std::optional(static_cast<UrlId>(found - urls.begin())) : std::nullopt;
}

bool Site::is_inside(std::string_view url) const
{
    const auto parsed = url::Url::parse(url);
    return parsed && scope_.contains(*parsed);
}

Target Site::target(UrlId url) const
{
    Target out;
    const std::string& first = urls[url];
    for (int hop = 0; hop <= most_redirects; ++hop) {
        out.url = urls[url];
        const auto page = page_at(url);
        if (!page) {
            const bool disallowed = std::binary_search(ending.disallowed.begin(), ending.disallowed.end(), out.url);
            out.state = disallowed              ? Target::State::disallowed
                        : !is_inside(url) ? Target::State::outside
                                              : Target::State::not_fetched;
            return out;
        }
        out.page = *page;
        const Page& answer = pages[*page];
        if (answer.redirect == none) {
            const bool asked_for_login = hop == 0 || names_login(first);
            out.state = answer.blocked != Blocked::none || (answer.has_password && !asked_for_login) ? Target::State::blocked
                        : answer.is_soft_404                                                         ? Target::State::soft_404
                        : answer.failure != http::Failure::none               ? Target::State::failed
                        : answer.status >= 200 && answer.status < 300 ? Target::State::page
                                                                            : Target::State::broken;
            return out;
        }
        url = answer.redirect;
    }
    out.state = Target::State::loop;
    return out;
}

std::vector<PageId> Site::html_pages() const
{
    std::vector<PageId> out;
    for (PageId id = 0; id < pages.size(); ++id) {
        const Page& page = pages[id];
        if (page.is_html && page.status >= 200 && page.status < 300 && page.failure == http::Failure::none && page.redirect == none) {
            out.push_back(id);
        }
    }
    return out;
}

Result<OpenPage> Site::open(PageId page) const
{
    PA_LET(exchange, reader_->read(pages[page].position));
    const auto url = url::Url::parse(exchange.url);
    Parsed parsed = parse(exchange.response, limits_);
    exchange.response.body.clear();
    return OpenPage{std::move(parsed.document), url.value_or(url::Url()), std::move(exchange.response), parsed.bytes};
}

Result<http::Response> Site::answer(PageId page) const
{
    PA_LET(exchange, reader_->read(pages[page].position));
    http::Response& response = exchange.response;
    response.body = http::decoded(response.body, response.headers.get("content-encoding"), limits_.decoded_bytes).bytes;
    return std::move(response);
}

}  // namespace pa::site
