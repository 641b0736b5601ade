// tls: which version, is the certificate trusted, and for how long?
#include "check/by_pages.hpp"
#include "check/kind.hpp"

namespace pa::check {

namespace {

class Tls final : public Check {
public:
    explicit Tls(const rule::Rule& rule) : least_version_(rule.text("least_version", "TLSv1.2")), days_left_(rule.integer("days_left", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        const http::HostFacts* host = home_host(site);
        if (host == nullptr) {
            return no_server(site);
        }
        Judgement out;
        const std::string& home = site.url_of(site.home);
        out.searched.push_back(msg("the TLS connection to {}: {} or newer, a trusted certificate that is valid for {} more days", host->host, least_version_, days_left_));
        if (!home.starts_with("https://")) {
            out.verdict = Verdict::failed;
            out.why = msg("the home page is sent without TLS");
            add_proof(out, {msg("no TLS"), home, ""});
            return out;
        }
        if (!host->has_tls || host->chain.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("no TLS connection could be looked at: {}", host->tls_failure);
            return out;
        }
        look_at(*host, home, out);
        return out;
    }

private:
    void look_at(const http::HostFacts& host, const std::string& home, Judgement& out) const
    {
        int faults = 0;
        const auto fault = [&](const Message& what, const std::string& excerpt) {
            ++faults;
            add_proof(out, {what, home, excerpt});
        };
        if (host.verify != "ok") {
            fault(msg("the certificate cannot be trusted"), host.verify);
        }
        // The names of versions sort as the versions do.
        if (host.tls_version < least_version_) {
            fault(msg("an old version of TLS"), host.tls_version);
        }
        const auto left = std::chrono::floor<std::chrono::days>(host.chain.front().until - host.at);
        if (left < std::chrono::days(days_left_)) {
            fault(msg("the certificate expires in {} days", left.count()), time::to_string(host.chain.front().until));
        }
        out.verdict = faults == 0 ? Verdict::passed : host.verify != "ok" ? Verdict::failed : Verdict::partly;
        out.share = faults == 1 ? 0.5 : 0.25;
        out.why = faults == 0 ? msg("{} with a trusted certificate, valid until {}", host.tls_version, time::to_string(host.chain.front().until)) : msg("faults of the TLS connection: {}", faults);
    }

    std::string least_version_;
    std::int64_t days_left_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<Tls>(rule); }

}  // namespace

namespace registry {

Kind tls()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"tls",
                 {{"least_version", ParamType::choice, false, "the oldest version that is good enough; TLSv1.2 by default", {"TLSv1.2", "TLSv1.3"}},
                  {"days_left", ParamType::integer, false, "for how many days from the fetch on the certificate must be valid; 0 by default"}}};
    kind.summary = "whether the home page's host has a trusted certificate and a version of TLS that is new enough";
    kind.document = "Looks at the handshake that was made when the evidence was gathered. Fails without TLS and on a certificate that cannot be trusted, partly on an old version or a "
                    "certificate that expires too soon. Cannot tell for a folder.";
    kind.example = "kind = \"tls\"\nleast_version = \"TLSv1.2\"\ndays_left = 15\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
