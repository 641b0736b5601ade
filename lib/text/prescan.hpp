// Which encoding a page says it is in: HTML, 13.2.3.2, "prescan a byte stream to determine its encoding".
#pragma once

#include <string>
#include <string_view>

namespace pa::text {

/// The encoding of the first meta element in `head` that names one we know; empty when there is none.
std::string prescanned(std::string_view head);

}  // namespace pa::text
