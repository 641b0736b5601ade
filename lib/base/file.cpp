#include "base/file.hpp"

#include "base/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace pa {

Error io_error(const Message& what, const fs::path& path, int code)
{
    const char* words = ::strerrordesc_np(code);  // not strerror: its language would be the catalogue's
    return {ErrorKind::io, msg("{} \"{}\": {}", what, path.string(), words == nullptr ? "?" : words)};
}

Result<std::string> read_start(const fs::path& path, std::uint64_t limit, bool& more)
{
    more = false;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (file.number() < 0 || ::fstat(file.number(), &info) != 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    if (S_ISDIR(info.st_mode)) {
        return tl::unexpected(io_error(msg("cannot read"), path, EISDIR));
    }
    std::string bytes;
    std::string piece(65536, '\0');
    while (bytes.size() <= limit) {
        const ssize_t n = ::read(file.number(), piece.data(), piece.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return tl::unexpected(io_error(msg("cannot read"), path, errno));
        }
        if (n == 0) {
            return bytes;
        }
        bytes.append(piece, 0, static_cast<std::size_t>(n));
    }
    more = true;
    bytes.resize(limit);
    return bytes;
}

bool is_there(const std::filesystem::path& path)
{
    std::error_code code;
    return std::filesystem::exists(path, code);
}

Result<std::string> read_file(const fs::path& path, std::uint64_t limit)
{
    bool more = false;
    PA_LET(bytes, read_start(path, limit, more));
    if (more) {
        return fail(ErrorKind::io, msg("\"{}\" is larger than {} bytes", path.string(), limit));
    }
    return std::move(bytes);
}

namespace {

// Devices, pipes and sockets are written to, not replaced.
Result<void> write_through(const fs::path& path, std::string_view bytes)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0 || !write_all(file, bytes) || !file.close()) {
        return tl::unexpected(io_error(msg("cannot write"), path, errno));
    }
    return {};
}

}  // namespace

Result<void> write_file(const fs::path& named, std::string_view bytes)
{
    std::error_code code;
    const fs::path path = fs::is_symlink(named, code) ? fs::weakly_canonical(named, code) : named;
    const fs::file_status status = fs::status(path, code);
    if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
        return write_through(path, bytes);
    }
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.number() < 0) {
        return tl::unexpected(io_error(msg("cannot write"), path, errno));
    }
    const bool written = ::fchmod(file.number(), 0644) == 0 && write_all(file, bytes) &&
                         ::fsync(file.number()) == 0 && file.close() &&
                         ::rename(temporary.c_str(), path.c_str()) == 0;
    if (!written) {
        const int why = errno;
        ::unlink(temporary.c_str());
        return tl::unexpected(io_error(msg("cannot write"), path, why));
    }
    return {};
}

Result<void> make_folder(const fs::path& path)
{
    std::error_code code;
    fs::create_directories(path, code);
    if (!code && !fs::is_directory(path, code)) {
        return tl::unexpected(io_error(msg("cannot make the folder"), path, ENOTDIR));
    }
    if (code) {
        return tl::unexpected(io_error(msg("cannot make the folder"), path, code.value()));
    }
    return {};
}

Result<std::vector<std::string>> list_files(const fs::path& folder, std::size_t limit)
{
    std::error_code code;
    std::vector<std::string> files;
    fs::recursive_directory_iterator it(folder, code);
    for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
        std::error_code ignored;  // an entry that vanishes meanwhile is simply not a file any more
        if (it->is_symlink(ignored) || !it->is_regular_file(ignored)) {
            continue;
        }
        files.push_back(it->path().lexically_relative(folder).generic_string());
        if (files.size() > limit) {
            return fail(ErrorKind::io, msg("\"{}\" holds more than {} files", folder.string(), limit));
        }
    }
    if (code) {
        return tl::unexpected(io_error(msg("cannot list"), folder, code.value()));
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace pa
