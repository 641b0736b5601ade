#include "rule/profile.hpp"

#include "text/suggest.hpp"

#include <algorithm>

namespace pa::rule {

namespace {

bool is_id(std::string_view id)
{
    if (id.empty() || id.front() == '.' || id.front() == '-' || id.back() == '.' || id.back() == '-') {
        return false;
    }
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}

}  // namespace

std::string required_id(conf::Reader& reader)
{
    std::string id = reader.required_string("id");
    if (!id.empty() && !is_id(id)) {
        reader.error("id", msg("\"{}\" is no id", id), msg("use lower-case letters, digits, \"-\" and \".\" only"));
    }
    return id;
}

Profile read_profile(const conf::Document& document, const conf::Value& table, Diagnostics& diagnostics)
{
    Profile profile;
    profile.file = document.file;
    conf::Reader reader(document, table, diagnostics);
    profile.id = required_id(reader);
    profile.title = reader.required_text("title");
    reader.require("in_force");
    if (const conf::Value* dates = reader.table("in_force")) {
        conf::Reader inner(document, *dates, diagnostics);
        inner.require("from");
        profile.in_force.from = time::parse_day(inner.date("from").value_or(""));
        profile.in_force.until = time::parse_day(inner.date("until").value_or(""));
        inner.finish();
    }
    reader.require("packs");
    profile.packs = reader.strings("packs");
    for (std::string& id : reader.strings("only")) {
        profile.only.insert(std::move(id));
    }
    for (std::string& id : reader.strings("without")) {
        profile.without.insert(std::move(id));
    }
    profile.total = reader.number("total");
    for (const conf::Value* weight : reader.tables("weight")) {
        conf::Reader inner(document, *weight, diagnostics);
        const std::string id = inner.required_string("rule");
        inner.require("points");
        const double points = inner.number("points").value_or(0);
        if (!(points >= 0 && points <= 1000)) {
            inner.error("points", msg("\"points\" must be between 0 and 1000"));
        }
        if (!profile.weights.emplace(id, points).second) {
            inner.error("rule", msg("the rule \"{}\" is weighed twice", id));
        }
        inner.finish();
    }
    reader.require("grade");
    double last = 1000;
    for (const conf::Value* grade : reader.tables("grade")) {
        conf::Reader inner(document, *grade, diagnostics);
        Grade out{inner.required_string("name"), inner.number("from").value_or(0)};
        inner.require("from");
        if (out.from >= last || out.from < 0 || out.from > 100) {
            inner.error("from", msg("grades must go from best to worst, between 100 and 0"));
        }
        last = out.from;
        inner.finish();
        profile.grades.push_back(std::move(out));
    }
    if (!profile.grades.empty() && profile.grades.back().from != 0) {
        reader.error("grade", msg("the last grade must begin at 0"));
    }
    reader.finish();
    return profile;
}

void check_profiles(const Library& library, Diagnostics& diagnostics)
{
    std::vector<std::string> ids;
    for (const Pack& pack : library.packs) {
        ids.push_back(pack.id);
    }
    std::vector<std::string> rules;
    for (const Pack& pack : library.packs) {
        for (const Rule& rule : pack.rules) {
            rules.push_back(rule.full_id());
        }
    }
    for (const Profile& profile : library.profiles) {
        std::vector<std::string> named(profile.only.begin(), profile.only.end());
        named.insert(named.end(), profile.without.begin(), profile.without.end());
        for (const auto& [id, points] : profile.weights) {
            named.push_back(id);
        }
        for (const std::string& id : named) {
            if (std::find(rules.begin(), rules.end(), id) == rules.end()) {
                const std::string near = text::nearest(id, rules);
                diagnostics.error({ErrorKind::config, msg("the profile \"{}\" names an unknown rule \"{}\"", profile.id, id), Location{profile.file, 0, 0, ""},
                                   near.empty() ? Message{} : msg("did you mean \"{}\"?", near)});
            }
        }
        for (const std::string& id : profile.packs) {
            if (library.pack(id) == nullptr) {
                const std::string near = text::nearest(id, ids);
                diagnostics.error({ErrorKind::config, msg("the profile \"{}\" names an unknown pack \"{}\"", profile.id, id),
                                   Location{profile.file, 0, 0, ""},
                                   near.empty() ? Message{} : msg("did you mean \"{}\"?", near)});
            }
        }
    }
}

}  // namespace pa::rule
