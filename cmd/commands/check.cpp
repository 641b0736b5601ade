// check: evidence to audit.json, without a network.
#include "cmd/gating.hpp"
#include "cmd/github.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    RuleOptions rules;
    GateOptions gate;
    GithubOptions github;
    std::string evidence;
    std::string output = "audit.json";
};

Result<int> run(const Options& options, const Env& env)
{
    PA_LET(gate, prepare_gate(options.gate));
    PA_TRY(keep_apart(options.evidence, options.output));
    PA_LET(audit, judge_evidence(options.evidence, options.rules, options.common, env));
    PA_TRY(write_output(options.output, audit::to_json(audit), env));
    std::optional<audit::GateResult> judged_by;
    int status = judged;
    if (options.gate.is_asked()) {
        // Standard output may hold the audit.
        const PlainOutput plain(env, env.err, audit.evidence_sha256);
        PA_LET(done, cmd::run(gate, audit, env, env.err));
        judged_by = std::move(done.result);
        status = done.status;
    }
    tell_github(options.github, audit, true, judged_by, env);
    return status;
}

}  // namespace

namespace registry {

Command check_command()
{
    return {"check", msg("judge evidence and write the audit"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("evidence", options->evidence, msg("an evidence file of fetch or audit").in(env.lang))->required();
                app.add_option("-o,--output", options->output, msg("the audit; - for standard output").in(env.lang))->capture_default_str();
                options->rules.add(app, env);
                options->gate.add(app, env);
                options->github.add(app, env);
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? *done : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
