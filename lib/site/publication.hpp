// When a page was published, by all that it and the lists that lead to it say.
#pragma once

#include "base/result.hpp"
#include "site/dated.hpp"

#include <cstdint>
#include <string_view>

namespace pa::site {

/// How far a publication day can be relied on.
enum class Confidence : std::uint8_t { none, low, medium, high };

std::string_view name_of(Confidence confidence);

/// What a publication day was taken from.
enum class PublishedBy : std::uint8_t { nothing, label, stamp, element, metadata, json_ld, address, relative, updated, list };

/// "label", "json-ld" …
std::string_view name_of(PublishedBy source);

struct Publication {
    time::Day day{};                              ///< of no meaning without confidence
    Confidence confidence = Confidence::none;
    PublishedBy source = PublishedBy::nothing;
    bool is_future = false;                       ///< the page names a day behind that of the evidence; there is no publication then
};

class Site;

/// Decides for every page. A source that gives the day of the evidence for most pages shows when pages were made, not when
/// texts were published, and does not count. Fails with `io`.
Result<void> find_publications(Site& site);

}  // namespace pa::site
