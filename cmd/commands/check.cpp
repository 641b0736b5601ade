// check: evidence to audit.json, without a network.
#include "cmd/options.hpp"

#include "evidence/digest.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    RuleOptions rules;
    std::string evidence;
    std::string output = "audit.json";
};

Result<void> judge_evidence(const Options& options, const Env& env)
{
    PA_LET(opened, evidence::Reader::open(options.evidence));
    std::shared_ptr<evidence::Reader> reader = std::move(opened);
    PA_LET(judge, make_judge(options.rules, time::day_of(reader->origin().begun), env));
    PA_LET(digest, evidence::sha256_file(options.evidence));
    PA_LET(site, site::load(reader, &judge->checks, options.common.thread_count()));
    site.evidence_digest = digest;
    PA_LET(result, audit::evaluate(site, judge->checks, judge->selection, version()));
    return write_output(options.output, audit::to_json(result), env);
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
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = judge_evidence(*options, env);
                    return done ? judged : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
