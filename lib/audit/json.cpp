// audit.json, both ways. One list of fields serves writing and reading, so neither can forget one.
#include "audit/audit.hpp"

#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <type_traits>

namespace pa::audit {

namespace {

using Json = nlohmann::ordered_json;

// Writing: every field is put into the object.
struct Out {
    Json& json;

    void field(const char* name, const std::string& value) { json[name] = utf8_repaired(value); }
    void field(const char* name, const char* value) { json[name] = value; }
    template <class T>
        requires std::is_arithmetic_v<T>
    void field(const char* name, const T& value)
    {
        json[name] = value;
    }
    void field(const char* name, const std::optional<std::uint32_t>& value) { json[name] = value ? Json(*value) : Json(nullptr); }
    void field(const char* name, const std::vector<std::string>& value)
    {
        Json list = Json::array();
        for (const std::string& text : value) {
            list.push_back(utf8_repaired(text));
        }
        json[name] = std::move(list);
    }
    void field(const char* name, const std::map<std::string, std::uint64_t>& value)
    {
        Json object = Json::object();
        for (const auto& [key, number] : value) {
            object[utf8_repaired(key)] = number;
        }
        json[name] = std::move(object);
    }
    template <class T>
        requires std::is_class_v<T>
    void field(const char* name, const T& value)
    {
        Json inner = Json::object();
        Out out{inner};
        describe(out, const_cast<T&>(value));
        json[name] = std::move(inner);
    }
    template <class T>
    void list(const char* name, const std::vector<T>& values)
    {
        Json array = Json::array();
        for (const T& value : values) {
            Json inner = Json::object();
            Out out{inner};
            describe(out, const_cast<T&>(value));
            array.push_back(std::move(inner));
        }
        json[name] = std::move(array);
    }
    template <class Inner>
    void group(const char* name, Inner inner)
    {
        Json object = Json::object();
        Out out{object};
        inner(out);
        json[name] = std::move(object);
    }
};

// Reading: every field must be there with the right type; the first that is not is remembered.
struct In {
    const Json& json;
    std::string path;
    std::string& problem;

    const Json* get(const char* name, Json::value_t type) const
    {
        const auto found = json.is_object() ? json.find(name) : json.end();
        if (!json.is_object() || found == json.end()) {
            note(name, "is missing");
            return nullptr;
        }
        const bool number = type == Json::value_t::number_float && found->is_number();
        const bool whole = type == Json::value_t::number_unsigned && found->is_number_unsigned();
        if (found->type() != type && !number && !whole) {
            note(name, "has the wrong type");
            return nullptr;
        }
        return &*found;
    }
    void note(const char* name, const char* what) const
    {
        if (problem.empty()) {
            problem = path + "/" + name + " " + what;
        }
    }

