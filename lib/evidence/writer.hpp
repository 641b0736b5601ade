// Writes evidence while a crawl runs. The records go into a WARC file `<path>.part`; sealing packs it, with index, list of
// pages and log, into the WACZ file `<path>`. The formats are described in portalaudit-evidence(5).
#pragma once

#include "base/result.hpp"
#include "evidence/warc.hpp"

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pa::evidence {

/// What an unfinished evidence file holds, as `find_unfinished` finds it.
struct Recovered {
    Position end = 0;                    ///< of the last whole group
    std::vector<IndexEntry> entries;
    std::vector<bool> originals;         ///< for each entry: whether a later answer may refer to its body
};

/// Whether a later answer with the same body may become a revisit of this one: it came whole, from a server, and is not small.
bool may_be_original(const Exchange& exchange);

/// An HTML page: where its answer was put, and its title.
struct Titled {
    Position position = 0;
    std::string title;
};

/// Where a fetch writes until it is sealed.
std::filesystem::path part_of(const std::filesystem::path& path);

/// Appends whole groups of records, so what was fetched is on disk at any moment, and a file with the final name is always
/// whole. Safe for use by several threads. While it lives no other process can write to the same file.
class Writer {
public:
    /// Makes `<path>.part`. Fails with `io`: it cannot be made, another process writes it, or it is there already and holds
    /// something (an unfinished fetch is never thrown away unasked).
    static Result<std::unique_ptr<Writer>> create(const std::filesystem::path& path);

    /// Goes on with `<path>.part` behind its last whole group; what stands behind that is cut off. Fails with `io`.
    static Result<std::unique_ptr<Writer>> resume(const std::filesystem::path& path, Recovered recovered);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends one `encoded` group of records in one piece. After a failure (`io`: the disk is full …)
    /// the file is cut back to its last whole group and every later call fails too.
    Result<Position> append(const std::string& records);

    /// Appends an exchange; a body that an earlier answer had already becomes a `revisit` record.
    Result<Position> append(const Exchange& exchange, Prepared prepared);

    /// Flushes to disk and packs; then `<path>.part` is gone. `pages` become the list of pages. Nothing may be appended
    /// afterwards. After a failure (`io`) `<path>.part` is still there and `<path>` is what it was.
    Result<void> seal(const Origin& origin, time::Moment ended, const std::string& log, std::vector<Titled> pages = {});

    /// The file as it is called now.
    std::filesystem::path path() const;

private:
    Writer(std::filesystem::path path, int fd) : path_(std::move(path)), fd_(fd) {}
    Result<Position> append_locked(const std::string& records);
    std::vector<PageEntry> entries_of(std::vector<Titled> pages) const;
    void index(const IndexEntry& entry, bool is_original);

    std::filesystem::path path_;
    int fd_;
    // Guarded by the mutex:
    std::mutex mutex_;
    Position end_ = 0;
    bool broken_ = false;
    bool sealed_ = false;
    std::deque<IndexEntry> entries_;
    std::unordered_map<std::string_view, std::size_t> originals_;  ///< digest, of the entry → index into `entries_`
};

}  // namespace pa::evidence
