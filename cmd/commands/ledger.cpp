// ledger: every request of a fetch, as CSV.
#include "cmd/options.hpp"

#include "evidence/ledger.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    std::string evidence;
    std::string output = "-";
};

Result<void> run(const Options& options, const Env& env)
{
    PA_TRY(keep_apart(options.evidence, options.output));
    PA_LET(reader, evidence::Reader::open(options.evidence));
    PA_LET(text, evidence::ledger(*reader));
    return write_output(options.output, text, env);
}

}  // namespace

namespace registry {

Command ledger_command()
{
    return {"ledger", msg("list every request of a fetch, as CSV"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("evidence", options->evidence, msg("an evidence file of fetch or audit").in(env.lang))->required();
                app.add_option("-o,--output", options->output, msg("the file to write; - for standard output").in(env.lang))->capture_default_str();
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? static_cast<int>(judged) : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
