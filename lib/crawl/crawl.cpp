#include "crawl/crawl.hpp"

#include "base/workers.hpp"
#include "crawl/frontier.hpp"
#include "crawl/pass.hpp"
#include "crawl/session.hpp"
#include "crawl/sitemaps.hpp"
#include "crawl/start.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace pa::crawl {

namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;
constexpr std::size_t most_second_looks = 500;
constexpr std::uint64_t most_unread_bytes = 48ULL << 20U;  // of answers; above, nothing new is asked for
constexpr int hopeless = 5;  // second looks in a row that fail: the host does not come back

class Crawl {
public:
    Crawl(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
          const std::atomic<bool>& stop)
        : options_(options), transport_(transport), writer_(writer), builder_(builder), clock_(clock), stop_(stop), begun_(Steady::now()),
          session_(options, transport, writer, builder, clock, stop),
          frontier_({options.limits.pages, options.limits.pages_of_pattern, options.limits.sample_seed})
    {
    }

    Result<Outcome> run()
    {
        const evidence::Origin origin = options_.unfinished != nullptr ? options_.unfinished->origin : origin_of(options_, clock_.now());
        PA_TRY(begin(origin));
        PA_TRY(session_.write_error());
        auto start = reach_start(options_, session_, frontier_);
        if (start) {
            scope_ = start->scope;
            for (const url::Url& url : start->found) {
                offer(url);
            }
            std::optional<Workers> own;
            JobGroup workers(options_.workers != nullptr ? *options_.workers : own.emplace(options_.threads, 64));
            for (const url::Url& url : sitemap_addresses(session_, scope_, start->home, frontier_, workers, stop_)) {
                offer(url);
            }
            fetch_all(workers);
        }
        session_.keep_the_rest();
        PA_TRY(session_.write_error());
        PA_TRY(write_ending(start.has_value()));
        PA_TRY(writer_.seal(origin, session_.ending.ended, session_.log_text(), builder_.titles()));
        PA_TRY(start);
        return Outcome{session_.ending, session_.progress};
    }

private:
    Result<void> begin(const evidence::Origin& origin)
    {
        const auto nothing = [](evidence::Position) {};
        if (options_.unfinished == nullptr) {
            return writer_.append(evidence::encoded(origin)).map(nothing);
        }
        const time::Moment now = clock_.now();
        session_.ending.resumed.push_back(now);
        session_.log("resumed", "", fmt::format("{} answers taken over", options_.unfinished->kept.size()));
        return writer_.append(evidence::encoded_resumption(now)).map(nothing);
    }

    Result<void> write_ending(bool reached)
    {
        evidence::Ending& ending = session_.ending;
        ending.ended = clock_.now();
        ending.complete = reached && !stop_;
        ending.exchanges = session_.kept_count();
        ending.scope = scope_.text();
        ending.disallowed.assign(session_.disallowed.begin(), session_.disallowed.end());
        ending.traps = frontier_.traps().list();
        ending.strata = frontier_.strata();
        ending.sample_seed = ending.strata.empty() ? 0 : options_.limits.sample_seed;
        session_.log_ending();
        return writer_.append(evidence::encoded(ending)).map([](evidence::Position) {});
    }

    // ---- pages, a depth at a time ------------------------------------------------------------------
    void offer(const url::Url& url)
    {
        if (scope_.contains(url)) {
            frontier_.offer(url);
        }
    }

    void fetch_all(JobGroup& workers)
    {
        for (unsigned depth = 1; frontier_.next_depth() || (second_look() && frontier_.next_depth()); ++depth) {
            if (depth > options_.limits.depth) {
                second_look();
                hit("depth " + std::to_string(options_.limits.depth), frontier_.waiting());
                break;
            }
            while (!is_over()) {
                std::vector<url::Url> urls = frontier_.take([this](const url::Url& url) { return session_.allowed(url); });
                if (urls.empty()) {
                    break;
                }
                fetch_pass(std::move(urls), workers);
            }
            if (is_over()) {
                session_.ending.not_fetched += frontier_.waiting();
                break;
            }
        }
        note_limits();
    }

    void note_limits()
    {
        if (frontier_.hit_page_limit()) {
            hit("pages " + std::to_string(options_.limits.pages), frontier_.left_out());
        }
        if (frontier_.traps().hit_pattern_limit()) {
            hit("pages-of-pattern " + std::to_string(options_.limits.pages_of_pattern), 0);
        }
    }

    bool is_over() { return stop_ || over_budget_ || !session_.write_error(); }

