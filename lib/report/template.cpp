#include "report/template.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <iterator>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wextra-semi"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#include <kainjow/mustache.hpp>
#pragma GCC diagnostic pop

namespace pa::report {

namespace {

namespace mustache = kainjow::mustache;

struct Named {
    std::string_view name;
    std::string_view text;
};

constexpr Named templates[] = {
#include "report/templates.inc"
};

// Parts nest as deep as the templates do: three levels.
mustache::data data_of(const Part& part)
{
    mustache::data out{mustache::data::type::object};
    for (const auto& [name, text] : part.texts()) {
        out.set(name, text);
    }
    for (const auto& [name, value] : part.flags()) {
        out.set(name, value ? mustache::data::type::bool_true : mustache::data::type::bool_false);
    }
    for (const auto& [name, list] : part.lists()) {
        mustache::data items{mustache::data::type::list};
        for (const Part& item : list) {
            items.push_back(data_of(item));
        }
        out.set(name, items);
    }
    return out;
}

}  // namespace

void Part::set(const std::string& name, std::string_view value) { texts_[name] = defused(value); }

void Part::add_text(const std::string& list, std::string_view value)
{
    if (!value.empty()) {
        add(list).set("text", value);
    }
}

std::string_view template_text(std::string_view name)
{
    const auto* const found = std::find_if(std::begin(templates), std::end(templates), [&](const Named& one) { return one.name == name; });
    return found == std::end(templates) ? std::string_view() : found->text;
}

std::string filled(std::string_view name, const Part& part)
{
    // Parsed once in each thread, because rendering changes the parsed template.
    thread_local std::map<std::string, mustache::mustache, std::less<>> parsed;
    auto found = parsed.find(name);
    if (found == parsed.end()) {
        found = parsed.emplace(name, mustache::mustache(std::string(template_text(name)))).first;
    }
    return found->second.render(data_of(part));
}

}  // namespace pa::report
