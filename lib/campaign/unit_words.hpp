// The words in which people write lists of units: headings and types, in English and Vietnamese.
#pragma once

#include "campaign/unit.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pa::campaign {

/// A column of a list of units.
struct Column {
    std::string_view name;
    std::string Unit::*field;
    std::vector<std::string_view> headings;  ///< unaccented
};

const std::vector<Column>& columns();

/// The column that a heading names: "Tên đơn vị", "ten_don_vi" and "TÊN ĐƠN VỊ" are alike. Null when there is none.
const Column* column_named(std::string_view heading);

class TypeWords {
public:
    /// `types` are those that may be named.
    explicit TypeWords(const std::vector<std::string>& types);

    /// The type that a word means: its name, how reports call it, or a usual short word such as "xã"; accents and case play
    /// no part. Empty when it means none.
    std::string type_named(std::string_view word) const;

private:
    std::map<std::string, std::string> types_;  ///< by unaccented words
};

}  // namespace pa::campaign
