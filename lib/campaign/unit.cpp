#include "campaign/unit.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

namespace pa::campaign {

bool Shard::has(const Unit& unit) const { return count <= 1 || hash64(unit.id) % count == index - 1; }

std::string Shard::name() const { return fmt::format("{}-of-{}", index, count); }

}  // namespace pa::campaign
