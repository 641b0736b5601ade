#include "cmd/fetching.hpp"

#include "base/file.hpp"
#include "base/hash.hpp"
#include "cmd/progress.hpp"
#include "evidence/digest.hpp"
#include "evidence/signature.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <set>

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

std::string user_agent(const FetchOptions& options)
{
    std::string out = "portalaudit/" + version() + " (inspection of state agencies' portals";
    if (!options.contact.empty()) {
        out += "; contact: " + options.contact;
    }
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out + ")";
}

constexpr std::uint64_t secret_limit = 64U << 10U;

// As libcurl wants them, "host:port:address"; without a port the address is for the usual ones and that of `start`.
Result<std::vector<std::string>> resolved(const std::vector<std::string>& entries, const url::Url& start)
{
    static const text::Pattern with_port = *text::Pattern::compile("^[^:]+:[0-9]{1,5}:[0-9a-fA-F.:\\[\\]]+$");
    static const text::Pattern without_port = *text::Pattern::compile("^[^:]+:([0-9.]+|\\[[0-9a-fA-F:.]+\\])$");
    std::vector<std::string> out;
    for (const std::string& entry : entries) {
        if (with_port.is_in(entry)) {
            out.push_back(entry);
            continue;
        }
        if (!without_port.is_in(entry)) {
            return fail(ErrorKind::usage, msg("\"{}\" is not of the form host:address or host:port:address", entry));
        }
        const std::size_t colon = entry.find(':');
        std::set<std::uint16_t> ports{80, 443};
        if (start.host() == entry.substr(0, colon)) {
            ports.insert(start.effective_port());
        }
        for (const std::uint16_t port : ports) {
            out.push_back(fmt::format("{}:{}:{}", entry.substr(0, colon), port, entry.substr(colon + 1)));
        }
    }
    return out;
}

// A secret as it is, or "@FILE": its first line, so that it need not stand on a command line that others can read.
Result<std::string> secret(const std::string& value)
{
    if (!value.starts_with('@')) {
        return value;
    }
    PA_LET(text, read_file(value.substr(1), secret_limit));
    return text.substr(0, text.find_first_of("\r\n"));
}

// What shapes the crawl, without secrets: a fetch can only be gone on with under the same.
std::string option_text(const FetchOptions& options, const std::vector<url::Url>& seeds)
{
    std::uint64_t seeds_hash = 0;
    for (const url::Url& seed : seeds) {
        seeds_hash = hash64(seed.href(), seeds_hash);
    }
    return fmt::format("max-pages={} max-per-pattern={} sample-seed={} max-depth={} max-mebibytes={} max-seconds={} interval-ms={} connections={} "
                       "robots={}{}{}",
                       options.max_pages, options.max_of_pattern, options.sample_seed, options.max_depth, options.max_mebibytes, options.max_seconds,
                       options.interval_ms, options.connections, options.ignore_robots ? "ignored" : "obeyed",
                       seeds.empty() ? "" : fmt::format(" seeds={}:{:016x}", seeds.size(), seeds_hash),
                       options.basic_auth.empty() && options.cookie.empty() && options.headers.empty() && options.client_certificate.empty() ? "" : " with-credentials");
}

Result<crawl::Options> crawl_options(const FetchOptions& options, const CommonOptions& common)
{
    crawl::Options out;
    out.folder = is_folder(options.address);
    if (out.folder && options.as.empty()) {
        return fail(ErrorKind::usage, msg("\"{}\" is a folder: name the address that it will have", options.address),
                    msg("for example --as https://soxaydung.example.gov.vn/"));
    }
    PA_LET(start, http_url(out.folder ? options.as : options.address, out.folder ? msg("--as") : msg("the address")));
    out.start = start;
    PA_TRY(resolved(options.resolve, start));
    if (!options.scope.empty()) {
        PA_LET(scope, options.scope == "domain" ? Result<site::Scope>(site::Scope::domain_of(start)) : site::Scope::parse(options.scope));
        if (!scope.contains(start)) {
            return fail(ErrorKind::usage, msg("the scope \"{}\" leaves out the start address {}", options.scope, start.href()));
        }
        out.scope = scope;
    }
    PA_LET(seeds, read_seeds(options.seeds_file));
    out.seeds = std::move(seeds);
    if (options.interval_ms < least_interval_ms && !out.folder && !net::is_private_host(start)) {
        return fail(ErrorKind::usage, msg("an interval under {} ms is for staging sites on private addresses only", least_interval_ms));
    }
    out.limits.pages = options.max_pages;
    out.limits.pages_of_pattern = options.max_of_pattern;
    out.limits.sample_seed = options.sample_seed;
    out.limits.depth = options.max_depth;
    out.limits.bytes = options.max_mebibytes << 20U;
    out.limits.time = std::chrono::seconds(options.max_seconds);
    out.pace.interval = std::chrono::milliseconds(out.folder ? 0 : options.interval_ms);
    out.pace.least_public = std::chrono::milliseconds(out.folder ? 0 : least_interval_ms);
    out.pace.connections = out.folder ? 64 : std::max(1U, options.connections);
    out.obey_robots = !options.ignore_robots;
    out.software = "portalaudit " + version();
    out.user_agent = user_agent(options);
    out.option_text = option_text(options, out.seeds);
    out.threads = common.thread_count();
    return out;
}

