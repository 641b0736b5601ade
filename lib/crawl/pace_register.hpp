// The paces of hosts, where several fetches of one process may ask the same host, or hosts at the same address.
#pragma once

#include "crawl/pace.hpp"
#include "url/url.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace pa::crawl {

class PaceRegister;

/// A host as one fetch sees it: its pace, shared with every other fetch of the register, and that of its address. Safe for
/// use by several threads. It lives no longer than its register.
class PacedHost {
public:
    using Time = HostPace::Time;

    /// Begins a request when the host's and the address's paces allow it now; says whether they did.
    bool try_start(Time now);
    /// The same for a request that decides whether the host is there at all: also to a host that was given up.
    bool try_start_anyway(Time now);
    /// Begins a request whatever the paces say: the last one of a fetch that has to end.
    void start_now(Time now);
    /// When there is a point in trying again.
    Time next_start() const;
    std::optional<std::string> answered(Time now, Strain strain, std::optional<std::chrono::milliseconds> retry_after = {});
    std::string blocked(Time now);
    void calm();
    void slow_down_to(std::chrono::milliseconds interval);
    bool given_up() const;
    std::chrono::milliseconds interval() const;

    /// Names the IP address that the host is at; the first one counts. Hosts at one address are together asked no faster
    /// than one host, where the register holds addresses to that.
    void at_address(const std::string& address);

private:
    friend class PaceRegister;
    PacedHost(PaceRegister& all, HostPace pace) : all_(all), pace_(pace) {}
    bool start_if(bool may, Time now);
    void start(Time now);

    PaceRegister& all_;
    HostPace pace_;                  ///< guarded by the register's mutex, like the address
    HostPace* address_ = nullptr;
};

/// Every host is asked at the pace of `pace`; a public one no faster than its `least_public`.
class PaceRegister {
public:
    /// `hosts_of_address`: how many hosts' paces an IP address takes at once; 0 where addresses do not matter.
    explicit PaceRegister(const Pace& pace, unsigned hosts_of_address = 0);
    PaceRegister(const PaceRegister&) = delete;
    PaceRegister& operator=(const PaceRegister&) = delete;

    /// The host of an address, known by its name and port. A host that was given up before gets another chance, calmly.
    std::shared_ptr<PacedHost> host(const url::Url& url);

private:
    friend class PacedHost;
    const Pace pace_;
    Pace of_address_;
    const bool holds_addresses_;
    // Guarded by the mutex:
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<PacedHost>> hosts_;
    std::map<std::string, HostPace> addresses_;
};

}  // namespace pa::crawl
