// One conversation with a portal: single requests, robots.txt of its hosts, what is kept in the evidence.
// The plan of the crawl is in crawl.cpp.
#pragma once

#include "crawl/crawl.hpp"
#include "web/robots.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>

namespace pa::crawl {

/// A host's robots.txt and pace.
struct Host {
    web::Robots robots = web::Robots::allow_all();
    std::chrono::milliseconds interval{0};
    std::chrono::steady_clock::time_point next_start{};
    unsigned in_flight = 0;
    http::Failure failure = http::Failure::none;  ///< why there is no robots.txt: nobody answers at all
    std::string failure_detail;
};

evidence::Exchange exchange_of(net::Answer&& answer, std::string url, evidence::Purpose purpose, time::Moment at);

/// The error for a portal that gave no answer.
Error failure_error(const std::string& url, http::Failure failure, const std::string& detail);

class Session {
public:
    Session(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder, time::Clock& clock,
            const std::atomic<bool>& stop);

    /// Asks and waits for the answer, at the host's pace; nothing else may be in flight.
    evidence::Exchange ask(const url::Url& url, evidence::Purpose purpose, std::uint64_t limit);

    /// Writes an exchange into the evidence and gives what it leads to. May be called by any thread, with a turn taken
    /// before: exchanges are written in the order of their turns, so that the file does not depend on threads. Jobs
    /// that wait for their turn must be started in that order. A failure to write is remembered.
    std::vector<url::Url> keep(const evidence::Exchange& exchange, std::uint64_t turn);
    std::vector<url::Url> keep(const evidence::Exchange& exchange);
    std::uint64_t turn();
    Result<void> write_error();
    std::uint64_t kept_count();

    /// Counts an exchange and tells who waits.
    void count(const evidence::Exchange& exchange);

    /// The host of an address; its robots.txt is read first when it is new (RFC 9309).
    Host& host_of(const url::Url& url);

    /// Whether robots.txt lets us visit an address; notes it when it does not.
    bool allowed(const url::Url& url);

    // The calling thread's own:
    Progress progress;
    evidence::Ending ending;
    std::set<std::string> disallowed;

private:
    void read_robots(const url::Url& url, Host& host);

    const Options& options_;
    net::Transport& transport_;
    evidence::Writer& writer_;
    site::Builder& builder_;
    time::Clock& clock_;
    const std::atomic<bool>& stop_;
    std::map<std::string, Host> hosts_;

    // Guarded by the mutex:
    std::mutex mutex_;
    std::condition_variable turn_changed_;
    std::uint64_t turns_given_ = 0;
    std::uint64_t turns_done_ = 0;
    Result<void> write_error_;
};

}  // namespace pa::crawl
