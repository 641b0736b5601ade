#include "cmd/options.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <thread>

namespace pa::cmd {

namespace {

constexpr std::uint64_t least_interval_ms = 50;  // towards a public portal
constexpr std::uint64_t seeds_limit = 16U << 20U;

Result<url::Url> http_url(const std::string& text, const Message& what)
{
    std::string address = text;
    if (address.find("://") == std::string::npos) {
        address.insert(0, "https://");
    }
    const auto url = url::Url::parse(address);
    if (!url || !url->is_http() || url->host().empty()) {
        return fail(ErrorKind::usage, msg("{} \"{}\" is neither an http(s) address nor a folder", what, text));
    }
    if (!url->username().empty() || !url->password().empty()) {
        return fail(ErrorKind::usage, msg("{}: an address must not carry a user name or password", what));
    }
    return url::normalised(*url);
}

Result<std::vector<url::Url>> read_seeds(const std::string& file)
{
    std::vector<url::Url> seeds;
    if (file.empty()) {
        return seeds;
    }
    PA_LET(text, read_file(file, seeds_limit));
    std::size_t at = 0;
    for (std::uint32_t line = 1; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string address = text.substr(at, end - at);
        at = end + 1;
        while (!address.empty() && (address.back() == '\r' || address.back() == ' ')) {
            address.pop_back();
        }
        if (address.empty() || address[0] == '#') {
            continue;
        }
        const auto url = url::Url::parse(address);
        if (!url || !url->is_http()) {
            return tl::unexpected(Error{ErrorKind::config, msg("\"{}\" is no http(s) address", address), Location{file, line, 1, address}, {}});
        }
        seeds.push_back(url::normalised(*url));
    }
    return seeds;
}

bool is_on_private_host(const url::Url& url)
{
    const std::string host(url.host());
    return host == "localhost" || (url::is_ip(host) && net::is_private_address(host.starts_with('[') ? host.substr(1, host.size() - 2) : host));
}

class ProgressLine {
public:
    explicit ProgressLine(const Env& env) : env_(env) {}
    ~ProgressLine()
    {
        if (shown_) {
            env_.err("\r\x1b[K");
        }
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const crawl::Progress& progress)
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(200)) {
            return;
        }
        last_ = now;
        shown_ = true;
        const Message line = msg("{} fetched, {} failed, {} waiting, {} MiB", progress.fetched, progress.failed, progress.waiting, progress.bytes >> 20U);
        env_.err("\r\x1b[K" + line.in(env_.lang));
    }

private:
    const Env& env_;
    std::chrono::steady_clock::time_point last_{};
    bool shown_ = false;
};

std::string user_agent(const FetchOptions& options)
{
    std::string out = "portalaudit/" + version() + " (inspection of state agencies' portals";
    if (!options.contact.empty()) {
        out += "; contact: " + options.contact;
    }
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out + ")";
}

Result<crawl::Options> crawl_options(const FetchOptions& options, const CommonOptions& common)
{
    crawl::Options out;
    out.folder = is_folder(options.address);
    for (const std::string& entry : options.resolve) {
        static const text::Pattern pattern = *text::Pattern::compile("^[^:]+:[0-9]{1,5}:.+$");
        if (!pattern.is_in(entry)) {
            return fail(ErrorKind::usage, msg("\"{}\" is not of the form host:port:address", entry));
        }
    }
    if (out.folder && options.as.empty()) {
        return fail(ErrorKind::usage, msg("\"{}\" is a folder: name the address that it will have", options.address),
                    msg("for example --as https://soxaydung.example.gov.vn/"));
    }
    PA_LET(start, http_url(out.folder ? options.as : options.address, out.folder ? msg("--as") : msg("the address")));
    out.start = start;
    if (!options.scope.empty()) {
        PA_LET(scope, options.scope == "domain" ? Result<site::Scope>(site::Scope::domain_of(start)) : site::Scope::parse(options.scope));
        if (!scope.contains(start)) {
            return fail(ErrorKind::usage, msg("the scope \"{}\" leaves out the start address {}", options.scope, start.href()));
        }
        out.scope = scope;
    }
    PA_LET(seeds, read_seeds(options.seeds_file));
    out.seeds = std::move(seeds);
    if (options.interval_ms < least_interval_ms && !out.folder && !is_on_private_host(start)) {
        return fail(ErrorKind::usage, msg("an interval under {} ms is for staging sites on private addresses only", least_interval_ms));
    }
    out.limits.pages = options.max_pages;
    out.limits.depth = options.max_depth;
    out.limits.bytes = options.max_mebibytes << 20U;
    out.limits.time = std::chrono::seconds(options.max_seconds);
    out.pace.interval = std::chrono::milliseconds(out.folder ? 0 : options.interval_ms);
    out.pace.connections = out.folder ? 64 : std::max(1U, options.connections);
    out.obey_robots = !options.ignore_robots;
    out.software = "portalaudit " + version();
    out.user_agent = user_agent(options);
    out.option_text = fmt::format("max-pages={} max-depth={} max-mebibytes={} max-seconds={} interval-ms={} connections={} robots={}",
                                  options.max_pages, options.max_depth, options.max_mebibytes, options.max_seconds, options.interval_ms,
                                  options.connections, options.ignore_robots ? "ignored" : "obeyed");
    out.threads = common.thread_count();
    return out;
}

