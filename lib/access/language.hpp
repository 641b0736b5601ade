// Language tags (RFC 5646), and what language a text is in, as far as letters and a few words tell.
#pragma once

#include <string>
#include <string_view>

namespace pa::access {

/// The primary subtag of a tag in lower case: "vi" of "vi-VN".
std::string primary_subtag(std::string_view tag);

/// Whether the tag's primary subtag can be a language of the IANA registry: a code of two letters of ISO 639-1 (the withdrawn ones
/// too), or one of three letters for a language that has none of two. Which codes of three letters are given out is not known here.
bool is_language(std::string_view tag);

/// The language of a longer text, where it is beyond doubt: "vi" or "en"; empty otherwise.
std::string_view language_of(std::string_view utf8);

}  // namespace pa::access
