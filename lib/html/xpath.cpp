#include "html/xpath.hpp"

namespace pa::html {

Result<std::unique_ptr<pugi::xpath_query>> compile_xpath(const std::string& source)
{
    // Debian's pugixml reports by exception; this is the only place that meets it.
    try {
        auto query = std::make_unique<pugi::xpath_query>(source.c_str());
        if (query->return_type() != pugi::xpath_type_node_set) {
            return fail(ErrorKind::config, msg("the XPath expression must find nodes, not give a number, text or truth value"));
        }
        return query;
    } catch (const pugi::xpath_exception& error) {
        return fail(ErrorKind::config, msg("no valid XPath at character {}: {}", error.result().offset + 1, std::string(error.what())));
    }
}

}  // namespace pa::html
