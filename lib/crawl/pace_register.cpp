#include "crawl/pace_register.hpp"

#include "net/transport.hpp"

#include <algorithm>

namespace pa::crawl {

bool PacedHost::start_if(bool may, Time now)
{
    if (!may || (address_ != nullptr && !address_->may_start(now))) {
        return false;
    }
    start(now);
    return true;
}

void PacedHost::start(Time now)
{
    pace_.start(now);
    if (address_ != nullptr) {
        address_->start(now);
    }
}

void PacedHost::start_now(Time now)
{
    const std::lock_guard lock(all_.mutex_);
    start(now);
}

bool PacedHost::try_start(Time now)
{
    const std::lock_guard lock(all_.mutex_);
    return start_if(pace_.may_start(now), now);
}

bool PacedHost::try_start_anyway(Time now)
{
    const std::lock_guard lock(all_.mutex_);
    return start_if(now >= pace_.next_start() && pace_.in_flight() < pace_.connections(), now);
}

PacedHost::Time PacedHost::next_start() const
{
    const std::lock_guard lock(all_.mutex_);
    return address_ == nullptr ? pace_.next_start() : std::max(pace_.next_start(), address_->next_start());
}

std::optional<std::string> PacedHost::answered(Time now, Strain strain, std::optional<std::chrono::milliseconds> retry_after)
{
    const std::lock_guard lock(all_.mutex_);
    if (address_ != nullptr) {
        address_->answered(now, Strain::none);  // one host's trouble is not its neighbours'
    }
    return pace_.answered(now, strain, retry_after);
}

std::string PacedHost::blocked(Time now)
{
    const std::lock_guard lock(all_.mutex_);
    return pace_.blocked(now);
}

void PacedHost::calm()
{
    const std::lock_guard lock(all_.mutex_);
    pace_.calm();
}

void PacedHost::slow_down_to(std::chrono::milliseconds interval)
{
    const std::lock_guard lock(all_.mutex_);
    pace_.slow_down_to(interval);
}

bool PacedHost::given_up() const
{
    const std::lock_guard lock(all_.mutex_);
    return pace_.given_up();
}

std::chrono::milliseconds PacedHost::interval() const
{
    const std::lock_guard lock(all_.mutex_);
    return pace_.interval();
}

void PacedHost::at_address(const std::string& address)
{
    const std::lock_guard lock(all_.mutex_);
    if (!all_.holds_addresses_ || address_ != nullptr || address.empty()) {
        return;
    }
    address_ = &all_.addresses_.try_emplace(address, all_.of_address_).first->second;
    for (unsigned i = 0; i < pace_.in_flight(); ++i) {
        address_->start(pace_.next_start() - pace_.interval());
    }
}

PaceRegister::PaceRegister(const Pace& pace, unsigned hosts_of_address) : pace_(pace), of_address_(pace), holds_addresses_(hosts_of_address > 0)
{
    if (holds_addresses_) {
        of_address_.interval = pace.interval / hosts_of_address;
        of_address_.connections = pace.connections * hosts_of_address;
    }
}

std::shared_ptr<PacedHost> PaceRegister::host(const url::Url& url)
{
    const std::lock_guard lock(mutex_);
    std::shared_ptr<PacedHost>& host = hosts_[url.host_and_port()];
    if (host == nullptr) {
        HostPace pace(pace_);
        if (!net::is_private_host(url)) {
            pace.slow_down_to(pace_.least_public);
        }
        host = std::shared_ptr<PacedHost>(new PacedHost(*this, pace));
    } else if (host->pace_.given_up()) {
        host->pace_.calm();
    }
    return host;
}

}  // namespace pa::crawl
