#include "cmd/options.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"

#include <algorithm>
#include <thread>

namespace pa::cmd {

void CommonOptions::add(CLI::App& app, const Env& env)
{
    app.add_option("--lang", lang, msg("language of messages and reports: vi or en").in(env.lang))->check(CLI::IsMember({"vi", "en"}));
    app.add_option("--threads", threads, msg("worker threads; all cores by default").in(env.lang))->check(CLI::Range(1U, 256U));
}

unsigned CommonOptions::thread_count() const { return threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 64U); }

void RuleOptions::add(CLI::App& app, const Env& env)
{
    add_without_day(app, env);
    add_day(app, env);
}

void RuleOptions::add_without_day(CLI::App& app, const Env& env)
{
    add_rules(app, env);
    app.add_option("--unit-name", unit_name, msg("the agency's name, for the report").in(env.lang));
}

void RuleOptions::add_for_many(CLI::App& app, const Env& env)
{
    add_rules(app, env);
    add_day(app, env);
}

void RuleOptions::add_day(CLI::App& app, const Env& env)
{
    app.add_option("--as-of", as_of, msg("the day whose law is applied (2026-11-23); the evidence's day by default").in(env.lang));
}

void RuleOptions::add_rules(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    app.add_option("--rules", paths, text(msg("rule packs and profiles: files or folders; those installed by default")));
    app.add_option("--profile", profile, text(msg("the profile to apply; by default the one in force on the day of --as-of")));
    app.add_option("--unit-type", unit_type, text(msg("ministry, central-department, province, provincial-department, district, commune or other")))
        ->check(CLI::IsMember(rule::unit_types()));
    app.add_option("--tailoring", tailorings, text(msg("an overlay that selects, weighs and sets rules; packs stay as they are")));
    app.add_option("--waivers", waivers, text(msg("a file of administrative acts that excuse from rules")));
    app.add_option("--catalogue", catalogue, text(msg("a list (CSV or JSON) of the procedures that the unit must offer, to hold its services against")));
}

bool is_folder(const std::string& address)
{
    std::error_code code;
    return std::filesystem::is_directory(address, code);
}

bool is_file(const std::string& address)
{
    std::error_code code;
    return std::filesystem::is_regular_file(address, code);
}

namespace {

Error mistakes(const Diagnostics& diagnostics, const Env& env)
{
    for (const Error& error : diagnostics.errors()) {
        env.err(render(error, env.lang));
    }
    return {ErrorKind::config, msg("mistakes in the rules: {}", diagnostics.errors().size()), {}, {}};
}

Result<const rule::Profile*> chosen_profile(const rule::Library& library, const std::string& id, time::Day day)
{
    const rule::Profile* profile = id.empty() ? library.profile_on(day) : library.profile(id);
    if (profile != nullptr) {
        return profile;
    }
    std::string known;
    for (const rule::Profile& other : library.profiles) {
        known += (known.empty() ? "" : ", ") + other.id;
    }
    if (known.empty()) {
        return fail(ErrorKind::config, msg("the rules hold no profile"), msg("name a profile's file too with --rules"));
    }
    return id.empty() ? fail(ErrorKind::config, msg("no profile was in force on {}", time::to_string(day)), msg("known are: {}", known))
                      : fail(ErrorKind::usage, msg("unknown profile \"{}\"", id), msg("known are: {}", known));
}

}  // namespace

namespace {

void make_all(const rule::Library& library, Diagnostics& diagnostics)
{
    for (const rule::Pack& pack : library.packs) {
        for (const rule::Rule& rule : pack.rules) {
            const check::Kind* kind = check::kind_named(rule.kind);
            if (const auto made = kind == nullptr ? Result<std::unique_ptr<check::Check>>() : kind->make(rule); !made) {
                diagnostics.error(made.error());
            }
        }
    }
}

}  // namespace

Result<rule::Library> load_rules(const std::vector<std::string>& paths, Reading reading, const Env& env)
{
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    const std::vector<std::string> installed{env.data_folder + "/rules"};
    const rule::Examples examples = reading == Reading::for_authors ? rule::Examples::read : rule::Examples::left_out;
    PA_LET(library, rule::load(paths.empty() ? installed : paths, kinds, diagnostics, examples));
    if (reading == Reading::for_authors) {
        make_all(library, diagnostics);
    }
    if (diagnostics.failed()) {
        return tl::unexpected(mistakes(diagnostics, env));
    }
    return std::move(library);
}

