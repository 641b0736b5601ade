#include "cmd/batching.hpp"

#include "base/file.hpp"
#include "cmd/reporting.hpp"
#include "evidence/digest.hpp"

#include <algorithm>
#include <utility>

namespace pa::cmd {

namespace {

constexpr std::uint64_t most_file_bytes = 64U << 20U;
constexpr std::size_t most_rule_files = 10'000;
constexpr std::uint64_t most_body_bytes = 128U << 20U;  // of answers of all portals that are not read yet

// One digest of files and of all files in folders.
Result<std::string> digest_of(const std::vector<std::string>& paths)
{
    std::string all;
    for (const std::string& path : paths) {
        if (!is_folder(path)) {
            PA_LET(text, read_file(path, most_file_bytes));
            all += evidence::sha256(text);
            continue;
        }
        PA_LET(names, list_files(path, most_rule_files));
        for (const std::string& name : names) {
            if (name.ends_with(".toml")) {
                PA_LET(text, read_file(std::filesystem::path(path) / name, most_file_bytes));
                all += name + evidence::sha256(text);
            }
        }
    }
    return paths.empty() ? "" : evidence::sha256(all);
}

// One of a semaphore's, given back whatever happens.
class Permit {
public:
    explicit Permit(std::counting_semaphore<>& of) : of_(of) { of_.acquire(); }
    ~Permit() { of_.release(); }
    Permit(const Permit&) = delete;
    Permit& operator=(const Permit&) = delete;

private:
    std::counting_semaphore<>& of_;
};

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

// Whether the portal is the reason, not this machine or what the user wrote.
bool is_of_unit(const Error& error)
{
    return error.kind == ErrorKind::unreachable || error.kind == ErrorKind::damaged || error.kind == ErrorKind::internal;
}

Text why_of(const Error& error)
{
    Text out = error.message.text();
    if (!error.hint.empty()) {
        const Text hint = error.hint.text();
        out = {out.vi + " – " + hint.vi, out.en + " – " + hint.en};
    }
    return out;
}

}  // namespace

Result<std::vector<std::pair<std::string, std::string>>> option_values(const BatchOptions& options, const Env& env)
{
    const FetchOptions& fetch = options.fetch;
    const RuleOptions& rules = options.rules;
    PA_LET(rule_digest, digest_of(rules.paths.empty() ? std::vector<std::string>{env.data_folder + "/rules"} : rules.paths));
    PA_LET(tailoring_digest, digest_of(rules.tailorings));
    PA_LET(waiver_digest, digest_of(rules.waivers));
    PA_LET(catalogue_digest, digest_of(rules.catalogue.empty() ? std::vector<std::string>() : std::vector{rules.catalogue}));
    PA_LET(ca_digest, digest_of(fetch.ca_file.empty() ? std::vector<std::string>() : std::vector{fetch.ca_file}));
    std::vector<std::string> formats = options.formats;
    std::sort(formats.begin(), formats.end());
    std::string format_text;
    for (const std::string& name : formats) {
        format_text += (format_text.empty() ? "" : " ") + name;
    }
    std::string resolve;
    for (const std::string& entry : fetch.resolve) {
        resolve += (resolve.empty() ? "" : " ") + entry;
    }
    return std::vector<std::pair<std::string, std::string>>{
        {"--rules", rule_digest},
        {"--profile", rules.profile},
        {"--as-of", rules.as_of},
        {"--unit-type", rules.unit_type},
        {"--tailoring", tailoring_digest},
        {"--waivers", waiver_digest},
        {"--catalogue", catalogue_digest},
        {"--format", format_text},
        {"--lang", env.lang == Lang::vi ? "vi" : "en"},
        {"--max-pages", std::to_string(fetch.max_pages)},
        {"--max-per-pattern", std::to_string(fetch.max_of_pattern)},
        {"--sample-seed", std::to_string(fetch.sample_seed)},
        {"--max-depth", std::to_string(fetch.max_depth)},
        {"--max-mib", std::to_string(fetch.max_mebibytes)},
        {"--max-seconds", std::to_string(fetch.max_seconds)},
        {"--timeout", std::to_string(fetch.timeout_seconds)},
        {"--interval", std::to_string(fetch.interval_ms)},
        {"--connections", std::to_string(fetch.connections)},
        {"--hosts-per-address", std::to_string(options.hosts_of_address)},
        {"--ignore-robots", yes_or_no(fetch.ignore_robots)},
        {"--allow-private", yes_or_no(fetch.allow_private)},
        {"--resolve", evidence::sha256(resolve)},
        {"--proxy", yes_or_no(!fetch.proxy.empty())},
        {"--ca-file", ca_digest},
        {"--sign-key", yes_or_no(!fetch.sign_key.empty())},
    };
}

Batch::Batch(const BatchOptions& options, const campaign::ResultFolder& folder, const rule::Library& library, const Env& env, BatchObserver& observer)
    : options_(options), folder_(folder), library_(library), env_(env), observer_(observer), workers_(options.common.thread_count(), 64),
      bodies_(std::make_shared<ByteBudget>(most_body_bytes)), judging_(options.common.thread_count())
{
}

Result<BatchCounts> Batch::prepare()
{
    BatchCounts counts;
    const std::vector<campaign::Unit>& units = folder_.plan().units;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].url.empty() || !folder_.plan().shard.has(units[i])) {
            continue;
        }
        ++counts.all;
        PA_LET(outcome, folder_.outcome(units[i]));
        if (outcome.state != campaign::State::waiting) {
            ++counts.done;
            continue;
        }
        PA_TRY(check(units[i]));
        const auto url = url::Url::parse(units[i].url);
        tasks_.push_back({i, url ? std::string(url->host()) : units[i].url, outcome.attempts > 0});
    }
    return counts;
}