    // What failed for a reason that may pass is asked once more when everything else is done, one request at a time
    // and slowly. Both answers stay in the evidence; the second counts. Says whether that led to new pages.
    bool second_look()
    {
        std::map<std::string, int> failures;  // in a row, by host
        for (const auto& [href, url] : std::exchange(transient_, {})) {
            if (is_over() || out_of_budget(1)) {
                break;
            }
            int& failed_in_a_row = failures[url.host_and_port()];
            if (failed_in_a_row == hopeless) {
                continue;
            }
            session_.host_of(url).pace->calm();
            const Session::Answered again = session_.ask(url, evidence::Purpose::page, options_.limits.body_bytes);
            const bool failed = is_transient(again.exchange);
            session_.log("second-look", href, failed ? "failed again" : "answered");
            failed_in_a_row = again.exchange.failure != http::Failure::none ? failed_in_a_row + 1 : 0;
            for (const url::Url& found : again.added.urls) {
                offer(found);
            }
        }
        return frontier_.waiting() > 0;
    }

    void hit(const std::string& limit, std::uint64_t left_out)
    {
        auto& limits = session_.ending.limits_hit;
        if (std::find(limits.begin(), limits.end(), limit) == limits.end()) {
            limits.push_back(limit);
        }
        session_.ending.not_fetched += left_out;
    }

    bool out_of_budget(std::uint64_t left)
    {
        const Limits& limits = options_.limits;
        if (left > 0 && session_.progress.bytes >= limits.bytes) {
            hit("bytes " + std::to_string(limits.bytes), left);
            over_budget_ = true;
        } else if (left > 0 && Steady::now() - begun_ >= limits.time) {
            hit("time " + std::to_string(limits.time.count()), left);
            over_budget_ = true;
        }
        return over_budget_;
    }

    // ---- one pass: addresses that may be asked in any order ----------------------------------------
    using Queues = std::map<std::string, std::deque<std::size_t>>;  // by host, numbers within the pass
    Asked& asked(std::size_t number) { return pass_[number - learned_]; }
    void fetch_pass(std::vector<url::Url> urls, JobGroup& workers)
    {
        learned_ = 0;
        Queues queues;
        for (url::Url& url : urls) {
            queues[url.host_and_port()].push_back(pass_.size());
            pass_.push_back(Asked{std::move(url)});
        }
        urls = {};
        std::size_t waiting = pass_.size();
        std::size_t open = 0;  // asked or being read, not finished
        while (waiting > 0 || open > 0) {
            if (waiting > 0 && (stop_ || !session_.write_error() || out_of_budget(waiting))) {
                session_.ending.not_fetched += stop_ ? waiting : 0;
                waiting = 0;
                queues.clear();
            }
            Steady::time_point wake = Steady::now() + milliseconds(20);
            const std::size_t started = start_what_may(queues, waiting, wake, workers);
            open += started;
            session_.progress.waiting = waiting + frontier_.waiting();
            for (net::Answer& answer : wait_for_answers(wake, open)) {
                hand_over(std::move(answer), workers);
            }
            open -= take_found(transport_.in_flight() == 0 && waiting == 0);
        }
        while (!pass_.empty()) {
            learn_next();
        }
        frontier_.traps().settle();
    }

    // In the order of the pass, so that it does not depend on the network which page is a copy of which.
    void learn_next()
    {
        Asked& asked = pass_.front();
        frontier_.traps().learn(asked.url, std::move(asked.yield));
        if (const std::string why = copy_of(asked, texts_); !why.empty()) {
            session_.log("duplicate", asked.url.href(), why);
        }
        pass_.pop_front();
        ++learned_;
    }

    // Starts what the hosts' paces let start; gives how many. Hosts that were given up lose their queue.
    std::size_t start_what_may(Queues& queues, std::size_t& waiting, Steady::time_point& wake, JobGroup& workers)
    {
        std::size_t started = 0;
        for (auto it = queues.begin(); it != queues.end();) {
            std::deque<std::size_t>& queue = it->second;
            PacedHost& pace = *session_.host_of(asked(queue.front()).url).pace;
            while (!queue.empty() && start(queue.front(), pace, workers)) {
                queue.pop_front();
                --waiting;
                ++started;
            }
            if (pace.given_up() && !queue.empty()) {
                hit("host " + it->first, queue.size());
                waiting -= queue.size();
                queue.clear();
            }
            if (!queue.empty() && pace.next_start() > Steady::now()) {
                wake = std::min(wake, pace.next_start());
            }
            it = queue.empty() ? queues.erase(it) : std::next(it);
        }
        return started;
    }

