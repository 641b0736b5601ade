// A portal in memory: answers by address, and remembers what it was asked.
#pragma once

#include "net/transport.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace pa::test {

class FakeTransport final : public net::Transport {
public:
    /// What an address answers; addresses that are not named answer 404.
    net::Answer& at(const std::string& url) { return answers_[url]; }

    void page(const std::string& url, const std::string& html)
    {
        net::Answer& answer = at(url);
        answer.response.status = 200;
        answer.response.headers.add("Content-Type", "text/html; charset=utf-8");
        answer.response.body = html;
    }
    void redirect(const std::string& url, const std::string& target)
    {
        at(url).response.status = 302;
        at(url).response.headers.add("Location", target);
    }

    /// What an address answers from the second time on.
    net::Answer& later(const std::string& url) { return later_[url]; }

    void start(net::Request request) override
    {
        const bool again = std::find(asked.begin(), asked.end(), request.url) != asked.end() && later_.contains(request.url);
        asked.push_back(request.url);
        const auto found = again ? later_.find(request.url) : answers_.find(request.url);
        const bool known = again || found != answers_.end();
        net::Answer answer = known ? found->second : net::Answer{};
        if (!known) {
            answer.response.status = 404;
        }
        answer.ticket = request.ticket;
        // The last asked is answered first: nothing may depend on the order of answers.
        waiting_.insert(waiting_.begin(), std::move(answer));
        most_in_flight = std::max(most_in_flight, waiting_.size());
    }
    std::vector<net::Answer> wait(std::chrono::milliseconds) override { return std::exchange(waiting_, {}); }
    std::size_t in_flight() const override { return waiting_.size(); }

    std::vector<std::string> asked;
    std::size_t most_in_flight = 0;

private:
    std::map<std::string, net::Answer> answers_;
    std::map<std::string, net::Answer> later_;
    std::vector<net::Answer> waiting_;
};

}  // namespace pa::test
