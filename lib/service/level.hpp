// The level at which a service is said to be, and is seen to be, online. Two readings of the law stand side by side, and no
// official table converts one into the other: four levels (Decree 43/2011/NĐ-CP, Art. 3; Circular 32/2017/TT-BTTTT, Art. 5), and
// wholly or partly online, or information only (Decree 42/2022/NĐ-CP, Art. 11; Decree 224/2026/NĐ-CP, Art. 14).
#pragma once

#include "base/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pa::service {

/// What a portal says of a service's level.
enum class Declared : std::uint8_t { none, level_1, level_2, level_3, level_4, information, partial, full };

/// "level-3", "full"; empty for `none`.
std::string_view name_of(Declared declared);
std::optional<Declared> declared_named(std::string_view name);

/// 1 to 4, or 0 where it is not said in these words.
int level_of(Declared declared);
/// 0 information, 1 partial, 2 full; -1 where it is not said in these words.
int extent_of(Declared declared);

/// The level that a text of few words names: "Mức độ 4", "DVC trực tuyến toàn trình", "Một phần". With `is_labelled` the text
/// stands under a label such as "Mức độ", so that "4" is enough. Nothing when it names none, or more than one.
Declared declared_in(std::string_view text, bool is_labelled);

/// "information", "partial", "full".
std::string_view extent_name(int extent);

/// For people: "at level 4", "wholly online"; "without a level".
Message said(Declared declared);
Message extent_said(int extent);

}  // namespace pa::service
