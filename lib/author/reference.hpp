// Documents made of the rules and kinds themselves, so that they cannot fall behind them.
#pragma once

#include "rule/rule.hpp"

#include <string>

namespace pa::author {

/// All rules of the library by pack and group, in both languages, as Markdown (rules/README.md).
std::string reference_markdown(const rule::Library& library);

/// The same as a man page in English, portalaudit-rules(7).
std::string reference_man(const rule::Library& library);

/// A JSON Schema (draft 2020-12) of packs, profiles, overlays and waivers, by which editors complete and check TOML.
std::string pack_schema();

}  // namespace pa::author
