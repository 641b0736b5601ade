#include "crawl/session.hpp"

#include "http/coding.hpp"

#include <algorithm>
#include <thread>

namespace pa::crawl {

namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t disallowed_listed = 1000;
constexpr double longest_crawl_delay = 30;
constexpr std::uint64_t robots_bytes = 1U << 20U;

Message words_of(http::Failure failure)
{
    switch (failure) {
    case http::Failure::name_not_found:
        return msg("the host name is not known");
    case http::Failure::cannot_connect:
        return msg("no connection");
    case http::Failure::tls:
        return msg("the secure connection (TLS) failed");
    case http::Failure::timed_out:
        return msg("no answer in time");
    case http::Failure::cut_off:
        return msg("the connection broke off");
    case http::Failure::too_large:
        return msg("the answer's head is too large");
    default:
        return msg("no valid answer");
    }
}

}  // namespace

Error failure_error(const std::string& url, http::Failure failure, const std::string& detail)
{
    if (failure == http::Failure::refused_address) {
        return {ErrorKind::unreachable, msg("{}: the name leads to a private address", url), {},
                msg("pass --allow-private to audit a staging site of your own")};
    }
    return {ErrorKind::unreachable, msg("{}: {}: {}", url, words_of(failure), detail), {}, {}};
}

evidence::Exchange exchange_of(net::Answer&& answer, std::string url, evidence::Purpose purpose, time::Moment at)
{
    evidence::Exchange exchange;
    exchange.url = std::move(url);
    exchange.purpose = purpose;
    exchange.at = at;
    exchange.request_head = std::move(answer.request_head);
    exchange.response = std::move(answer.response);
    exchange.failure = answer.failure;
    exchange.failure_detail = std::move(answer.detail);
    exchange.address = std::move(answer.address);
    exchange.elapsed_ms = answer.elapsed_ms;
    exchange.truncated = answer.truncated;
    exchange.from_file = answer.from_file;
    return exchange;
}

Session::Session(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
                 const std::atomic<bool>& stop)
    : options_(options), transport_(transport), writer_(writer), builder_(builder), clock_(clock), stop_(stop)
{
}

evidence::Exchange Session::ask(const url::Url& url, evidence::Purpose purpose, std::uint64_t limit)
{
    Host& host = hosts_[url.host_and_port()];
    while (Steady::now() < host.next_start && !stop_) {
        std::this_thread::sleep_for(std::min<Steady::duration>(host.next_start - Steady::now(), milliseconds(50)));
    }
    host.next_start = Steady::now() + host.interval;
    const time::Moment at = clock_.now();
    transport_.start({0, url.href(), limit});
    std::vector<net::Answer> answers;
    while (answers.empty()) {
        answers = transport_.wait(milliseconds(200));
    }
    evidence::Exchange exchange = exchange_of(std::move(answers.front()), url.href(), purpose, at);
    count(exchange);
    return exchange;
}

std::vector<url::Url> Session::keep(const evidence::Exchange& exchange)
{
    return keep(exchange, turn());
}

std::uint64_t Session::turn()
{
    const std::lock_guard lock(mutex_);
    return turns_given_++;
}

std::vector<url::Url> Session::keep(const evidence::Exchange& exchange, std::uint64_t turn)
{
    const std::string records = evidence::encoded(exchange);
    std::unique_lock lock(mutex_);
    turn_changed_.wait(lock, [&] { return turns_done_ == turn; });
    const auto position = writer_.append(records);
    ++turns_done_;
    turn_changed_.notify_all();
    if (!position) {
        write_error_ = write_error_ ? Result<void>(tl::unexpected(position.error())) : write_error_;
        return {};
    }
    lock.unlock();
    return builder_.add(exchange, *position);
}

void Session::count(const evidence::Exchange& exchange)
{
    ++progress.fetched;
    progress.failed += exchange.failure != http::Failure::none || exchange.response.status >= 400 ? 1 : 0;
    progress.bytes += exchange.response.body.size();
    progress.current = exchange.url;
    if (options_.on_progress) {
        options_.on_progress(progress);
    }
}

Host& Session::host_of(const url::Url& url)
{
    const std::string key = url.host_and_port();
    const auto [it, is_new] = hosts_.try_emplace(key);
    if (is_new) {
        it->second.interval = options_.pace.interval;
        read_robots(url, it->second);
    }
    return it->second;
}

void Session::read_robots(const url::Url& url, Host& host)
{
    auto at = url::Url::parse("/robots.txt", &url);
    std::string state = "unreachable";
    host.robots = web::Robots::disallow_all();
    for (int hop = 0; at && hop <= 5; ++hop) {
                const evidence::Exchange exchange = ask(*at, evidence::Purpose::robots, robots_bytes);
        keep(exchange);
        const int status = exchange.response.status;
        host.failure = exchange.failure;
        host.failure_detail = exchange.failure_detail;
        if (exchange.response.is_redirect()) {
            at = url::Url::parse(exchange.response.headers.get("location"), &*at);
            continue;
        }
        if (exchange.failure == http::Failure::none && status >= 200 && status < 300) {
            const http::Decoded body = http::decoded(exchange.response.body, exchange.response.headers.get("content-encoding"), robots_bytes);
            host.robots = web::Robots::parse(body.bytes);
            state = "found";
        } else if (status >= 400 && status < 500) {
            host.robots = web::Robots::allow_all();  // RFC 9309, 2.3.1.3: unavailable
            state = "none";
        }
        break;
    }
    if (const auto delay = host.robots.crawl_delay(options_.product)) {
        const auto wanted = milliseconds(static_cast<long>(std::min(*delay, longest_crawl_delay) * 1000));
        host.interval = std::max(host.interval, wanted);
    }
    if (ending.robots.empty()) {
        ending.robots = options_.obey_robots ? state : "ignored";
    }
}

bool Session::allowed(const url::Url& url)
{
    const Host& host = host_of(url);
    const std::string path = std::string(url.path()) + std::string(url.query());
    if (!options_.obey_robots || host.robots.allows(options_.product, path)) {
        return true;
    }
    ++ending.disallowed_count;
    if (disallowed.size() < disallowed_listed) {
        disallowed.insert(url.href());
    }
    return false;
}

Result<void> Session::write_error()
{
    const std::lock_guard lock(mutex_);
    return write_error_;
}

std::uint64_t Session::kept_count()
{
    const std::lock_guard lock(mutex_);
    return turns_done_;
}

}  // namespace pa::crawl
