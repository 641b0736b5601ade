// domain-name: is the portal's name formed as the law asks?
#include "check/communes.hpp"
#include "check/kind.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>

namespace pa::check {

namespace {

class DomainName final : public Check {
public:
    DomainName(const rule::Rule& rule, text::Pattern pattern) : pattern_(std::move(pattern)), parents_(rule.texts("parents")), communes_(rule.boolean("communes", false)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        const auto home = url::Url::parse(site.url_of(site.home));
        std::string host(home ? home->host() : std::string_view());
        host.erase(0, host.starts_with("www.") ? 4 : 0);
        Judgement out;
        out.searched.push_back(msg("the host name {} against the pattern {}", host, pattern_.source()));
        if (url::is_ip(host) || host == "localhost") {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("the portal was looked at under an address without a domain name: {}", host);
            return out;
        }
        add_proof(out, {msg("the portal's host name"), site.url_of(site.home), host});
        const auto parent = std::find_if(parents_.begin(), parents_.end(), [&](const std::string& domain) { return host == domain || host.ends_with("." + domain); });
        const bool has_parent = parents_.empty() || parent != parents_.end();
        const bool is_formed = pattern_.is_in(host);
        out.verdict = Verdict::failed;
        if (!has_parent) {
            out.why = msg("{} is not below the domain of a province or ministry", host);
        } else if (!is_formed) {
            out.why = msg("{} is not formed as asked", host);
        } else if (communes_ && !is_commune_of(*parent, host)) {
            out.why = msg("no commune under {} had the name that {} begins with on {}", *parent, host, communes_as_of);
        } else {
            out.verdict = Verdict::passed;
            out.why = msg("{} is formed as asked", host);
        }
        return out;
    }

private:
    static bool is_commune_of(const std::string& parent, const std::string& host)
    {
        return host.size() > parent.size() && is_commune(parent, std::string_view(host).substr(0, host.size() - parent.size() - 1));
    }

    text::Pattern pattern_;
    std::vector<std::string> parents_;
    bool communes_ = false;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto pattern = text::Pattern::compile(rule.text("pattern"));
    if (!pattern) {
        return tl::unexpected(param_error(rule, "pattern", pattern.error().message));
    }
    if (rule.boolean("communes", false) && rule.texts("parents").empty()) {
        return tl::unexpected(param_error(rule, "communes", msg("communes need parents: the provinces' domains")));
    }
    return std::make_unique<DomainName>(rule, std::move(*pattern));
}

}  // namespace

namespace registry {

Kind domain_name()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"domain-name",
                 {{"pattern", ParamType::pattern, true, "a pattern (RE2) that the home page's host name, without \"www.\", must match"},
                  {"parents", ParamType::strings, false, "domains of which it must be one, or be below one, such as hanoi.gov.vn"},
                  {"communes", ParamType::boolean, false, "whether what stands before the parent must be the name of one of that province's communes, without accents"}}};
    kind.summary = "whether the portal's domain name is formed as asked";
    kind.document = "Holds the host name that the start address leads to against a pattern, and against a list of parent domains. With `communes`, the label before the parent is held "
                    "against the names of the 3,321 communes as of 2026-07-25: without accents, with or without the kind of unit (xa, phuong, dackhu), hyphens not counted. Cannot tell where the portal was looked at under an IP "
                    "address or as localhost.";
    kind.example = "kind = \"domain-name\"\npattern = '^[a-z0-9-]+\\.[a-z0-9]+\\.gov\\.vn$'\nparents = [\"hanoi.gov.vn\", \"danang.gov.vn\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
