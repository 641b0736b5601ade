#include "audit/facts.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace pa::audit {

namespace {

constexpr std::size_t most_examples = 50;
constexpr std::size_t longest_value = 1000;

// The fields by which a server protects its visitors, in the order in which they are shown.
constexpr std::string_view security_fields[] = {
    "Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options",
    "Referrer-Policy",           "Permissions-Policy",      "Cross-Origin-Opener-Policy"};

void add_pages(const site::Site& site, Audit& audit)
{
    for (site::PageId id = 0; id < site.pages.size(); ++id) {
        const site::Page& page = site.pages[id];
        if (page.purpose != evidence::Purpose::page) {
            continue;
        }
        ++audit.addresses;
        if (page.failure != http::Failure::none || page.status >= 400) {
            ++audit.failed;
            if (audit.failed_examples.size() < most_examples) {
                const std::string answer = page.failure != http::Failure::none ? std::string(http::name_of(page.failure)) : std::to_string(page.status);
                audit.failed_examples.push_back(site.url_of(id) + " " + answer);
            }
        }
        if (page.blocked != site::Blocked::none) {
            ++audit.blocked;
            if (audit.blocked_examples.size() < most_examples) {
                audit.blocked_examples.push_back(site.url_of(id) + " " + std::string(name_of(page.blocked)));
            }
        }
        audit.soft_404 += page.is_soft_404 ? 1U : 0U;
        audit.duplicates += page.same_as != site::none ? 1U : 0U;
    }
    for (const site::PageId id : site.html_pages()) {
        ++audit.pages;
        ++audit.charsets[site.pages[id].charset.name];
        ++audit.languages[site.pages[id].language.empty() ? "-" : utf8_repaired(site.pages[id].language).substr(0, 35)];
    }
}

void add_crawl(const evidence::Ending& ending, Audit& audit)
{
    audit.disallowed = ending.disallowed_count;
    audit.not_fetched = ending.not_fetched;
    audit.robots = ending.robots;
    audit.limits_hit = ending.limits_hit;
    for (const evidence::Trap& trap : ending.traps) {
        audit.traps.push_back({trap.kind, trap.where, trap.left_out});
    }
    audit.sample_seed = ending.sample_seed;
    for (const evidence::Stratum& stratum : ending.strata) {
        audit.sample.push_back({stratum.section, stratum.known, stratum.taken});
    }
    for (const time::Moment at : ending.resumed) {
        audit.resumed.push_back(time::to_string(at));
    }
}

// Nearest rank; 0 of nothing.
std::uint64_t percentile(const std::vector<std::uint32_t>& sorted, std::size_t percent)
{
    return sorted.empty() ? 0 : sorted[(sorted.size() * percent + 99) / 100 - 1];
}

Host host_of(const http::HostFacts& facts, const site::Site& site)
{
    Host out;
    out.host = facts.host;
    out.port = facts.port;
    out.addresses4 = facts.addresses4;
    out.addresses6 = facts.addresses6;
    out.fixed_address = facts.fixed_address;
    out.dns_failure = facts.dns_failure;
    out.tls_version = facts.tls_version;
    out.tls_cipher = facts.tls_cipher;
    out.alpn = facts.alpn;
    out.tls_failure = facts.tls_failure;
    out.verify = facts.verify;
    for (const http::Certificate& one : facts.chain) {
        out.chain.push_back({one.subject, one.issuer, one.names, time::to_string(one.from), time::to_string(one.until), one.key, one.sha256});
    }
    const std::string key = facts.host + ":" + std::to_string(facts.port);
    std::vector<std::uint32_t> times;
    for (site::PageId id = 0; id < site.pages.size(); ++id) {
        const site::Page& page = site.pages[id];
        const auto url = url::Url::parse(site.url_of(id));
        if (page.purpose == evidence::Purpose::page && url && url->host_and_port() == key) {
            ++out.requests;
            out.failed += page.failure != http::Failure::none ? 1U : 0U;
            if (page.failure == http::Failure::none) {
                times.push_back(page.elapsed_ms);
            }
        }
    }
    std::sort(times.begin(), times.end());
    out.ms_p50 = percentile(times, 50);
    out.ms_p90 = percentile(times, 90);
    out.ms_p99 = percentile(times, 99);
    return out;
}

// Whether the address on http leads to https; nothing to say when it was not asked.
std::string http_to_https(const site::Site& site)
{
    const auto home = url::Url::parse(site.origin.start);
    const auto plain = home ? site.url_id("http://" + std::string(home->host()) + "/") : std::nullopt;
    if (!plain || home->port() || !site.page_at(*plain)) {
        return "";
    }
    const site::Target target = site.target(*plain);
    if (target.state == site::Target::State::failed) {
        return "";
    }
    return target.url.starts_with("https://") ? "yes" : "no";
}

}  // namespace

Result<void> add_facts(const site::Site& site, Audit& audit)
{
    add_pages(site, audit);
    add_crawl(site.ending, audit);
    audit.sitemap_files = static_cast<std::uint64_t>(std::count_if(site.sitemap_files.begin(), site.sitemap_files.end(), [&](site::PageId id) {
        return site.pages[id].status >= 200 && site.pages[id].status < 300;
    }));
    for (const http::HostFacts& facts : site.ending.hosts) {
        audit.hosts.push_back(host_of(facts, site));
    }
    if (site.origin.folder) {
        return {};
    }
    audit.http_to_https = http_to_https(site);
    PA_LET(home, site.open(site.home));
    audit.http_version = home.response.version;
    for (const std::string_view name : security_fields) {
        if (const auto value = home.response.headers.find(name)) {
            audit.security_headers.push_back({std::string(name), std::string(utf8_prefix(*value, longest_value))});
        }
    }
    return {};
}

}  // namespace pa::audit
