#include "evidence/exchange.hpp"

namespace pa::evidence {

namespace {

struct PurposeName {
    Purpose purpose;
    std::string_view name;
};
constexpr PurposeName purposes[] = {
    {Purpose::robots, "robots"}, {Purpose::sitemap, "sitemap"}, {Purpose::page, "page"}, {Purpose::probe, "probe"}};

}  // namespace

std::string_view name_of(Purpose purpose)
{
    for (const PurposeName& row : purposes) {
        if (row.purpose == purpose) {
            return row.name;
        }
    }
    return "page";
}

std::optional<Purpose> purpose_named(std::string_view name)
{
    for (const PurposeName& row : purposes) {
        if (row.name == name) {
            return row.purpose;
        }
    }
    return std::nullopt;
}

}  // namespace pa::evidence
