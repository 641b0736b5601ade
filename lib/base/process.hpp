// Other programs as filters, for formats whose readers are better kept out of this process.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pa {

/// What the program may take before the system stops it.
struct ProcessLimits {
    std::chrono::seconds time{10};             ///< of the processor, and three times as much on the clock
    std::uint64_t memory = 1024 * 1024 * 1024; ///< bytes of address space
    std::uint64_t output = 16 * 1024 * 1024;   ///< bytes of standard output
};

struct Filtered {
    /// The exit status; nothing where a limit stopped the program.
    std::optional<int> status;
    std::string output;
};

/// Runs `program`, looked up in PATH, with `input` as its standard input; its standard error is thrown away. Fails with `io`
/// where there is no such program or the system cannot run it.
Result<Filtered> run_filter(const std::string& program, const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits = {});

}  // namespace pa
