// A TLS server on the loopback interface: `openssl s_server` with keys and certificates made on the spot.
#pragma once

#include "support/fault_server.hpp"
#include "support/temp_folder.hpp"

#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace pa::test {

inline bool openssl(const TempFolder& folder, const std::string& arguments)
{
    return std::system(("cd '" + folder.path().string() + "' && openssl " + arguments + " >/dev/null 2>&1").c_str()) == 0;
}

/// ca.pem: a certificate authority of the test's own; NAME.pem and NAME.key signed by it. `dates` are options of `openssl x509` or
/// `openssl ca`, such as "-days 30".
inline bool make_authority(const TempFolder& folder)
{
    return openssl(folder, "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj '/CN=Test CA' -days 30");
}

inline bool make_certificate(const TempFolder& folder, const std::string& name, const std::string& names, const std::string& days)
{
    folder.write(name + ".ext", "subjectAltName=" + names + "\n");
    return openssl(folder, "req -newkey rsa:2048 -nodes -keyout " + name + ".key -out " + name + ".csr -subj '/O=S\xE1\xBB\x9F X/CN=" + name + "' -utf8") &&
           openssl(folder, "x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile " + name + ".ext -out " + name + ".pem " + days);
}

class TlsServer {
public:
    /// `openssl s_server` with these further arguments, in `folder`.
    TlsServer(const TempFolder& folder, const std::vector<std::string>& arguments) : port_(closed_port())
    {
        std::vector<std::string> all{"openssl", "s_server", "-accept", "127.0.0.1:" + std::to_string(port_), "-www", "-quiet"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        child_ = ::fork();
        if (child_ == 0) {
            std::vector<char*> argv;
            for (std::string& one : all) {
                argv.push_back(one.data());
            }
            argv.push_back(nullptr);
            const int null = ::open("/dev/null", O_RDWR);
            for (const int fd : {0, 1, 2}) {
                ::dup2(null, fd);
            }
            if (::chdir(folder.path().c_str()) == 0) {
                ::execvp("openssl", argv.data());
            }
            ::_exit(127);
        }
        for (int i = 0; i < 400 && !is_listening(); ++i) {
            ::usleep(25'000);
        }
    }
    ~TlsServer()
    {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    std::uint16_t port() const { return port_; }

private:
    bool is_listening() const
    {
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port_);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        ::close(fd);
        return connected;
    }

    std::uint16_t port_;
    pid_t child_ = -1;
};

}  // namespace pa::test
