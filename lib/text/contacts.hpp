// Telephone numbers and e-mail addresses in running text, as Vietnamese pages write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pa::text {

/// By the numbering plan of Vietnam: area codes as of 17/6/2017, mobile numbers as of 15/11/2018.
enum class TelephoneState : std::uint8_t {
    current,     ///< mobile number of ten digits, area code and subscriber's number of eleven, 1800 and 1900
    old_mobile,  ///< of eleven digits (012x, 016x, 018x, 019x); no longer in service
    old_area,    ///< an area code that was replaced in 2017, such as 04 for Hà Nội
};

struct Telephone {
    std::string digits;  ///< with the leading 0, without country code and separators
    TelephoneState state = TelephoneState::current;
    std::size_t begin = 0;  ///< offsets in bytes
    std::size_t end = 0;
};

/// The numbers in `text` that the plan knows or knew, in order: `0299 3555 001`, `(024) 3.936.1234`, `+84 912 345 678`,
/// `1900.1234`. Groups of digits that are no such number are passed over; without words beside them, old ones may be
/// codes of something else.
std::vector<Telephone> find_telephones(std::string_view text);

struct Email {
    std::string domain;  ///< in lower case
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The addresses in `text`, in order; also with `[at]`, `(at)` or `(a)` for `@`.
std::vector<Email> find_emails(std::string_view text);

}  // namespace pa::text
