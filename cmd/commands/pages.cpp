// pages: the portal's pages as a list.
#include "cmd/options.hpp"

#include "site/inventory.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    std::string evidence;
    std::string audit;
    std::string format = "csv";
    std::string output = "-";
};

Result<site::ItemsOfPages> items_of(const std::string& file)
{
    site::ItemsOfPages out;
    if (file.empty()) {
        return out;
    }
    PA_LET(audit, audit::read(file));
    for (const audit::Item& item : audit.items) {
        for (const std::string& page : item.pages) {
            std::string& ids = out[page];
            ids += (ids.empty() ? "" : " ") + item.id;
        }
    }
    return out;
}

Result<void> run(const Options& options, const Env& env)
{
    PA_TRY(keep_apart(options.evidence, options.output));
    PA_TRY(keep_apart(options.audit, options.output));
    PA_LET(items, items_of(options.audit));
    PA_LET(opened, evidence::Reader::open(options.evidence));
    PA_LET(site, site::load(std::move(opened), nullptr, options.common.thread_count()));
    const std::string text = options.format == "json" ? site::inventory_json(site, items) : site::inventory_csv(site, items);
    return write_output(options.output, text, env);
}

}  // namespace

namespace registry {

Command pages_command()
{
    return {"pages", msg("list the pages of a portal, with when they were published"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("evidence", options->evidence, msg("an evidence file of fetch or audit").in(env.lang))->required();
                app.add_option("-f,--format", options->format, msg("csv or json").in(env.lang))->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
                app.add_option("--audit", options->audit, msg("an audit of this evidence, to name the items that pages belong to").in(env.lang));
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
