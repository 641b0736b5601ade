#include "evidence/zip_layout.hpp"

#include "base/file.hpp"
#include "base/utf8.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pa::evidence {

namespace {

constexpr std::uint32_t local_mark = 0x04034b50;
constexpr std::uint32_t central_mark = 0x02014b50;
constexpr std::uint32_t end_mark = 0x06054b50;
constexpr std::uint32_t end64_mark = 0x06064b50;
constexpr std::uint32_t locator_mark = 0x07064b50;
constexpr std::size_t local_size = 30;
constexpr std::size_t central_size = 46;
constexpr std::size_t end_size = 22;
constexpr std::size_t end64_size = 56;
constexpr std::size_t locator_size = 20;
constexpr std::size_t most_parts = 100;
constexpr std::uint64_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint64_t plain_file = 0100644ULL << 16U;
constexpr std::uint64_t first_day_of_dos = 0x21;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

// One entry of the central directory.
struct Entry {
    std::string fixed;  // its 46 bytes
    std::string name;
    std::string shown;  // for messages: a stranger's bytes
    std::string extra;
    std::uint64_t size = 0;
    Position local = 0;
};

class LayoutReader {
public:
    explicit LayoutReader(int fd) : fd_(fd), size_(static_cast<Position>(std::max<off_t>(0, ::lseek(fd, 0, SEEK_END)))) {}

    ZipLayout read()
    {
        if (read_end() && read_directory()) {
            Position at = 0;
            for (const Entry& entry : entries_) {
                if (!read_local(entry, at)) {
                    return layout_;
                }
            }
            if (at != directory_) {
                fault(msg("bytes that belong to no part"), at);
            }
        }
        return layout_;
    }

private:
    bool fault(Message what, Position at)
    {
        layout_.fault = std::move(what);
        layout_.fault_at = at;
        return false;
    }

    std::string bytes(Position at, std::size_t size) const
    {
        std::string out(at < size_ ? std::min<Position>(size, size_ - at) : 0, '\0');
        const ssize_t n = ::pread(fd_, out.data(), out.size(), static_cast<off_t>(at));
        out.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
        return out;
    }

    bool read_end()
    {
        const Position at = size_ - std::min<Position>(size_, end_size);
        const std::string end = bytes(at, end_size);
        if (end.size() != end_size || number(end, 0, 4) != end_mark || number(end, 4, 4) != 0 || number(end, 20, 2) != 0 ||
            number(end, 8, 2) != number(end, 10, 2)) {
            return fault(msg("the end record of the ZIP file is not as it was written"), at);
        }
        count_ = number(end, 10, 2);
        directory_size_ = number(end, 12, 4);
        directory_ = number(end, 16, 4);
        directory_end_ = at;
        if (directory_ == in_zip64 || directory_size_ == in_zip64 || count_ == 0xFFFF) {
            return read_end64(at);
        }
        return check_directory_place();
    }

    bool read_end64(Position end)
    {
        const Position locator_at = end - std::min<Position>(end, locator_size);
        const std::string locator = bytes(locator_at, locator_size);
        const Position at = number(locator, 8, 8);
        const std::string end64 = bytes(at, end64_size);
        if (number(locator, 0, 4) != locator_mark || number(locator, 4, 4) != 0 || number(locator, 16, 4) != 1 || end64.size() != end64_size ||
            number(end64, 0, 4) != end64_mark || number(end64, 4, 8) != end64_size - 12 || number(end64, 16, 8) != 0 ||
            number(end64, 24, 8) != number(end64, 32, 8) || at + end64_size != locator_at) {
            return fault(msg("the ZIP64 end record is not as it was written"), locator_at);
        }
        count_ = number(end64, 32, 8);
        directory_size_ = number(end64, 40, 8);
        directory_ = number(end64, 48, 8);
        directory_end_ = at;
        return check_directory_place();
    }

    bool check_directory_place()
    {
        if (directory_ > directory_end_ || directory_ + directory_size_ != directory_end_ || count_ > most_parts) {
            return fault(msg("the end record of the ZIP file is not as it was written"), directory_end_);
        }
        return true;
    }

