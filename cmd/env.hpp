// What the program gets from outside: streams, clock, folders, signals. Tests hand in their own.
#pragma once

#include "base/message.hpp"
#include "base/result.hpp"
#include "time/clock.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::cmd {

struct Env {
    std::function<void(std::string_view)> out;  ///< standard output
    std::function<void(std::string_view)> err;  ///< standard error
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    bool colour = false;                        ///< a terminal that wants it (NO_COLOR, TERM)
    std::size_t width = 80;
    Lang lang = Lang::en;                       ///< from the locale; --lang overrides
    std::string data_folder;                    ///< holds rules/
    bool in_github = false;                     ///< a step of GitHub Actions (GITHUB_ACTIONS)
    std::string github_summary = {};            ///< the file of the job's summary (GITHUB_STEP_SUMMARY), or ""
    std::function<std::string(const char*)> variable = [](const char*) { return std::string(); };  ///< of the environment; "" when unset
    std::function<Result<std::string>(std::uint64_t limit)> input = [](std::uint64_t) { return Result<std::string>(); };  ///< standard input, whole
    time::Clock* clock = nullptr;
    const std::atomic<bool>* stop = nullptr;    ///< the user asked to stop

    /// Prints an error in the user's language and gives its exit status.
    int fail(const Error& error) const
    {
        err("portalaudit: " + render(error, lang));
        return status_of(error);
    }
    void say(const Message& message) const { err("portalaudit: " + message.in(lang) + "\n"); }

private:
    static int status_of(const Error& error);
};

/// Runs the program with these arguments (without its name). Gives the exit status; throws nothing of its own.
int run(std::vector<std::string> arguments, Env env);

/// The version of the program.
std::string version();

}  // namespace pa::cmd
