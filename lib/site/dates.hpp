// The days that a page names: found, and told apart by the words around them.
#pragma once

#include "html/document.hpp"
#include "site/dated.hpp"
#include "url/url.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::site {

/// The days in a block of text (NFC or not), at most 50. `before` is the block before it, which names the day where the
/// block is a table's cell: "Ngày ban hành". Relative times are held against `now`, the moment of the answer. Without `link`
/// and `block`.
std::vector<Dated> dates_of_block(const std::string& raw, const std::string& before, time::Moment now);

/// Whether a block (NFC or not) says that the page was published on a day that does not exist: "Ngày đăng: 31/02/2026".
bool tells_wrong_day(const std::string& raw);

/// What the head of a table's column says of the days in a cell of it; `cell` may be any block element.
std::optional<DateRole> role_by_column(html::Node cell);

/// The day of a `time` element, or of one with microdata or RDFa about publication; its role by these and by `pubdate`.
/// Nothing when it has no `datetime` or `content` with a day.
std::optional<Dated> date_of_element(html::Node element);

/// Published and modified days from `meta`, schema.org's JSON-LD and the address ("/2026/11/23/", "-20261123.html").
std::vector<Dated> dates_of_page(const html::Document& document, const url::Url& url);

}  // namespace pa::site
