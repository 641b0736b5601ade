// One list of fields serves writing and reading, so neither can forget one: `describe(visitor, value)` names them.
#pragma once

#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace pa::audit {

using Json = nlohmann::ordered_json;

// Writing: every field is put into the object.
struct Out {
    Json& json;

    void field(const char* name, const std::string& value) { json[name] = utf8_repaired(value); }
    void field(const char* name, std::integral auto value) { json[name] = value; }
    void field(const char* name, double value) { json[name] = value; }
    template <class T>
    void field(const char* name, const std::optional<T>& value)
    {
        json[name] = value ? Json(*value) : Json(nullptr);
    }
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
    /// Fields that came with a later version of the schema.
    template <class Inner>
    void since(unsigned, Inner inner)
    {
        inner(*this);
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
    unsigned minor = 0;  ///< of the schema version that the file has

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
    template <class T>
    static constexpr Json::value_t type_of()
    {
        return std::is_same_v<T, bool> ? Json::value_t::boolean : std::is_integral_v<T> ? Json::value_t::number_unsigned : Json::value_t::number_float;
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
    template <class T>
        requires std::is_arithmetic_v<T>
    void field(const char* name, T& value)
    {
        if (const Json* found = get(name, type_of<T>())) {
            value = found->get<T>();
        }
    }
    template <class T>
    void field(const char* name, std::optional<T>& value)
    {
        if (json.is_object() && json.contains(name) && json[name].is_null()) {
            value.reset();
        } else if (const Json* found = get(name, type_of<T>())) {
            value = found->get<T>();
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
            In in{*found, path + "/" + name, problem, minor};
            describe(in, value);
        }
    }
    template <class T>
    void list(const char* name, std::vector<T>& values)
    {
        const Json* found = get(name, Json::value_t::array);
        for (std::size_t i = 0; found != nullptr && i < found->size(); ++i) {
            In in{(*found)[i], path + "/" + name + "/" + std::to_string(i), problem, minor};
            describe(in, values.emplace_back());
        }
    }
    template <class Inner>
    void since(unsigned version, Inner inner)
    {
        if (minor >= version) {
            inner(*this);
        }
    }
    template <class Inner>
    void group(const char* name, Inner inner)
    {
        if (const Json* found = get(name, Json::value_t::object)) {
            In in{*found, path + "/" + name, problem, minor};
            inner(in);
        }
    }
};

}  // namespace pa::audit
