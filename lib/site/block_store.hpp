// The text blocks of all pages, outside of memory: a page of an API reference or of a long list has thousands of them, and
// they are read again for few pages only.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <vector>

namespace pa::site {

/// A block of a page's text, without the text.
struct Block {
    std::uint32_t hash = 0;     ///< `block_hash`
    std::uint16_t length = 0;   ///< code points, at most 65,535; of own blocks only
    bool is_own = false;        ///< outside of headers, menus, breadcrumbs, sidebars and footers
    bool is_linked = false;     ///< inside a link, or little else than one
    bool operator==(const Block&) const = default;
};

/// Which blocks of the store are a page's.
struct BlockRange {
    std::uint64_t begin = 0;
    std::uint32_t count = 0;

    bool empty() const { return count == 0; }
};

class BlockStore {
public:
    /// In a nameless temporary file; in memory where none can be made.
    BlockStore();

    /// Not to be called by two threads at once. What the disk has no room for is kept in memory.
    BlockRange add(std::span<const Block> blocks);

    /// May be called by several threads, once nothing is added any more. Fails with `io`.
    Result<std::vector<Block>> read(BlockRange range) const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t on_disk_ = 0;       // blocks
    std::vector<Block> in_memory_;    // those behind the ones on disk
};

}  // namespace pa::site
