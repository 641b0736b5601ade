// service-list-compared: are the services those of the list that the agency must offer?
#include "check/kind.hpp"
#include "check/services.hpp"

#include <algorithm>

namespace pa::check {

namespace {

class ServiceListCompared final : public Check {
public:
    explicit ServiceListCompared(std::string what) : what_(std::move(what)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        const service::Catalogue& catalogue = context.services();
        if (!catalogue.comparison) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("no list of what the agency must offer was handed in (--catalogue)");
            return out;
        }
        const std::vector<const service::Service*> services = services_to_judge(context, out);
        out.searched.push_back(msg("a list of {} procedures, by code and then by name", catalogue.comparison->listed));
        if (services.empty()) {
            return out;
        }
        if (what_ == "complete") {
            judge_complete(context, out);
        } else {
            judge_each(context, services, out);
        }
        return out;
    }

private:
    void judge_complete(const Context& context, Judgement& out) const
    {
        const service::Catalogue& catalogue = context.services();
        const service::Comparison& with = *catalogue.comparison;
        for (const service::Comparison::Missing& one : with.missing) {
            add_proof(out, {msg("not shown by the portal"), "", one.code + " " + one.name});
        }
        const std::size_t there = with.listed - with.missing.size();
        if (!with.missing.empty() && !catalogue.unseen.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{} of {} services of the list were not found, but {}", with.missing.size(), with.listed, catalogue.unseen.front());
            return;
        }
        if (const Message blind = context.blind_spot(); !with.missing.empty() && !blind.empty()) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("{} of {} services of the list were not found, but {}", with.missing.size(), with.listed, blind);
            return;
        }
        out.verdict = with.missing.empty() ? Verdict::passed : there == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(there) / static_cast<double>(with.listed);
        out.why = with.missing.empty() ? msg("all {} services of the list are shown", with.listed) : msg("{} of {} services of the list are not shown", with.missing.size(), with.listed);
    }

    void judge_each(const Context& context, const std::vector<const service::Service*>& services, Judgement& out) const
    {
        Tally tally;
        for (const service::Service* one : services) {
            const auto fault = std::find_if(one->issues.begin(), one->issues.end(), [&](const service::Issue& issue) {
                return what_ == "names" ? issue.id == "misnamed" : what_ == "codes" ? issue.id == "wrong-code" || issue.id == "extra" : issue.id == "wrong-level";
            });
            const bool is_extra = what_ != "codes" && std::any_of(one->issues.begin(), one->issues.end(), [](const service::Issue& issue) { return issue.id == "extra"; });
            if (is_extra) {
                continue;  // there is nothing to compare it with
            }
            tally.add(fault == one->issues.end());
            if (fault != one->issues.end()) {
                add_proof(out, proof_of(*one, fault->text));
            }
        }
        conclude(context, tally, out);
    }

    std::string what_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<ServiceListCompared>(rule.text("what")); }

}  // namespace

namespace registry {

Kind service_list_compared()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"service-list-compared",
                 {{"what", ParamType::choice, true, "complete: every service of the list is shown; names, codes, levels: those shown have what the list says", {"complete", "names", "codes", "levels"}}}};
    kind.summary = "whether the services are those of the list that the agency must offer";
    kind.document = "Compares with the list that --catalogue hands in, such as an export of the national service portal. Services are matched by code, then by name; names are the same when their words are. \"codes\" also counts services that the list does not have. Services of other agencies are left alone. "
                    "Cannot tell without a list, and where something is missing and lists go on in pages that could not be had.";
    kind.example = "kind = \"service-list-compared\"\nwhat = \"complete\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
