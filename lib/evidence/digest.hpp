// SHA-256 (FIPS 180-4), for what must stand up in a dispute.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pa::evidence {

/// 64 hexadecimal digits in lower case.
std::string sha256(std::string_view bytes);

/// The digest of a file's bytes; fails with `io`.
Result<std::string> sha256_file(const std::filesystem::path& path);

/// The digest of `size` bytes from `begin` on; fails with `io`, also when the file is shorter.
Result<std::string> sha256_file(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t size);

}  // namespace pa::evidence
