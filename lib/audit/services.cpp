#include "audit/services.hpp"

#include "service/catalogue.hpp"

#include <algorithm>
#include <tuple>

namespace pa::audit {

namespace {

std::string level_text(int level) { return "level-" + std::to_string(level); }

Service service_of(const service::Service& from)
{
    Service out;
    out.code = from.code;
    out.name = from.name;
    out.field = from.field;
    out.agency = from.agency;
    out.admin_level = from.admin_level;
    out.declared = name_of(from.declared);
    out.reason = from.reason;
    out.other_agency = from.is_foreign;
    out.level = {level_text(from.level.low), level_text(from.level.high)};
    out.extent = {std::string(service::extent_name(from.extent.low)), std::string(service::extent_name(from.extent.high))};
    for (std::size_t i = 0; i < service::part_count; ++i) {
        out.parts.emplace(name_of(static_cast<service::Part>(i)), name_of(from.parts[i]));
    }
    out.parts_shown = from.parts_shown();
    out.parts_asked = service::part_count;
    for (const service::Form& form : from.forms) {
        out.forms.push_back({form.name, form.url, std::string(name_of(form.state)), form.why.text()});
        out.forms_sound += form.state == service::FileState::sound ? 1U : 0U;
    }
    out.filing = name_of(from.filing);
    out.filing_url = from.filing_url;
    for (std::size_t i = 0; i < service::sign_count; ++i) {
        if ((from.signs >> i & 1U) != 0) {
            out.signs.emplace_back(name_of(static_cast<service::Sign>(i)));
        }
    }
    out.clicks = from.clicks;
    out.pages = from.pages;
    std::vector<service::Issue> issues = from.issues;
    std::stable_sort(issues.begin(), issues.end(), [](const service::Issue& a, const service::Issue& b) { return a.weight > b.weight; });
    for (const service::Issue& issue : issues) {
        out.issues.push_back({issue.id, issue.text.text()});
    }
    return out;
}

}  // namespace

std::vector<Service> services_of(const service::Catalogue& catalogue)
{
    std::vector<const service::Service*> order;
    for (const service::Service& one : catalogue.services) {
        order.push_back(&one);
    }
    std::stable_sort(order.begin(), order.end(), [](const service::Service* a, const service::Service* b) {
        return std::tuple(-a->badness(), a->code, a->name) < std::tuple(-b->badness(), b->code, b->name);
    });
    std::vector<Service> out;
    out.reserve(order.size());
    for (const service::Service* one : order) {
        out.push_back(service_of(*one));
    }
    return out;
}

ServiceFacts service_facts(const service::Catalogue& catalogue)
{
    constexpr std::size_t most_missing = 1000;
    ServiceFacts out;
    out.lists = catalogue.lists;
    for (const Message& message : catalogue.unseen) {
        out.unseen.push_back(message.text());
    }
    out.left_out = catalogue.left_out;
    if (catalogue.comparison) {
        const service::Comparison& with = *catalogue.comparison;
        out.compared = true;
        out.listed = with.listed;
        out.extra = with.extra;
        out.misnamed = with.misnamed;
        out.wrong_code = with.wrong_code;
        out.wrong_level = with.wrong_level;
        out.missing_count = with.missing.size();
        for (std::size_t i = 0; i < std::min(with.missing.size(), most_missing); ++i) {
            out.missing.push_back({with.missing[i].code, with.missing[i].name});
        }
    }
    return out;
}

}  // namespace pa::audit
