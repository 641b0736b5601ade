#include "rule/rule.hpp"

#include <algorithm>

namespace pa::rule {

namespace {

struct AsText {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return fmt::format("{}", value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const std::vector<std::string>& values) const { return fmt::format("{}", fmt::join(values, " | ")); }
};

}  // namespace

std::string text_of(const Param& param) { return std::visit(AsText(), param.value); }

std::string_view name_of(Severity severity)
{
    switch (severity) {
    case Severity::critical:
        return "critical";
    case Severity::major:
        return "major";
    case Severity::minor:
        return "minor";
    case Severity::advisory:
        return "advisory";
    }
    return "";
}

std::string_view name_of(Form form)
{
    switch (form) {
    case Form::online:
        return "online";
    case Form::tool:
        return "tool";
    case Form::onsite:
        return "onsite";
    }
    return "";
}

const std::vector<std::string>& unit_types()
{
    static const std::vector<std::string> types = {"ministry", "central-department",   "province", "provincial-department",
                                                   "district", "commune", "other"};
    return types;
}

bool Rule::applies_to_unit(std::string_view type) const
{
    const auto listed = [this](std::string_view name) { return std::find(applies_to.begin(), applies_to.end(), name) != applies_to.end(); };
    if (listed(type) || type != "other") {
        return listed(type);
    }
    return listed("ministry") && listed("central-department") && listed("province") && listed("provincial-department");
}

namespace {

template <class T>
T value_or(const std::map<std::string, Param>& params, std::string_view name, T fallback)
{
    const auto found = params.find(std::string(name));
    if (found == params.end()) {
        return fallback;
    }
    const T* value = std::get_if<T>(&found->second.value);
    return value == nullptr ? fallback : *value;
}

}  // namespace

std::string Rule::text(std::string_view name, std::string fallback) const { return value_or(params, name, std::move(fallback)); }

std::vector<std::string> Rule::texts(std::string_view name) const { return value_or(params, name, std::vector<std::string>()); }

std::int64_t Rule::integer(std::string_view name, std::int64_t fallback) const { return value_or(params, name, fallback); }

double Rule::number(std::string_view name, double fallback) const { return value_or(params, name, fallback); }

bool Rule::boolean(std::string_view name, bool fallback) const { return value_or(params, name, fallback); }

bool Profile::has(const Rule& rule) const
{
    return (only.empty() || only.contains(rule.full_id())) && !without.contains(rule.full_id());
}

double Profile::points_of(const Rule& rule) const
{
    const auto found = weights.find(rule.full_id());
    return found == weights.end() ? rule.points : found->second;
}

const Pack* Library::pack(std::string_view id) const
{
    const auto found = std::find_if(packs.begin(), packs.end(), [&](const Pack& pack) { return pack.id == id; });
    return found == packs.end() ? nullptr : &*found;
}

const Profile* Library::profile(std::string_view id) const
{
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const Profile& p) { return p.id == id; });
    return found == profiles.end() ? nullptr : &*found;
}

const Profile* Library::profile_on(time::Day day) const
{
    const Profile* best = nullptr;
    for (const Profile& profile : profiles) {
        if (profile.in_force.from && *profile.in_force.from > day) {
            continue;
        }
        if (profile.in_force.covers(day)) {
            return &profile;
        }
        if (best == nullptr || best->in_force.until.value_or(time::Day()) < profile.in_force.until.value_or(time::Day())) {
            best = &profile;
        }
    }
    return best;
}

}  // namespace pa::rule