Result<std::unique_ptr<net::Transport>> transport_for(const FetchOptions& options, const crawl::Options& plan)
{
    if (plan.folder) {
        return net::folder_transport(options.address, plan.start.href());
    }
    net::CurlOptions curl;
    curl.user_agent = plan.user_agent;
    curl.connections_per_host = plan.pace.connections;
    curl.total_timeout = std::chrono::seconds(options.timeout_seconds);
    curl.allow_private = options.allow_private;
    curl.ca_file = options.ca_file;
    curl.resolve = options.resolve;
    return net::curl_transport(curl);
}

// A clock that stands still at the moment that a folder stands for.
std::unique_ptr<time::Clock> fixed_clock(time::Moment moment) { return std::make_unique<time::FixedClock>(moment); }

}  // namespace

void CommonOptions::add(CLI::App& app, const Env& env)
{
    app.add_option("--lang", lang, msg("language of messages and reports: vi or en").in(env.lang))->check(CLI::IsMember({"vi", "en"}));
    app.add_option("--threads", threads, msg("worker threads; all cores by default").in(env.lang))->check(CLI::Range(1U, 256U));
}

unsigned CommonOptions::thread_count() const { return threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 64U); }

void FetchOptions::add(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    app.add_option("--as", as, text(msg("the address that a folder will have, such as https://soxd.example.gov.vn/")));
    app.add_option("--dated", dated, text(msg("the moment that a folder stands for (ISO 8601); now by default")));
    app.add_option("--scope", scope, text(msg("what belongs to the portal: host:NAME, domain:NAME, prefix:URL (several, with blanks), or domain; the start address's host by default")));
    app.add_option("--seeds", seeds_file, text(msg("a file with further start addresses, one a line")));
    app.add_option("--max-pages", max_pages, text(msg("addresses asked at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--max-depth", max_depth, text(msg("links from the start address at most")))->check(CLI::Range(0, 1000))->capture_default_str();
    app.add_option("--max-mib", max_mebibytes, text(msg("MiB fetched at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--max-seconds", max_seconds, text(msg("seconds at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--timeout", timeout_seconds, text(msg("seconds for one answer")))->check(CLI::Range(1, 3600))->capture_default_str();
    app.add_option("--interval", interval_ms, text(msg("milliseconds between two requests to one host; robots.txt may ask for more")))->check(CLI::Range(0, 600'000))->capture_default_str();
    app.add_option("--connections", connections, text(msg("requests at a time to one host")))->check(CLI::Range(1, 64))->capture_default_str();
    app.add_option("--contact", contact, text(msg("an address for the portal's administrators, sent with every request")));
    app.add_option("--ca-file", ca_file, text(msg("certificates (PEM) to trust instead of the system's")))->check(CLI::ExistingFile);
    app.add_option("--resolve", resolve, text(msg("host:port:address to use instead of a name look-up")));
    app.add_flag("--allow-private", allow_private, text(msg("allow private and loopback addresses, for a staging site of your own")));
    app.add_flag("--ignore-robots", ignore_robots, text(msg("override robots.txt by order of an authority; it is written into the evidence")));
    app.add_flag("--no-progress", no_progress, text(msg("no progress line on a terminal")));
}

void RuleOptions::add(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    app.add_option("--rules", paths, text(msg("rule packs and profiles: files or folders; those installed by default")));
    app.add_option("--profile", profile, text(msg("the profile to apply; by default the one in force on the day of --as-of")));
    app.add_option("--as-of", as_of, text(msg("the day whose law is applied (2026-11-23); the evidence's day by default")));
    app.add_option("--unit-type", unit_type, text(msg("ministry, central-department, province, provincial-department, district, commune or other")))
        ->check(CLI::IsMember(rule::unit_types()));
    app.add_option("--unit-name", unit_name, text(msg("the agency's name, for the report")));
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

Result<time::Moment> moment_of(const FetchOptions& options, const Env& env)
{
    if (options.dated.empty()) {
        return env.clock->now();
    }
    if (!is_folder(options.address)) {
        return fail(ErrorKind::usage, msg("--dated is for folders; a portal is fetched now"));
    }
    const auto moment = time::parse_moment(options.dated);
    if (!moment) {
        return fail(ErrorKind::usage, msg("\"{}\" is no moment", options.dated), msg("write 2026-11-23 or 2026-11-23T08:00:00+07:00"));
    }
    return *moment;
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

Result<rule::Library> load_rules(const std::vector<std::string>& paths, const Env& env)
{
    Diagnostics diagnostics;
    const std::vector<rule::KindSpec> kinds = check::kind_specs();
    const std::vector<std::string> installed{env.data_folder + "/rules"};
    PA_LET(library, rule::load(paths.empty() ? installed : paths, kinds, diagnostics));
    // Making a check finds the mistakes that only its kind can see, in every rule and not only in the chosen ones.
    for (const rule::Pack& pack : library.packs) {
        for (const rule::Rule& rule : pack.rules) {
            const check::Kind* kind = check::kind_named(rule.kind);
            if (const auto made = kind == nullptr ? Result<std::unique_ptr<check::Check>>() : kind->make(rule); !made) {
                diagnostics.error(made.error());
            }
        }
    }
    if (diagnostics.failed()) {
        return tl::unexpected(mistakes(diagnostics, env));
    }
    return std::move(library);
}

Result<std::unique_ptr<Judge>> make_judge(const RuleOptions& options, time::Day day, const Env& env)
{
    if (!options.as_of.empty()) {
        const auto named = time::parse_day(options.as_of);
        if (!named) {
            return fail(ErrorKind::usage, msg("\"{}\" is no date", options.as_of), msg("write 2026-11-23"));
        }
        day = *named;
    }
    auto judge = std::make_unique<Judge>();
    PA_LET(library, load_rules(options.paths, env));
    judge->library = std::move(library);
    PA_LET(profile, chosen_profile(judge->library, options.profile, day));
    judge->selection = {&judge->library, profile, day, {options.unit_name, options.unit_type}};
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
    PA_LET(opened, evidence::Reader::open(file));
    std::shared_ptr<evidence::Reader> reader = std::move(opened);
    PA_LET(judge, make_judge(rules, time::day_of(reader->origin().begun), env));
    PA_LET(digest, evidence::sha256_file(file));
    PA_LET(site, site::load(reader, &judge->checks, common.thread_count()));
    site.evidence_digest = digest;
    return audit::evaluate(site, judge->checks, judge->selection, version());
}

Result<site::Site> fetch(const FetchOptions& options, const CommonOptions& common, time::Moment begun, const std::filesystem::path& file,
                         const site::Observer* observer, const Env& env)
{
    PA_LET(plan, crawl_options(options, common));
    PA_LET(transport, transport_for(options, plan));
    if (file.has_parent_path()) {
        PA_TRY(make_folder(file.parent_path()));
    }
    PA_LET(writer, evidence::Writer::create(file));
    std::unique_ptr<time::Clock> clock = plan.folder ? fixed_clock(begun) : nullptr;
    ProgressLine progress(env);
    if (env.err_is_terminal && !options.no_progress) {
        plan.on_progress = [&progress](const crawl::Progress& state) { progress.show(state); };
    }
    site::Builder builder(observer);
    const auto outcome = crawl::run(plan, *transport, *writer, builder, clock ? *clock : *env.clock, *env.stop);
    PA_TRY(writer->seal());
    PA_LET(result, outcome);
    if (*env.stop) {
        return fail(ErrorKind::interrupted, msg("stopped; {} holds what was fetched", file.string()));
    }
    PA_LET(reader, evidence::Reader::open(file));
    PA_LET(digest, evidence::sha256_file(file));
    PA_LET(site, builder.finish(std::move(reader), result.ending));
    site.evidence_digest = digest;
    return std::move(site);
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
