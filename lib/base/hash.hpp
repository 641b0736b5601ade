// A fast, stable hash for comparing texts inside one audit. Not for evidence: that is SHA-256's job.
#pragma once

#include <cstdint>
#include <string_view>

namespace pa {

/// FNV-1a, 64 bit: the same number on every machine and in every version.
constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 14695981039346656037ULL)
{
    for (const char byte : bytes) {
        seed = (seed ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    return seed;
}

}  // namespace pa
