// The WACZ container (Web Archive Collection Zipped 1.1.1): a ZIP file that holds the WARC file, its index, the list of
// pages, logs, and a datapackage.json with the SHA-256 of each part.
#pragma once

#include "base/result.hpp"
#include "evidence/index.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pa::evidence {

inline constexpr const char* warc_part = "archive/data.warc.gz";
inline constexpr const char* index_part = "indexes/index.cdx";
inline constexpr const char* pages_part = "pages/pages.jsonl";
inline constexpr const char* log_part = "logs/crawl.jsonl";
inline constexpr const char* package_part = "datapackage.json";
inline constexpr const char* digest_part = "datapackage-digest.json";

/// What goes into a container.
struct Parts {
    std::filesystem::path warc;
    std::string index;
    std::string pages;
    std::string log;
    std::string start;      ///< the start address
    std::string software;
    time::Moment begun{};
    time::Moment ended{};
};

/// Writes a container to `to`, flushed to disk; the same parts give the same bytes. Fails with `io`, and then leaves no file.
Result<void> write_container(const std::filesystem::path& to, const Parts& parts);

/// What datapackage-digest.json says of a datapackage.json.
std::string digest_text(const std::string& package);

/// A part as datapackage.json names it.
struct Resource {
    std::string path;
    std::string hash;  ///< "sha256:…"
    std::uint64_t bytes = 0;
};

/// Nothing when it is no datapackage.json.
std::optional<std::vector<Resource>> parse_package(const std::string& package);

/// The WARC bytes of an evidence file, at random, whether they stand alone or in a container. May be read by several
/// threads at once.
class Source {
public:
    virtual ~Source() = default;
    /// How many bytes were put into `to`, 0 at the end, less than 0 when they cannot be read.
    virtual std::int64_t read(Position at, char* to, std::size_t size) const = 0;
};

/// Opens a `.warc.gz` or a `.wacz`. Fails with `io`, and with `damaged` when a ZIP file holds no WARC part that can be read
/// at random.
Result<std::unique_ptr<Source>> open_source(const std::filesystem::path& path);

/// Whether the file begins like a ZIP file.
bool is_container(const std::filesystem::path& path);

/// One part, whole. Fails with `damaged` when it is not there, its checksum does not hold, or it is larger than `limit`.
Result<std::string> read_part(const std::filesystem::path& path, const std::string& name, std::uint64_t limit);

}  // namespace pa::evidence
