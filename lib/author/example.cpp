#include "author/example.hpp"

#include "check/checks.hpp"
#include "crawl/crawl.hpp"

#include <cstdlib>

namespace pa::author {

namespace {

// A folder that is gone when it is no longer needed.
class Scratch {
public:
    Scratch()
    {
        std::error_code code;
        std::string name = (std::filesystem::temp_directory_path(code) / "portalaudit-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) {
            path_ = name;
        }
    }
    ~Scratch()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;  // empty: it could not be made
};

// The example's pages, as its server gives them.
class ExampleTransport final : public net::Transport {
public:
    ExampleTransport(const rule::Example& example, const url::Url& home) : example_(example)
    {
        pages_.emplace(home.href(), &example.home);
        for (const auto& [path, page] : example.pages) {
            if (const auto url = url::Url::parse(path, &home)) {
                pages_.insert_or_assign(url->href(), &page);
            }
        }
    }

    void start(net::Request request) override { waiting_.push_back(answer_to(request)); }
    std::vector<net::Answer> wait(std::chrono::milliseconds) override { return std::exchange(waiting_, {}); }
    std::size_t in_flight() const override { return waiting_.size(); }

    std::optional<http::HostFacts> look_at(const url::Url& url, time::Moment at) override
    {
        if (!example_.served) {
            return std::nullopt;
        }
        http::HostFacts facts;
        facts.host = url.host();
        facts.port = url.effective_port();
        facts.at = at;
        facts.addresses4 = example_.ipv4;
        facts.addresses6 = example_.ipv6;
        if (url.scheme() == "https" && !example_.tls.empty()) {
            facts.has_tls = true;
            facts.tls_version = example_.tls;
            facts.verify = example_.verify;
            http::Certificate certificate;
            certificate.names = {facts.host};
            certificate.from = at - std::chrono::days(30);
            const auto until = time::parse_day(example_.certificate_until);
            certificate.until = until ? time::Moment(*until) : at + std::chrono::days(365);
            facts.chain.push_back(std::move(certificate));
        }
        return facts;
    }

private:
    net::Answer answer_to(const net::Request& request) const
    {
        net::Answer answer;
        answer.ticket = request.ticket;
        answer.from_file = !example_.served;
        const auto found = pages_.find(request.url);
        if (found == pages_.end()) {
            answer.response.status = 404;
            return answer;
        }
        const rule::ExamplePage& page = *found->second;
        const auto url = url::Url::parse(request.url);
        const std::string_view path = url ? url->path() : std::string_view();
        const std::string_view name = path.substr(path.rfind('/') + 1);
        answer.response.status = page.status;
        answer.response.version = "1.1";
        answer.response.headers.add("Content-Type", !page.type.empty()                           ? page.type
                                                    : name.find('.') == std::string_view::npos ? "text/html"
                                                                                               : http::media_type_of_file(name));
        for (const std::string& header : page.headers) {
            const std::size_t colon = header.find(':');
            const std::size_t begin = header.find_first_not_of(' ', colon + 1);
            answer.response.headers.add(header.substr(0, colon), begin == std::string::npos ? "" : header.substr(begin));
        }
        answer.response.body = page.html;
        return answer;
    }

    const rule::Example& example_;
    std::map<std::string, const rule::ExamplePage*> pages_;
    std::vector<net::Answer> waiting_;
};

// The rule, and those that find the item it is about.
std::vector<const rule::Rule*> with_finders(const rule::Rule& rule, const rule::Library& library)
{
    std::vector<const rule::Rule*> rules{&rule};
    const std::string item = rule.text("item");
    for (const rule::Pack& pack : library.packs) {
        for (const rule::Rule& other : pack.rules) {
            const check::Kind* kind = check::kind_named(other.kind);
            if (!item.empty() && &other != &rule && kind != nullptr && kind->makes_items && other.text("item", other.id) == item) {
                rules.push_back(&other);
            }
        }
    }
    return rules;
}

Result<site::Site> fetched(const rule::Example& example, const check::Checks& checks, const std::filesystem::path& folder)
{
    const auto start = url::Url::parse(example.address);
    if (!start || !start->is_http()) {
        return fail(ErrorKind::usage, msg("\"{}\" is no http or https address", example.address));
    }
    crawl::Options options;
    options.start = *start;
    options.folder = !example.served;
    options.pace.interval = std::chrono::milliseconds(0);
    options.pace.least_public = std::chrono::milliseconds(0);
    ExampleTransport transport(example, *start);
    PA_LET(writer, evidence::Writer::create(folder / "example.wacz"));
    time::FixedClock clock(example_moment());
    const std::atomic<bool> stop{false};
    site::Builder builder(&checks);
    PA_LET(outcome, crawl::run(options, transport, *writer, builder, clock, stop));
    PA_LET(reader, evidence::Reader::open(folder / "example.wacz"));
    return builder.finish(std::move(reader), outcome.ending);
}

}  // namespace

time::Moment example_moment() { return *time::parse_moment("2026-11-23T08:00:00+07:00"); }

Result<check::Judgement> judged(const rule::Example& example, const rule::Rule& rule, const rule::Library& library)
{
    Diagnostics diagnostics;
    const check::Checks checks = check::Checks::make(with_finders(rule, library), diagnostics);
    if (diagnostics.failed()) {
        return tl::unexpected(diagnostics.errors().front());
    }
    const Scratch scratch;
    if (scratch.path().empty()) {
        return fail(ErrorKind::io, msg("no temporary folder can be made"));
    }
    PA_LET(site, fetched(example, checks, scratch.path()));
    const check::Unit unit{example.unit_name, example.unit_type.empty() ? rule.applies_to.front() : example.unit_type};
    const std::vector<service::Listed> list = example.catalogue.empty() ? std::vector<service::Listed>() : service::read_list(example.catalogue, "catalogue", diagnostics);
    if (diagnostics.failed()) {
        return tl::unexpected(diagnostics.errors().front());
    }
    PA_LET(judged, checks.judge(site, unit, time::day_of(example_moment()), example.catalogue.empty() ? nullptr : &list));
    return judged.findings.front().judgement;
}

}  // namespace pa::author
