// Dates in running text, as Vietnamese pages write them.
#pragma once

#include "time/date.hpp"

#include <string_view>
#include <vector>

namespace pa::time {

/// A date found in running text.
struct Found {
    Day day;
    std::size_t begin = 0;    ///< offset in bytes
    std::size_t end = 0;
    bool short_year = false;  ///< written with two digits
    bool operator==(const Found&) const = default;
};

enum class Years {
    four_digits,
    two_digits_too,  ///< `23/11/26` is 2026; 00 to 69 are of this century
};

/// All dates in `text` with day, month and year (1990 to 2099): `23/11/2026`, `23-11-2026`, `23.11.2026`,
/// `2026-11-23`, `ngày 23 tháng 11 năm 2026`, `23 Tháng 11 2026`, `23 thg 11, 2026`, `Tháng Mười Một 23, 2026`, with all three in words, in English `23 November 2026` and `Nov 23, 2026`, in
/// order. The day comes before the month but for `Tue, 11/03/2026` and `11/23/2026 8:15 AM`; `11/3/2026 8:15 AM` may be either and is none. Days that do not exist are passed over, and so are number groups that go on after the year (as in document or
/// telephone numbers). `text` must be in NFC for words to be known.
std::vector<Found> find_dates(std::string_view text, Years years = Years::four_digits);

/// The first time told by its distance from `now`: `5 phút trước`, `3 giờ trước`, `2 ngày trước`, `1 tuần trước`, `hôm nay`,
/// `hôm qua`, `hôm kia`, `vừa xong`, `3 hours ago`; months and years are too vague and are passed over. `text` must be in NFC.
std::optional<Found> find_relative(std::string_view text, Moment now);

}  // namespace pa::time
