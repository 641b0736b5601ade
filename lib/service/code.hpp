// Codes of administrative procedures: of the national database ("1.004194", with ".000.00.00.H42" behind it where a place is
// named) and of its predecessor ("T-HNO-123456-TT", "B-BXD-123456-TT").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pa::service {

/// A code and where it stands, in bytes.
struct FoundCode {
    std::string code;  ///< as it is compared: upper case, without the place behind it
    std::size_t at = 0;
    std::size_t size = 0;
};

/// The first `most` codes of a text, in order.
std::vector<FoundCode> find_codes(std::string_view text, std::size_t most = 100);

/// The code that a text is, or begins or ends with; empty when there is none or more than one.
std::string only_code(std::string_view text);

/// Whether a code is one of the national database.
bool is_national(std::string_view code);

}  // namespace pa::service
