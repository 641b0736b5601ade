// Numbers of documents of state agencies (Decree 30/2020/NĐ-CP, Annex I; Law 80/2015/QH13): "12/QĐ-SXD", "45/2026/QĐ-UBND".
#pragma once

#include <string_view>

namespace pa::text {

/// The first in a text (NFC), a part of it; without data where there is none.
std::string_view find_document_number(std::string_view text);

/// The number that is all of a text (NFC), but for "Số:" or "Số ký hiệu" before it; without data where it is not.
std::string_view sole_document_number(std::string_view text);

}  // namespace pa::text
