// Decoding one parameter of a rule by what its kind declares.
#pragma once

#include "rule/rule.hpp"

namespace pa::rule {

/// Reads the key `spec.name` into `rule.params` when it is there. Mistakes go to the reader's diagnostics.
void read_param(const conf::Document& document, conf::Reader& reader, const ParamSpec& spec, Rule& rule);

}  // namespace pa::rule
