#include "crawl/crawl.hpp"

#include "base/workers.hpp"
#include "crawl/session.hpp"
#include "crawl/sitemaps.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <unordered_set>

namespace pa::crawl {

namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int most_redirects = 10;
constexpr std::size_t most_second_looks = 200;
constexpr int hopeless = 5;  // second looks in a row that fail: the host does not come back

using Wave = std::map<std::string, url::Url>;  // by address, so in one order whatever came first

struct Found {
    bool is_redirect = false;
    std::vector<url::Url> urls;
};

class Crawl {
public:
    Crawl(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
          const std::atomic<bool>& stop)
        : options_(options), transport_(transport), writer_(writer), clock_(clock), stop_(stop), begun_(Steady::now()),
          session_(options, transport, writer, builder, clock, stop)
    {
    }

    Result<Outcome> run()
    {
        PA_TRY(write_origin());
        Result<void> reached = reach_start();
        if (reached) {
            probe_other_scheme();
            for (const url::Url& url : sitemap_addresses(session_, scope_, home_, seen_, stop_)) {
                offer(url);
            }
            fetch_waves();
        }
        PA_TRY(write_ending(reached.has_value()));
        PA_TRY(session_.write_error());
        PA_TRY(reached);
        return Outcome{session_.ending, session_.progress};
    }

private:
    Result<void> write_origin()
    {
        evidence::Origin origin;
        origin.start = options_.start.href();
        origin.scope = options_.scope ? options_.scope->text() : "";
        origin.software = options_.software;
        origin.user_agent = options_.user_agent;
        origin.begun = clock_.now();
        origin.folder = options_.folder;
        origin.options = options_.option_text;
        return writer_.append(evidence::encoded(origin)).map([](evidence::Position) {});
    }

    Result<void> write_ending(bool reached)
    {
        session_.ending.ended = clock_.now();
        session_.ending.complete = reached && !stop_;
        session_.ending.exchanges = session_.kept_count();
        session_.ending.scope = scope_.text();
        session_.ending.disallowed.assign(session_.disallowed.begin(), session_.disallowed.end());
        return writer_.append(evidence::encoded(session_.ending)).map([](evidence::Position) {});
    }

    // ---- the start address -------------------------------------------------------------------------

    Result<void> reach_start()
    {
        url::Url at = options_.start;
        scope_ = options_.scope.value_or(site::Scope::host_of(at));
        for (int hop = 0; hop <= most_redirects; ++hop) {
            if (!session_.allowed(at)) {
                if (const Host& host = session_.host_of(at); host.failure != http::Failure::none) {
                    return tl::unexpected(failure_error(at.href(), host.failure, host.failure_detail));
                }
                return fail(ErrorKind::unreachable,
                            session_.ending.robots == "unreachable"
                                ? msg("{}: robots.txt cannot be reached, which counts as \"do not visit\" (RFC 9309)", at.href())
                                : msg("{}: robots.txt asks not to visit this address", at.href()),
                            msg("an authority that may do so can pass --ignore-robots; it is written into the evidence"));
            }
            seen_.insert(at.href());
            const evidence::Exchange exchange = session_.ask(at, evidence::Purpose::page, options_.limits.body_bytes);
            const std::vector<url::Url> found = session_.keep(exchange);
            if (exchange.response.is_redirect() && !found.empty()) {
                at = found.front();
                if (!options_.scope) {
                    scope_.add(site::Scope::host_of(at));
                }
                continue;
            }
            PA_TRY(check_start(exchange));
            home_ = at;
            ++pages_;
            for (const url::Url& url : found) {
                offer(url);
            }
            for (const url::Url& seed : options_.seeds) {
                offer(seed);
            }
            return {};
        }
        return fail(ErrorKind::unreachable, msg("{}: more than {} redirects", options_.start.href(), most_redirects));
    }

