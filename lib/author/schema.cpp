#include "author/reference.hpp"

#include "check/kind.hpp"

#include <nlohmann/json.hpp>

namespace pa::author {

namespace {

using Json = nlohmann::ordered_json;

Json string_schema() { return {{"type", "string"}, {"minLength", 1}}; }
Json strings_schema() { return {{"type", "array"}, {"minItems", 1}, {"items", string_schema()}}; }
Json date_schema() { return {{"description", "a TOML date, 2026-11-23"}}; }
Json enum_schema(const std::vector<std::string>& names) { return {{"enum", names}}; }

Json object_schema(Json properties, std::vector<std::string> required)
{
    return {{"type", "object"}, {"additionalProperties", false}, {"required", std::move(required)}, {"properties", std::move(properties)}};
}

Json text_schema() { return object_schema({{"vi", string_schema()}, {"en", string_schema()}}, {"vi", "en"}); }
Json in_force_schema() { return object_schema({{"from", date_schema()}, {"until", date_schema()}}, {}); }

Json param_schema(const rule::ParamSpec& spec)
{
    Json out;
    switch (spec.type) {
    case rule::ParamType::string:
    case rule::ParamType::pattern:
        out = string_schema();
        break;
    case rule::ParamType::strings:
        out = strings_schema();
        break;
    case rule::ParamType::integer:
        out = {{"type", "integer"}, {"minimum", 0}};
        break;
    case rule::ParamType::number:
        out = {{"type", "number"}};
        break;
    case rule::ParamType::boolean:
        out = {{"type", "boolean"}};
        break;
    case rule::ParamType::days:
        out = {{"type", "string"}, {"pattern", "^P[0-9]+[DWMY]$"}};
        break;
    case rule::ParamType::choice:
        out = enum_schema(spec.choices);
        break;
    }
    out["description"] = spec.sentence;
    return out;
}

Json page_properties()
{
    return {{"html", string_schema()},
            {"status", {{"type", "integer"}, {"minimum", 200}, {"maximum", 599}}},
            {"type", {{"type", "string"}, {"description", "media type; by the path's ending where it is absent"}}},
            {"headers", strings_schema()}};
}

Json example_schema()
{
    Json page = page_properties();
    page["path"] = string_schema();
    Json properties = page_properties();
    properties["expect"] = enum_schema({"passed", "partly", "failed", "cannot-tell", "not-applicable", "needs-human"});
    properties["unit_type"] = enum_schema(rule::unit_types());
    properties["unit_name"] = string_schema();
    properties["catalogue"] = {{"type", "string"}, {"description", "CSV of the services that the unit must offer, as --catalogue takes it"}};
    properties["page"] = {{"type", "array"}, {"items", object_schema(page, {"path", "html"})}};
    properties["server"] = object_schema({{"address", string_schema()},
                                          {"ipv4", strings_schema()},
                                          {"ipv6", strings_schema()},
                                          {"tls", string_schema()},
                                          {"verify", string_schema()},
                                          {"certificate_until", date_schema()}},
                                         {});
    return object_schema(properties, {"html", "expect"});
}

// One branch a kind: its name, and its parameters beside what every rule has.
Json rule_schema()
{
    Json common = {{"id", {{"type", "string"}, {"pattern", "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"}}},
                   {"title", text_schema()},
                   {"why", text_schema()},
                   {"remedy", text_schema()},
                   {"article", string_schema()},
                   {"source", enum_schema({"seen", "seen-2"})},
                   {"applies_to", {{"type", "array"}, {"minItems", 1}, {"items", enum_schema(rule::unit_types())}}},
                   {"in_force", in_force_schema()},
                   {"form", enum_schema({"online", "tool", "onsite"})},
                   {"severity", enum_schema({"critical", "major", "minor", "advisory"})},
                   {"points", {{"type", "number"}, {"minimum", 0}, {"maximum", 1000}}},
                   {"group", string_schema()},
                   {"example", {{"type", "array"}, {"items", example_schema()}}}};
    Json branches = Json::array();
    for (const check::Kind& kind : check::kinds()) {
        Json properties = common;
        properties["kind"] = {{"const", kind.spec.name}, {"description", kind.summary}};
        std::vector<std::string> required = {"id", "title", "why", "remedy", "article", "source", "applies_to", "severity", "group", "kind"};
        for (const rule::ParamSpec& spec : kind.spec.params) {
            properties[spec.name] = param_schema(spec);
            if (spec.required) {
                required.push_back(spec.name);
            }
        }
        branches.push_back(object_schema(properties, required));
    }
    return {{"oneOf", std::move(branches)}};
}

Json pack_document()
{
    const Json instrument = object_schema({{"number", string_schema()}, {"issued", date_schema()}, {"in_force", in_force_schema()}}, {"number", "issued", "in_force"});
    const Json pack = object_schema({{"id", string_schema()}, {"version", {{"type", "string"}, {"pattern", "^[0-9]+\\.[0-9]+\\.[0-9]+$"}}}, {"title", text_schema()}, {"instrument", instrument}},
                                    {"id", "version", "title", "instrument"});
    return object_schema({{"pack", pack},
                          {"group", {{"type", "array"}, {"items", object_schema({{"id", string_schema()}, {"title", text_schema()}}, {"id", "title"})}}},
                          {"rule", {{"type", "array"}, {"minItems", 1}, {"items", rule_schema()}}}},
                         {"pack", "rule"});
}

Json profile_document()
{
    const Json points = {{"type", "number"}, {"minimum", 0}, {"maximum", 1000}};
    const Json profile = object_schema(
        {{"id", string_schema()},
         {"title", text_schema()},
         {"in_force", in_force_schema()},
         {"packs", strings_schema()},
         {"only", strings_schema()},
         {"without", strings_schema()},
         {"total", {{"type", "number"}}},
         {"weight", {{"type", "array"}, {"items", object_schema({{"rule", string_schema()}, {"points", points}}, {"rule", "points"})}}},
         {"grade", {{"type", "array"}, {"minItems", 1}, {"items", object_schema({{"name", string_schema()}, {"from", {{"type", "number"}, {"minimum", 0}, {"maximum", 100}}}}, {"name", "from"})}}}},
        {"id", "title", "in_force", "packs", "grade"});
    return object_schema({{"profile", profile}}, {"profile"});
}

Json tailoring_document()
{
    const Json change = object_schema({{"rule", string_schema()},
                                       {"reason", text_schema()},
                                       {"select", {{"type", "boolean"}}},
                                       {"points", {{"type", "number"}, {"minimum", 0}, {"maximum", 1000}}},
                                       {"set", {{"type", "object"}, {"description", "parameters of the rule's kind"}}}},
                                      {"rule", "reason"});
    const Json head = object_schema({{"id", string_schema()}, {"title", text_schema()}, {"authority", string_schema()}, {"profile", string_schema()}}, {"id", "title", "authority"});
    return object_schema({{"tailoring", head}, {"change", {{"type", "array"}, {"minItems", 1}, {"items", change}}}}, {"tailoring", "change"});
}

Json waiver_document()
{
    const Json waiver = object_schema({{"authority", string_schema()},
                                       {"number", string_schema()},
                                       {"issued", date_schema()},
                                       {"reason", text_schema()},
                                       {"rules", strings_schema()},
                                       {"portals", strings_schema()},
                                       {"from", date_schema()},
                                       {"until", date_schema()}},
                                      {"authority", "number", "issued", "reason", "rules", "portals", "from", "until"});
    return object_schema({{"waiver", {{"type", "array"}, {"minItems", 1}, {"items", waiver}}}}, {"waiver"});
}

}  // namespace

std::string pack_schema()
{
    Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                   {"$id", "urn:portalaudit:rules:1"},
                   {"title", "Rule packs, profiles, overlays and waivers of portalaudit"},
                   {"description", "Made by `portalaudit rules schema`. See portalaudit-rulepack(5)."},
                   {"oneOf", {pack_document(), profile_document(), tailoring_document(), waiver_document()}}};
    return schema.dump(1) + "\n";
}

}  // namespace pa::author
