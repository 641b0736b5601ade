// Paths and patterns of robots.txt: RFC 9309 section 2.2.2 and 2.2.3.
#pragma once

#include <string>
#include <string_view>

namespace pa::web {

/// Whether a text is matched, or is a pattern in which `*` and a `$` at the end have a meaning.
enum class PathRole { address, pattern };

/// The form in which octets are compared: unreserved characters plain, everything else that is not
/// reserved by RFC 3986 as `%XX`, hex upper case; `*` and `$` that stand for themselves as `%2A`,
/// `%24`.
std::string comparable(std::string_view text, PathRole role);

/// `comparable`, with the reserved characters in values of the query encoded too, as the RFC's
/// table has it: "?baz=https://foo.bar" and "?baz=https%3A%2F%2Ffoo.bar" are one.
std::string with_query_encoded(std::string_view comparable);

/// Whether `pattern` matches from the start of `path`, both comparable. Linear in `path`.
bool matches(std::string_view pattern, std::string_view path);

}  // namespace pa::web