    static Result<void> check_start(const evidence::Exchange& exchange)
    {
        if (exchange.failure != http::Failure::none) {
            return tl::unexpected(failure_error(exchange.url, exchange.failure, exchange.failure_detail));
        }
        if (!exchange.response.ok()) {
            return fail(ErrorKind::unreachable, msg("{}: the start address answers {}", exchange.url, exchange.response.status));
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

    // Whether a portal on https also answers on http, and the other way round: asked once, for the rules
    // about the secure connection. Other ports say nothing about the pair.
    void probe_other_scheme()
    {
        if (options_.folder || options_.start.port()) {
            return;
        }
        const std::string other = options_.start.scheme() == "https" ? "http" : "https";
        const auto url = url::Url::parse(other + "://" + std::string(options_.start.host()) + "/");
        if (url && !stop_ && seen_.insert(url->href()).second) {
            session_.keep(session_.ask(*url, evidence::Purpose::probe, 1U << 20U));
        }
    }

    // ---- pages, a depth at a time ------------------------------------------------------------------

    void offer(const url::Url& url)
    {
        if (scope_.contains(url) && !seen_.contains(url.href())) {
            next_.emplace(url.href(), url);
        }
    }

    void fetch_waves()
    {
        Workers workers(options_.threads, 64);
        for (unsigned depth = 1; !next_.empty() || second_look(); ++depth) {
            if (depth > options_.limits.depth) {
                hit("depth " + std::to_string(options_.limits.depth), next_.size());
                return;
            }
            Wave wave = std::exchange(next_, {});
            while (!wave.empty()) {
                redirected_.clear();
                fetch_wave(wave, workers);
                // Targets of redirects belong to the depth of what led to them.
                wave = std::exchange(redirected_, {});
            }
        }
    }

    // What failed for a reason that may pass is asked once more when everything else is done, one request at a time
    // and slowly. Both answers stay in the evidence; the second counts. Says whether that led to new pages.
    bool second_look()
    {
        int failed_in_a_row = 0;
        for (const auto& [href, url] : std::exchange(transient_, {})) {
            if (stop_ || failed_in_a_row == hopeless || out_of_budget(1)) {
                break;
            }
            std::this_thread::sleep_for(options_.pace.interval * 5);
            const evidence::Exchange exchange = session_.ask(url, evidence::Purpose::page, options_.limits.body_bytes);
            failed_in_a_row = is_transient(exchange) ? failed_in_a_row + 1 : 0;
            for (const url::Url& found : session_.keep(exchange)) {
                offer(found);
            }
        }
        return !next_.empty();
    }

    static bool is_transient(const evidence::Exchange& exchange)
    {
        const int status = exchange.response.status;
        const bool refused = exchange.failure == http::Failure::refused_address || exchange.failure == http::Failure::refused_scheme;
        return (exchange.failure != http::Failure::none && !refused) || status == 408 || status == 429 || status >= 500;
    }

    void hit(const std::string& limit, std::uint64_t left_out)
    {
        if (std::find(session_.ending.limits_hit.begin(), session_.ending.limits_hit.end(), limit) == session_.ending.limits_hit.end()) {
            session_.ending.limits_hit.push_back(limit);
        }
        session_.ending.not_fetched += left_out;
    }

    std::vector<url::Url> chosen(const Wave& wave)
    {
        std::vector<url::Url> out;
        for (const auto& [href, url] : wave) {
            if (seen_.contains(href)) {
                continue;
            }
            if (pages_ + out.size() >= options_.limits.pages) {
                hit("pages " + std::to_string(options_.limits.pages), 1);
                continue;
            }
            if (session_.allowed(url)) {
                out.push_back(url);
            }
            seen_.insert(href);
        }
        return out;
    }

    bool out_of_budget(std::uint64_t left)
    {
        const Limits& limits = options_.limits;
        if (left > 0 && session_.progress.bytes >= limits.bytes) {
            hit("bytes " + std::to_string(limits.bytes), left);
            return true;
        }
        if (left > 0 && Steady::now() - begun_ >= limits.time) {
            hit("time " + std::to_string(limits.time.count()), left);
            return true;
        }
        return false;
    }

    void fetch_wave(const Wave& wave, Workers& workers)
    {
        const std::vector<url::Url> urls = chosen(wave);
        std::vector<time::Moment> sent(urls.size());
        std::size_t next = 0;
        std::size_t open = 0;  // asked or being read, not finished
        while (next < urls.size() || open > 0) {
            if (next < urls.size() && (stop_ || !session_.write_error() || out_of_budget(urls.size() - next))) {
                session_.ending.not_fetched += stop_ ? urls.size() - next : 0;
                next = urls.size();
            }
            Steady::time_point wake = Steady::now() + milliseconds(20);
            while (next < urls.size() && may_start(urls[next], wake)) {
                sent[next] = clock_.now();
                transport_.start({next, urls[next].href(), options_.limits.body_bytes});
                ++next;
                ++open;
                ++pages_;
            }
            session_.progress.waiting = urls.size() - next + next_.size();
            for (net::Answer& answer : wait_for_answers(wake)) {
                hand_over(std::move(answer), urls, sent, workers);
            }
            open -= take_found(transport_.in_flight() == 0 && next == urls.size());
        }
    }

    bool may_start(const url::Url& url, Steady::time_point& wake)
    {
        Host& host = session_.host_of(url);
        const Steady::time_point now = Steady::now();
        if (host.in_flight >= options_.pace.connections) {
            return false;
        }
        if (now < host.next_start) {
            wake = std::min(wake, host.next_start);
            return false;
        }
        host.next_start = now + host.interval;
        ++host.in_flight;
        return true;
    }

    std::vector<net::Answer> wait_for_answers(Steady::time_point wake)
    {
        const auto left = std::chrono::ceil<milliseconds>(wake - Steady::now());
        if (transport_.in_flight() == 0 && left > milliseconds(0)) {
            std::unique_lock lock(mutex_);
            found_ready_.wait_for(lock, left, [this] { return !found_.empty(); });
            return {};
        }
        return transport_.wait(std::max(left, milliseconds(1)));
    }

    void hand_over(net::Answer&& answer, const std::vector<url::Url>& urls, const std::vector<time::Moment>& sent, Workers& workers)
    {
        const url::Url& url = urls[answer.ticket];
        --session_.host_of(url).in_flight;
        const time::Moment at = sent[answer.ticket];
        auto exchange = std::make_shared<evidence::Exchange>(exchange_of(std::move(answer), url.href(), evidence::Purpose::page, at));
        session_.count(*exchange);
        if (is_transient(*exchange) && looked_twice_ < most_second_looks) {
            ++looked_twice_;
            transient_.emplace(url.href(), url);
        }
        workers.submit([this, exchange, turn = session_.turn()] {
            Found found{exchange->response.is_redirect(), session_.keep(*exchange, turn)};
            std::erase_if(found.urls, [this](const url::Url& target) { return !scope_.contains(target); });
            const std::lock_guard lock(mutex_);
            found_.push_back(std::move(found));
            found_ready_.notify_one();
        });
    }

    // How many pages were finished since the last call. With `wait`, waits for one a little.
    std::size_t take_found(bool wait)
    {
        std::vector<Found> batch;
        {
            std::unique_lock lock(mutex_);
            if (wait) {
                found_ready_.wait_for(lock, milliseconds(20), [this] { return !found_.empty(); });
            }
            batch.swap(found_);
        }
        for (Found& found : batch) {
            for (url::Url& url : found.urls) {
                if (!seen_.contains(url.href())) {
                    (found.is_redirect ? redirected_ : next_).emplace(url.href(), std::move(url));
                }
            }
        }
        return batch.size();
    }

    const Options& options_;
    net::Transport& transport_;
    evidence::Writer& writer_;
    time::Clock& clock_;
    const std::atomic<bool>& stop_;
    const Steady::time_point begun_;

    // The calling thread's own, but for Session::keep:
    Session session_;
    site::Scope scope_;
    url::Url home_;  ///< where the start address led
    std::unordered_set<std::string> seen_;
    Wave next_;
    Wave redirected_;
    Wave transient_;
    std::size_t looked_twice_ = 0;
    std::uint64_t pages_ = 0;

    // Guarded by the mutex:
    std::mutex mutex_;
    std::condition_variable found_ready_;
    std::vector<Found> found_;
};

}  // namespace

Result<Outcome> run(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder,
                    time::Clock& clock, const std::atomic<bool>& stop)
{
    return Crawl(options, transport, writer, builder, clock, stop).run();
}

}  // namespace pa::crawl
