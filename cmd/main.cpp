// portalaudit: the program. Everything that depends on the process is decided here.
#include "cmd/env.hpp"
#include "cmd/exit_code.hpp"

#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

namespace {

std::atomic<bool> stop_requested{false};

// The first signal asks to finish; the second ends the program now. What was fetched is on disk already.
void on_signal(int)
{
    if (stop_requested.exchange(true)) {
        ::_exit(pa::cmd::interrupted);
    }
}

bool output_lost = false;

void put(std::FILE* stream, std::string_view text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
    output_lost = output_lost || (!written && stream == stdout);
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

pa::Result<std::string> standard_input(std::uint64_t limit)
{
    std::string out;
    std::array<char, 65536> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
        out.append(buffer.data(), got);
        if (out.size() > limit) {
            return pa::fail(pa::ErrorKind::io, pa::msg("standard input is larger than {} MiB", limit >> 20U));
        }
    }
    return out;
}

pa::Lang language()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string value = variable(name); !value.empty()) {
            return value.starts_with("vi") ? pa::Lang::vi : pa::Lang::en;
        }
    }
    return pa::Lang::en;
}

std::size_t terminal_width()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// `<prefix>/share`, beside the folder of the program.
std::filesystem::path share_folder()
{
    std::error_code code;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", code);
    return self.parent_path().parent_path() / "share";
}

}  // namespace

int main(int argc, char** argv)
{
    // Pages come and go: memory of a page's size is kept for the next one instead of being given back and asked for again.
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 16 << 20);
    try {
        struct sigaction action {};
        action.sa_handler = on_signal;
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
        ::signal(SIGPIPE, SIG_IGN);
        ::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is an error of writing like any other

        const std::filesystem::path share = share_folder();
        const std::string data = variable("PORTALAUDIT_DATA");
        pa::cmd::Env env;
        env.lang = language();
        pa::bind_messages((share / "locale").string());
        pa::time::SystemClock clock;
        env.clock = &clock;
        env.stop = &stop_requested;
        env.out = [](std::string_view text) { put(stdout, text); };
        env.err = [](std::string_view text) { put(stderr, text); };
        env.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
        env.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
        env.colour = env.out_is_terminal && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
        env.width = terminal_width();
        env.variable = variable;
        env.input = standard_input;
        env.in_github = variable("GITHUB_ACTIONS") == "true";
        env.github_summary = variable("GITHUB_STEP_SUMMARY");
        env.data_folder = data.empty() ? (share / "portalaudit").string() : data;
        const int status = pa::cmd::run(std::vector<std::string>(argv + 1, argv + argc), env);
        if (output_lost) {
            env.say(pa::msg("standard output could not be written to the end"));
            return pa::cmd::wrong_usage;
        }
        return status;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "portalaudit: internal error: %s\n", error.what());
        return pa::cmd::internal;
    }
}
