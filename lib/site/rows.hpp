// Which entry of a list a day belongs to: the one link that stands in a row with it.
#pragma once

#include "html/document.hpp"
#include "site/dated.hpp"

#include <cstdint>
#include <vector>

namespace pa::site {

/// Told of the elements of a page as a walk enters and leaves them, with their links and days in between.
class Rows {
public:
    /// The first block that the element may hold is the one with index `block`.
    void enter(std::uint32_t block) { open_.emplace_back().begin = block; }

    /// A link that leads somewhere: its index into the page's links, its target, and the length of its label in code points.
    /// Links to one target are one.
    void link(std::uint32_t index, std::uint64_t target, std::size_t label);

    /// A day of the page, by its index into the page's dates.
    void date(std::uint32_t index);

    /// So much text, in bytes: a row has little.
    void text(std::size_t bytes);

    /// The element ends that `enter` was called for last; the next block has the index `block`.
    void leave(html::Node element, std::uint32_t block);

    /// Gives the days of rows their links: what stands with one link alone, or one with each. Elements that are made alike are
    /// rows; of one alone `is_lone` says so.
    void settle(std::vector<Dated>& dates) const;

private:
    struct Link {
        std::uint32_t index = 0;
        std::uint64_t target = 0;
        std::size_t label = 0;
    };
    // A link, or a day.
    struct Event {
        bool is_date = false;
        std::uint32_t date = 0;
        Link link;
    };
    struct Element {
        std::vector<Event> events;  // in order
        std::size_t text = 0;
        std::uint32_t begin = 0;    // blocks
        std::uint32_t end = 0;
    };
    struct Pair {
        std::uint32_t date = 0;
        Link link;
        std::uint64_t make = 0;  // elements made alike have the same
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    bool pair_one(const Element& own, bool row, std::uint64_t make);
    bool pair_each(const Element& own, std::uint64_t make);

    std::vector<Element> open_;
    std::vector<Pair> pairs_;
};

}  // namespace pa::site
