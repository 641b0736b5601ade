// Vietnamese text made comparable. Matching never changes what is shown: the page's own characters
// stay in the report, the folded form is only for finding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pa::text {

/// Unicode NFC of `utf8` (UAX #15). Text that is not UTF-8 is repaired first.
std::string nfc(std::string_view utf8);

/// For comparing words: NFC, full case folding, every run of white space, punctuation and symbols one
/// blank, no blank at the ends. `–`, `-`, `&`, `/` and the word `và` between two words are alike (all are
/// taken out), so "Tin tức – Sự kiện", "Tin tức & sự kiện" and "Tin tức và sự kiện" give one text.
std::string folded(std::string_view utf8);

/// Whether `folded(utf8)` is `wanted`, without folding more of it than that takes.
bool folds_to(std::string_view utf8, const std::string& wanted);

/// `folded`, and without diacritics: marks removed, `đ` becomes `d`.
std::string unaccented(std::string_view utf8);

/// The words of an address's path or of a file name: lower case, percent-decoding done by the caller,
/// split at everything that is no letter or digit, without diacritics. "/Lich-cong-tac.aspx" gives
/// {"lich", "cong", "tac", "aspx"}.
std::vector<std::string> slug_words(std::string_view path);

/// White space runs (also U+00A0 and the other blanks of Unicode) as one blank, none at the ends.
std::string collapsed(std::string_view utf8);

/// The number of code points.
std::size_t length(std::string_view utf8);

/// At most `points` code points of `utf8`, with "…" when something was cut.
std::string shortened(std::string_view utf8, std::size_t points);

}  // namespace pa::text
