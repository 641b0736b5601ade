// campaign: rounds over the years, kept in a store.
#include "cmd/options.hpp"

#include "base/file.hpp"
#include "campaign/result_folder.hpp"
#include "campaign/store.hpp"
#include "campaign/summary.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::cmd {

namespace {

constexpr std::size_t longest_round = 200;

struct Options {
    CommonOptions common;
    RuleOptions rules;
    std::string store = "campaign.db";
    std::string round;
    std::vector<std::string> folders;
    std::string unit;
    std::string output = "campaign";
    std::string reports;
    bool again = false;
};

campaign::Judged judged_of(const Options& options) { return options.again ? campaign::Judged::again : campaign::Judged::then; }

// The round that was named, or the latest.
Result<std::string> round_of(campaign::Store& store, const Options& options)
{
    if (!options.round.empty()) {
        return options.round;
    }
    PA_LET(rounds, store.rounds());
    if (rounds.empty()) {
        return fail(ErrorKind::usage, msg("the store holds no round"), msg("portalaudit campaign import adds one"));
    }
    return rounds.back().name;
}

// Judges the evidence of every judged unit once more, by the rules of today or of --as-of.
Result<campaign::Round> judged_again(const std::vector<campaign::ResultFolder>& folders, const Options& options, const Env& env)
{
    PA_LET(library, load_rules(options.rules.paths, Reading::for_use, env));
    RuleOptions rules = options.rules;
    if (rules.as_of.empty()) {
        rules.as_of = time::to_string(time::day_of(env.clock->now()));
    }
    const campaign::Plan& plan = folders.front().plan();
    campaign::Round round = campaign::begin_round(plan.units, plan.coverage_floor);
    for (const campaign::ResultFolder& folder : folders) {
        for (std::size_t i = 0; i < round.units.size(); ++i) {
            const campaign::Unit& unit = round.units[i];
            if (*env.stop) {
                return fail(ErrorKind::interrupted, msg("stopped; nothing was added to the store"));
            }
            if (unit.url.empty() || !folder.plan().shard.has(unit)) {
                continue;
            }
            PA_LET(outcome, folder.outcome(unit));
            if (outcome.state != campaign::State::judged) {
                round.standings[i].state = outcome.state;
                round.standings[i].attempts = outcome.attempts;
                round.standings[i].why = outcome.why;
                continue;
            }
            RuleOptions of_unit = rules;
            of_unit.unit_name = unit.name;
            of_unit.unit_type = unit.type.empty() ? rules.unit_type : unit.type;
            PA_LET(audit, judge_evidence((folder.of(unit) / "portal.wacz").string(), library, of_unit, options.common, env));
            if (audit.start != unit.url) {
                return fail(ErrorKind::damaged, msg("{} is evidence of {}, not of {}", (folder.of(unit) / "portal.wacz").string(), audit.start, unit.url));
            }
            campaign::take(round, i, audit, outcome.attempts);
        }
    }
    return round;
}

Result<void> check_round(const std::string& name)
{
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
    if (text::collapsed(name).empty() || name.size() > longest_round || !is_plain) {
        return fail(ErrorKind::usage, msg("\"{}\" cannot be the name of a round", report::line(name, 60)), msg("use 1 to {} bytes without control characters, such as 2026", longest_round));
    }
    return {};
}

Result<int> import(const Options& options, const Env& env)
{
    PA_TRY(check_round(options.round));
    std::vector<campaign::ResultFolder> folders;
    for (const std::string& path : options.folders) {
        PA_LET(folder, campaign::ResultFolder::open(path));
        folders.push_back(std::move(folder));
    }
    PA_LET(round, campaign::gather(folders));
    std::optional<campaign::Round> again;
    if (options.again) {
        PA_LET(judged, judged_again(folders, options, env));
        again = std::move(judged);
    }
    PA_LET(store, campaign::Store::open(options.store, true));
    PA_TRY(store.add(options.round, round, campaign::Judged::then));
    if (again) {
        PA_TRY(store.add(options.round, *again, campaign::Judged::again));
    }
    const campaign::Aggregate all = campaign::roll_up(round).all;
    env.say(msg("round \"{}\": {} judged, {} could not be judged, {} not audited yet", options.round, all.judged, all.could_not_judge, all.waiting));
    return judged;
}

Result<int> rank(const Options& options, const Env& env)
{
    PA_LET(store, campaign::Store::open(options.store, false));
    PA_LET(name, round_of(store, options));
    PA_LET(round, store.load(name, judged_of(options)));
    env.out(msg("Round \"{}\"", name).in(env.lang) + (options.again ? ", " + msg("judged again by later rules").in(env.lang) : "") + "\n");
    env.out(campaign::summary_text(round, campaign::roll_up(round), env.lang, env.width));
    return judged;
}

Result<int> trend(const Options& options, const Env& env)
{
    PA_LET(store, campaign::Store::open(options.store, false));
    PA_LET(points, store.trend(options.unit));
    const auto row = [&env](std::initializer_list<std::pair<std::string, std::size_t>> cells) {
        std::string out;
        for (const auto& [text, width] : cells) {
            const std::string cell = report::line(text, width);
            out += cell + std::string(width - std::min(width, text::length(cell)), ' ') + "  ";
        }
        env.out(out.substr(0, out.find_last_not_of(' ') + 1) + "\n");
    };
    const auto say = [&env](const Message& message) { return message.in(env.lang); };
    row({{say(msg("Round")), 20}, {say(msg("Law of")), 10}, {say(msg("Profile")), 10}, {say(msg("Score")), 17}, {say(msg("Grade")), 7}, {say(msg("Rank")), 9}, {say(msg("Judged")), 40}});
    for (const campaign::TrendPoint& point : points) {
        const campaign::Standing& standing = point.standing;
        const bool is_judged = standing.state == campaign::State::judged;
        const Message how = !is_judged ? campaign::word_of(standing.state) : point.judged == campaign::Judged::then ? msg("at the time") : msg("again, by later rules");
        row({{point.round, 20}, {standing.as_of, 10}, {standing.profile, 10}, {is_judged ? report::interval(standing.percent, env.lang) : "–", 17}, {is_judged ? report::grade(standing.grade_low, standing.grade_high) : "–", 7},
             {point.rank == 0 ? "–" : fmt::format("{} / {}", point.rank, point.ranked_among), 9}, {say(how), 40}});
    }
    return judged;
}

Result<int> export_round(const Options& options, const Env& env)
{
    if (options.reports.find(':') != std::string::npos) {
        return fail(ErrorKind::usage, msg("--reports must be a folder relative to the output, not \"{}\"", options.reports));
    }
    PA_LET(store, campaign::Store::open(options.store, false));
    PA_LET(name, round_of(store, options));
    PA_LET(round, store.load(name, judged_of(options)));
    PA_LET(pieces, campaign::summary(round, campaign::roll_up(round), {env.lang, options.reports}));
    PA_TRY(make_folder(options.output));
    for (const report::Piece& piece : pieces) {
        PA_TRY(write_file(std::filesystem::path(options.output) / piece.name, piece.bytes));
    }
    env.say(msg("round \"{}\" is in {}", name, options.output));
    return judged;
}

Result<int> list(const Options& options, const Env& env)
{
    PA_LET(store, campaign::Store::open(options.store, false));
    PA_LET(rounds, store.rounds());
    for (const campaign::RoundInfo& round : rounds) {
        env.out(report::line(msg("{} {}: {} units, {} judged, {} judged again", round.day.empty() ? "–" : round.day, round.name, round.units, round.judged, round.judged_again).in(env.lang)) + "\n");
    }
    return judged;
}

using Action = Result<int> (*)(const Options& options, const Env& env);

}  // namespace

