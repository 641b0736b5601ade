#include "evidence/reader.hpp"

#include "base/file.hpp"
#include "evidence/groups.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pa::evidence {

namespace {

// Everything up to the last whole group. An ending is cut off: also where the crawl was complete and only sealing failed, the
// list of pages and the log have to be made again by going over what was kept.
Result<Unfinished> scanned(const std::filesystem::path& part)
{
    PA_LET(reader, Reader::open(part));
    PA_LET(source, open_source(part));
    Unfinished out;
    out.origin = reader->origin();
    Records records(*source);
    StoredRecord first;
    records.take(0, first);
    Ending ending;
    Position at = first.end;
    out.recovered.end = at;
    while (true) {
        Group group;
        const Take took = take_group(records, *source, at, group, ending);
        if (took == Take::broken) {
            return fail(ErrorKind::damaged, msg("\"{}\" is damaged at byte {}", part.string(), group.end),
                        msg("it cannot be gone on with; keep it, and fetch into another file"));
        }
        if (took != Take::record) {
            break;
        }
        if (group.what == Group::What::ending) {
            break;
        }
        if (group.what == Group::What::exchange) {
            out.kept.push_back({group.exchange.url, group.exchange.purpose, at});
        }
        if (group.entry) {
            out.recovered.originals.push_back(may_be_original(group.exchange) && group.entry->media_type != "warc/revisit");
            out.recovered.entries.push_back(std::move(*group.entry));
        }
        at = group.end;
        out.recovered.end = at;
    }
    out.hosts = std::move(ending.hosts);
    out.resumed = std::move(ending.resumed);
    return out;
}

constexpr std::int64_t read_failed = -2;

// The WARC part of a sealed file, as a file of its own again.
Result<void> unpack(const std::filesystem::path& path, const std::filesystem::path& part)
{
    PA_LET(source, open_source(path));
    const std::filesystem::path temporary = part.string() + ".unpacking";
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    std::vector<char> piece(1U << 18U);
    Position at = 0;
    std::int64_t n = fd < 0 ? -1 : 1;
    while (n > 0) {
        n = source->read(at, piece.data(), piece.size());
        n = n < 0 ? read_failed : n;
        std::int64_t done = 0;
        while (n > 0 && done < n) {
            const ssize_t put = ::write(fd, piece.data() + done, static_cast<std::size_t>(n - done));
            if (put < 0 && errno != EINTR) {
                n = -1;
            }
            done += std::max<ssize_t>(put, 0);
        }
        at += static_cast<Position>(std::max<std::int64_t>(n, 0));
    }
    const bool read = n != read_failed;
    const bool written = n == 0 && ::fsync(fd) == 0 && ::rename(temporary.c_str(), part.c_str()) == 0;
    const int why = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    if (!written) {
        ::unlink(temporary.c_str());
        if (!read) {
            return fail(ErrorKind::damaged, msg("the part {} of \"{}\" is damaged", warc_part, path.string()));
        }
        return tl::unexpected(io_error(msg("cannot write"), part, why));
    }
    return {};
}

}  // namespace

Result<Unfinished> find_unfinished(const std::filesystem::path& path)
{
    const std::filesystem::path part = part_of(path);
    std::error_code code;
    if (std::filesystem::exists(part, code) && std::filesystem::file_size(part, code) > 0) {
        return scanned(part);
    }
    if (!std::filesystem::exists(path, code)) {
        return fail(ErrorKind::usage, msg("there is nothing to resume: neither \"{}\" nor \"{}\"", part.string(), path.string()));
    }
    PA_LET(reader, Reader::open(path));
    PA_LET(ending, reader->each([](Exchange&&, Position) { return true; }));
    if (ending.complete) {
        Unfinished out;
        out.origin = reader->origin();
        out.is_sealed = true;
        return out;
    }
    PA_TRY(unpack(path, part));
    return scanned(part);
}

}  // namespace pa::evidence
