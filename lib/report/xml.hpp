// An XML document as text.
#pragma once

#include <string>

namespace pugi {
class xml_document;
}

namespace pa::report {

/// UTF-8 with declaration and two blanks of indent.
std::string xml_text(const pugi::xml_document& document);

}  // namespace pa::report
