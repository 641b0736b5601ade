#include "service/compare.hpp"

#include "text/fold.hpp"

#include <unordered_map>

namespace pa::service {

namespace {

void add(Service& service, const char* id, int weight, Message text) { service.issues.push_back({id, std::move(text), weight}); }

void compare_level(const Listed& listed, Service& service, Comparison& out)
{
    const bool says_both = listed.level != Declared::none && service.declared != Declared::none;
    const bool is_other = says_both && listed.level != service.declared;
    // The list may only say whether a file can be sent in at all.
    const bool is_offline = service.declared == Declared::information || service.declared == Declared::level_1 || service.declared == Declared::level_2;
    const bool contradicts = listed.is_online && service.declared != Declared::none && *listed.is_online == is_offline;
    if (is_other) {
        add(service, "wrong-level", 18, msg("the list has it {}, the portal {}", said(listed.level), said(service.declared)));
    } else if (listed.level == Declared::none && contradicts) {
        add(service, "wrong-level", 18, *listed.is_online ? msg("the list has it online, the portal declares it {}", said(service.declared)) : msg("the list does not have it online, the portal declares it {}", said(service.declared)));
    } else {
        return;
    }
    ++out.wrong_level;
}

}  // namespace

void compare(std::span<const Listed> list, Catalogue& catalogue)
{
    Comparison out;
    out.listed = list.size();
    std::unordered_map<std::string, std::size_t> by_code;
    std::unordered_map<std::string, std::size_t> by_name;
    for (std::size_t i = 0; i < list.size(); ++i) {
        by_code.try_emplace(list[i].code, i);
        by_name.try_emplace(text::folded(list[i].name), i);
    }
    std::vector<bool> seen(list.size());
    for (Service& service : catalogue.services) {
        if (service.is_foreign) {
            continue;
        }
        const std::string name = text::folded(service.name);
        if (const auto found = by_code.find(service.code); found != by_code.end()) {
            const Listed& listed = list[found->second];
            seen[found->second] = true;
            if (!name.empty() && name != text::folded(listed.name)) {
                add(service, "misnamed", 16, msg("the list calls it “{}”", listed.name));
                ++out.misnamed;
            }
            compare_level(listed, service, out);
        } else if (const auto named = by_name.find(name); named != by_name.end()) {
            const Listed& listed = list[named->second];
            seen[named->second] = true;
            if (!service.code.empty()) {
                add(service, "wrong-code", 22, msg("the list gives it the code {}", listed.code));
                ++out.wrong_code;
            }
            compare_level(listed, service, out);
        } else {
            add(service, "extra", 17, msg("the list does not have it"));
            ++out.extra;
        }
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!seen[i]) {
            out.missing.push_back({list[i].code, list[i].name});
        }
    }
    catalogue.comparison = std::move(out);
}

}  // namespace pa::service
