// A day that a page names, and what the page says of it.
#pragma once

#include "time/date.hpp"

#include <cstdint>

namespace pa::site {

/// Where on the page it stands.
enum class DateSource : std::uint8_t {
    text,      ///< running text
    element,   ///< `time` with a `datetime`
    metadata,  ///< `meta`: Open Graph, Dublin Core and the like
    json_ld,   ///< schema.org in a script
    address,   ///< the page's own address
    relative,  ///< "3 giờ trước", against the moment of the answer
};

/// What happened on that day, by the words around it.
enum class DateRole : std::uint8_t {
    none,       ///< nothing says
    stamp,      ///< stands alone, or nearly, in its block: as pages show when a text was published
    published,
    updated,
    document,   ///< issued or signed, of a document
    validity,   ///< comes into force, expires, is due
    event,      ///< something took or takes place
    copyright,  ///< of the portal or its licence
};

struct Dated {
    static constexpr std::uint32_t no_block = 0xFFFFFFFF;
    static constexpr std::uint32_t no_link = 0xFFFFFFFF;

    time::Day day{};
    std::uint32_t block = no_block;  ///< in which of the page's blocks, an own one; `no_block`: not in its text
    std::uint32_t link = no_link;    ///< the entry of a list that it belongs to, as an index into the page's links
    DateSource source = DateSource::text;
    DateRole role = DateRole::none;
    bool is_unsure = false;          ///< a year of two digits
    bool is_lone = false;            ///< there is no other row made like the one of `link`: it may be none
    std::uint32_t row_begin = 0;     ///< the blocks of the element that pairs it with `link`
    std::uint32_t row_end = 0;       ///< behind the last
};

}  // namespace pa::site
