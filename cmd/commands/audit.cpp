// audit: fetch, check and report in one.
#include "cmd/fetching.hpp"
#include "cmd/gating.hpp"
#include "cmd/github.hpp"
#include "cmd/reporting.hpp"

#include "base/file.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    FetchOptions fetch;
    RuleOptions rules;
    GateOptions gate;
    GithubOptions github;
    std::vector<std::string> formats;
    std::string output;
};

std::string default_folder(const Options& options)
{
    const std::string address = is_folder(options.fetch.address) ? options.fetch.as : options.fetch.address;
    const auto url = url::Url::parse(address.find("://") == std::string::npos ? "https://" + address : address);
    return url && !url->host().empty() ? "audit-" + std::string(url->host()) : "audit";
}

// From an evidence file, or from the portal with the rules looking on while it is fetched.
Result<audit::Audit> audit_of(const Options& options, const std::filesystem::path& folder, const Env& env)
{
    if (is_file(options.fetch.address)) {
        return judge_evidence(options.fetch.address, options.rules, options.common, env);
    }
    PA_LET(prepared, prepare_fetch(options.fetch, options.common, folder / "portal.wacz", env));
    PA_LET(judge, make_judge(options.rules, time::day_of(prepared.begun), env));
    PA_LET(site, run(prepared, &judge->checks, env));
    return audit::evaluate(site, judge->checks, judge->selection, version());
}

Result<int> run(const Options& options, const Env& env)
{
    PA_LET(gate, prepare_gate(options.gate));
    const std::filesystem::path folder = options.output.empty() ? default_folder(options) : options.output;
    PA_LET(audit, audit_of(options, folder, env));
    PA_TRY(make_folder(folder));
    PA_TRY(write_file(folder / "audit.json", audit::to_json(audit)));
    std::vector<std::string> formats = options.formats;
    formats.emplace_back("html");
    for (const std::string& name : formats) {
        const report::Format& format = *report::format_named(name);
        PA_TRY(write_report(format, audit, {env.lang, 80, false}, folder / format.file_name, env));
    }
    std::optional<audit::GateResult> judged_by;
    int status = judged;
    {
        const PlainOutput plain(env, env.out, audit.evidence_sha256);
        env.out(report::format_named("text")->write(audit, {env.lang, env.width, env.colour}));
        if (options.gate.is_asked()) {
            PA_LET(done, cmd::run(gate, audit, env, env.out));
            judged_by = std::move(done.result);
            status = done.status;
        }
    }
    env.say(msg("the whole report is in {}", (folder / "report.html").string()));
    tell_github(options.github, audit, true, judged_by, env);
    return status;
}

}  // namespace

namespace registry {

Command audit_command()
{
    return {"audit", msg("fetch a portal, judge it, and write the report"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                std::vector<std::string> names;
                for (const report::Format& format : report::formats()) {
                    names.push_back(format.name);
                }
                app.add_option("address", options->fetch.address, msg("an http(s) address, a folder with a static site, or an evidence file").in(env.lang))->required();
                app.add_option("-o,--output", options->output, msg("the folder for evidence, audit and reports; audit-HOST by default").in(env.lang));
                app.add_option("-f,--format", options->formats, msg("a further format to write; may be given several times").in(env.lang))->check(CLI::IsMember(names))->allow_extra_args(false);
                options->rules.add(app, env);
                options->gate.add(app, env);
                options->github.add(app, env);
                options->fetch.add(app, env);
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? *done : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
