// Verdicts that count pages: how many of those looked at are as they should be.
#pragma once

#include "check/context.hpp"

#include <span>

namespace pa::check {

/// Passed without a faulty page, failed where all are, partly with the share of the right ones. `faulty` are the notes of
/// faulty pages, `looked_at` the number of all that were looked at; their proof is `what` with the note's detail. Cannot
/// tell where nothing was looked at but a home page that cannot be read.
Judgement judge_by_pages(std::span<const PageNote> faulty, std::size_t looked_at, const Context& context, const Message& what);

/// What the evidence knows of the home page's host; null for a folder and where nobody looked.
const http::HostFacts* home_host(const site::Site& site);

/// The answer to a rule that asks for a server, of a folder or of a host that nobody looked at.
Judgement no_server(const site::Site& site);

}  // namespace pa::check
