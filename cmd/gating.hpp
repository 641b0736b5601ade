// The gate's options, for every command that has an audit in its hands, and what is told of it.
#pragma once

#include "cmd/exit_code.hpp"
#include "cmd/options.hpp"

#include "audit/gate.hpp"

#include <functional>

namespace pa::cmd {

struct GateOptions {
    audit::GateConditions conditions;
    std::string end = "low";
    std::string baseline;      ///< an audit.json
    bool report_only = false;

    void add(CLI::App& app, const Env& env);
    /// Whether any of them was given.
    bool is_asked() const;
};

/// A gate made ready: the baseline is read, so that a mistake is known before a long fetch.
struct Gate {
    audit::GateConditions conditions;
    std::optional<audit::Audit> baseline;
    bool report_only = false;
};

Result<Gate> prepare_gate(const GateOptions& options);

struct GateRun {
    audit::GateResult result;
    int status = judged;  ///< 0, 1 or 2; 0 always with --report-only
};

/// Judges the audit and tells all of it to `out`.
Result<GateRun> run(const Gate& gate, const audit::Audit& audit, const Env& env, const std::function<void(std::string_view)>& out);

}  // namespace pa::cmd
