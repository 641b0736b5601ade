#include "cmd/command.hpp"

#include "text/suggest.hpp"

#include <algorithm>
#include <map>

namespace pa::cmd {

namespace registry {
#define COMMAND(name) Command name##_command();
#include "commands.inc"
#undef COMMAND
}  // namespace registry

namespace {

// CLI11's own words for the rows of --help, in the user's language.
class HelpText final : public CLI::Formatter {
public:
    explicit HelpText(Lang lang)
    {
        column_width(34);
        label("OPTIONS", msg("OPTIONS").in(lang));
        label("SUBCOMMAND", msg("COMMAND").in(lang));
        label("REQUIRED", msg("required").in(lang));
        label("Usage", msg("Usage").in(lang));
        label("Positionals", msg("Arguments").in(lang));
    }
};

std::string footer(Lang lang)
{
    return msg("Exit status: 0 judged; 1 judged, gate failed; 2 could not judge; 3 usage, configuration or rule-pack "
               "error; 4 interrupted, state saved; 70 internal error.\nManual: portalaudit(1).")
        .in(lang);
}

// --lang counts before anything is parsed, because the help text is in that language too.
void read_language(const std::vector<std::string>& arguments, Env& env)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string value;
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) {
            value = arguments[i + 1];
        } else if (arguments[i].starts_with("--lang=")) {
            value = arguments[i].substr(7);
        }
        if (value == "vi" || value == "en") {
            env.lang = value == "vi" ? Lang::vi : Lang::en;
        }
    }
}

std::optional<Error> unknown_command(const std::vector<std::string>& arguments)
{
    if (arguments.empty() || arguments.front().starts_with("-")) {
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        names.push_back(command.name);
    }
    if (std::find(names.begin(), names.end(), arguments.front()) != names.end()) {
        return std::nullopt;
    }
    const std::string near = text::nearest(arguments.front(), names);
    return Error{ErrorKind::usage, msg("unknown command \"{}\"", arguments.front()), {},
                 near.empty() ? msg("portalaudit --help lists the commands") : msg("did you mean \"{}\"?", near)};
}

Error parse_error(const CLI::ParseError& error, const CLI::App& app)
{
    std::string command = "portalaudit";
    for (const CLI::App* sub : app.get_subcommands()) {
        command += " " + sub->get_name();
        for (const CLI::App* inner : sub->get_subcommands()) {
            command += " " + inner->get_name();
        }
    }
    std::string text = error.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return {ErrorKind::usage, msg("{}", text), {}, msg("{} --help lists the options", command)};
}

}  // namespace

int Env::status_of(const Error& error) { return exit_code_of(error.kind); }

std::string version() { return PA_VERSION; }

const std::vector<Command>& commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list;
#define COMMAND(name) list.push_back(registry::name##_command());
#include "commands.inc"
#undef COMMAND
        std::sort(list.begin(), list.end(), [](const Command& a, const Command& b) { return a.name < b.name; });
        return list;
    }();
    return all;
}

int run(std::vector<std::string> arguments, Env env)
{
    read_language(arguments, env);
    if (const auto error = unknown_command(arguments)) {
        return env.fail(*error);
    }
    CLI::App app(msg("Audits a state agency's web portal against the law.").in(env.lang), "portalaudit");
    app.formatter(std::make_shared<HelpText>(env.lang));
    app.set_help_flag("-h,--help", msg("this text").in(env.lang));
    app.set_version_flag("--version", "portalaudit " + version(), msg("the version").in(env.lang));
    app.footer(footer(env.lang));
    app.require_subcommand(1);
    std::map<const CLI::App*, std::function<int()>> actions;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary.in(env.lang));
        sub->footer(footer(env.lang));
        actions[sub] = command.setup(*sub, env);
    }
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        env.out(app.help());  // of the subcommand that was named, if one was
        return judged;
    } catch (const CLI::CallForVersion&) {
        env.out("portalaudit " + version() + "\n");
        return judged;
    } catch (const CLI::ParseError& error) {
        return env.fail(parse_error(error, app));
    }
    return actions.at(app.get_subcommands().front())();
}

}  // namespace pa::cmd
