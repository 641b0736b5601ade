// Texts of strangers, made fit for a report: one line each, bounded, and without what steers a reader's program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pa::report {

/// What most fields of a finding are cut to; the whole text is in audit.json.
inline constexpr std::size_t line_limit = 1000;

/// One line of at most `points` code points, "…" at its end when something was cut. Well-formed UTF-8; control
/// characters, marks and overrides of the reading direction, and what XML 1.0 forbids are U+FFFD.
std::string line(std::string_view text, std::size_t points = line_limit);

/// `url` when it is http or https, with every character that RFC 3986 does not allow in a URI percent-encoded; else "",
/// also when it is longer than 4,096 bytes: cut, it would be another one.
std::string web_address(std::string_view url);

/// A line as GitHub's and GitLab's Markdown show it literally: no markup, no link, no mention of a person or an issue.
std::string markdown(std::string_view text, std::size_t points = line_limit);

/// A short line as code, such as the id of a rule; nothing when it is empty.
std::string markdown_code(std::string_view text);

/// A link, or only its text where the address is not one of the web.
std::string markdown_link(std::string_view text, std::string_view url);

}  // namespace pa::report