Result<std::unique_ptr<net::Transport>> transport_for(const FetchOptions& options, const crawl::Options& plan, std::shared_ptr<ByteBudget> bodies)
{
    if (plan.folder) {
        return net::folder_transport(options.address, plan.start.href());
    }
    net::CurlOptions curl;
    curl.user_agent = plan.user_agent;
    curl.connections_per_host = plan.pace.connections;
    curl.total_timeout = std::chrono::seconds(options.timeout_seconds);
    curl.bodies = std::move(bodies);
    curl.allow_private = options.allow_private;
    curl.ca_file = options.ca_file;
    PA_LET(addresses, resolved(options.resolve, plan.start));
    curl.resolve = addresses;
    curl.secrets_for = plan.start;
    curl.client_certificate = options.client_certificate;
    curl.client_key = options.client_key;
    PA_LET(proxy, secret(options.proxy));
    PA_LET(basic_auth, secret(options.basic_auth));
    PA_LET(cookie, secret(options.cookie));
    curl.proxy = proxy;
    curl.basic_auth = basic_auth;
    curl.cookie = cookie;
    for (const std::string& named : options.headers) {
        PA_LET(header, secret(named));
        if (header.find(':') == std::string::npos || header.find_first_of("\r\n") != std::string::npos) {
            return fail(ErrorKind::usage, msg("a header of --header is not of the form \"Name: value\""));
        }
        curl.headers.push_back(header);
    }
    return net::curl_transport(curl);
}

// The moment a fetch begins: now, or --dated for a folder.
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

Result<void> check_same(const evidence::Origin& earlier, const evidence::Origin& now)
{
    const auto differs = [](const Message& what, const std::string& a, const std::string& b) -> Result<void> {
        return a == b ? Result<void>()
                      : fail(ErrorKind::usage, msg("the unfinished fetch has another {}: \"{}\", not \"{}\"", what, a, b),
                             msg("give the same options as before, or throw it away with --restart"));
    };
    PA_TRY(differs(msg("start address"), earlier.start, now.start));
    PA_TRY(differs(msg("scope"), earlier.scope, now.scope));
    return differs(msg("set of options"), earlier.options, now.options);
}

Result<std::unique_ptr<evidence::Writer>> writer_for(const Fetch& fetch)
{
    if (fetch.unfinished) {
        return evidence::Writer::resume(fetch.file, fetch.unfinished->recovered);
    }
    std::error_code ignored;  // where it cannot be looked at, `create` says why
    if (fetch.options.restart && std::filesystem::exists(evidence::part_of(fetch.file), ignored)) {
        return evidence::Writer::resume(fetch.file, {});  // emptied under the lock: another process may be writing it
    }
    return evidence::Writer::create(fetch.file);
}

Result<site::Site> finished_site(const Fetch& fetch, const site::Observer* observer)
{
    PA_LET(digest, evidence::sha256_file(fetch.file));
    PA_LET(opened, evidence::Reader::open(fetch.file));
    PA_LET(site, site::load(std::shared_ptr<evidence::Reader>(std::move(opened)), observer, fetch.plan.threads));
    site.evidence_digest = digest;
    return std::move(site);
}

}  // namespace

void FetchOptions::add(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    app.add_option("--as", as, text(msg("the address that a folder will have, such as https://soxd.example.gov.vn/")));
    app.add_option("--dated", dated, text(msg("the moment that a folder stands for (ISO 8601); now by default")));
    app.add_option("--scope", scope, text(msg("what belongs to the portal: host:NAME, domain:NAME, prefix:URL (several, with blanks), or domain; the start address's host by default")));
    app.add_option("--seeds", seeds_file, text(msg("a file with further start addresses, one a line")));
    app.add_option("--basic-auth", basic_auth, text(msg("user:password for a staging site, or @FILE with it; sent to the start address's host alone")));
    app.add_option("--header", headers, text(msg("a further request header \"Name: value\", or @FILE with it; sent to the start address's host alone, kept out of the evidence")));
    app.add_option("--cookie", cookie, text(msg("cookies \"name=value; …\", or @FILE with them; likewise")));
    app.add_option("--client-cert", client_certificate, text(msg("a client certificate (PEM) for the start address's host")))->check(CLI::ExistingFile);
    app.add_option("--client-key", client_key, text(msg("its private key (PEM), when it is in a file of its own")))->check(CLI::ExistingFile);
    app.add_flag("--resume", resume, text(msg("go on with a fetch that was broken off; the other options must be the same")));
    app.add_flag("--restart", restart, text(msg("throw an unfinished fetch away and begin again")));
    add_for_many(app, env);
}

