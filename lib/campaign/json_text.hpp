// Values that are described field by field, as JSON texts.
#pragma once

#include "audit/json_visitor.hpp"
#include "campaign/standing.hpp"

#include <optional>
#include <string>

namespace pa::campaign {

/// The field `state`, by its name; a name that is not known is a problem of the text that is read.
template <class Visitor>
void describe_state(Visitor& v, State& state)
{
    std::string name(name_of(state));
    v.field("state", name);
    const std::optional<State> known = state_named(name);
    if constexpr (requires { v.note("", ""); }) {
        if (!known) {
            v.note("state", "is not known");
        }
    }
    state = known.value_or(state);
}

/// `describe(visitor, value)` names the fields. `indent` as nlohmann-json takes it: -1 for one line.
template <class T>
std::string to_json_text(T value, int indent)
{
    audit::Json json = audit::Json::object();
    audit::Out out{json};
    describe(out, value);
    return json.dump(indent);
}

/// Every field must be there, with its type. Fails with `damaged`, naming `what` and the first field that is not.
template <class T>
Result<T> from_json_text(const std::string& text, const std::string& what)
{
    const audit::Json json = audit::Json::parse(text, nullptr, false);
    std::string problem = json.is_object() ? "" : "it is no JSON object";
    T value;
    if (problem.empty()) {
        audit::In in{json, "", problem};
        describe(in, value);
    }
    if (!problem.empty()) {
        return fail(ErrorKind::damaged, msg("{} is not what it should be: {}", what, problem));
    }
    return value;
}

}  // namespace pa::campaign
