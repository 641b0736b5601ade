// Writes evidence while a crawl runs: a WARC/1.1 file (ISO 28500:2017), one gzip member a record.
// The format is described in portalaudit-evidence(5); reader and writer share nothing else.
#pragma once

#include "base/result.hpp"
#include "evidence/exchange.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace pa::evidence {

/// The WARC records of one exchange as they stand in the file. Pure, so workers can do it.
std::string encoded(const Exchange& exchange);
std::string encoded(const Origin& origin);
std::string encoded(const Ending& ending);

/// Where the records of an exchange begin in the file.
using Position = std::uint64_t;

/// Appends whole records to `<path>.part` and gives the file its name when it is sealed, so a file with
/// the final name is always whole, and what was fetched is on disk at any moment. Safe for use by
/// several threads.
class Writer {
public:
    /// Makes the file; fails with `io`, also when a `.part` of another run is there and may not be replaced.
    static Result<std::unique_ptr<Writer>> create(const std::filesystem::path& path);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends one `encoded` group of records in one piece. After a failure (`io`: the disk is full …)
    /// the file is cut back to its last whole group and every later call fails too.
    Result<Position> append(const std::string& records);

    /// Flushes to disk and renames. Nothing may be appended afterwards.
    Result<void> seal();

    /// The file as it is called now.
    std::filesystem::path path() const;

private:
    Writer(std::filesystem::path path, int fd) : path_(std::move(path)), fd_(fd) {}

    std::filesystem::path path_;
    int fd_;
    // Guarded by the mutex:
    std::mutex mutex_;
    Position end_ = 0;
    bool broken_ = false;
    bool sealed_ = false;
};

}  // namespace pa::evidence
