#include "check/kind.hpp"

#include <algorithm>

namespace pa::check {

namespace registry {
#define KIND(name) Kind name();
#include "check/kinds.inc"
#undef KIND
}  // namespace registry

const std::vector<Kind>& kinds()
{
    static const std::vector<Kind> all = [] {
        std::vector<Kind> list;
#define KIND(name) list.push_back(registry::name());
#include "check/kinds.inc"
#undef KIND
        std::sort(list.begin(), list.end(), [](const Kind& a, const Kind& b) { return a.spec.name < b.spec.name; });
        return list;
    }();
    return all;
}

const Kind* kind_named(std::string_view name)
{
    const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return kind.spec.name == name; });
    return found == kinds().end() ? nullptr : &*found;
}

std::vector<rule::KindSpec> kind_specs()
{
    std::vector<rule::KindSpec> specs;
    for (const Kind& kind : kinds()) {
        specs.push_back(kind.spec);
    }
    return specs;
}

Error param_error(const rule::Rule& rule, std::string_view param, Message message)
{
    const auto found = rule.params.find(std::string(param));
    return {ErrorKind::config, std::move(message), found == rule.params.end() ? rule.where : found->second.where, {}};
}

}  // namespace pa::check
