#include "base/process.hpp"

#include "base/descriptor.hpp"
#include "base/file.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pa {

namespace {

bool read_all(const Descriptor& file, std::string& out)
{
    if (::lseek(file.number(), 0, SEEK_SET) != 0) {
        return false;
    }
    char buffer[65536];
    while (true) {
        const ssize_t n = ::read(file.number(), buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return n == 0;
        }
        out.append(buffer, static_cast<std::size_t>(n));
    }
}

void limit(__rlimit_resource what, rlim_t value)
{
    const struct rlimit both = {value, value};
    ::setrlimit(what, &both);
}

// The first file of that name in PATH that may be run; empty where there is none.
std::string path_of(const std::string& program)
{
    const char* said = std::getenv("PATH");
    std::string_view rest = said != nullptr ? said : "/usr/bin:/bin";
    while (!rest.empty()) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
        std::string path = std::string(folder) + "/" + program;
        if (!folder.empty() && ::access(path.c_str(), X_OK) == 0) {
            return path;
        }
    }
    return {};
}

// In the child: only what is safe between fork and exec of a process with threads.
[[noreturn]] void become(const char* path, char* const* arguments, int in, int out, const ProcessLimits& limits)
{
    const int nowhere = ::open("/dev/null", O_WRONLY);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.output);
    limit(RLIMIT_CORE, 0);
    if (nowhere >= 0 && ::dup2(in, STDIN_FILENO) >= 0 && ::dup2(out, STDOUT_FILENO) >= 0 && ::dup2(nowhere, STDERR_FILENO) >= 0) {
        ::execv(path, arguments);
    }
    ::_exit(127);
}

// Waits for the child; past the deadline it is killed. Its status as `waitpid` gives it.
int wait_for(pid_t child, std::chrono::milliseconds deadline)
{
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    if (handle.number() >= 0) {
        struct pollfd ended = {handle.number(), POLLIN, 0};
        int answered = 0;
        do {
            answered = ::poll(&ended, 1, static_cast<int>(deadline.count()));
        } while (answered < 0 && errno == EINTR);
        if (answered == 0) {
            ::kill(child, SIGKILL);
        }
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace

Result<Filtered> run_filter(const std::string& program, const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits)
{
    const std::string path = path_of(program);
    if (path.empty()) {
        return fail(ErrorKind::io, msg("there is no program {} here", program));
    }
    const Descriptor in(::memfd_create("input", MFD_CLOEXEC));
    const Descriptor out(::memfd_create("output", MFD_CLOEXEC));
    if (in.number() < 0 || out.number() < 0 || !write_all(in, input) || ::lseek(in.number(), 0, SEEK_SET) != 0) {
        return tl::unexpected(io_error(msg("cannot run"), path, errno));
    }
    std::vector<std::string> words = {path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) {
        return tl::unexpected(io_error(msg("cannot run"), path, errno));
    }
    if (child == 0) {
        become(path.c_str(), pointers.data(), in.number(), out.number(), limits);
    }
    const int status = wait_for(child, 3 * std::chrono::duration_cast<std::chrono::milliseconds>(limits.time));
    Filtered result;
    if (WIFEXITED(status)) {
        result.status = WEXITSTATUS(status);
    }
    if (!read_all(out, result.output)) {
        return tl::unexpected(io_error(msg("cannot read what it wrote"), path, errno));
    }
    return result;
}

}  // namespace pa
