// service-sorted: can the list of services be sorted and narrowed in the ways that are asked?
#include "check/kind.hpp"
#include "check/services.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

struct Way {
    const char* name;
    const char* vietnamese;
    service::By by;
};

constexpr std::array<Way, 6> ways = {{{"field", "lĩnh vực", service::By::field},
                                      {"admin-level", "cấp hành chính", service::By::admin_level},
                                      {"level", "mức độ", service::By::level},
                                      {"agency", "cơ quan", service::By::agency},
                                      {"subject", "đối tượng (tổ chức, cá nhân)", service::By::subject},
                                      {"topic", "nhóm dịch vụ", service::By::topic}}};

class ServiceSorted final : public Check {
public:
    explicit ServiceSorted(std::vector<const Way*> asked) : asked_(std::move(asked)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        if (services_to_judge(context, out).empty()) {
            return out;
        }
        const service::Catalogue& catalogue = context.services();
        std::string missing;
        std::size_t there = 0;
        for (const Way* way : asked_) {
            const bool shown = (catalogue.shown_by & bit(way->by)) != 0;
            there += shown ? 1U : 0U;
            missing += shown ? "" : (missing.empty() ? "" : ", ") + std::string(way->vietnamese);
        }
        for (const std::string& list : catalogue.lists) {
            add_proof(out, {msg("a list of services"), list, ""});
        }
        if (catalogue.lists.empty()) {
            out.verdict = Verdict::failed;
            out.why = msg("services have pages of their own, but no list names them");
            return out;
        }
        out.verdict = there == asked_.size() ? Verdict::passed : there == 0 ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(there) / static_cast<double>(asked_.size());
        out.why = missing.empty() ? msg("the lists are sorted in the ways that are asked") : msg("no column, heading or filter of the lists sorts by: {}", missing);
        return out;
    }

private:
    std::vector<const Way*> asked_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<const Way*> asked;
    for (const std::string& name : rule.texts("by")) {
        const auto found = std::find_if(ways.begin(), ways.end(), [&](const Way& way) { return name == way.name; });
        if (found == ways.end()) {
            return tl::unexpected(param_error(rule, "by", msg("\"{}\" is no way to sort services", name)));
        }
        asked.push_back(&*found);
    }
    if (asked.empty()) {
        return tl::unexpected(param_error(rule, "by", msg("must name at least one part")));
    }
    return std::make_unique<ServiceSorted>(std::move(asked));
}

}  // namespace

namespace registry {

Kind service_sorted()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"service-sorted", {{"by", ParamType::strings, true, "the ways that are asked: field, admin-level, level, agency, subject, topic"}}};
    kind.summary = "whether the list of services is sorted in the ways that are asked";
    kind.document = "A column of the list, a heading over a part of it, a choice or a link to narrow it counts as a way. Whether filters work is not tried, since that would send a form. Partly with the share of the ways. Fails where services have pages but no list names them; not applicable where the portal shows no services itself.";
    kind.example = "kind = \"service-sorted\"\nby = [\"field\", \"admin-level\", \"level\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
