// The little of CSS that says whether an element is seen: `display`, `visibility`, positions far outside the page, and text that a sheet
// adds. Only the page's own `style` elements and attributes are read; a selector that is more than names of an element, an id and
// classes, and everything inside a condition, gives "maybe".
#pragma once

#include "html/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pa::access {

/// What can be said of a page whose sheets are only partly known.
enum class Sure : std::uint8_t { no, maybe, yes };

/// What style does to an element.
struct Effects {
    Sure removed = Sure::no;       ///< display: none
    Sure invisible = Sure::no;     ///< visibility: hidden or collapse
    Sure visible = Sure::no;       ///< visibility: visible, inside what is invisible
    bool is_aside = false;         ///< perhaps moved or clipped out of sight
    bool has_text = false;         ///< perhaps with text before or after its content
    bool is_inline = false;        ///< display: inline in its own attribute
};

/// Effects of a list of declarations, as in a `style` attribute.
Effects effects_of(std::string_view declarations);

/// What counts of a property in a `style` attribute: the last declaration, or the last important one. Empty when there is none. The
/// value is in lower case.
struct Declaration {
    std::string value;
    bool is_important = false;
};
Declaration declaration_of(std::string_view style, std::string_view property);

/// The `style` elements of a page. For one thread.
class Styles {
public:
    /// Reads one sheet; at most `most_bytes` over all sheets are read.
    void add(std::string_view sheet);

    bool empty() const { return rules_.empty(); }

    /// The sheets' effects and those of the element's own attribute together.
    Effects effects_on(html::Node element, std::string_view own) const;

    static constexpr std::size_t most_bytes = 512U << 10U;

private:
    struct Rule {
        std::string tag;
        std::string id;
        std::vector<std::string> classes;
        std::string attribute;   ///< one that the element must have
        bool is_sure = true;     ///< nothing else is asked
        Effects effects;
        bool sets_display = false;
        bool is_important = false;
    };

    void add_rule(std::string_view selectors, std::string_view body, bool is_sure);
    void add_selector(std::string_view selector, const Rule& rule);

    std::vector<Rule> rules_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  ///< "#id", ".class", or the element's name; "" for all
    std::size_t read_ = 0;
    mutable std::size_t looked_ = 0;
};

}  // namespace pa::access
