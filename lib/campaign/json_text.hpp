// Values that are described field by field, as JSON texts.
#pragma once

#include "audit/json_visitor.hpp"

#include <string>

namespace pa::campaign {

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
