#include "cmd/github.hpp"

#include "report/format.hpp"
#include "report/plain.hpp"
#include "report/workflow_command.hpp"

#include <cerrno>
#include <fstream>
#include <map>

namespace pa::cmd {

namespace {

constexpr std::size_t most_of_a_kind = 10;

// The lines of the format `github`, as many of each kind as the runner keeps.
std::string bounded(const std::string& annotations)
{
    std::map<std::string, std::size_t> counts;
    std::string out;
    for (std::size_t at = 0; at < annotations.size();) {
        const std::size_t end = annotations.find('\n', at) + 1;
        const std::string line = annotations.substr(at, end - at);
        if (++counts[line.substr(0, line.find(' '))] <= most_of_a_kind) {
            out += line;
        }
        at = end;
    }
    return out;
}

std::string gate_annotations(const audit::GateResult& gate, Lang lang)
{
    std::string out;
    for (std::size_t i = 0; i < std::min(gate.failures.size(), most_of_a_kind); ++i) {
        out += report::workflow_command("error", "portalaudit", report::line(gate.failures[i].in(lang)));
    }
    return out;
}

std::string gate_summary(const audit::GateResult& gate, Lang lang)
{
    std::string out = "\n### " + report::markdown(words_of(gate).in(lang)) + "\n\n";
    const auto list = [&](const std::vector<Message>& messages, const char* mark) {
        for (std::size_t i = 0; i < std::min<std::size_t>(messages.size(), 100); ++i) {
            out += "- " + std::string(mark) + report::markdown(messages[i].in(lang)) + "\n";
        }
        if (messages.size() > 100) {
            out += "- " + report::markdown(msg("and {} more", messages.size() - 100).in(lang)) + "\n";
        }
    };
    list(gate.failures, "❌ ");
    list(gate.notes, "");
    return out;
}

}  // namespace

PlainOutput::PlainOutput(const Env& env, const std::function<void(std::string_view)>& out, std::string_view token) : out_(out)
{
    if (env.in_github) {
        token_ = "portalaudit-" + std::string(token);
        out_("::stop-commands::" + token_ + "\n");
    }
}

PlainOutput::~PlainOutput()
{
    if (!token_.empty()) {
        out_("::" + token_ + "::\n");
    }
}

void GithubOptions::add(CLI::App& app, const Env& env)
{
    app.add_flag("--no-github", is_off, msg("neither annotations nor a job summary, although GITHUB_ACTIONS is set").in(env.lang));
}

void tell_github(const GithubOptions& options, const audit::Audit& audit, bool is_report, const std::optional<audit::GateResult>& gate, const Env& env)
{
    if (!env.in_github || options.is_off) {
        return;
    }
    const report::Options style{env.lang, 80, false};
    env.err(gate ? gate_annotations(*gate, env.lang) : bounded(report::format_named("github")->write(audit, style)));
    if (env.github_summary.empty()) {
        return;
    }
    std::string text = is_report ? report::format_named("markdown")->write(audit, style) : "";
    text += gate ? gate_summary(*gate, env.lang) : "";
    errno = 0;
    std::ofstream summary(env.github_summary, std::ios::app | std::ios::binary);
    summary << text << std::flush;
    if (!summary) {
        env.say(msg("the job summary {} could not be written: {}", env.github_summary, std::generic_category().message(errno)));
    }
}

}  // namespace pa::cmd
