// The names of the communes of each province (check/vn_communes.csv), as they stand in domain names.
#pragma once

#include <string_view>

namespace pa::check {

/// The day as of which the list is true.
inline constexpr std::string_view communes_as_of = "2026-07-25";

/// Whether `label`, the part of a host name before the province's domain `province` ("hanoi.gov.vn"), is the name of one of
/// its communes without accents: with or without "xa", "phuong", "dackhu" in front, hyphens not counted
/// (NĐ 224/2026, 11(4)(c): tenphuongxa.tentinhthanh.gov.vn). `label` is in lower case.
bool is_commune(std::string_view province, std::string_view label);

}  // namespace pa::check