    bool read_directory()
    {
        Position at = directory_;
        for (std::uint64_t i = 0; i < count_; ++i) {
            Entry entry;
            entry.fixed = bytes(at, central_size);
            const std::size_t name_size = number(entry.fixed, 28, 2);
            const std::size_t extra_size = number(entry.fixed, 30, 2);
            entry.name = bytes(at + central_size, name_size);
            entry.shown = defused(utf8_repaired(entry.name));
            entry.extra = bytes(at + central_size + name_size, extra_size);
            const bool plain = entry.fixed.size() == central_size && number(entry.fixed, 0, 4) == central_mark && number(entry.fixed, 32, 2) == 0 &&
                               number(entry.fixed, 34, 4) == 0 && number(entry.fixed, 38, 4) == plain_file &&
                               number(entry.fixed, 10, 2) == 0 && number(entry.fixed, 12, 2) == 0 && number(entry.fixed, 14, 2) == first_day_of_dos &&
                               number(entry.fixed, 5, 1) == 3;
            entry.size = number(entry.fixed, 24, 4);
            entry.local = number(entry.fixed, 42, 4);
            if (!plain || !read_zip64(entry) || (i > 0 && number(entry.fixed, 4, 2) != number(entries_.front().fixed, 4, 2))) {
                return fault(msg("the ZIP directory's entry of \"{}\" is not as it was written", entry.shown), at);
            }
            at += central_size + name_size + extra_size;
            entries_.push_back(std::move(entry));
        }
        return at == directory_end_ || fault(msg("the ZIP directory is not as it was written"), at);
    }

    // Sizes and offsets of 4 GiB and more stand in an extra field, in this order.
    static bool read_zip64(Entry& entry)
    {
        const bool long_size = entry.size == in_zip64;
        const bool long_offset = entry.local == in_zip64;
        const std::size_t expected = (long_size ? 16U : 0U) + (long_offset ? 8U : 0U);
        if (expected == 0) {
            return entry.extra.empty();
        }
        if (entry.extra.size() != expected + 4 || number(entry.extra, 0, 2) != 1 || number(entry.extra, 2, 2) != expected) {
            return false;
        }
        if (long_size) {
            entry.size = number(entry.extra, 4, 8);
        }
        if (long_offset) {
            entry.local = number(entry.extra, 4 + (long_size ? 16U : 0U), 8);
        }
        return !long_size || entry.size == number(entry.extra, 12, 8);
    }

    // The local header says what the directory says, and follows on the part before.
    bool read_local(const Entry& entry, Position& at)
    {
        const std::string head = bytes(at, local_size);
        const std::size_t name_size = number(head, 26, 2);
        const std::size_t extra_size = number(head, 28, 2);
        // version needed, flags, method, time, date, checksum, sizes, length of the name
        const bool same = head.size() == local_size && number(head, 0, 4) == local_mark && head.substr(4, 22) == entry.fixed.substr(6, 22) &&
                          head.substr(26, 2) == entry.fixed.substr(28, 2) && entry.local == at && bytes(at + local_size, name_size) == entry.name;
        const std::string extra = bytes(at + local_size + name_size, extra_size);
        const bool extra_fits = extra_size == 0 ? number(head, 22, 4) != in_zip64
                                                : extra_size == 20 && number(extra, 0, 2) == 1 && number(extra, 2, 2) == 16 &&
                                                      number(extra, 4, 8) == entry.size && number(extra, 12, 8) == entry.size;
        const bool stored = number(head, 8, 2) == 0 && number(head, 18, 4) == number(head, 22, 4);
        if (!same || !extra_fits || !stored) {
            return fault(msg("the ZIP header of \"{}\" is not as it was written", entry.shown), at);
        }
        at += local_size + name_size + extra_size;
        layout_.parts.push_back({entry.name, at, entry.size});
        at += entry.size;
        return at <= directory_ || fault(msg("the part \"{}\" is longer than the file", entry.shown), at);
    }

    int fd_;
    Position size_;
    std::uint64_t count_ = 0;
    std::uint64_t directory_size_ = 0;
    Position directory_ = 0;
    Position directory_end_ = 0;
    std::vector<Entry> entries_;
    ZipLayout layout_;
};

}  // namespace

Result<ZipLayout> read_layout(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    ZipLayout layout = LayoutReader(fd).read();
    ::close(fd);
    return layout;
}

}  // namespace pa::evidence
