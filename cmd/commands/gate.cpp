// gate: whether a saved audit is good enough.
#include "cmd/gating.hpp"
#include "cmd/github.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    GateOptions gate;
    GithubOptions github;
    std::string audit;
};

Result<int> run(const Options& options, const Env& env)
{
    PA_LET(audit, audit::read(options.audit));
    PA_LET(gate, prepare_gate(options.gate));
    const auto done = [&] {
        const PlainOutput plain(env, env.out, audit.evidence_sha256);
        return cmd::run(gate, audit, env, env.out);
    }();
    PA_LET(judged_run, done);
    tell_github(options.github, audit, false, judged_run.result, env);
    return judged_run.status;
}

}  // namespace

namespace registry {

Command gate_command()
{
    return {"gate", msg("say whether a saved audit is good enough, by exit status"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("audit", options->audit, msg("an audit.json").in(env.lang))->required();
                options->gate.add(app, env);
                options->github.add(app, env);
                options->common.add(app, env);
                return [options, &env] {
                    auto status = run(*options, env);
                    if (status) {
                        return *status;
                    }
                    // An audit that cannot be used is a mistake of the pipeline; 2 is kept for too little coverage.
                    Error error = status.error();
                    error.kind = error.kind == ErrorKind::damaged ? ErrorKind::config : error.kind;
                    return env.fail(error);
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
