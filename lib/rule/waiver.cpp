#include "rule/waiver.hpp"

#include "text/suggest.hpp"
#include "url/url.hpp"

#include <algorithm>

namespace pa::rule {

namespace {

constexpr int most_years = 5;

std::vector<std::string> ids_of(const Library& library)
{
    std::vector<std::string> ids;
    for (const Pack& pack : library.packs) {
        for (const Rule& rule : pack.rules) {
            ids.push_back(rule.full_id());
        }
    }
    return ids;
}

time::Day required_day(conf::Reader& reader, std::string_view key)
{
    reader.require(key);
    return time::parse_day(reader.date(key).value_or("")).value_or(time::Day());
}

void check_rules(conf::Reader& reader, const Waiver& waiver, const std::vector<std::string>& ids)
{
    for (const std::string& id : waiver.rules) {
        if (id.find('*') != std::string::npos) {
            reader.error("rules", msg("\"{}\" is too broad: an act excuses from single rules", id), msg("name each rule, pack/rule"));
        } else if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            const std::string near = text::nearest(id, ids);
            reader.error("rules", msg("unknown rule \"{}\"", id), near.empty() ? msg("write the pack too: pack/rule") : msg("did you mean \"{}\"?", near));
        }
    }
}

void check_portals(conf::Reader& reader, const Waiver& waiver)
{
    for (const std::string& portal : waiver.portals) {
        const std::string host = portal.starts_with('.') ? portal.substr(1) : portal;
        const auto url = url::Url::parse("https://" + host + "/");
        if (!url || url->host() != host) {
            reader.error("portals", msg("\"{}\" is no host name", portal), msg("write soxd.example.gov.vn, or .example.gov.vn for all hosts below"));
        } else if (url::registrable_domain(host).empty()) {
            reader.error("portals", msg("\"{}\" is too broad: it is shared by the portals of many owners", portal));
        }
    }
}

Waiver read_waiver(const conf::Document& document, const conf::Value& table, const std::vector<std::string>& ids, Diagnostics& diagnostics)
{
    conf::Reader reader(document, table, diagnostics);
    Waiver waiver;
    waiver.where = document.at(table.line, table.column);
    waiver.authority = reader.required_string("authority");
    waiver.number = reader.required_string("number");
    reader.require("issued");
    waiver.issued = reader.date("issued").value_or("");
    waiver.reason = reader.required_text("reason");
    reader.require("rules");
    waiver.rules = reader.strings("rules");
    check_rules(reader, waiver, ids);
    reader.require("portals");
    waiver.portals = reader.strings("portals");
    check_portals(reader, waiver);
    waiver.from = required_day(reader, "from");
    waiver.until = required_day(reader, "until");
    if (waiver.until <= waiver.from && reader.has("from") && reader.has("until")) {
        reader.error("until", msg("\"until\" must be later than \"from\""));
    } else if (waiver.until - waiver.from > std::chrono::days(366 * most_years)) {
        reader.error("until", msg("the act is too broad: it lasts more than {} years", most_years));
    }
    reader.finish();
    return waiver;
}

}  // namespace

bool Waiver::is_for(std::string_view host) const
{
    return std::any_of(portals.begin(), portals.end(), [&](const std::string& portal) {
        return portal.starts_with('.') ? host.ends_with(portal) || host == std::string_view(portal).substr(1) : host == portal;
    });
}

std::vector<Waiver> read_waivers(const conf::Document& document, const Library& library, Diagnostics& diagnostics)
{
    const std::vector<std::string> ids = ids_of(library);
    conf::Reader root(document, document.root, diagnostics);
    root.require("waiver");
    std::vector<Waiver> out;
    for (const conf::Value* table : root.tables("waiver")) {
        out.push_back(read_waiver(document, *table, ids, diagnostics));
    }
    root.finish();
    return out;
}

}  // namespace pa::rule
