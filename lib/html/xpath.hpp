// XPath 1.0 expressions from rule packs.
#pragma once

#include "base/result.hpp"
#include "html/document.hpp"

#include <memory>

namespace pa::html {

/// Compiles an expression that gives a node set. Fails with `config` and pugixml's own words. The query may
/// be evaluated by several threads at once.
Result<std::unique_ptr<pugi::xpath_query>> compile_xpath(const std::string& source);

}  // namespace pa::html
