#include "evidence/writer.hpp"

#include "base/file.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pa::evidence {

namespace {

struct PurposeName {
    Purpose purpose;
    std::string_view name;
};
constexpr PurposeName purposes[] = {
    {Purpose::robots, "robots"}, {Purpose::sitemap, "sitemap"}, {Purpose::page, "page"}, {Purpose::probe, "probe"}};

std::filesystem::path part_of(const std::filesystem::path& path) { return path.string() + ".part"; }

}  // namespace

std::string_view name_of(Purpose purpose)
{
    for (const PurposeName& row : purposes) {
        if (row.purpose == purpose) {
            return row.name;
        }
    }
    return "page";
}

std::optional<Purpose> purpose_named(std::string_view name)
{
    for (const PurposeName& row : purposes) {
        if (row.name == name) {
            return row.purpose;
        }
    }
    return std::nullopt;
}

Result<std::unique_ptr<Writer>> Writer::create(const std::filesystem::path& path)
{
    const std::filesystem::path part = part_of(path);
    const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0) {
        return tl::unexpected(io_error(msg("cannot write"), part, errno));
    }
    return std::unique_ptr<Writer>(new Writer(path, fd));
}

Writer::~Writer()
{
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

Result<Position> Writer::append(const std::string& records)
{
    const std::lock_guard lock(mutex_);
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

Result<void> Writer::seal()
{
    const std::lock_guard lock(mutex_);
    if (broken_ || ::fsync(fd_) != 0 || ::rename(part_of(path_).c_str(), path_.c_str()) != 0) {
        return tl::unexpected(io_error(msg("cannot write"), path_, broken_ ? EIO : errno));
    }
    sealed_ = true;
    return {};
}

std::filesystem::path Writer::path() const { return sealed_ ? path_ : part_of(path_); }

}  // namespace pa::evidence
