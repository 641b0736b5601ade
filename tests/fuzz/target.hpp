// What the fuzz targets share. With clang and libFuzzer they search; with any compiler they replay their corpus.
#pragma once

#include "base/utf8.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace pa::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// A property that every input must have.
inline void expect(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

}  // namespace pa::fuzz
