// Local files: read whole with a bound, write so that nothing is ever half-written.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pa {

/// Whether there is anything called `path`; no where that cannot be found out.
bool is_there(const std::filesystem::path& path);

/// The bytes of `path`. Fails with `io` if it is missing, a folder, unreadable, or larger than `limit` bytes.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

/// At most `limit` bytes from the start of `path`; `more` says whether it goes on. Fails with `io`.
Result<std::string> read_start(const std::filesystem::path& path, std::uint64_t limit, bool& more);

/// Writes `bytes` to a temporary file beside `path`, flushes it to disk and renames it, so `path` holds
/// either what it held before or all of `bytes`. Fails with `io`; the temporary file is gone then. A symbolic link
/// is followed; a device or pipe is written to as it is.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes the folder and those above it. Fails with `io` where it is a file or may not be made.
Result<void> make_folder(const std::filesystem::path& path);

/// All regular files below `folder` (symbolic links that leave it are not followed), as paths relative
/// to it with `/`, sorted by bytes. Fails with `io`, also when there are more than `limit` of them.
Result<std::vector<std::string>> list_files(const std::filesystem::path& folder, std::size_t limit);

/// An `io` error that names the file and what the system said (`errno`-like `code`).
Error io_error(const Message& what, const std::filesystem::path& path, int code);

}  // namespace pa
