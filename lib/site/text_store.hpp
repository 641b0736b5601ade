// What is kept of the pages' texts, outside of memory: a page of an API reference or of a long list has thousands of blocks,
// and they are read again for few pages only.
#pragma once

#include "base/result.hpp"
#include "site/dated.hpp"

#include <cstdint>
#include <cstdio>
#include <memory>
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

struct PageText {
    static constexpr std::uint32_t no_block = 0xFFFFFFFF;

    std::vector<Block> blocks;  ///< in order
    std::vector<Dated> dates;
    std::uint32_t title = no_block;  ///< the own block that says the page's title, or its first h1
    bool has_wrong_day = false;      ///< it says to be published on a day that does not exist
};

/// Which part of the store is a page's.
struct TextRange {
    std::uint64_t begin = 0;  ///< bytes
    std::uint32_t blocks = 0;
    std::uint32_t dates = 0;
    std::uint32_t title = PageText::no_block;
    bool has_wrong_day = false;
};

class TextStore {
public:
    /// In a nameless temporary file; in memory where none can be made.
    TextStore();

    /// Not to be called by two threads at once. What the disk has no room for is kept in memory.
    TextRange add(const PageText& text);

    /// May be called by several threads, once nothing is added any more. Fails with `io`.
    Result<PageText> read(TextRange range) const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t on_disk_ = 0;    // bytes
    std::vector<char> in_memory_;  // those behind the ones on disk
};

}  // namespace pa::site
