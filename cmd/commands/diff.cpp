// diff: what changed between two audits, two evidence files, or two days of the law.
#include "cmd/options.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"
#include "report/comparison.hpp"
#include "site/prose.hpp"

namespace pa::cmd {

namespace {

struct Options {
    CommonOptions common;
    RuleOptions rules;
    std::vector<std::string> inputs;
    std::vector<std::string> days;
    std::string format = "text";
    std::string output = "-";
};

struct Side {
    audit::Audit audit;
    std::optional<audit::PageStates> pages;  ///< of evidence
};

Result<audit::PageStates> pages_of(const site::Site& site)
{
    audit::PageStates out;
    for (site::PageId id = 0; id < site.pages.size(); ++id) {
        const site::Page& page = site.pages[id];
        if (page.purpose == evidence::Purpose::page) {
            const std::string answer = page.failure != http::Failure::none ? std::string(http::name_of(page.failure)) : std::to_string(page.status);
            PA_LET(prose, site::prose_hash(site, id));
            const bool is_dated = page.published.confidence >= site::Confidence::medium;
            out.emplace(site.url_of(id), audit::PageState{answer, page.text_hash, page.title, prose, is_dated ? time::to_string(page.published.day) : ""});
        }
    }
    return out;
}

Result<Side> judged_side(const std::string& file, const rule::Library& library, const RuleOptions& rules, const CommonOptions& common, const Env& env)
{
    PA_LET(opened, evidence::Reader::open(file));
    std::shared_ptr<evidence::Reader> reader = std::move(opened);
    PA_LET(judge, make_judge(library, rules, time::day_of(reader->origin().begun), env));
    PA_LET(digest, evidence::sha256_file(file));
    PA_LET(site, site::load(reader, &judge->checks, common.thread_count()));
    site.evidence_digest = digest;
    PA_LET(audit, audit::evaluate(site, judge->checks, judge->selection, version()));
    PA_LET(pages, pages_of(site));
    return Side{std::move(audit), std::move(pages)};
}

// An audit begins like JSON; everything else is taken for evidence.
Result<bool> is_audit(const std::string& file)
{
    bool more = false;
    PA_LET(start, read_start(file, 64, more));
    return start.find_first_not_of(" \t\r\n") != std::string::npos && start[start.find_first_not_of(" \t\r\n")] == '{';
}

// An audit that cannot be used is a mistake of who called; 2 is kept for evidence that cannot be judged.
Result<Side> saved_side(const std::string& file)
{
    auto audit = audit::read(file);
    if (!audit) {
        Error error = audit.error();
        error.kind = error.kind == ErrorKind::damaged ? ErrorKind::config : error.kind;
        return tl::unexpected(error);
    }
    return Side{std::move(*audit), std::nullopt};
}

Result<std::vector<Side>> sides_of(const Options& options, const Env& env)
{
    if (options.days.size() > 2) {
        return fail(ErrorKind::usage, msg("two things are compared, so --as-of is given twice at most"));
    }
    if (options.inputs.size() == 1 && options.days.size() != 2) {
        return fail(ErrorKind::usage, msg("\"{}\" is alone: there is nothing to compare it with", options.inputs[0]), msg("name a second file, or --as-of twice for evidence"));
    }
    std::optional<rule::Library> library;
    std::vector<Side> out;
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string& file = options.inputs[options.inputs.size() == 2 ? i : 0];
        PA_LET(is_saved, is_audit(file));
        if (is_saved && !options.days.empty()) {
            return fail(ErrorKind::usage, msg("\"{}\" is an audit, whose law is fixed; --as-of is for evidence", file));
        }
        if (is_saved) {
            PA_LET(side, saved_side(file));
            out.push_back(std::move(side));
            continue;
        }
        if (!library) {
            PA_LET(loaded, load_rules(options.rules.paths, Reading::for_use, env));
            library = std::move(loaded);
        }
        RuleOptions rules = options.rules;
        if (!options.days.empty()) {
            rules.as_of = options.days[options.days.size() == 2 ? i : 0];
        }
        PA_LET(side, judged_side(file, *library, rules, options.common, env));
        out.push_back(std::move(side));
    }
    return out;
}

Result<void> run(const Options& options, const Env& env)
{
    for (const std::string& input : options.inputs) {
        PA_TRY(keep_apart(input, options.output));
    }
    PA_LET(sides, sides_of(options, env));
    PA_LET(comparison, audit::compare(sides[0].audit, sides[1].audit));
    if (sides[0].pages && sides[1].pages) {
        comparison.pages = audit::compare(*sides[0].pages, *sides[1].pages);
    }
    const std::string text = options.format == "json" ? report::comparison_json(comparison)
                                                      : report::comparison_text(comparison, env.lang, options.format == "markdown" ? report::Sheet::markdown : report::Sheet::text);
    return write_output(options.output, text, env);
}

}  // namespace

namespace registry {

Command diff_command()
{
    return {"diff", msg("say what changed between two audits, and whether the portal or the rules did"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("files", options->inputs, msg("the earlier and the later: each an audit.json or an evidence file; or one evidence file with --as-of twice").in(env.lang))->required()->expected(1, 2);
                app.add_option("-f,--format", options->format, msg("text, markdown or json").in(env.lang))->check(CLI::IsMember({"text", "markdown", "json"}))->capture_default_str();
                app.add_option("-o,--output", options->output, msg("the file to write; - for standard output").in(env.lang))->capture_default_str();
                app.add_option("--as-of", options->days, msg("the day whose law is applied to evidence; twice: the earlier by the first, the later by the second").in(env.lang))->allow_extra_args(false);
                options->rules.add_without_day(app, env);
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? static_cast<int>(judged) : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
