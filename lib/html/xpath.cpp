#include "html/xpath.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <unordered_set>

namespace pa::html {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\r";
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

// The operands of the unions that stand in no brackets.
std::vector<std::string_view> parts_of(std::string_view source)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const char c = source[at];
        if (c == '"' || c == '\'') {
            at = std::min(source.find(c, at + 1), source.size());
        } else if (c == '|' && depth == 0) {
            parts.push_back(trimmed(source.substr(begin, at - begin)));
            begin = at + 1;
        }
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    parts.push_back(trimmed(source.substr(begin)));
    return parts;
}

bool is_name(std::string_view text)
{
    return !text.empty() && text[0] != '-' && !is_ascii_digit(text[0]) &&
           std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; });
}

std::unique_ptr<pugi::xpath_query> compiled(std::string_view source) { return std::make_unique<pugi::xpath_query>(std::string(source).c_str()); }

}  // namespace

Result<Query> Query::compile(const std::string& source)
{
    // Debian's pugixml reports by exception; this is the only place that meets it.
    try {
        if (compiled(source)->return_type() != pugi::xpath_type_node_set) {
            return fail(ErrorKind::config, msg("the XPath expression must find nodes, not give a number, text or truth value"));
        }
        Query query;
        for (const std::string_view text : parts_of(source)) {
            Part part;
            const std::string_view path = text.starts_with("//") ? text.substr(2) : std::string_view();
            const std::size_t slash = path.find("/@");
            const std::string_view attribute = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 2);
            if (is_name(path.substr(0, slash)) && (slash == std::string_view::npos || is_name(attribute))) {
                part.element = path.substr(0, slash);
                part.attribute = attribute;
            } else {
                part.other = compiled(text);
            }
            query.parts_.push_back(std::move(part));
        }
        return query;
    } catch (const pugi::xpath_exception& error) {
        return fail(ErrorKind::config, msg("no valid XPath at character {}: {}", error.result().offset + 1, std::string(error.what())));
    }
}

void Query::each(const Contents& contents, const std::function<bool(const pugi::xpath_node&)>& visit) const
{
    std::unordered_set<const void*> seen;
    const auto is_new = [&](const pugi::xpath_node& hit) {
        const void* address = hit.attribute() ? static_cast<const void*>(hit.attribute().internal_object()) : hit.node().internal_object();
        return parts_.size() == 1 || seen.insert(address).second;
    };
    for (const Part& part : parts_) {
        if (part.other) {
            for (const pugi::xpath_node& hit : part.other->evaluate_node_set(contents.document().tree())) {
                if (is_new(hit) && !visit(hit)) {
                    return;
                }
            }
            continue;
        }
        for (const Node node : contents.named(part.element)) {
            const pugi::xpath_node hit = part.attribute.empty() ? pugi::xpath_node(node) : pugi::xpath_node(node.attribute(part.attribute.c_str()), node);
            if (hit && is_new(hit) && !visit(hit)) {
                return;
            }
        }
    }
}

bool Query::has_match(const Contents& contents) const
{
    bool found = false;
    each(contents, [&](const pugi::xpath_node&) {
        found = true;
        return false;
    });
    return found;
}

}  // namespace pa::html
