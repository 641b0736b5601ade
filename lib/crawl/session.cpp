#include "crawl/session.hpp"

#include "http/coding.hpp"
#include "http/date.hpp"

#include <algorithm>
#include <thread>

namespace pa::crawl {

namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t disallowed_listed = 1000;
constexpr double longest_crawl_delay = 30;
constexpr std::uint64_t robots_bytes = 1U << 20U;
constexpr std::size_t most_hosts_looked_at = 20;

std::string key_of(evidence::Purpose purpose, const std::string& url) { return std::string(evidence::name_of(purpose)) + " " + url; }

Strain strain_of(const evidence::Exchange& exchange, milliseconds slow)
{
    const int status = exchange.response.status;
    if (status == 429 || status == 503 || site::blocked_by(exchange.response) == site::Blocked::firewall) {
        return Strain::pushed_back;
    }
    const bool refused = exchange.failure == http::Failure::refused_address || exchange.failure == http::Failure::refused_scheme ||
                         exchange.failure == http::Failure::too_large;
    if ((exchange.failure != http::Failure::none && !refused) || status == 502 || status == 504) {
        return Strain::failed;
    }
    return exchange.elapsed_ms > slow.count() ? Strain::slow : Strain::none;
}

// One of a host's addresses, the same for every fetch: hosts that are at the same ones then share it.
void place(Host& host, const http::HostFacts& facts)
{
    const std::vector<std::string>& addresses = facts.addresses4.empty() ? facts.addresses6 : facts.addresses4;
    if (!addresses.empty()) {
        host.pace->at_address(addresses.front());
    }
}

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
    // Of the others the library only says the same in English, and how many milliseconds it took.
    const bool tells_more = failure == http::Failure::tls || failure == http::Failure::bad_response || failure == http::Failure::refused_scheme;
    return {ErrorKind::unreachable, tells_more && !detail.empty() ? msg("{}: {}: {}", url, words_of(failure), detail) : msg("{}: {}", url, words_of(failure)), {}, {}};
}

bool is_transient(const evidence::Exchange& exchange)
{
    const int status = exchange.response.status;
    const bool refused = exchange.failure == http::Failure::refused_address || exchange.failure == http::Failure::refused_scheme;
    return (exchange.failure != http::Failure::none && !refused) || status == 408 || status == 429 || status >= 500 ||
           site::blocked_by(exchange.response) != site::Blocked::none;
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
    exchange.held = std::move(answer.held);
    return exchange;
}

Session::Session(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
                 const std::atomic<bool>& stop)
    : options_(options), transport_(transport), writer_(writer), builder_(builder), clock_(clock), stop_(stop),
      paces_(options.paces != nullptr ? options.paces : std::make_shared<PaceRegister>(options.pace))
{
    if (options.unfinished == nullptr) {
        return;
    }
    auto file = evidence::Reader::open(writer.path());
    if (!file) {
        write_error_ = tl::unexpected(file.error());
        return;
    }
    earlier_file_ = std::move(*file);
    for (const evidence::Kept& kept : options.unfinished->kept) {
        earlier_[key_of(kept.purpose, kept.url)].push_back(kept.position);
    }
    ending.hosts = options.unfinished->hosts;
    ending.resumed = options.unfinished->resumed;
}

std::optional<Earlier> Session::earlier(const url::Url& url, evidence::Purpose purpose)
{
    const auto found = earlier_.find(key_of(purpose, url.href()));
    if (found == earlier_.end() || found->second.empty()) {
        return std::nullopt;
    }
    const evidence::Position position = found->second.front();
    found->second.pop_front();
    auto exchange = earlier_file_->read(position);
    if (!exchange) {
        const std::lock_guard lock(mutex_);
        write_error_ = tl::unexpected(exchange.error());
        return std::nullopt;
    }
    ++taken_over_;
    return Earlier{std::move(*exchange), position};
}

void Session::keep_the_rest()
{
    for (auto& [key, positions] : earlier_) {
        for (const evidence::Position position : std::exchange(positions, {})) {
            if (auto exchange = earlier_file_->read(position)) {
                ++taken_over_;
                take_over({std::move(*exchange), position});
            }
        }
    }
}

Session::Answered Session::ask(const url::Url& url, evidence::Purpose purpose, std::uint64_t limit)
{
    Host& host = *known_host(url).first;
    if (auto known = earlier(url, purpose)) {
        count(known->exchange);
        site::Added added = take_over(*known);
        return {std::move(known->exchange), std::move(added)};
    }
    const auto is_out_of_time = [&] { return Steady::now() - begun_ >= options_.limits.time; };
    while (!host.pace->try_start_anyway(Steady::now())) {
        if (stop_ || is_out_of_time()) {
            host.pace->start_now(Steady::now());
            break;
        }
        std::this_thread::sleep_for(std::clamp<Steady::duration>(host.pace->next_start() - Steady::now(), milliseconds(1), milliseconds(50)));
    }
    const time::Moment at = clock_.now();
    transport_.start({0, url.href(), limit});
    std::vector<net::Answer> answers;
    while (answers.empty()) {
        answers = transport_.wait(milliseconds(200));
    }
    evidence::Exchange exchange = exchange_of(std::move(answers.front()), url.href(), purpose, at);
    count(exchange);
    adapt(exchange, host);
    site::Added added = keep(exchange, turn());
    return {std::move(exchange), std::move(added)};
}