    void field(const char* name, std::string& value)
    {
        if (const Json* found = get(name, Json::value_t::string)) {
            value = found->get_ref<const std::string&>();
        }
    }
    void field(const char* name, double& value)
    {
        if (const Json* found = get(name, Json::value_t::number_float)) {
            value = found->get<double>();
        }
    }
    void field(const char* name, std::uint64_t& value)
    {
        if (const Json* found = get(name, Json::value_t::number_unsigned)) {
            value = found->get<std::uint64_t>();
        }
    }
    void field(const char* name, bool& value)
    {
        if (const Json* found = get(name, Json::value_t::boolean)) {
            value = found->get<bool>();
        }
    }
    void field(const char* name, std::optional<std::uint32_t>& value)
    {
        if (json.is_object() && json.contains(name) && json[name].is_null()) {
            value.reset();
        } else if (const Json* found = get(name, Json::value_t::number_unsigned)) {
            value = found->get<std::uint32_t>();
        }
    }
    void field(const char* name, std::vector<std::string>& value)
    {
        const Json* found = get(name, Json::value_t::array);
        for (std::size_t i = 0; found != nullptr && i < found->size(); ++i) {
            if (!(*found)[i].is_string()) {
                return note(name, "must hold strings");
            }
            value.push_back((*found)[i].get<std::string>());
        }
    }
    void field(const char* name, std::map<std::string, std::uint64_t>& value)
    {
        const Json* found = get(name, Json::value_t::object);
        if (found == nullptr) {
            return;
        }
        for (const auto& [key, number] : found->items()) {
            if (!number.is_number_unsigned()) {
                return note(name, "must hold whole numbers");
            }
            value[key] = number.get<std::uint64_t>();
        }
    }
    template <class T>
        requires std::is_class_v<T>
    void field(const char* name, T& value)
    {
        if (const Json* found = get(name, Json::value_t::object)) {
            In in{*found, path + "/" + name, problem};
            describe(in, value);
        }
    }
    template <class T>
    void list(const char* name, std::vector<T>& values)
    {
        const Json* found = get(name, Json::value_t::array);
        for (std::size_t i = 0; found != nullptr && i < found->size(); ++i) {
            In in{(*found)[i], path + "/" + name + "/" + std::to_string(i), problem};
            describe(in, values.emplace_back());
        }
    }
    template <class Inner>
    void group(const char* name, Inner inner)
    {
        if (const Json* found = get(name, Json::value_t::object)) {
            In in{*found, path + "/" + name, problem};
            inner(in);
        }
    }
};

template <class Visitor>
void describe(Visitor& v, Text& text)
{
    v.field("vi", text.vi);
    v.field("en", text.en);
}

template <class Visitor>
void describe(Visitor& v, Percent& percent)
{
    v.field("low", percent.low);
    v.field("high", percent.high);
    v.field("coverage", percent.coverage);
}

template <class Visitor>
void describe(Visitor& v, Points& points)
{
    v.field("low", points.low);
    v.field("high", points.high);
    v.field("possible", points.possible);
}

template <class Visitor>
void describe(Visitor& v, GroupScore& group)
{
    v.field("id", group.id);
    v.field("title", group.title);
    describe(v, group.percent);
    v.field("points", group.points);
}

template <class Visitor>
void describe(Visitor& v, Grade& grade)
{
    v.field("name", grade.name);
    v.field("from", grade.from);
}

template <class Visitor>
void describe(Visitor& v, Score& score)
{
    describe(v, score.percent);
    v.group("grade", [&](auto& inner) {
        inner.field("low", score.grade_low);
        inner.field("high", score.grade_high);
    });
    v.field("points", score.points);
    v.field("verdicts", score.verdicts);
    v.list("grades", score.grades);
    v.list("groups", score.groups);
}

template <class Visitor>
void describe(Visitor& v, Proof& proof)
{
    v.field("what", proof.what);
    v.field("url", proof.url);
    v.field("excerpt", proof.excerpt);
}

template <class Visitor>
void describe(Visitor& v, Finding& finding)
{
    v.field("id", finding.id);
    v.field("rule", finding.rule);
    v.field("verdict", finding.verdict);
    v.field("share", finding.share);
    v.field("points", finding.points);
    v.field("title", finding.title);
    v.field("why", finding.why);
    v.field("asked", finding.asked);
    v.field("remedy", finding.remedy);
    v.group("law", [&](auto& inner) {
        inner.field("instrument", finding.instrument);
        inner.field("article", finding.article);
        inner.field("source", finding.source);
        inner.field("in_force_from", finding.in_force_from);
        inner.field("in_force_until", finding.in_force_until);
    });
    v.field("group", finding.group);
    v.field("kind", finding.kind);
    v.field("form", finding.form);
    v.field("severity", finding.severity);
    v.field("item", finding.item);
    v.list("searched", finding.searched);
    v.list("proof", finding.proof);
    v.field("proof_left_out", finding.proof_left_out);
}

template <class Visitor>
void describe(Visitor& v, Item& item)
{
    v.field("id", item.id);
    v.field("state", item.state);
    v.field("rule", item.rule);
    v.field("title", item.title);
    v.field("label", item.label);
    v.field("clicks", item.clicks);
    v.field("newest", item.newest);
    v.field("why", item.why);
    v.field("page_count", item.page_count);
    v.field("pages", item.pages);
}

template <class Visitor>
void describe(Visitor& v, PackInfo& pack)
{
    v.field("id", pack.id);
    v.field("version", pack.version);
    v.field("title", pack.title);
    v.field("instrument", pack.instrument);
    v.field("issued", pack.issued);
    v.field("in_force_from", pack.in_force_from);
    v.field("in_force_until", pack.in_force_until);
}

template <class Visitor>
void describe(Visitor& v, Audit& audit)
{
    v.group("tool", [&](auto& inner) {
        inner.field("name", audit.tool_name);
        inner.field("version", audit.tool_version);
    });
    v.group("portal", [&](auto& inner) {
        inner.field("start", audit.start);
        inner.field("home", audit.home);
        inner.field("scope", audit.scope);
        inner.field("charsets", audit.charsets);
        inner.field("languages", audit.languages);
    });
    v.group("unit", [&](auto& inner) {
        inner.field("name", audit.unit_name);
        inner.field("type", audit.unit_type);
    });
    v.group("profile", [&](auto& inner) {
        inner.field("id", audit.profile);
        inner.field("title", audit.profile_title);
    });
    v.field("as_of", audit.as_of);
    v.group("evidence", [&](auto& inner) {
        inner.field("sha256", audit.evidence_sha256);
        inner.field("source", audit.source);
        inner.field("begun", audit.evidence_begun);
        inner.field("ended", audit.evidence_ended);
        inner.field("complete", audit.complete);
    });
    v.list("packs", audit.packs);
    v.list("notes", audit.notes);
    v.field("score", audit.score);
    v.list("findings", audit.findings);
    v.list("items", audit.items);
    v.group("crawl", [&](auto& inner) {
        inner.field("pages", audit.pages);
        inner.field("addresses", audit.addresses);
        inner.field("failed", audit.failed);
        inner.field("failed_examples", audit.failed_examples);
        inner.field("disallowed", audit.disallowed);
        inner.field("not_fetched", audit.not_fetched);
        inner.field("robots", audit.robots);
        inner.field("limits_hit", audit.limits_hit);
    });
}

}  // namespace

std::string to_json(const Audit& audit)
{
    Json json = Json::object();
    json["schema_version"] = schema_version;
    Out out{json};
    describe(out, const_cast<Audit&>(audit));
    return json.dump(2) + "\n";
}

Result<Audit> from_json(const std::string& text, const std::string& file)
{
    const auto broken = [&](const Message& message) -> Result<Audit> {
        return tl::unexpected(Error{ErrorKind::damaged, message, Location{file, 0, 0, ""}, {}});
    };
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        return broken(msg("no valid JSON object, so no audit"));
    }
    const auto version = json.find("schema_version");
    if (version == json.end() || !version->is_string() || !version->get<std::string>().starts_with("1.")) {
        return broken(msg("no audit of schema version {}", schema_version));
    }
    std::string problem;
    Audit audit;
    In in{json, "", problem};
    describe(in, audit);
    if (!problem.empty()) {
        return broken(msg("no valid audit: {}", problem));
    }
    if (const auto wrong = contradiction(audit)) {
        return broken(msg("the audit contradicts itself: {}", *wrong));
    }
    return audit;
}

}  // namespace pa::audit
