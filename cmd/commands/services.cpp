// services: the table of the services of a saved audit.
#include "cmd/options.hpp"

#include "report/services.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    std::string audit;
    std::string format = "text";
    std::string output = "-";
    std::size_t most = 0;
};

Result<void> run(const Options& options, const Env& env)
{
    PA_TRY(keep_apart(options.audit, options.output));
    PA_LET(audit, audit::read(options.audit));
    const bool is_shown = options.output == "-";
    std::string text;
    if (options.format == "json") {
        text = audit::services_json(audit);
    } else if (options.format == "csv") {
        PA_LET(written, report::written(*report::format_named("csv-services"), audit, {env.lang, 80, false, !is_shown}));
        text = std::move(written.front().bytes);
    } else {
        text = report::services_text(audit, {env.lang, is_shown ? env.width : 100, is_shown && env.colour}, options.most);
    }
    return write_output(options.output, text, env);
}

}  // namespace

namespace registry {

Command services_command()
{
    return {"services", msg("list the online public services of an audit, the worst first"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("audit", options->audit, msg("an audit.json").in(env.lang))->required();
                app.add_option("-f,--format", options->format, msg("text, csv or json").in(env.lang))->check(CLI::IsMember({"text", "csv", "json"}))->capture_default_str();
                app.add_option("-o,--output", options->output, msg("the file to write; - for standard output").in(env.lang))->capture_default_str();
                app.add_option("-n,--limit", options->most, msg("at most so many services in the text; 0 for all").in(env.lang))->check(CLI::Range(0U, 100000U))->capture_default_str();
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? static_cast<int>(judged) : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
