// Verdicts that count pages: how many of those looked at are as they should be.
#pragma once

#include "check/context.hpp"

#include <span>
#include <vector>

namespace pa::check {

/// Passed without a faulty page, failed where all are, partly with the share of the right ones. `faulty` are the notes of
/// faulty pages, `looked_at` the number of all that were looked at; their proof is `what` with the note's detail. Cannot
/// tell where nothing was looked at but a home page that cannot be read.
Judgement judge_by_pages(std::span<const PageNote> faulty, std::size_t looked_at, const Context& context, const Message& what);

/// The HTML pages that show what a visitor sees. A shell for a script, a frameset and a page that was cut do not.
std::vector<site::PageId> shown_pages(const Context& context);

/// The notes about pages of `shown`, both in the order of pages.
std::vector<PageNote> notes_of(std::span<const PageNote> notes, std::span<const site::PageId> shown);

/// What the evidence knows of the home page's host; null for a folder and where nobody looked.
const http::HostFacts* home_host(const site::Site& site);

/// The answer to a rule that asks for a server, of a folder or of a host that nobody looked at.
Judgement no_server(const site::Site& site);

}  // namespace pa::check
