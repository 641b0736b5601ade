// The portal's pages as a list: what each is, where it stands, when it was published.
#pragma once

#include "site/site.hpp"

#include <map>
#include <string>

namespace pa::site {

/// The ids of the items that a page belongs to, with blanks between, by its address.
using ItemsOfPages = std::map<std::string, std::string, std::less<>>;

/// Everything that answered as a page, by address. CSV (RFC 4180, UTF-8) with a header line, or a JSON array of objects with
/// the same names: address, status, type, title, language, encoding, clicks (empty or null when no chain of links leads
/// there), published (ISO 8601, empty when unknown), published_source, published_confidence, item, words, same_as.
std::string inventory_csv(const Site& site, const ItemsOfPages& items);
std::string inventory_json(const Site& site, const ItemsOfPages& items);

}  // namespace pa::site