Result<void> Batch::run(const std::function<void()>& tick)
{
    const campaign::Job job = [this](std::size_t number, const std::atomic<bool>& stop) { return audit(folder_.plan().units[number], stop); };
    PA_TRY(campaign::run_lanes(std::exchange(tasks_, {}), options_.parallel, job, tick, *env_.stop));
    if (*env_.stop) {
        return fail(ErrorKind::interrupted, msg("stopped; {} holds what was done", folder_.path().string()), msg("the same command goes on with it"));
    }
    return {};
}

// What is wrong with the options is told before anything is fetched.
Result<void> Batch::check(const campaign::Unit& unit)
{
    FetchOptions fetch = options_.fetch;
    fetch.address = unit.url;
    PA_LET(prepared, prepare_fetch(fetch, options_.common, folder_.of(unit) / "portal.wacz", env_));
    return judge_for(unit, time::day_of(prepared.begun)).map([](const Judge*) {});
}

Result<campaign::Step> Batch::audit(const campaign::Unit& unit, const std::atomic<bool>& stop)
{
    PA_LET(outcome, folder_.outcome(unit));
    observer_.began(unit);
    const Result<audit::Audit> audit = guarded_audit_of(unit, stop);
    if (!audit && audit.error().kind == ErrorKind::interrupted) {
        observer_.ended(unit, outcome);
        return campaign::Step::done;
    }
    if (!audit && !is_of_unit(audit.error())) {
        Error error = audit.error();
        error.message = msg("{}: {}", unit.id, error.message);
        return tl::unexpected(error);
    }
    ++outcome.attempts;
    if (audit) {
        outcome.state = campaign::State::judged;
        PA_TRY(write_results(unit, *audit));
    } else {
        outcome.state = outcome.attempts < most_attempts ? campaign::State::waiting : campaign::State::could_not_judge;
        outcome.why = why_of(audit.error());
        if (outcome.state == campaign::State::waiting) {
            PA_TRY(put_aside(unit));
        }
    }
    PA_TRY(folder_.write(unit, outcome));
    observer_.ended(unit, outcome);
    return outcome.state == campaign::State::waiting ? campaign::Step::again : campaign::Step::done;
}

