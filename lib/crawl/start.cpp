#include "crawl/start.hpp"

namespace pa::crawl {

namespace {

constexpr int most_redirects = 10;
constexpr std::uint64_t probe_bytes = 1U << 20U;

Result<void> check_start(const evidence::Exchange& exchange, bool is_folder)
{
    if (exchange.failure != http::Failure::none) {
        return tl::unexpected(failure_error(exchange.url, exchange.failure, exchange.failure_detail));
    }
    if (!exchange.response.ok()) {
        return fail(ErrorKind::unreachable, msg("{}: the start address answers {}", exchange.url, exchange.response.status),
                    is_folder ? msg("the folder has no such file; --as may name another page to start with, such as https://so.example.gov.vn/trang-chu.html") : Message());
    }
    const http::MediaType type = http::parse_media_type(exchange.response.headers.get("content-type"));
    if (!type.is_html()) {
        return fail(ErrorKind::unreachable,
                    msg("{}: the start address is no web page but \"{}\"", exchange.url, type.type.empty() ? "?" : type.type));
    }
    if (exchange.response.body.empty()) {
        return fail(ErrorKind::unreachable, msg("{}: the start address gives an empty page", exchange.url));
    }
    return {};
}

Error not_allowed(Session& session, const url::Url& at)
{
    if (const Host& host = session.host_of(at); host.failure != http::Failure::none) {
        return failure_error(at.href(), host.failure, host.failure_detail);
    }
    return {ErrorKind::unreachable,
            session.ending.robots == "unreachable"
                ? msg("{}: robots.txt cannot be reached, which counts as \"do not visit\" (RFC 9309)", at.href())
                : msg("{}: robots.txt asks not to visit this address", at.href()),
            {},
            msg("an authority that may do so can pass --ignore-robots; it is written into the evidence")};
}

// Whether a portal on https also answers on http, and the other way round: asked once, for the rules about the secure
// connection. Other ports say nothing about the pair.
void probe_other_scheme(const Options& options, Session& session, Frontier& frontier)
{
    if (options.folder || options.start.port()) {
        return;
    }
    const std::string other = options.start.scheme() == "https" ? "http" : "https";
    const auto url = url::Url::parse(other + "://" + std::string(options.start.host()) + "/");
    if (url && frontier.mark(*url)) {
        session.look_at(*url);
        session.ask(*url, evidence::Purpose::probe, probe_bytes);
    }
}

}  // namespace

Result<Start> reach_start(const Options& options, Session& session, Frontier& frontier)
{
    Start start;
    start.home = options.start;
    start.scope = options.scope.value_or(site::Scope::host_of(options.start));
    for (int hop = 0; hop <= most_redirects; ++hop) {
        if (!session.allowed(start.home)) {
            return tl::unexpected(not_allowed(session, start.home));
        }
        frontier.mark(start.home);
        Session::Answered answered = session.ask(start.home, evidence::Purpose::page, options.limits.body_bytes);
        if (answered.exchange.response.is_redirect() && !answered.added.urls.empty()) {
            start.home = answered.added.urls.front();
            if (!options.scope) {
                start.scope.add(site::Scope::host_of(start.home));
            }
            continue;
        }
        PA_TRY(check_start(answered.exchange, options.folder));
        frontier.mark_page(start.home);
        start.found = std::move(answered.added.urls);
        start.found.insert(start.found.end(), options.seeds.begin(), options.seeds.end());
        probe_other_scheme(options, session, frontier);
        if (const url::Url probe = site::impossible_address(start.home); session.allowed(probe) && frontier.mark(probe)) {
            session.ask(probe, evidence::Purpose::probe, probe_bytes);
        }
        return start;
    }
    return fail(ErrorKind::unreachable, msg("{}: more than {} redirects", options.start.href(), most_redirects));
}

evidence::Origin origin_of(const Options& options, time::Moment begun)
{
    evidence::Origin origin;
    origin.start = options.start.href();
    origin.scope = options.scope ? options.scope->text() : "";
    origin.software = options.software;
    origin.user_agent = options.user_agent;
    origin.begun = begun;
    origin.folder = options.folder;
    origin.options = options.option_text;
    return origin;
}

}  // namespace pa::crawl
