// Numbers in Vietnamese words, as far as dates need them.
#pragma once

#include <optional>
#include <string_view>

namespace pa::time {

/// The number that the whole of `words` names, 0 to 99: "mùng năm", "mười lăm", "hai mươi mốt", "ba mốt", or digits. Folded
/// (`text::folded`), words parted by one blank.
std::optional<int> small_number(std::string_view words);

/// A year of this century: "hai nghìn không trăm hai mươi sáu", "hai ngàn hai sáu", "hai không hai sáu", or four digits.
std::optional<int> year_in_words(std::string_view words);

}  // namespace pa::time
