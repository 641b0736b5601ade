// What the law asks, as data: packs of rules, and profiles that choose among them. The format is
// described in portalaudit-rules(5). Nothing here knows pages or the network.
#pragma once

#include "base/diagnostics.hpp"
#include "conf/toml.hpp"
#include "time/date.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace pa::rule {

enum class Severity { critical, major, minor, advisory };
/// The three forms of inspection of Circular 32/2017/TT-BTTTT, Art. 22(3).
enum class Form { online, tool, onsite };

std::string_view name_of(Severity severity);
std::string_view name_of(Form form);

/// The sorts of unit that packs speak of: ministry, central-department, province, provincial-department,
/// district, commune, other.
const std::vector<std::string>& unit_types();

/// A stretch of days; without an end it goes on.
struct InForce {
    std::optional<time::Day> from;
    std::optional<time::Day> until;  ///< the first day on which it is no longer in force

    bool covers(time::Day day) const { return (!from || *from <= day) && (!until || day < *until); }
};

enum class ParamType { string, strings, integer, number, boolean, days, pattern, choice };

/// One parameter of a kind. From these rows come decoding, messages and documents.
struct ParamSpec {
    std::string name;
    ParamType type = ParamType::string;
    bool required = false;
    std::string sentence;                    ///< for the reference, in English
    std::vector<std::string> choices = {};   ///< for `choice`
};

/// What the loader has to know of a kind.
struct KindSpec {
    std::string name;
    std::vector<ParamSpec> params;
    bool by_a_person = false;   ///< only a person can judge it
};

/// A parameter with the place where it stands. Durations are whole days.
struct Param {
    std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>> value;
    Location where;
};

/// As a reader writes it; several texts with " | " between.
std::string text_of(const Param& param);

/// One answer of an example's portal.
struct ExamplePage {
    std::string html;                  ///< the body
    int status = 200;
    std::string type;                  ///< media type; by the path's ending where it is empty
    std::vector<std::string> headers;  ///< "Name: value"
};

/// A small portal and what a rule has to say of it. Without a server it is a folder, which nobody serves.
struct Example {
    ExamplePage home;
    std::map<std::string, ExamplePage> pages;  ///< further ones, by path or by full address
    std::string expect;                        ///< the verdict's name
    std::string unit_type;                     ///< that of the unit; the rule's first where it is empty
    std::string unit_name;                     ///< its name; may be empty
    std::string catalogue;                     ///< the list of services that it must offer, as CSV; empty for none
    bool served = false;                       ///< the following count
    std::string address = "https://soxd.example.gov.vn/";
    std::vector<std::string> ipv4;
    std::vector<std::string> ipv6;
    std::string tls;                           ///< "TLSv1.3"; none where it is empty
    std::string verify = "ok";                 ///< or why the certificate cannot be trusted
    std::string certificate_until;             ///< ISO 8601 date
    Location where;
};

struct Rule {
    std::string pack;     ///< "vn.nd43-2011"
    std::string id;       ///< "directives.schedule"
    Text title;
    Text why;             ///< what is asked, in our own words
    Text remedy;
    std::string article;  ///< "10(1)(c)"
    std::string source;   ///< the confidence of the legal reading: seen, seen-2
    std::vector<std::string> applies_to;
    InForce in_force;
    Form form = Form::online;
    Severity severity = Severity::major;
    double points = 0;
    std::string group;
    std::string kind;
    std::map<std::string, Param> params;
    std::vector<Example> examples;
    Location where;

    std::string full_id() const { return pack + "/" + id; }
    /// Of a unit of type `other` only that is asked which is asked of ministries, their departments, provinces and
    /// their departments alike. (Districts were abolished on 2025-07-01.)
    bool applies_to_unit(std::string_view type) const;

    // Parameters by name; the fallback when absent. Types were checked while loading.
    std::string text(std::string_view name, std::string fallback = {}) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::int64_t integer(std::string_view name, std::int64_t fallback) const;
    double number(std::string_view name, double fallback) const;
    bool boolean(std::string_view name, bool fallback) const;
};

struct Group {
    std::string id;
    Text title;
};

struct Pack {
    std::string id;
    std::string version;
    Text title;
    std::string instrument;   ///< "43/2011/NĐ-CP"
    std::string issued;       ///< ISO 8601 date
    InForce in_force;
    std::vector<Group> groups;
    std::vector<Rule> rules;  ///< in the order of the file
    std::string file;
};

struct Grade {
    std::string name;
    double from = 0;  ///< percent
};

/// Which rules apply, and what they weigh.
struct Profile {
    std::string id;
    Text title;
    InForce in_force;
    std::vector<std::string> packs;
    std::set<std::string> only;             ///< full ids; empty: all rules of the packs
    std::set<std::string> without;          ///< full ids
    std::map<std::string, double> weights;  ///< points by full id, instead of the rule's own
    std::optional<double> total;            ///< of an official sheet: what its points add up to
    std::vector<Grade> grades;              ///< best first
    std::string file;

    bool has(const Rule& rule) const;
    double points_of(const Rule& rule) const;
};

/// Everything that was loaded.
struct Library {
    std::vector<Pack> packs;        ///< sorted by id
    std::vector<Profile> profiles;  ///< sorted by id

    const Pack* pack(std::string_view id) const;
    const Profile* profile(std::string_view id) const;
    /// The profile in force on `day`. Where none is, the one that was in force last before it.
    const Profile* profile_on(time::Day day) const;
};

/// Reads a pack or profile from an already parsed document into `library`. All mistakes go to `diagnostics`.
void read_document(const conf::Document& document, std::span<const KindSpec> kinds, Library& library, Diagnostics& diagnostics);

/// Most of a pack is examples, which only those ask for who try or show them.
enum class Examples { read, left_out };

/// Reads every *.toml below each of `paths` (a file is read itself), and checks that ids are unique and that
/// profiles name packs that are there. Fails with `config` only where files cannot be listed; mistakes in
/// them, files without rules, and an empty library go to `diagnostics`.
Result<Library> load(std::span<const std::string> paths, std::span<const KindSpec> kinds, Diagnostics& diagnostics, Examples examples = Examples::read);

}  // namespace pa::rule
