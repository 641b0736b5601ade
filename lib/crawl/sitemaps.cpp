#include "crawl/sitemaps.hpp"

#include "http/coding.hpp"
#include "site/address.hpp"
#include "web/sitemap.hpp"

namespace pa::crawl {

namespace {

constexpr std::size_t most_sitemaps = 50;

// Puts the addresses of a file into `out`, those of an index's files into `queue`.
void read_sitemap(const evidence::Exchange& exchange, const url::Url& at, std::vector<std::string>& queue, std::vector<url::Url>& out)
{
    const std::string_view encoding = exchange.response.headers.get("content-encoding");
    http::Decoded body = http::decoded(exchange.response.body, encoding, web::max_sitemap_bytes);
    if (body.bytes.starts_with("\x1f\x8b")) {
        body = http::decoded(body.bytes, "gzip", web::max_sitemap_bytes);
    }
    const web::Sitemap map = web::parse_sitemap(body.bytes);
    for (const web::SitemapEntry& entry : map.entries) {
        if (map.kind == web::SitemapKind::index) {
            queue.push_back(entry.loc);
        } else if (const auto url = url::Url::parse(entry.loc, &at)) {
            out.push_back(site::page_address(*url));
        }
    }
}

}  // namespace

std::vector<url::Url> sitemap_addresses(Session& session, const site::Scope& scope, const url::Url& start,
                                        Frontier& frontier, JobGroup& workers, const std::atomic<bool>& stop)
{
    std::vector<url::Url> out;
    std::vector<std::string> queue = session.host_of(start).robots.sitemaps();
    queue.push_back(url::Url::parse("/sitemap.xml", &start)->href());
    for (std::size_t i = 0; i < queue.size() && i < most_sitemaps && !stop; ++i) {
        const auto parsed = url::Url::parse(queue[i], &start);
        if (!parsed || !scope.contains(*parsed)) {
            continue;
        }
        const url::Url at = url::normalised(*parsed);
        if (!frontier.mark(at) || !session.allowed(at)) {
            continue;
        }
        const evidence::Exchange exchange = session.ask(at, evidence::Purpose::sitemap, web::max_sitemap_bytes).exchange;
        if (exchange.failure == http::Failure::none && exchange.response.ok()) {
            workers.submit([&] { read_sitemap(exchange, at, queue, out); });  // by a worker, because trees of large files take memory
            workers.wait();
        }
    }
    return out;
}

}  // namespace pa::crawl
