#include "site/text_store.hpp"

#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <type_traits>
#include <unistd.h>

namespace pa::site {

static_assert(std::is_trivially_copyable_v<Block> && std::is_trivially_copyable_v<Dated>);

TextStore::TextStore() : file_(std::tmpfile()) {}

TextRange TextStore::add(const PageText& text)
{
    const TextRange range{on_disk_ + in_memory_.size(), static_cast<std::uint32_t>(text.blocks.size()), static_cast<std::uint32_t>(text.dates.size()), text.title, text.has_wrong_day};
    const std::size_t of_blocks = text.blocks.size() * sizeof(Block);
    std::vector<char> bytes(of_blocks + text.dates.size() * sizeof(Dated));
    if (bytes.empty()) {
        return range;
    }
    std::copy_n(reinterpret_cast<const char*>(text.blocks.data()), of_blocks, bytes.data());
    std::copy_n(reinterpret_cast<const char*>(text.dates.data()), bytes.size() - of_blocks, bytes.data() + of_blocks);
    if (file_ && in_memory_.empty()) {
        ssize_t written = -1;
        do {
            written = ::pwrite(::fileno(file_.get()), bytes.data(), bytes.size(), static_cast<off_t>(on_disk_));
        } while (written < 0 && errno == EINTR);
        if (written >= 0 && static_cast<std::size_t>(written) == bytes.size()) {
            on_disk_ += bytes.size();
            return range;
        }
    }
    in_memory_.insert(in_memory_.end(), bytes.begin(), bytes.end());
    return range;
}

Result<PageText> TextStore::read(TextRange range) const
{
    PageText text{std::vector<Block>(range.blocks), std::vector<Dated>(range.dates), range.title, range.has_wrong_day};
    const std::size_t of_blocks = range.blocks * sizeof(Block);
    std::vector<char> bytes(of_blocks + range.dates * sizeof(Dated));
    if (range.begin >= on_disk_) {
        std::copy_n(in_memory_.begin() + static_cast<std::ptrdiff_t>(range.begin - on_disk_), bytes.size(), bytes.begin());
    } else {
        for (std::size_t done = 0; done < bytes.size();) {
            const ssize_t n = ::pread(::fileno(file_.get()), bytes.data() + done, bytes.size() - done, static_cast<off_t>(range.begin + done));
            if (n < 0 && errno == EINTR) {
                continue;
            }
            if (n <= 0) {
                return tl::unexpected(io_error(msg("cannot read"), "a temporary file", n < 0 ? errno : EIO));
            }
            done += static_cast<std::size_t>(n);
        }
    }
    std::copy_n(bytes.data(), of_blocks, reinterpret_cast<char*>(text.blocks.data()));
    std::copy_n(bytes.data() + of_blocks, bytes.size() - of_blocks, reinterpret_cast<char*>(text.dates.data()));
    return text;
}

}  // namespace pa::site
