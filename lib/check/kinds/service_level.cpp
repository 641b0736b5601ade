// service-level: is the level that is declared of each service the one that the evidence supports?
#include "check/kind.hpp"
#include "check/services.hpp"

namespace pa::check {

namespace {

class ServiceLevel final : public Check {
public:
    explicit ServiceLevel(const rule::Rule& rule)
        : by_extent_(rule.text("reading") == "extent"), below_(rule.text("fault") == "declared-below"), only_(static_cast<int>(rule.integer("level", 0))),
          only_extent_(rule.text("extent") == "full" ? 2 : rule.text("extent") == "partial" ? 1 : rule.text("extent") == "information" ? 0 : -1)
    {
    }

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        const std::vector<const service::Service*> services = services_to_judge(context, out);
        if (services.empty()) {
            return out;
        }
        Tally tally;
        for (const service::Service* one : services) {
            add(*one, tally, out);
        }
        conclude(context, tally, out);
        if (tally.right + tally.wrong + tally.unknown == 0) {
            out.why = msg("no service is declared at a level that the rule is about");
        }
        return out;
    }

private:
    void add(const service::Service& one, Tally& tally, Judgement& out) const
    {
        const int declared = by_extent_ ? extent_of(one.declared) : level_of(one.declared);
        const bool is_asked = by_extent_ ? declared >= 0 && (only_extent_ < 0 || declared == only_extent_) : declared > 0 && (only_ == 0 || declared == only_);
        if (!is_asked) {
            return;
        }
        const service::Range& seen = by_extent_ ? one.extent : one.level;
        const bool is_wrong = below_ ? declared < seen.low : declared > seen.high;
        const bool is_sure = is_wrong || (below_ ? declared >= seen.high : declared <= seen.low);
        if (!is_sure) {
            ++tally.unknown;
            return;
        }
        tally.add(!is_wrong);
        if (is_wrong) {
            const int observed = below_ ? seen.low : seen.high;
            add_proof(out, proof_of(one, by_extent_ ? msg("declared as {}, but the evidence supports: {}", service::extent_said(declared), service::extent_said(observed))
                                                    : msg("declared at level {}, but the evidence supports level {}", declared, observed)));
        }
    }

    bool by_extent_;
    bool below_;
    int only_;
    int only_extent_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    const std::int64_t level = rule.integer("level", 0);
    if (level < 0 || level > 4) {
        return tl::unexpected(param_error(rule, "level", msg("must be 1 to 4")));
    }
    return std::make_unique<ServiceLevel>(rule);
}

}  // namespace

namespace registry {

Kind service_level()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"service-level",
                 {{"reading", ParamType::choice, true, "levels: 1 to 4 (Circular 32/2017/TT-BTTTT, Art. 5); extent: information, partial, full (Decree 42/2022/NĐ-CP, Art. 11)", {"levels", "extent"}},
                  {"fault", ParamType::choice, true, "which difference is a fault: declared-above or declared-below what the evidence supports", {"declared-above", "declared-below"}},
                  {"level", ParamType::integer, false, "only services that are declared at this level"},
                  {"extent", ParamType::choice, false, "only services that are declared so", {"information", "partial", "full"}}}};
    kind.summary = "whether the level declared of each service is the one that the evidence supports";
    kind.document = "What the evidence supports is told for each reading by its own text. Level 1: the description shows at least half of what is always asked; 2: every form that it names can be downloaded; 3: besides, a file can be filled in and sent, by a form, a field for files, a login, or a link into the "
                    "national service portal; 4: besides, fees can be paid online. Partial: a file can be sent in; full: payment and delivery need no presence either. Behind a login, a script and other portals lies what is not known: a service is a fault only where even that could not make its level true. Nothing is "
                    "sent, filled in or logged in to. Services that are not declared in the words of the reading are left alone. Partly with the share of the services that are known; not applicable where none is declared so.";
    kind.example = "kind = \"service-level\"\nreading = \"levels\"\nfault = \"declared-above\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
