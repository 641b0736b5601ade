// The names of encodings: WHATWG Encoding, 4.2, "Names and labels".
#pragma once

#include <string>
#include <string_view>

namespace pa::text {

/// The encoding that a label means ("latin1" means windows-1252), in lower case; empty when the standard
/// knows no such label. What a page must not be read as (UTF-7, ISO-2022-KR …) is no label. Beyond the standard there are
/// VISCII (RFC 1456) and TCVN 5712 VN1, which browsers of their time knew; "x-user-defined" is windows-1252 everywhere, as
/// in a meta element.
std::string encoding_of_label(std::string_view label);

/// The name under which iconv knows the encoding, or its superset where browsers read that.
std::string iconv_name(std::string_view encoding);

}  // namespace pa::text
