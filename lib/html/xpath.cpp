#include "html/xpath.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <optional>
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

std::unique_ptr<pugi::xpath_query> compiled(const std::string& source) { return std::make_unique<pugi::xpath_query>(source.c_str()); }

// A number in brackets, or what depends on one, counts among the children of each parent.
bool is_about_places(std::string_view predicate)
{
    return predicate.find("position(") != std::string_view::npos || predicate.find("last(") != std::string_view::npos ||
           compiled(std::string(predicate))->return_type() == pugi::xpath_type_number;
}

// Behind the predicates at the start of `text`; nothing where one of them is about places.
std::optional<std::size_t> end_of_predicates(std::string_view text)
{
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = std::min(text.find(c, at + 1), text.size());
        } else if (c == '[' && depth++ == 0) {
            begin = at + 1;
        } else if (c == ']' && --depth == 0 && is_about_places(text.substr(begin, at - begin))) {
            return std::nullopt;
        } else if (depth == 0 && c != ']') {
            return at;
        }
    }
    return text.size();
}

// The name in a part that is made of `//name`, `[…]` and `/@name`; empty for another.
std::string_view element_of(std::string_view part)
{
    if (!part.starts_with("//")) {
        return {};
    }
    part.remove_prefix(2);
    const std::string_view name = part.substr(0, part.find_first_of("[/"));
    const auto end = is_name(name) ? end_of_predicates(part.substr(name.size())) : std::nullopt;
    const std::string_view rest = part.substr(name.size() + end.value_or(0));
    const std::string_view attribute = rest.starts_with("/@") ? rest.substr(2, rest.find('[') - 2) : std::string_view();
    const bool ends = rest.empty() || (is_name(attribute) && end_of_predicates(rest.substr(2 + attribute.size())) == rest.size() - 2 - attribute.size());
    return end && ends ? name : std::string_view();
}

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
            part.element = element_of(text);
            const std::string_view rest = part.element.empty() ? text : text.substr(2 + part.element.size());
            if (part.element.empty() || rest.find('[') != std::string_view::npos) {
                part.query = compiled((part.element.empty() ? "" : "self::node()") + std::string(rest));
            } else if (!rest.empty()) {
                part.attribute = rest.substr(2);
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
    const auto evaluate = [&](const pugi::xpath_query& query, Node from) {
        const pugi::xpath_node_set found = query.evaluate_node_set(from);
        return std::all_of(found.begin(), found.end(), [&](const pugi::xpath_node& hit) { return !is_new(hit) || visit(hit); });
    };
    for (const Part& part : parts_) {
        if (part.element.empty()) {
            if (!evaluate(*part.query, contents.document().tree())) {
                return;
            }
            continue;
        }
        for (const Node node : contents.named(part.element)) {
            const pugi::xpath_node hit = part.attribute.empty() ? pugi::xpath_node(node) : pugi::xpath_node(node.attribute(part.attribute.c_str()), node);
            if (part.query ? !evaluate(*part.query, node) : hit && is_new(hit) && !visit(hit)) {
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