// One portal must not end the round, whatever a library throws.
Result<audit::Audit> Batch::guarded_audit_of(const campaign::Unit& unit, const std::atomic<bool>& stop)
{
    try {
        return audit_of(unit, stop);
    } catch (const std::exception& error) {
        return fail(ErrorKind::internal, msg("internal error: {}", error.what()));
    }
}

Result<audit::Audit> Batch::audit_of(const campaign::Unit& unit, const std::atomic<bool>& stop)
{
    const std::filesystem::path file = folder_.of(unit) / "portal.wacz";
    FetchOptions fetch = options_.fetch;
    fetch.address = unit.url;
    fetch.progress = "none";
    fetch.resume = is_there(file) || is_there(evidence::part_of(file));
    CommonOptions one_thread = options_.common;
    one_thread.threads = 1;
    Env env = env_;
    env.stop = &stop;
    env.err = [](std::string_view) {};
    Result<Fetch> prepared = prepare_fetch(fetch, one_thread, file, env);
    if (!prepared && fetch.resume && prepared.error().kind != ErrorKind::io) {
        PA_TRY(put_aside(unit));  // killed before anything whole was written, or the remains of another fetch
        fetch.resume = false;
        prepared = prepare_fetch(fetch, one_thread, file, env);
    }
    PA_TRY(prepared);
    prepared->plan.workers = &workers_;
    prepared->bodies = bodies_;
    {
        const std::lock_guard lock(mutex_);
        if (paces_ == nullptr) {
            paces_ = std::make_shared<crawl::PaceRegister>(prepared->plan.pace, options_.hosts_of_address);
        }
        prepared->plan.paces = paces_;
    }
    prepared->plan.on_progress = [&](const crawl::Progress& progress) { observer_.got_on(unit, progress); };
    PA_LET(judge, judge_for(unit, time::day_of(prepared->begun)));
    PA_LET(site, cmd::run(*prepared, &judge->checks, env));
    audit::Selection selection = judge->selection;
    selection.unit = {unit.name, unit.type.empty() ? options_.rules.unit_type : unit.type};
    const Permit permit(judging_);
    return audit::evaluate(site, judge->checks, selection, version());
}

Result<const Judge*> Batch::judge_for(const campaign::Unit& unit, time::Day day)
{
    RuleOptions rules = options_.rules;
    if (!unit.profile.empty()) {
        rules.profile = unit.profile;
    }
    const std::lock_guard lock(mutex_);
    std::unique_ptr<Judge>& judge = judges_[{rules.profile, day}];
    if (judge == nullptr) {
        PA_LET(made, make_judge(library_, rules, day, env_));
        judge = std::move(made);
    }
    return judge.get();
}

Result<void> Batch::write_results(const campaign::Unit& unit, const audit::Audit& audit) const
{
    const std::filesystem::path folder = folder_.of(unit);
    PA_TRY(write_file(folder / "audit.json", audit::to_json(audit)));
    std::vector<std::string> formats = options_.formats;
    formats.emplace_back("html");
    for (const std::string& name : formats) {
        const report::Format& format = *report::format_named(name);
        PA_TRY(write_report(format, audit, {env_.lang, 80, false}, folder / format.file_name, env_));
    }
    return {};
}

Result<void> Batch::put_aside(const campaign::Unit& unit) const
{
    const std::filesystem::path file = folder_.of(unit) / "portal.wacz";
    for (const std::filesystem::path& from : {file, evidence::part_of(file)}) {
        for (int i = 1; is_there(from); ++i) {
            const std::filesystem::path to = folder_.of(unit) / fmt::format("attempt-{}-{}", i, from.filename().string());
            std::error_code code;
            if (!is_there(to)) {
                std::filesystem::rename(from, to, code);
            }
            if (code) {
                return tl::unexpected(io_error(msg("cannot rename"), from, code.value()));
            }
        }
    }
    return {};
}

}  // namespace pa::cmd
