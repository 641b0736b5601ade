#include "cmd/gating.hpp"

#include "audit/words.hpp"
#include "report/plain.hpp"

namespace pa::cmd {

void GateOptions::add(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    const auto percent = CLI::Range(0.0, 100.0);
    app.add_option("--min-score", conditions.min_score, text(msg("the gate fails under this score in percent")))->check(percent);
    app.add_option("--min-coverage", conditions.min_coverage, text(msg("exit status 2 when less than this percentage of the points is decided")))->check(percent);
    app.add_option("--score", end, text(msg("the end of the score's interval that counts: low or high")))->check(CLI::IsMember({"low", "high"}))->capture_default_str();
    app.add_option("--fail-on", conditions.fail_on, text(msg("findings of this severity and graver ones fail: advisory, minor, major or critical")))->check(CLI::IsMember(audit::severities()));
    app.add_option("--fail-on-rule", conditions.fail_on_rules, text(msg("a finding of this rule fails; may be given several times")))->allow_extra_args(false);
    app.add_option("--baseline", baseline, text(msg("an earlier audit.json; only findings that are new fail")));
    app.add_option("--max-score-drop", conditions.max_score_drop, text(msg("the gate fails when the score fell by more percentage points against the baseline")))->check(percent);
    app.add_flag("--report-only", report_only, text(msg("tell what the gate says and exit with 0")));
}

bool GateOptions::is_asked() const
{
    return conditions.min_score || conditions.min_coverage || conditions.max_score_drop || !conditions.fail_on.empty() || !conditions.fail_on_rules.empty() || !baseline.empty() || report_only;
}

Result<Gate> prepare_gate(const GateOptions& options)
{
    Gate gate{options.conditions, {}, options.report_only};
    gate.conditions.end = options.end == "high" ? audit::ScoreEnd::high : audit::ScoreEnd::low;
    if (!options.baseline.empty()) {
        auto read = audit::read(options.baseline);
        if (!read) {
            // A baseline that cannot be used is a mistake of the pipeline; 2 is for what could not be judged.
            Error error = read.error();
            error.kind = error.kind == ErrorKind::damaged ? ErrorKind::config : error.kind;
            return tl::unexpected(error);
        }
        gate.baseline = std::move(*read);
    }
    return gate;
}

Result<GateRun> run(const Gate& gate, const audit::Audit& audit, const Env& env, const std::function<void(std::string_view)>& out)
{
    PA_LET(result, audit::gate(audit, gate.baseline ? &*gate.baseline : nullptr, gate.conditions));
    const bool has_passed = result.outcome == audit::GateOutcome::passed;
    out(audit::words_of(result).in(env.lang) + "\n");
    for (const Message& failure : result.failures) {
        out("  ! " + report::line(failure.in(env.lang)) + "\n");
    }
    for (const Message& note : result.notes) {
        out("  - " + report::line(note.in(env.lang)) + "\n");
    }
    if (gate.report_only && !has_passed) {
        out("  " + msg("only reported, by --report-only").in(env.lang) + "\n");
    }
    const int failed = result.outcome == audit::GateOutcome::low_coverage ? not_judged : gate_failed;
    return GateRun{std::move(result), has_passed || gate.report_only ? static_cast<int>(judged) : failed};
}

}  // namespace pa::cmd
