#include "check/communes.hpp"

#include <algorithm>
#include <string>

namespace pa::check {

namespace {

#include "check/vn_communes.inc"

// The names of a province's communes, a blank before and behind each; empty for a domain that is no province's.
std::string names_of(std::string_view province)
{
    const std::string_view all = vn_communes;
    const std::string head = "\n" + std::string(province) + ",";
    const std::size_t begin = all.find(head);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = all.substr(begin + head.size());
    return " " + std::string(rest.substr(0, rest.find('\n'))) + " ";
}

}  // namespace

bool is_commune(std::string_view province, std::string_view label)
{
    std::string name(label);
    std::erase(name, '-');
    const std::string names = names_of(province);
    const auto is_name = [&names](std::string_view text) { return !text.empty() && names.find(" " + std::string(text) + " ") != std::string::npos; };
    constexpr std::string_view kinds_of_unit[] = {"xa", "phuong", "dackhu"};
    return is_name(name) || std::any_of(std::begin(kinds_of_unit), std::end(kinds_of_unit), [&](std::string_view kind) {
               return name.starts_with(kind) && is_name(std::string_view(name).substr(kind.size()));
           });
}

}  // namespace pa::check
