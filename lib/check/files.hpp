// Whether a file that a page offers is what its name and type say.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"

#include <string_view>

namespace pa::check {

/// Whether an address ends like that of a document: .pdf, .docx …
bool names_file(std::string_view address);

/// Looks at the answer behind a link of the portal: status, size, and the first bytes against the ending and the media type
/// (PDF, Office Open XML, OLE, RTF, ZIP, RAR); a PDF has to hold text. What was not fetched cannot be told.
File file_behind(const Context& context, site::UrlId link);

}  // namespace pa::check
