// What GitHub Actions is told when the program runs in one of its steps: annotations, and the job's summary.
#pragma once

#include "cmd/env.hpp"

#include "audit/audit.hpp"
#include "audit/gate.hpp"

#include <CLI/CLI.hpp>

#include <optional>

namespace pa::cmd {

/// The runner acts on lines of the output that look like its commands. While this object lives, it does not: what a portal's
/// pages say stays text, as long as they do not know `token`.
class PlainOutput {
public:
    PlainOutput(const Env& env, const std::function<void(std::string_view)>& out, std::string_view token);
    ~PlainOutput();
    PlainOutput(const PlainOutput&) = delete;
    PlainOutput& operator=(const PlainOutput&) = delete;

private:
    std::function<void(std::string_view)> out_;
    std::string token_;
};

struct GithubOptions {
    bool is_off = false;

    void add(CLI::App& app, const Env& env);
};

/// Annotates what fails the gate, or, where none was asked, the defects: at most ten of each kind, which is what GitHub keeps of a
/// step. Appends the Markdown report (where `is_report`) and the gate's result to the job's summary. Does nothing outside of
/// GitHub Actions. Annotations go to standard error, which the runner reads too, so that standard output stays what it is. A summary that
/// cannot be written is told and fails nothing.
void tell_github(const GithubOptions& options, const audit::Audit& audit, bool is_report, const std::optional<audit::GateResult>& gate, const Env& env);

}  // namespace pa::cmd
