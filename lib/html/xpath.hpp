// XPath 1.0 expressions from rule packs.
#pragma once

#include "base/result.hpp"
#include "html/contents.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pa::html {

/// A compiled expression that gives a node set. Most rules ask for elements by their names (`//a | //img/@alt | //link[@rel]`);
/// the page's contents know where those are, so that pugixml goes through the whole page for other parts of a union only. May be
/// used by several threads at once.
class Query {
public:
    /// Fails with `config` and pugixml's own words.
    static Result<Query> compile(const std::string& source);

    /// Calls `visit` for each match, once, until it says false: as pugixml does, those of the first part of a union first.
    void each(const Contents& contents, const std::function<bool(const pugi::xpath_node&)>& visit) const;
    bool has_match(const Contents& contents) const;

private:
    struct Part {
        std::string element;                       // where to begin; empty: at the root
        std::string attribute;                     // of `//element/@attribute`
        std::unique_ptr<pugi::xpath_query> query;  // none for `//element` and `//element/@attribute`
    };
    std::vector<Part> parts_;
};

}  // namespace pa::html
