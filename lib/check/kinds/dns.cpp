// dns: does the portal's name lead to the addresses that are asked for?
#include "check/by_pages.hpp"
#include "check/kind.hpp"

#include <algorithm>

namespace pa::check {

namespace {

class Dns final : public Check {
public:
    explicit Dns(const rule::Rule& rule) : wanted_(rule.texts("records")) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const http::HostFacts* host = home_host(context.site());
        if (host == nullptr) {
            return no_server(context.site());
        }
        Judgement out;
        out.searched.push_back(msg("records {} of {}", fmt::format("{}", fmt::join(wanted_, ", ")), host->host));
        if (host->fixed_address || (host->addresses4.empty() && host->addresses6.empty())) {
            out.verdict = Verdict::cannot_tell;
            out.why = host->fixed_address ? msg("the address was given on the command line instead of looked up") : msg("the name could not be looked up: {}", host->dns_failure);
            return out;
        }
        std::size_t there = 0;
        for (const std::string& record : wanted_) {
            const std::vector<std::string>& addresses = record == "AAAA" ? host->addresses6 : host->addresses4;
            there += addresses.empty() ? 0U : 1U;
            add_proof(out, {addresses.empty() ? msg("no {} record", record) : msg("{} record", record), context.site().url_of(context.site().home), fmt::format("{}", fmt::join(addresses, ", "))});
        }
        out.verdict = there == wanted_.size() ? Verdict::passed : there == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(there) / static_cast<double>(wanted_.size());
        out.why = msg("{} of {} kinds of address records are there", there, wanted_.size());
        return out;
    }

private:
    std::vector<std::string> wanted_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    for (const std::string& record : rule.texts("records")) {
        if (record != "A" && record != "AAAA") {
            return tl::unexpected(param_error(rule, "records", msg("\"{}\" is neither A nor AAAA", record)));
        }
    }
    return std::make_unique<Dns>(rule);
}

}  // namespace

namespace registry {

Kind dns()
{
    Kind kind;
    kind.spec = {"dns", {{"records", rule::ParamType::strings, true, "kinds of address records that must be there: A (IPv4), AAAA (IPv6)"}}};
    kind.summary = "whether the portal's name has IPv4 and IPv6 addresses";
    kind.document = "Looks at what the name of the home page's host was resolved to when the evidence was gathered. Cannot tell for a folder, where the "
                    "address was given by hand, and where the resolver failed.";
    kind.example = "kind = \"dns\"\nrecords = [\"AAAA\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
