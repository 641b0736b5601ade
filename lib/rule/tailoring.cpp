#include "rule/tailoring.hpp"

#include "rule/param.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace pa::rule {

namespace {

class Overlay {
public:
    Overlay(const conf::Document& document, std::span<const KindSpec> kinds, Library& library, Profile& profile, Diagnostics& diagnostics)
        : document_(document), kinds_(kinds), library_(library), profile_(profile), diagnostics_(diagnostics)
    {
    }

    Tailoring read()
    {
        conf::Reader root(document_, document_.root, diagnostics_);
        out_.file = document_.file;
        root.require("tailoring");
        if (const conf::Value* head = root.table("tailoring")) {
            conf::Reader reader(document_, *head, diagnostics_);
            out_.id = reader.required_string("id");
            out_.title = reader.required_text("title");
            out_.authority = reader.required_string("authority");
            if (const auto only_for = reader.string("profile"); only_for && *only_for != profile_.id) {
                reader.error("profile", msg("the overlay is for the profile \"{}\", not for \"{}\"", *only_for, profile_.id));
            }
            reader.finish();
        }
        root.require("change");
        for (const conf::Value* change : root.tables("change")) {
            read_change(*change);
        }
        root.finish();
        return std::move(out_);
    }

private:
    Rule* find(const std::string& id)
    {
        for (Pack& pack : library_.packs) {
            for (Rule& rule : pack.rules) {
                if (rule.full_id() == id) {
                    return &rule;
                }
            }
        }
        return nullptr;
    }

    std::string near(const std::string& id) const
    {
        std::vector<std::string> ids;
        for (const Pack& pack : library_.packs) {
            for (const Rule& rule : pack.rules) {
                ids.push_back(rule.full_id());
            }
        }
        return text::nearest(id, ids);
    }

    void read_change(const conf::Value& table)
    {
        conf::Reader reader(document_, table, diagnostics_);
        const std::string id = reader.required_string("rule");
        const Text reason = reader.required_text("reason");
        Rule* rule = find(id);
        if (rule == nullptr && !id.empty()) {
            const std::string other = near(id);
            reader.error("rule", msg("unknown rule \"{}\"", id), other.empty() ? msg("write the pack too: pack/rule") : msg("did you mean \"{}\"?", other));
        }
        const std::size_t before = out_.changes.size();
        if (const auto select = reader.boolean("select"); select && rule != nullptr) {
            read_select(reader, *rule, *select);
        }
        if (const auto points = reader.number("points"); points && rule != nullptr) {
            if (!(*points >= 0 && *points <= 1000)) {
                reader.error("points", msg("\"points\" must be between 0 and 1000"));
            }
            note(*rule, "points", fmt::format("{}", profile_.points_of(*rule)), fmt::format("{}", *points));
            profile_.weights[rule->full_id()] = *points;
        }
        if (const conf::Value* set = reader.table("set"); set != nullptr && rule != nullptr) {
            read_set(*set, *rule);
        }
        reader.finish();
        if (rule != nullptr && out_.changes.size() == before) {
            reader.error("rule", msg("the change of \"{}\" changes nothing", id), msg("name select, points or set"));
        }
        for (std::size_t i = before; i < out_.changes.size(); ++i) {
            out_.changes[i].reason = reason;
        }
        if (rule != nullptr && !changed_.insert(id).second) {
            reader.error("rule", msg("the rule \"{}\" is changed twice", id));
        }
    }

    void read_select(conf::Reader& reader, const Rule& rule, bool select)
    {
        const bool has_pack = std::find(profile_.packs.begin(), profile_.packs.end(), rule.pack) != profile_.packs.end();
        if (select && !has_pack) {
            reader.error("select", msg("the profile \"{}\" does not use the pack \"{}\"", profile_.id, rule.pack));
            return;
        }
        if (select == (has_pack && profile_.has(rule))) {
            return;
        }
        note(rule, select ? "selected" : "unselected", "", "");
        if (select) {
            profile_.without.erase(rule.full_id());
            if (!profile_.only.empty()) {
                profile_.only.insert(rule.full_id());
            }
        } else {
            profile_.without.insert(rule.full_id());
        }
    }

    void read_set(const conf::Value& table, Rule& rule)
    {
        const auto kind = std::find_if(kinds_.begin(), kinds_.end(), [&](const KindSpec& spec) { return spec.name == rule.kind; });
        conf::Reader reader(document_, table, diagnostics_);
        const std::map<std::string, Param> before = rule.params;
        for (const ParamSpec& spec : kind == kinds_.end() ? std::vector<ParamSpec>() : kind->params) {
            read_param(document_, reader, spec, rule);
            const auto now = rule.params.find(spec.name);
            const auto old = before.find(spec.name);
            if (now != rule.params.end() && (old == before.end() || old->second.value != now->second.value)) {
                note(rule, spec.name, old == before.end() ? "" : text_of(old->second), text_of(now->second));
            }
        }
        reader.finish();
    }

    void note(const Rule& rule, std::string what, std::string from, std::string to)
    {
        if (from != to || from.empty()) {
            out_.changes.push_back({rule.full_id(), std::move(what), std::move(from), std::move(to), {}});
        }
    }

    const conf::Document& document_;
    std::span<const KindSpec> kinds_;
    Library& library_;
    Profile& profile_;
    Diagnostics& diagnostics_;
    std::set<std::string> changed_;
    Tailoring out_;
};

}  // namespace

Tailoring apply_tailoring(const conf::Document& document, std::span<const KindSpec> kinds, Library& library, Profile& profile, Diagnostics& diagnostics)
{
    return Overlay(document, kinds, library, profile, diagnostics).read();
}

}  // namespace pa::rule
