// One conversation with a portal: single requests, robots.txt of its hosts, their pace, what is kept in the evidence.
// The plan of the crawl is in crawl.cpp.
#pragma once

#include "crawl/crawl.hpp"
#include "crawl/pace_register.hpp"
#include "evidence/log.hpp"
#include "web/robots.hpp"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <unordered_map>

namespace pa::crawl {

/// A host's robots.txt and pace.
struct Host {
    web::Robots robots = web::Robots::allow_all();
    std::shared_ptr<PacedHost> pace;
    http::Failure failure = http::Failure::none;  ///< why there is no robots.txt: nobody answers at all
    std::string failure_detail;
};

evidence::Exchange exchange_of(net::Answer&& answer, std::string url, evidence::Purpose purpose, time::Moment at);

/// The error for a portal that gave no answer.
Error failure_error(const std::string& url, http::Failure failure, const std::string& detail);

/// Whether an answer may be another one a little later.
bool is_transient(const evidence::Exchange& exchange);

/// An exchange that an earlier, broken-off fetch kept already.
struct Earlier {
    evidence::Exchange exchange;
    evidence::Position position = 0;
};

class Session {
public:
    Session(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
            const std::atomic<bool>& stop);

    /// Asks and waits for the answer, at the host's pace; nothing else may be in flight. Gives what the answer leads to.
    struct Answered {
        evidence::Exchange exchange;
        site::Added added;
    };
    Answered ask(const url::Url& url, evidence::Purpose purpose, std::uint64_t limit);

    /// What an earlier fetch kept for this address and purpose, the next attempt of it; counted like an answer.
    std::optional<Earlier> earlier(const url::Url& url, evidence::Purpose purpose);
    /// The exchanges of an earlier fetch that nobody asked for again: they are the portal's too.
    void keep_the_rest();

    /// Writes an exchange into the evidence and gives what it leads to. May be called by any thread, with a turn taken
    /// before: exchanges are written in the order of their turns, so that the file does not depend on threads. Jobs
    /// that wait for their turn must be started in that order. A failure to write is remembered.
    site::Added keep(const evidence::Exchange& exchange, std::uint64_t turn);
    std::uint64_t turn();
    /// The same for an exchange that stands in the evidence already.
    site::Added take_over(const Earlier& earlier) { return builder_.add(earlier.exchange, earlier.position); }
    Result<void> write_error();
    std::uint64_t kept_count();

    /// Counts an exchange and tells who waits.
    void count(const evidence::Exchange& exchange);
    /// Adapts the host's pace to an answer.
    void adapt(const evidence::Exchange& exchange, Host& host);
    /// A page that turned out to be a block page: the host asks for a slower pace.
    void count_block(const url::Url& url, site::Blocked blocked);

    /// The host of an address; its robots.txt is read, and it is looked at, first when it is new (RFC 9309).
    Host& host_of(const url::Url& url);
    /// Addresses and TLS of a host, kept once; for hosts of the portal.
    void look_at(const url::Url& url);

    /// Whether robots.txt lets us visit an address; notes it when it does not.
    bool allowed(const url::Url& url);

    void log(std::string_view event, std::string_view url, std::string_view detail) { log_.add(clock_.now(), event, url, detail); }
    /// Puts what the ending says of traps, samples and limits into the log.
    void log_ending();
    std::string log_text() const { return log_.text(); }

    // The calling thread's own:
    Progress progress;
    evidence::Ending ending;
    std::set<std::string> disallowed;

private:
    void read_robots(const url::Url& url, Host& host);
    /// Adds the host with its pace; says whether it is new.
    std::pair<Host*, bool> known_host(const url::Url& url);
    std::vector<SlowHost> slow_hosts() const;

    const Options& options_;
    net::Transport& transport_;
    evidence::Writer& writer_;
    site::Builder& builder_;
    time::Clock& clock_;
    const std::atomic<bool>& stop_;
    const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    const std::shared_ptr<PaceRegister> paces_;
    std::map<std::string, Host> hosts_;
    evidence::Log log_;
    std::unordered_map<std::string, std::deque<evidence::Position>> earlier_;  ///< by purpose and address
    std::shared_ptr<evidence::Reader> earlier_file_;
    std::uint64_t taken_over_ = 0;

    // Guarded by the mutex:
    std::mutex mutex_;
    std::condition_variable turn_changed_;
    std::uint64_t turns_given_ = 0;
    std::uint64_t turns_done_ = 0;
    Result<void> write_error_;
};

}  // namespace pa::crawl
