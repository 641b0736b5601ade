// service-shown: does the list, or its page, tell of each service what it must tell?
#include "check/kind.hpp"
#include "check/services.hpp"
#include "service/code.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

struct Particular {
    const char* name;
    const char* vietnamese;
    bool (*is_asked)(const service::Service& one);
    bool (*is_shown)(const service::Service& one);
};

bool always(const service::Service&) { return true; }

bool has_issue(const service::Service& one, std::string_view id)
{
    return std::any_of(one.issues.begin(), one.issues.end(), [&](const service::Issue& issue) { return issue.id == id; });
}

constexpr std::array<Particular, 10> particulars = {{
    {"code", "mã thủ tục", always, [](const service::Service& one) { return !one.code.empty(); }},
    {"national-code", "mã thủ tục theo cơ sở dữ liệu quốc gia", always, [](const service::Service& one) { return service::is_national(one.code); }},
    {"unique-code", "mã không trùng", [](const service::Service& one) { return !one.code.empty(); }, [](const service::Service& one) { return !has_issue(one, "duplicate-code") && !has_issue(one, "code-differs"); }},
    {"field", "lĩnh vực", always, [](const service::Service& one) { return !one.field.empty(); }},
    {"admin-level", "cấp thực hiện", always, [](const service::Service& one) { return !one.admin_level.empty(); }},
    {"agency", "cơ quan thực hiện", always, [](const service::Service& one) { return !one.agency.empty(); }},
    {"level", "mức độ 1 đến 4", always, [](const service::Service& one) { return level_of(one.declared) > 0; }},
    {"extent", "toàn trình, một phần hoặc cung cấp thông tin", always, [](const service::Service& one) { return extent_of(one.declared) >= 0; }},
    {"one-level", "một mức độ duy nhất", [](const service::Service& one) { return one.declared != service::Declared::none; }, [](const service::Service& one) { return !has_issue(one, "level-differs"); }},
    {"reason", "lý do chưa cung cấp toàn trình", [](const service::Service& one) { return one.declared == service::Declared::partial; }, [](const service::Service& one) { return !one.reason.empty(); }},
}};

class ServiceShown final : public Check {
public:
    explicit ServiceShown(std::vector<const Particular*> asked) : asked_(std::move(asked)) {}

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
        return out;
    }

private:
    void add(const service::Service& one, Tally& tally, Judgement& out) const
    {
        std::string missing;
        std::size_t there = 0;
        std::size_t asked = 0;
        for (const Particular* particular : asked_) {
            if (!particular->is_asked(one)) {
                continue;
            }
            ++asked;
            const bool shown = particular->is_shown(one);
            there += shown ? 1U : 0U;
            missing += shown ? "" : (missing.empty() ? "" : ", ") + std::string(particular->vietnamese);
        }
        if (asked == 0) {
            return;
        }
        tally.right += there == asked ? 1U : 0U;
        tally.wrong += there == asked ? 0U : 1U;
        tally.share += static_cast<double>(there) / static_cast<double>(asked);
        if (there < asked) {
            add_proof(out, proof_of(one, one.code_is_picture ? msg("not shown: {}; its code is only a picture", missing) : msg("not shown: {}", missing)));
        }
    }

    std::vector<const Particular*> asked_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<const Particular*> asked;
    for (const std::string& name : rule.texts("shows")) {
        const auto found = std::find_if(particulars.begin(), particulars.end(), [&](const Particular& particular) { return name == particular.name; });
        if (found == particulars.end()) {
            return tl::unexpected(param_error(rule, "shows", msg("\"{}\" is nothing that a service shows", name)));
        }
        asked.push_back(&*found);
    }
    if (asked.empty()) {
        return tl::unexpected(param_error(rule, "shows", msg("must name at least one part")));
    }
    return std::make_unique<ServiceShown>(std::move(asked));
}

}  // namespace

namespace registry {

Kind service_shown()
{
    using rule::ParamType;
    std::string names;
    for (const Particular& particular : particulars) {
        names += (names.empty() ? "" : ", ") + std::string(particular.name);
    }
    Kind kind;
    kind.spec = {"service-shown", {{"shows", ParamType::strings, true, "what has to be told of each service: " + names}}};
    kind.summary = "whether lists and pages tell of each service what they must";
    kind.document = "Takes for each service together what lists (tables, cards, list items, over all their pages) and its own page tell: code, field, administrative level, agency, declared level, and why it is online in part only. \"national-code\" asks for a code of the national database, such as 1.004194; \"unique-code\" that no other service has "
                    "it and that list and page agree; \"one-level\" that they declare the same; \"reason\" is asked of services that are declared as \"một phần\". A picture of a code is no code. Partly with the share of what is told.";
    kind.example = "kind = \"service-shown\"\nshows = [\"national-code\", \"field\", \"level\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
