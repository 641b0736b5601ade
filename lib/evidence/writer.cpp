#include "evidence/writer.hpp"

#include "base/file.hpp"
#include "evidence/container.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pa::evidence {

namespace {

constexpr std::size_t least_revisited = 512;  // bytes of a body; below, a revisit record would be larger

// The file, locked for this process; -1 with errno otherwise.
int locked(const std::filesystem::path& part, int flags)
{
    const int fd = ::open(part.c_str(), O_WRONLY | O_CLOEXEC | flags, 0644);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        errno = EBUSY;
        return -1;
    }
    return fd;
}

Error open_error(const std::filesystem::path& part, int code)
{
    if (code == EBUSY) {
        return {ErrorKind::io, msg("\"{}\" is being written by another process", part.string()), {}, {}};
    }
    return io_error(msg("cannot write"), part, code);
}

IndexEntry entry_of(const Exchange& exchange, const Prepared& prepared, Position at, bool is_revisit)
{
    std::string type = http::parse_media_type(exchange.response.headers.get("content-type")).type;
    if (is_revisit) {
        type = "warc/revisit";
    } else if (type.empty()) {
        type = "unk";
    }
    return {exchange.url, exchange.at, type, exchange.response.status, prepared.payload_digest, at, prepared.answer_size};
}

}  // namespace

bool may_be_original(const Exchange& exchange)
{
    return !exchange.from_file && !exchange.truncated && exchange.failure == http::Failure::none && exchange.response.body.size() >= least_revisited;
}

std::filesystem::path part_of(const std::filesystem::path& path) { return path.string() + ".part"; }

Result<std::unique_ptr<Writer>> Writer::create(const std::filesystem::path& path)
{
    const std::filesystem::path part = part_of(path);
    const int fd = locked(part, O_CREAT);
    if (fd < 0) {
        return tl::unexpected(open_error(part, errno));
    }
    std::unique_ptr<Writer> writer(new Writer(path, fd));
    struct stat info {};
    if (::fstat(fd, &info) != 0 || info.st_size > 0) {
        return fail(ErrorKind::io, msg("\"{}\" holds an unfinished fetch", part.string()),
                    msg("--resume goes on with it, --restart throws it away"));
    }
    return writer;
}

Result<std::unique_ptr<Writer>> Writer::resume(const std::filesystem::path& path, Recovered recovered)
{
    const std::filesystem::path part = part_of(path);
    const int fd = locked(part, 0);
    if (fd < 0) {
        return tl::unexpected(open_error(part, errno));
    }
    std::unique_ptr<Writer> writer(new Writer(path, fd));
    if (::ftruncate(fd, static_cast<off_t>(recovered.end)) != 0) {
        return tl::unexpected(io_error(msg("cannot write"), part, errno));
    }
    writer->end_ = recovered.end;
    for (std::size_t i = 0; i < recovered.entries.size(); ++i) {
        writer->index(recovered.entries[i], i < recovered.originals.size() && recovered.originals[i]);
    }
    return writer;
}

Writer::~Writer()
{
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

void Writer::index(const IndexEntry& entry, bool is_original)
{
    entries_.push_back(entry);
    if (is_original) {
        originals_.try_emplace(entries_.back().digest, entries_.size() - 1);
    }
}

Result<Position> Writer::append_locked(const std::string& records)
{
    const Position begin = end_;
    std::string_view rest = records;
    int code = broken_ || sealed_ ? EBADF : 0;
    while (code == 0 && !rest.empty()) {
        const ssize_t n = ::pwrite(fd_, rest.data(), rest.size(), static_cast<off_t>(end_ + (records.size() - rest.size())));
        if (n > 0) {
            rest.remove_prefix(static_cast<std::size_t>(n));
        } else if (errno != EINTR) {
            code = errno;
        }
    }
    if (code != 0) {
        if (!broken_ && !sealed_ && ::ftruncate(fd_, static_cast<off_t>(begin)) != 0) {
            code = errno;  // the reader passes over a cut record at the end
        }
        broken_ = true;
        return tl::unexpected(io_error(msg("cannot write"), part_of(path_), code));
    }
    end_ += records.size();
    return begin;
}

Result<Position> Writer::append(const std::string& records)
{
    const std::lock_guard lock(mutex_);
    return append_locked(records);
}

Result<Position> Writer::append(const Exchange& exchange, Prepared prepared)
{
    const std::lock_guard lock(mutex_);
    const bool comparable = may_be_original(exchange) && prepared.answer_size > 0;
    const auto found = comparable ? originals_.find(prepared.payload_digest) : originals_.end();
    const bool is_revisit = found != originals_.end();
    if (is_revisit) {
        prepared = prepare_revisit(exchange, prepared.payload_digest, entries_[found->second]);
    }
    PA_LET(position, append_locked(prepared.records));
    if (prepared.answer_size > 0) {
        index(entry_of(exchange, prepared, position, is_revisit), comparable && !is_revisit);
    }
    return position;
}

std::vector<PageEntry> Writer::entries_of(std::vector<Titled> pages) const
{
    std::vector<PageEntry> out;
    out.reserve(pages.size());
    for (auto& [position, title] : pages) {
        const auto entry = std::lower_bound(entries_.begin(), entries_.end(), position, [](const IndexEntry& e, Position at) { return e.offset < at; });
        if (entry != entries_.end() && entry->offset == position) {
            out.push_back({entry->url, entry->at, std::move(title)});
        }
    }
    return out;
}

Result<void> Writer::seal(const Origin& origin, time::Moment ended, const std::string& log, std::vector<Titled> pages)
{
    const std::lock_guard lock(mutex_);
    const std::filesystem::path part = part_of(path_);
    const std::filesystem::path packed = path_.string() + ".sealing";
    if (broken_ || sealed_ || ::fsync(fd_) != 0) {
        return tl::unexpected(io_error(msg("cannot write"), path_, broken_ || sealed_ ? EIO : errno));
    }
    originals_.clear();
    const std::string list = pages_jsonl(entries_of(std::move(pages)));
    Parts parts{part, cdxj(std::exchange(entries_, {}), "data.warc.gz"), list, log, origin.start, origin.software, origin.begun, ended};
    PA_TRY(write_container(packed, parts));
    if (::rename(packed.c_str(), path_.c_str()) != 0) {
        const int why = errno;
        ::unlink(packed.c_str());
        return tl::unexpected(io_error(msg("cannot write"), path_, why));
    }
    sealed_ = true;
    ::unlink(part.c_str());
    return {};
}

std::filesystem::path Writer::path() const { return sealed_ ? path_ : part_of(path_); }

}  // namespace pa::evidence
