// What is known of a host, as the JSON object that stands in the evidence.
#pragma once

#include "http/host_facts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pa::evidence {

std::string host_json(const http::HostFacts& facts);

/// Nothing when it is no such object. Keys that are not known are passed over.
std::optional<http::HostFacts> parse_host_json(std::string_view text);

}  // namespace pa::evidence
