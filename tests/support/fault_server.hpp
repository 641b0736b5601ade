// A web server on the loopback interface that misbehaves as its table says.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace pa::test {

/// One thing to do on a connection whose request has been read.
struct Step {
    std::string bytes;                      ///< to send
    std::chrono::milliseconds pause{0};     ///< to wait before that
    std::uint64_t times = 1;                ///< how often; ends early when the client is gone
};

/// Serves each path of `answers` by its steps and closes the connection; what is not there is 404. One
/// thread for each connection, all gone with the object.
class FaultServer {
public:
    explicit FaultServer(std::map<std::string, std::vector<Step>> answers);
    ~FaultServer();
    FaultServer(const FaultServer&) = delete;
    FaultServer& operator=(const FaultServer&) = delete;

    std::uint16_t port() const { return port_; }
    std::string url(std::string_view path) const;
    /// The heads of all requests so far.
    std::vector<std::string> requests();

private:
    void accept_all();
    void serve(int connection);

    const std::map<std::string, std::vector<Step>> answers_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    // Guarded by the mutex:
    std::mutex mutex_;
    std::vector<std::string> requests_;
    std::vector<std::thread> connections_;
    // After construction constant:
    std::thread acceptor_;
};

/// A port of the loopback interface that nobody listens on.
std::uint16_t closed_port();

}  // namespace pa::test