namespace {

// Overlays, then the profile's weights, then acts. The mistakes of each file are told together.
Result<void> add_decisions(const RuleOptions& options, rule::Profile& profile, Judge& judge, const Env& env)
{
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    for (const std::string& file : options.tailorings) {
        PA_LET(document, conf::load_toml(file));
        judge.selection.tailorings.push_back(rule::apply_tailoring(document, kinds, judge.library, profile, diagnostics));
        judge.selection.tailorings.back().digest = evidence::sha256(document.source);
    }
    for (rule::Pack& pack : judge.library.packs) {
        for (rule::Rule& rule : pack.rules) {
            rule.points = profile.points_of(rule);
        }
    }
    for (const std::string& file : options.waivers) {
        PA_LET(document, conf::load_toml(file));
        for (rule::Waiver& waiver : rule::read_waivers(document, judge.library, diagnostics)) {
            judge.selection.waivers.push_back(std::move(waiver));
        }
    }
    if (!options.catalogue.empty()) {
        Diagnostics of_list;
        PA_LET(list, service::load_list(options.catalogue, of_list));
        for (const Error& error : of_list.errors()) {
            env.err(render(error, env.lang));
        }
        if (of_list.failed()) {
            return fail(ErrorKind::config, msg("mistakes in the list of procedures: {}", of_list.errors().size()));
        }
        judge.selection.catalogue = std::move(list);
    }
    if (diagnostics.failed()) {
        return tl::unexpected(mistakes(diagnostics, env));
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Judge>> make_judge(const RuleOptions& options, time::Day day, const Env& env)
{
    PA_LET(library, load_rules(options.paths, Reading::for_use, env));
    return make_judge(std::move(library), options, day, env);
}

Result<std::unique_ptr<Judge>> make_judge(rule::Library library, const RuleOptions& options, time::Day day, const Env& env)
{
    if (!options.as_of.empty()) {
        const auto named = time::parse_day(options.as_of);
        if (!named) {
            return fail(ErrorKind::usage, msg("\"{}\" is no date", options.as_of), msg("write 2026-11-23"));
        }
        day = *named;
    }
    auto judge = std::make_unique<Judge>();
    judge->library = std::move(library);
    PA_LET(profile, chosen_profile(judge->library, options.profile, day));
    judge->selection = {&judge->library, profile, day, {options.unit_name, options.unit_type}, {}, {}};
    PA_TRY(add_decisions(options, judge->library.profiles[static_cast<std::size_t>(profile - judge->library.profiles.data())], *judge, env));
    PA_LET(rules, audit::selected_rules(judge->selection));
    Diagnostics diagnostics;
    judge->checks = check::Checks::make(rules, diagnostics);
    if (diagnostics.failed()) {
        return tl::unexpected(mistakes(diagnostics, env));
    }
    return judge;
}

Result<audit::Audit> judge_evidence(const std::string& file, const RuleOptions& rules, const CommonOptions& common, const Env& env)
{
    PA_LET(library, load_rules(rules.paths, Reading::for_use, env));
    return judge_evidence(file, library, rules, common, env);
}

Result<audit::Audit> judge_evidence(const std::string& file, const rule::Library& library, const RuleOptions& rules, const CommonOptions& common, const Env& env)
{
    PA_LET(opened, evidence::Reader::open(file));
    std::shared_ptr<evidence::Reader> reader = std::move(opened);
    PA_LET(judge, make_judge(library, rules, time::day_of(reader->origin().begun), env));
    PA_LET(digest, evidence::sha256_file(file));
    PA_LET(site, site::load(reader, &judge->checks, common.thread_count()));
    site.evidence_digest = digest;
    return audit::evaluate(site, judge->checks, judge->selection, version());
}

Result<void> keep_apart(const std::string& input, const std::string& output)
{
    std::error_code code;
    if (output != "-" && std::filesystem::equivalent(input, output, code)) {
        return fail(ErrorKind::usage, msg("\"{}\" is the input; it would be overwritten", output), msg("name another file with -o"));
    }
    return {};
}

Result<void> write_output(const std::string& path, const std::string& text, const Env& env)
{
    if (path == "-") {
        env.out(text);
        return {};
    }
    return write_file(path, text);
}

}  // namespace pa::cmd
