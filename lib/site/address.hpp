// The address under which a page is known: what only tells visitors apart is taken out.
#pragma once

#include "url/url.hpp"

namespace pa::site {

/// `url` normalised, and without session ids and click tracking: query parameters such as `PHPSESSID`, `sid` with a
/// random value, Liferay's `p_auth`, `utm_…`; `;jsessionid=…` in the path; ASP.NET's `/(S(…))/`. Two addresses that differ in
/// these alone are one page.
url::Url page_address(const url::Url& url);

/// The same of what a page whose base address is `base` refers to; nothing where `reference` is no address.
std::optional<url::Url> page_address(std::string_view reference, const url::Url& base);

}  // namespace pa::site
