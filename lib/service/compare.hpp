// The services of a portal against the list of those that its agency must offer.
#pragma once

#include "service/catalogue.hpp"
#include "service/list_file.hpp"

#include <span>

namespace pa::service {

/// Adds `comparison`, and to services the issues `extra`, `misnamed`, `wrong-code`, `wrong-level`. Services are matched by code,
/// then by name; names are the same when their words are (case, punctuation and "và" aside). Services of other agencies are left alone.
void compare(std::span<const Listed> list, Catalogue& catalogue);

}  // namespace pa::service
