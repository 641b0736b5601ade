#include "campaign/unit.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <tuple>

namespace pa::campaign {

bool Unit::is_same(const Unit& other) const
{
    const auto all = [](const Unit& unit) { return std::tie(unit.id, unit.name, unit.type, unit.parent, unit.url, unit.profile, unit.notes); };
    return all(*this) == all(other);
}

bool Shard::has(const Unit& unit) const { return count <= 1 || hash64(unit.id) % count == index - 1; }

std::string Shard::name() const { return fmt::format("{}-of-{}", index, count); }

}  // namespace pa::campaign