    bool start(std::size_t index, PacedHost& pace, JobGroup& workers)
    {
        Asked& page = asked(index);
        if (auto known = session_.earlier(page.url, evidence::Purpose::page)) {
            session_.count(known->exchange);
            note_transient(known->exchange, page.url);
            workers.submit([this, index, earlier = std::make_shared<Earlier>(std::move(*known))] {
                put_found({index, earlier->exchange.response.is_redirect(), session_.take_over(*earlier)});
            });
            return true;
        }
        if (unread_bytes_ > most_unread_bytes || !pace.try_start(Steady::now())) {
            return false;
        }
        page.at = clock_.now();
        transport_.start({index, page.url.href(), options_.limits.body_bytes});
        return true;
    }

    std::vector<net::Answer> wait_for_answers(Steady::time_point wake, std::size_t open)
    {
        const auto left = std::chrono::ceil<milliseconds>(wake - Steady::now());
        if (transport_.in_flight() == 0) {
            if (left > milliseconds(0) && open > 0) {
                std::unique_lock lock(mutex_);
                found_ready_.wait_for(lock, left, [this] { return !found_.empty(); });
            } else if (left > milliseconds(0)) {
                std::this_thread::sleep_for(left);
            }
            return {};
        }
        return transport_.wait(std::max(left, milliseconds(1)));
    }

    void note_transient(const evidence::Exchange& exchange, const url::Url& url)
    {
        if (is_transient(exchange) && looked_twice_ < most_second_looks) {
            ++looked_twice_;
            transient_.emplace(url.href(), url);
        }
    }

    void hand_over(net::Answer&& answer, JobGroup& workers)
    {
        const std::size_t index = answer.ticket;
        const Asked& page = asked(index);
        auto exchange = std::make_shared<evidence::Exchange>(exchange_of(std::move(answer), page.url.href(), evidence::Purpose::page, page.at));
        session_.count(*exchange);
        session_.adapt(*exchange, session_.host_of(page.url));
        unread_bytes_ += exchange->response.body.size();
        note_transient(*exchange, page.url);
        workers.submit([this, index, exchange, turn = session_.turn()] {
            Found found{index, exchange->response.is_redirect(), session_.keep(*exchange, turn)};
            unread_bytes_ -= exchange->response.body.size();
            put_found(std::move(found));
        });
    }

    void put_found(Found found)
    {
        keep_inside(found, scope_);
        const std::lock_guard lock(mutex_);
        found_.push_back(std::move(found));
        found_ready_.notify_one();
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
            take_one(found);
        }
        return batch.size();
    }

    void take_one(Found& found)
    {
        Asked& page = asked(found.index);
        if (found.added.blocked != site::Blocked::none) {
            session_.count_block(page.url, found.added.blocked);
        }
        if (!found.leads_out.empty()) {
            session_.log("redirect", page.url.href(), "not followed out of the portal: " + found.leads_out);
        }
        page.yield.is_page = found.added.is_page;
        page.yield.is_error = found.added.is_error;
        page.text_hash = found.added.is_page ? found.added.text_hash : 0;
        page.canonical = found.added.canonical ? found.added.canonical->href() : "";
        if (found.added.is_page && frontier_.traps().is_watched(page.url)) {
            const auto is_known = [this](const url::Url& url) { return frontier_.is_known(url); };
            page.yield.leads_on = frontier_.traps().leads_on(page.url, found.added.urls, is_known);
            page.yield.text_hash = found.added.text_hash;
            page.yield.blocks = std::move(found.added.blocks);
        }
        for (const url::Url& url : found.added.urls) {
            found.is_redirect ? frontier_.offer_redirect(page.url, url) : frontier_.offer(url);
        }
        page.is_done = true;
        while (!pass_.empty() && pass_.front().is_done) {
            learn_next();
        }
    }

    const Options& options_;
    net::Transport& transport_;
    evidence::Writer& writer_;
    site::Builder& builder_;
    time::Clock& clock_;
    const std::atomic<bool>& stop_;
    const Steady::time_point begun_;

    // The calling thread's own, but for Session::keep and take_over:
    Session session_;
    Frontier frontier_;
    site::Scope scope_;
    std::deque<Asked> pass_;   ///< what nothing was learned of yet
    std::size_t learned_ = 0;  ///< how many there were before
    std::unordered_set<std::uint64_t> texts_;  ///< of all pages
    std::map<std::string, url::Url> transient_;
    std::size_t looked_twice_ = 0;
    bool over_budget_ = false;

    std::atomic<std::uint64_t> unread_bytes_{0};  ///< of answers that wait for a worker or are with one

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
