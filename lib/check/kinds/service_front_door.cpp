// service-front-door: does the portal leave the taking of files to the national service portal?
#include "check/kind.hpp"
#include "check/named_patterns.hpp"
#include "check/services.hpp"
#include "service/filing.hpp"

namespace pa::check {

namespace {

class ServiceFrontDoor final : public Check {
public:
    explicit ServiceFrontDoor(text::Pattern national) : national_(std::move(national)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        out.searched.push_back(msg("fields for files, forms, logins and links by which files can be sent in"));
        Tally tally;
        for (const service::Service& one : context.services().services) {
            switch (one.filing) {
            case service::FilingAt::here:
                tally.add(false);
                add_proof(out, {msg("the portal takes files itself"), one.filing_url, one.code + " " + one.name});
                break;
            case service::FilingAt::national:
                tally.add(true);
                break;
            case service::FilingAt::outside:
            case service::FilingAt::unknown:
                ++tally.unknown;
                add_proof(out, proof_of(one, msg("where its files are sent in cannot be told")));
                break;
            case service::FilingAt::nowhere:
                break;
            }
        }
        if (tally.right + tally.wrong + tally.unknown > 0) {
            const std::size_t known = tally.right + tally.wrong;
            conclude(context, tally, out);
            if (tally.wrong == 0 && tally.unknown == 0) {
                out.verdict = Verdict::passed;
                out.why = msg("all {} services that take files lead to the national service portal", known);
            }
            return out;
        }
        judge_portal(context, out);
        return out;
    }

private:
    void judge_portal(const Context& context, Judgement& out) const
    {
        const auto page = context.services().sign_pages.find(service::Sign::form);
        const std::string other = outside_like(context, national_);
        if (page != context.services().sign_pages.end()) {
            add_proof(out, {msg("the portal takes files itself"), page->second, ""});
            out.verdict = Verdict::failed;
            out.why = msg("a form of the portal takes files, which only the national service portal does now");
        } else if (!other.empty()) {
            out.verdict = Verdict::passed;
            out.why = msg("the portal takes no files itself and leads to {}", other);
        } else if (const Message blind = context.blind_spot(); !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("no page takes files, but {}", blind);
        } else {
            out.verdict = Verdict::not_applicable;
            out.why = msg("the portal neither takes files nor leads to where they are taken");
        }
    }

    text::Pattern national_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    auto national = text::Pattern::compile(rule.text("national", "^https?://([a-z0-9-]+\\.)*dichvucong\\.gov\\.vn([:/?#]|$)"));
    if (!national) {
        return tl::unexpected(param_error(rule, "national", national.error().message));
    }
    return std::make_unique<ServiceFrontDoor>(std::move(*national));
}

}  // namespace

namespace registry {

Kind service_front_door()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"service-front-door", {{"national", ParamType::pattern, false, "a pattern (RE2) of addresses that are the national service portal's; dichvucong.gov.vn by default"}}};
    kind.summary = "whether files are taken by the national service portal only";
    kind.document = "A service whose file is sent in by a form, a field for files or a login of the audited portal is a fault; one that leads to the national service portal, also by a redirect, is right. What lies behind a link to a third portal cannot be told. A portal without services of its own passes when it leads to the national one. "
                    "Not applicable where it neither takes files nor leads there.";
    kind.example = "kind = \"service-front-door\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
