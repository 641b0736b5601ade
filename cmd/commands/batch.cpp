// batch: audit a list of portals, several at a time.
#include "cmd/batch_progress.hpp"
#include "cmd/sharding.hpp"

#include "base/file.hpp"
#include "campaign/summary.hpp"
#include "campaign/unit_list.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>

namespace pa::cmd {

namespace {

struct Options {
    BatchOptions batch;
    std::string list;
    std::string output = "batch";
    std::string shard;
    double coverage_floor = 50;
    bool keep_going = false;
    bool restart = false;
    bool check_only = false;
};

Result<std::vector<campaign::Unit>> read_list(const Options& options, const rule::Library& library, const Env& env)
{
    PA_LET(text, options.list == "-" ? env.input(campaign::most_list_bytes) : read_file(options.list, campaign::most_list_bytes));
    campaign::Known known{rule::unit_types(), {}};
    for (const rule::Profile& profile : library.profiles) {
        known.profiles.push_back(profile.id);
    }
    Diagnostics diagnostics;
    std::vector<campaign::Unit> units = campaign::read_units(text, options.list, known, diagnostics);
    for (const auto* told : {&diagnostics.warnings(), &diagnostics.errors()}) {
        for (const Error& error : *told) {
            env.err(render(error, env.lang));
        }
    }
    if (diagnostics.failed() && (!options.keep_going || units.empty())) {
        return fail(ErrorKind::config, msg("mistakes in the list: {}; nothing was begun", diagnostics.errors().size()),
                    units.empty() ? msg("mend them") : msg("mend them, or leave those lines out with --keep-going"));
    }
    if (diagnostics.failed()) {
        env.say(msg("mistakes in the list: {}; the units that have them are left out, or lose the unit above them", diagnostics.errors().size()));
    }
    return units;
}

// Sockets and files for all lanes, as far as the system lets us.
void raise_file_limit(const BatchOptions& options)
{
    rlimit limit{};
    const rlim_t wanted = static_cast<rlim_t>(options.parallel) * (options.fetch.connections + 8) + 256;
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < wanted) {
        limit.rlim_cur = std::min(wanted, limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

Result<void> audit_all(const Options& options, const campaign::ResultFolder& folder, const rule::Library& library, const Env& env)
{
    const std::string& wanted = options.batch.fetch.progress;
    const ProgressMode mode = wanted == "json" ? ProgressMode::json : wanted == "auto" && env.err_is_terminal ? ProgressMode::line : ProgressMode::none;
    BatchProgress progress(env, mode);
    Batch batch(options.batch, folder, library, env, progress);
    PA_LET(counts, batch.prepare());
    if (counts.done > 0 && mode != ProgressMode::json) {
        env.say(msg("{} of {} portals are done already", counts.done, counts.all));
    }
    progress.begin(folder.path().string(), counts);
    raise_file_limit(options.batch);
    const Result<void> done = batch.run([&progress] { progress.tick(); });
    progress.end(done ? "complete" : done.error().kind == ErrorKind::interrupted ? "stopped" : "failed");
    return done;
}

Result<int> run(const Options& options, const Env& env)
{
    if (!std::isfinite(options.coverage_floor)) {
        return fail(ErrorKind::usage, msg("--coverage-floor must be a number from 0 to 100"));
    }
    PA_LET(shard, shard_of(options.shard, env));
    PA_LET(library, load_rules(options.batch.rules.paths, Reading::for_use, env));
    PA_LET(units, read_list(options, library, env));
    if (options.check_only) {
        const auto mine = std::count_if(units.begin(), units.end(), [&shard](const campaign::Unit& unit) { return !unit.url.empty() && shard.has(unit); });
        env.out(msg("units in the list: {}; portals in this shard ({}): {}", units.size(), shard.name(), mine).in(env.lang) + "\n");
        return judged;
    }
    PA_LET(values, option_values(options.batch, env));
    std::filesystem::path path = options.output;
    if (!shard.is_whole()) {
        path /= "shard-" + shard.name();
    }
    std::filesystem::path moved_to;
    PA_LET(folder, campaign::ResultFolder::begin(path, {version(), values, shard, options.coverage_floor, std::move(units)}, options.restart, moved_to));
    if (!moved_to.empty()) {
        env.say(msg("the earlier batch is in {} now", moved_to.string()));
    }
    PA_TRY(audit_all(options, folder, library, env));
    PA_LET(round, campaign::gather({folder}));
    const campaign::RollUp rolled = campaign::roll_up(round);
    PA_LET(pieces, campaign::summary(round, rolled, {env.lang, "."}));
    for (const report::Piece& piece : pieces) {
        PA_TRY(write_file(path / piece.name, piece.bytes));
    }
    env.out(campaign::summary_text(round, rolled, env.lang, env.width));
    env.say(msg("the whole summary is in {}", (path / "summary.html").string()));
    return rolled.could_not_judge.empty() ? judged : not_judged;
}

}  // namespace

namespace registry {

Command batch_command()
{
    return {"batch", msg("audit a list of portals and rank them"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                std::vector<std::string> names;
                for (const report::Format& format : report::formats()) {
                    names.push_back(format.name);
                }
                const auto text = [&](const Message& message) { return message.in(env.lang); };
                app.add_option("list", options->list, text(msg("addresses, one a line, or CSV with the columns id,name,type,parent,url,profile,notes; - for standard input")))->required();
                app.add_option("-o,--output", options->output, text(msg("the folder for the results; a batch that it holds is gone on with")))->capture_default_str();
                app.add_option("-f,--format", options->batch.formats, text(msg("a further format to write for each portal; may be given several times")))->check(CLI::IsMember(names))->allow_extra_args(false);
                app.add_option("--parallel", options->batch.parallel, text(msg("portals at a time")))->check(CLI::Range(1, 1000))->capture_default_str();
                app.add_option("--hosts-per-address", options->batch.hosts_of_address, text(msg("hosts at one IP address are together asked no faster than this many hosts; 0: each as if it were alone")))->check(CLI::Range(0, 1000))->capture_default_str();
                app.add_option("--shard", options->shard, text(msg("I/N: only the I-th of N parts of the list; N alone: the number comes from an array job (SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX)")));
                app.add_option("--coverage-floor", options->coverage_floor, text(msg("a unit of whose points less than this many percent are decided is not ranked")))->check(CLI::Range(0.0, 100.0))->capture_default_str();
                app.add_flag("--keep-going", options->keep_going, text(msg("leave out the lines of the list that have mistakes, instead of not beginning at all")));
                app.add_flag("--restart", options->restart, text(msg("begin anew; what the folder holds is moved aside")));
                app.add_flag("--check-list", options->check_only, text(msg("only read the list, tell its mistakes, and count the portals of this shard")));
                options->batch.rules.add_for_many(app, env);
                options->batch.fetch.add_for_many(app, env);
                options->batch.common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? *done : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
