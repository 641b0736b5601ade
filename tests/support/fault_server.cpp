#include "support/fault_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pa::test {

namespace {

// A socket bound to a free port of 127.0.0.1.
int bound_socket(std::uint16_t& port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    socklen_t size = sizeof address;
    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    return fd;
}

// The request's head; empty when the client says nothing.
std::string read_head(int connection)
{
    std::string head;
    char piece[4096];
    while (head.find("\r\n\r\n") == std::string::npos) {
        const ssize_t n = ::recv(connection, piece, sizeof piece, 0);
        if (n <= 0) {
            return {};
        }
        head.append(piece, static_cast<std::size_t>(n));
    }
    return head;
}

// Closes so that the client sees an end and not a reset: what it still sent (its next request on a connection that it
// thought to be kept) is read first.
void end(int connection)
{
    const timeval moment{0, 50'000};
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof moment);
    ::shutdown(connection, SHUT_WR);
    char piece[4096];
    while (::recv(connection, piece, sizeof piece, 0) > 0) {
    }
    ::close(connection);
}

}  // namespace

FaultServer::FaultServer(std::map<std::string, std::vector<Step>> answers) : answers_(std::move(answers))
{
    listener_ = bound_socket(port_);
    ::listen(listener_, 64);
    acceptor_ = std::thread([this] { accept_all(); });
}

FaultServer::~FaultServer()
{
    stopping_ = true;
    acceptor_.join();
    for (std::thread& connection : connections_) {
        connection.join();
    }
    ::close(listener_);
}

std::string FaultServer::url(std::string_view path) const
{
    return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

std::vector<std::string> FaultServer::requests()
{
    const std::lock_guard lock(mutex_);
    return requests_;
}

void FaultServer::accept_all()
{
    while (!stopping_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) {
            continue;
        }
        const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection >= 0) {
            const timeval patience{1, 0};
            ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
            const std::lock_guard lock(mutex_);
            connections_.emplace_back([this, connection] { serve(connection); });
        }
    }
}

void FaultServer::serve(int connection)
{
    const std::string head = read_head(connection);
    const std::size_t from = head.find(' ') + 1;
    const auto answer = answers_.find(head.substr(from, head.find(' ', from) - from));
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(head);
    }
    const std::vector<Step> unknown = {{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"}};
    bool open = !head.empty();
    for (const Step& step : answer == answers_.end() ? unknown : answer->second) {
        for (std::uint64_t i = 0; i < step.times && open && !stopping_; ++i) {
            std::this_thread::sleep_for(step.pause);
            std::string_view rest = step.bytes;
            while (open && !rest.empty()) {
                const ssize_t n = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
                open = n > 0;
                rest.remove_prefix(open ? static_cast<std::size_t>(n) : 0);
            }
        }
    }
    end(connection);
}

std::uint16_t closed_port()
{
    std::uint16_t port = 0;
    ::close(bound_socket(port));
    return port;
}

}  // namespace pa::test
