// report: a saved audit in any format.
#include "cmd/reporting.hpp"

#include "base/file.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    std::string audit;
    std::vector<std::string> formats;
    std::string output;
    bool list = false;
    bool no_bom = false;
};

int list_formats(const Env& env)
{
    for (const report::Format& format : report::formats()) {
        env.out(fmt::format("{:<13} {}\n", format.name, format.sentence.in(env.lang)));
    }
    return judged;
}

Result<void> write_reports(const Options& options, const Env& env)
{
    PA_LET(audit, audit::read(options.audit));
    const bool into_folder = is_folder(options.output) || options.formats.size() > 1;
    if (into_folder && options.output.empty()) {
        return fail(ErrorKind::usage, msg("several formats need a folder to go into"), msg("name it with -o"));
    }
    if (into_folder) {
        PA_TRY(make_folder(options.output));
    }
    for (const std::string& name : options.formats) {
        const report::Format& format = *report::format_named(name);
        const bool to_terminal = options.output.empty() || options.output == "-";
        if (format.is_binary && to_terminal && !into_folder && env.out_is_terminal) {
            return fail(ErrorKind::usage, msg("{} is not for a terminal", name), msg("name a file with -o"));
        }
        const report::Options style{env.lang, to_terminal ? env.width : 80, to_terminal && env.colour, !options.no_bom, {}};
        const std::string path = into_folder ? options.output + "/" + format.file_name : to_terminal ? "-" : options.output;
        PA_TRY(keep_apart(options.audit, path));
        PA_TRY(write_report(format, audit, style, path, env));
    }
    return {};
}

}  // namespace

namespace registry {

Command report_command()
{
    return {"report", msg("show a saved audit in another format"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                std::vector<std::string> names;
                for (const report::Format& format : report::formats()) {
                    names.push_back(format.name);
                }
                app.add_option("audit", options->audit, msg("an audit.json").in(env.lang));
                app.add_option("-f,--format", options->formats, msg("a format; may be given several times; text by default").in(env.lang))->check(CLI::IsMember(names))->allow_extra_args(false);
                app.add_option("-o,--output", options->output, msg("a file, or a folder for several formats; standard output by default").in(env.lang));
                app.add_flag("--no-bom", options->no_bom, msg("CSV without the byte order mark that spreadsheets need").in(env.lang));
                app.add_flag("--list", options->list, msg("list the formats").in(env.lang));
                options->common.add(app, env);
                return [options, &env] {
                    if (options->list) {
                        return list_formats(env);
                    }
                    if (options->audit.empty()) {
                        return env.fail({ErrorKind::usage, msg("an audit.json is needed"), {}, msg("portalaudit report --help lists the options")});
                    }
                    if (options->formats.empty()) {
                        options->formats.emplace_back("text");
                    }
                    const auto done = write_reports(*options, env);
                    return done ? static_cast<int>(judged) : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
