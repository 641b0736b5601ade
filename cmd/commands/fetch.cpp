// fetch: evidence only.
#include "cmd/fetching.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    FetchOptions fetch;
    std::string output = "portal.wacz";
};

int run(const Options& options, const Env& env)
{
    if (options.output == "-") {
        return env.fail({ErrorKind::usage, msg("evidence is written while it grows, so it needs a file"), {}, msg("name it with -o")});
    }
    auto prepared = prepare_fetch(options.fetch, options.common, options.output, env);
    if (!prepared) {
        return env.fail(prepared.error());
    }
    const auto site = run(*prepared, nullptr, env);
    if (!site) {
        return env.fail(site.error());
    }
    env.say(msg("{} pages in {}, SHA-256 {}", site->html_pages().size(), options.output, site->evidence_digest));
    return judged;
}

}  // namespace

namespace registry {

Command fetch_command()
{
    return {"fetch", msg("fetch a portal and keep the evidence, without judging"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("address", options->fetch.address, msg("an http(s) address, or a folder with a static site").in(env.lang))->required();
                app.add_option("-o,--output", options->output, msg("the evidence file").in(env.lang))->capture_default_str();
                options->fetch.add(app, env);
                options->common.add(app, env);
                return [options, &env] { return run(*options, env); };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