void FetchOptions::add_for_many(CLI::App& app, const Env& env)
{
    const auto text = [&](const Message& message) { return message.in(env.lang); };
    app.add_option("--max-pages", max_pages, text(msg("addresses asked at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--max-per-pattern", max_of_pattern, text(msg("addresses of one directory and one set of query parameters at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--sample-seed", sample_seed, text(msg("where --max-pages cuts, a sample by section is taken; this decides which")))->capture_default_str();
    app.add_option("--max-depth", max_depth, text(msg("links from the start address at most")))->check(CLI::Range(0, 1000))->capture_default_str();
    app.add_option("--max-mib", max_mebibytes, text(msg("MiB fetched at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--max-seconds", max_seconds, text(msg("seconds at most")))->check(CLI::Range(1, 10'000'000))->capture_default_str();
    app.add_option("--timeout", timeout_seconds, text(msg("seconds for one answer")))->check(CLI::Range(1, 3600))->capture_default_str();
    app.add_option("--interval", interval_ms, text(msg("milliseconds between two requests to one host; robots.txt may ask for more")))->check(CLI::Range(0, 600'000))->capture_default_str();
    app.add_option("--connections", connections, text(msg("requests at a time to one host")))->check(CLI::Range(1, 64))->capture_default_str();
    app.add_option("--contact", contact, text(msg("an address for the portal's administrators, sent with every request")));
    app.add_option("--ca-file", ca_file, text(msg("certificates (PEM) to trust instead of the system's")))->check(CLI::ExistingFile);
    app.add_option("--resolve", resolve, text(msg("host:address or host:port:address to use instead of a name look-up")));
    app.add_flag("--allow-private", allow_private, text(msg("allow private and loopback addresses, for a staging site of your own")));
    app.add_flag("--ignore-robots", ignore_robots, text(msg("override robots.txt by order of an authority; it is written into the evidence")));
    app.add_option("--proxy", proxy, text(msg("a proxy, http://host:port; private addresses are its business then")));
    app.add_option("--sign-key", sign_key, text(msg("a private key (PEM, RSA or EC) to sign the evidence with, into a file .sig beside it")))->check(CLI::ExistingFile);
    app.add_option("--progress", progress, text(msg("what is told while fetching: auto (a line, on a terminal only), json (lines on standard error) or none")))->check(CLI::IsMember({"auto", "json", "none"}))->capture_default_str();
}

Result<Fetch> prepare_fetch(const FetchOptions& options, const CommonOptions& common, const std::filesystem::path& file, const Env& env)
{
    Fetch fetch;
    fetch.options = options;
    fetch.file = file;
    if (options.resume && options.restart) {
        return fail(ErrorKind::usage, msg("--resume and --restart exclude each other"));
    }
    PA_LET(begun, moment_of(options, env));
    PA_LET(plan, crawl_options(options, common));
    fetch.begun = begun;
    fetch.plan = std::move(plan);
    if (options.resume) {
        PA_LET(unfinished, evidence::find_unfinished(file));
        fetch.begun = unfinished.origin.begun;
        PA_TRY(check_same(unfinished.origin, crawl::origin_of(fetch.plan, fetch.begun)));
        fetch.unfinished = std::move(unfinished);
    }
    return fetch;
}

Result<site::Site> run(Fetch& fetch, const site::Observer* observer, const Env& env)
{
    if (fetch.unfinished && fetch.unfinished->is_sealed) {
        env.say(msg("{} is whole already; nothing is left to fetch", fetch.file.string()));
        return finished_site(fetch, observer);
    }
    PA_LET(transport, transport_for(fetch.options, fetch.plan, fetch.bodies));
    if (fetch.file.has_parent_path()) {
        PA_TRY(make_folder(fetch.file.parent_path()));
    }
    PA_LET(writer, writer_for(fetch));
    // A folder's clock stands still at the moment that the folder stands for.
    std::unique_ptr<time::Clock> clock = fetch.plan.folder ? std::make_unique<time::FixedClock>(fetch.begun) : nullptr;
    const bool is_line = fetch.options.progress == "auto" && env.err_is_terminal;
    ProgressTeller progress(env, fetch.options.progress == "json" ? ProgressMode::json : is_line ? ProgressMode::line : ProgressMode::none);
    if (progress.is_wanted()) {
        fetch.plan.on_progress = [&progress](const crawl::Progress& state) { progress.show(state); };
    }
    progress.begin(fetch.plan.start.href(), fetch.file.string());
    fetch.plan.unfinished = fetch.unfinished ? &*fetch.unfinished : nullptr;
    site::Builder builder(observer);
    auto crawled = crawl::run(fetch.plan, *transport, *writer, builder, clock ? *clock : *env.clock, *env.stop);
    progress.end(!crawled ? "failed" : *env.stop ? "stopped" : "complete");
    PA_LET(result, std::move(crawled));
    if (!fetch.options.sign_key.empty()) {
        PA_TRY(evidence::sign(fetch.file, fetch.options.sign_key));
    }
    if (*env.stop) {
        return fail(ErrorKind::interrupted, msg("stopped; {} holds what was fetched", fetch.file.string()), msg("--resume goes on with it"));
    }
    PA_LET(reader, evidence::Reader::open(fetch.file));
    PA_LET(digest, evidence::sha256_file(fetch.file));
    PA_LET(site, builder.finish(std::move(reader), result.ending));
    site.evidence_digest = digest;
    return std::move(site);
}

}  // namespace pa::cmd