std::uint64_t Session::turn()
{
    const std::lock_guard lock(mutex_);
    return turns_given_++;
}

site::Added Session::keep(const evidence::Exchange& exchange, std::uint64_t turn)
{
    evidence::Prepared prepared = evidence::prepare(exchange);
    std::unique_lock lock(mutex_);
    turn_changed_.wait(lock, [&] { return turns_done_ == turn; });
    const auto position = writer_.append(exchange, std::move(prepared));
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
    if (exchange.failure != http::Failure::none) {
        log("failed", exchange.url, std::string(http::name_of(exchange.failure)) + ": " + exchange.failure_detail);
    }
    if (options_.on_progress) {
        progress.slow = slow_hosts();
        options_.on_progress(progress);
    }
}

std::vector<SlowHost> Session::slow_hosts() const
{
    std::vector<SlowHost> out;
    const milliseconds wished = std::max(options_.pace.interval, options_.pace.least_public);
    for (const auto& [name, host] : hosts_) {
        const milliseconds interval = host.pace->interval();
        if (host.pace->given_up() || interval > wished * 2) {
            out.push_back({name, static_cast<std::uint64_t>(interval.count()), host.pace->given_up()});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const SlowHost& a, const SlowHost& b) { return a.given_up != b.given_up ? a.given_up : a.interval_ms > b.interval_ms; });
    return out;
}

void Session::adapt(const evidence::Exchange& exchange, Host& host)
{
    std::optional<milliseconds> retry_after;
    if (const auto seconds = http::parse_retry_after(exchange.response.headers.get("retry-after"), exchange.at)) {
        retry_after = *seconds;
    }
    const Strain strain = exchange.from_file ? Strain::none : strain_of(exchange, options_.pace.slow);
    if (const auto change = host.pace->answered(Steady::now(), strain, retry_after)) {
        log("pace", exchange.url, *change);
    }
}

void Session::count_block(const url::Url& url, site::Blocked blocked)
{
    log("blocked", url.href(), name_of(blocked));
    if (blocked != site::Blocked::login) {
        log("pace", url.href(), host_of(url).pace->blocked(Steady::now()));
    }
}

Host& Session::host_of(const url::Url& url)
{
    const auto [host, is_new] = known_host(url);
    if (is_new) {
        look_at(url);
        read_robots(url, *host);
    }
    return *host;
}

std::pair<Host*, bool> Session::known_host(const url::Url& url)
{
    const auto [it, is_new] = hosts_.try_emplace(url.host_and_port());
    if (is_new) {
        it->second.pace = paces_->host(url);
    }
    return {&it->second, is_new};
}

void Session::look_at(const url::Url& url)
{
    const auto known = std::find_if(ending.hosts.begin(), ending.hosts.end(), [&](const http::HostFacts& facts) {
        return facts.host == url.host() && facts.port == url.effective_port();
    });
    if (known != ending.hosts.end()) {
        place(*known_host(url).first, *known);
        return;
    }
    if (ending.hosts.size() >= most_hosts_looked_at || stop_) {
        return;
    }
    if (auto facts = transport_.look_at(url, clock_.now())) {
        const auto written = writer_.append(evidence::encoded(*facts));
        if (!written) {
            const std::lock_guard lock(mutex_);
            write_error_ = write_error_ ? Result<void>(tl::unexpected(written.error())) : write_error_;
        }
        place(*known_host(url).first, *facts);
        ending.hosts.push_back(std::move(*facts));
    }
}

void Session::read_robots(const url::Url& url, Host& host)
{
    auto at = url::Url::parse("/robots.txt", &url);
    std::string state = "unreachable";
    host.robots = web::Robots::disallow_all();
    for (int hop = 0; at && hop <= 5; ++hop) {
        const evidence::Exchange exchange = ask(*at, evidence::Purpose::robots, robots_bytes).exchange;
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
    log("robots", url.host_and_port(), state);
    if (const auto delay = host.robots.crawl_delay(options_.product)) {
        host.pace->slow_down_to(milliseconds(static_cast<long>(std::min(*delay, longest_crawl_delay) * 1000)));
        log("pace", url.host_and_port(), fmt::format("Crawl-delay: interval {} ms", host.pace->interval().count()));
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

void Session::log_ending()
{
        for (const evidence::Trap& trap : ending.traps) {
            log("trap", trap.where, fmt::format("{}: {} addresses left out", trap.kind, trap.left_out));
        }
        for (const evidence::Stratum& stratum : ending.strata) {
            log("sample", stratum.section, fmt::format("{} of {} asked, seed {}", stratum.taken, stratum.known, ending.sample_seed));
        }
        for (const std::string& limit : ending.limits_hit) {
            log("limit", "", limit);
        }
}

Result<void> Session::write_error()
{
    const std::lock_guard lock(mutex_);
    return write_error_;
}

std::uint64_t Session::kept_count()
{
    const std::lock_guard lock(mutex_);
    return turns_done_ + taken_over_;
}

}  // namespace pa::crawl
