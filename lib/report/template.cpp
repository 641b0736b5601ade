#include "report/template.hpp"

#include "base/utf8.hpp"
#include "report/report_template.inc"

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

std::string rendered(const Part& part)
{
    mustache::mustache page{std::string(report_template)};
    return page.render(data_of(part));
}

std::string safe_link(const std::string& url) { return url.starts_with("http://") || url.starts_with("https://") ? url : "#"; }

}  // namespace pa::report
