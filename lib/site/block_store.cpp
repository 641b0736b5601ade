#include "site/block_store.hpp"

#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace pa::site {

static_assert(sizeof(Block) == 8);

BlockStore::BlockStore() : file_(std::tmpfile()) {}

BlockRange BlockStore::add(std::span<const Block> blocks)
{
    const BlockRange range{on_disk_ + in_memory_.size(), static_cast<std::uint32_t>(blocks.size())};
    if (file_ && in_memory_.empty()) {
        const auto bytes = static_cast<ssize_t>(blocks.size_bytes());
        ssize_t written = -1;
        do {
            written = ::pwrite(::fileno(file_.get()), blocks.data(), blocks.size_bytes(), static_cast<off_t>(on_disk_ * sizeof(Block)));
        } while (written < 0 && errno == EINTR);
        if (written == bytes) {
            on_disk_ += blocks.size();
            return range;
        }
    }
    in_memory_.insert(in_memory_.end(), blocks.begin(), blocks.end());
    return range;
}

Result<std::vector<Block>> BlockStore::read(BlockRange range) const
{
    std::vector<Block> blocks(range.count);
    if (range.begin >= on_disk_) {
        const auto first = in_memory_.begin() + static_cast<std::ptrdiff_t>(range.begin - on_disk_);
        std::copy_n(first, range.count, blocks.begin());
        return blocks;
    }
    auto* into = reinterpret_cast<char*>(blocks.data());
    std::size_t left = blocks.size() * sizeof(Block);
    auto at = static_cast<off_t>(range.begin * sizeof(Block));
    while (left > 0) {
        const ssize_t n = ::pread(::fileno(file_.get()), into, left, at);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return tl::unexpected(io_error(msg("cannot read"), "a temporary file", n < 0 ? errno : EIO));
        }
        into += n;
        at += n;
        left -= static_cast<std::size_t>(n);
    }
    return blocks;
}

}  // namespace pa::site
