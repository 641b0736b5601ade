// Subcommands. Each file in commands/ is one: options, what it does, exit status.
#pragma once

#include "cmd/env.hpp"
#include "cmd/exit_code.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace pa::cmd {

struct Command {
    std::string name;
    Message summary;
    /// Adds the options to `app` and gives what runs when they are parsed.
    std::function<int()> (*setup)(CLI::App& app, Env& env) = nullptr;
};

/// All commands, sorted by name.
const std::vector<Command>& commands();

}  // namespace pa::cmd
