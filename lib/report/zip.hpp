// Files as one ZIP archive, in memory.
#pragma once

#include "report/format.hpp"

#include <string>
#include <vector>

namespace pa::report {

/// The files in their order, compressed, dated 1980-01-01, so that the same files give the same bytes. "" when it could not be made.
std::string zipped(const std::vector<Piece>& files);

}  // namespace pa::report