namespace registry {

Command campaign_command()
{
    return {"campaign", msg("keep rounds of audits over the years, rank them, and follow a unit"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                auto action = std::make_shared<Action>(nullptr);
                const auto text = [&](const Message& message) { return message.in(env.lang); };
                const auto add = [&](const char* name, const Message& summary, Action run) {
                    CLI::App* sub = app.add_subcommand(name, text(summary));
                    sub->add_option("--store", options->store, text(msg("a SQLite file, or postgresql://user@host/database")))->capture_default_str();
                    sub->callback([action, run] { *action = run; });
                    return sub;
                };
                const auto add_round = [&](CLI::App* sub, const Message& about) { return sub->add_option("--round", options->round, text(about)); };
                const Message latest = msg("the round; the latest by default");
                const Message again = msg("as it was judged again by later rules");
                CLI::App* import_app = add("import", msg("add the folders of a batch, or of its shards, to the store"), import);
                import_app->add_option("folders", options->folders, text(msg("what portalaudit batch has written")))->required();
                add_round(import_app, msg("the name of the round, such as 2026"))->required();
                import_app->add_flag("--rejudge", options->again, text(msg("also judge the evidence by today's rules, or those of --as-of, so that rounds can be compared")));
                options->rules.add_for_many(*import_app, env);
                CLI::App* rank_app = add("rank", msg("print a round's ranking"), rank);
                add_round(rank_app, latest);
                rank_app->add_flag("--rejudged", options->again, text(again));
                CLI::App* trend_app = add("trend", msg("follow a unit through the rounds"), trend);
                trend_app->add_option("unit", options->unit, text(msg("the unit's id")))->required();
                CLI::App* export_app = add("export", msg("write a round's summary as JSON, CSV, workbook and HTML"), export_round);
                add_round(export_app, latest);
                export_app->add_option("-o,--output", options->output, text(msg("the folder for the files")))->capture_default_str();
                export_app->add_option("--reports", options->reports, text(msg("where the units' folders are, relative to that one; the page then links to their reports")));
                export_app->add_flag("--rejudged", options->again, text(again));
                add("list", msg("list the rounds"), list);
                for (CLI::App* sub : app.get_subcommands({})) {
                    options->common.add(*sub, env);
                }
                app.require_subcommand(1);
                return [options, action, &env] {
                    const auto done = (*action)(*options, env);
                    return done ? *done : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
