#include "base/file.hpp"
#include "rule/param.hpp"
#include "rule/profile.hpp"
#include "rule/rule.hpp"
#include "text/pattern.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <set>

namespace pa::rule {

namespace {

const std::vector<std::string> severities = {"critical", "major", "minor", "advisory"};
const std::vector<std::string> forms = {"online", "tool", "onsite"};
const std::vector<std::string> sources = {"seen", "seen-2"};
const std::vector<std::string> verdicts = {"passed", "partly", "failed", "cannot-tell", "not-applicable", "needs-human"};

constexpr double points_of[] = {10, 5, 2, 1};  // by severity, where a rule names no points

bool is_version(std::string_view text)
{
    static const text::Pattern pattern = *text::Pattern::compile("^[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}$");
    return pattern.is_in(text);
}

// Reads one pack file. Each function handles one table of it.
class PackReader {
public:
    PackReader(const conf::Document& document, std::span<const KindSpec> kinds, Diagnostics& diagnostics)
        : document_(document), kinds_(kinds), diagnostics_(diagnostics)
    {
        for (const KindSpec& kind : kinds_) {
            kind_names_.push_back(kind.name);
        }
    }

    Pack read()
    {
        conf::Reader root(document_, document_.root, diagnostics_);
        pack_.file = document_.file;
        read_head(*root.table("pack"));
        for (const conf::Value* group : root.tables("group")) {
            read_group(*group);
        }
        for (const conf::Value* rule : root.tables("rule")) {
            read_rule(*rule);
        }
        root.finish();
        if (pack_.rules.empty() && !diagnostics_.failed()) {
            diagnostics_.error({ErrorKind::config, msg("the pack has no rule"), document_.at(1, 1), {}});
        }
        return std::move(pack_);
    }

private:
    InForce read_in_force(conf::Reader& owner)
    {
        InForce out;
        const conf::Value* table = owner.table("in_force");
        if (table == nullptr) {
            return out;
        }
        conf::Reader reader(document_, *table, diagnostics_);
        if (const auto from = reader.date("from")) {
            out.from = time::parse_day(*from);
        }
        if (const auto until = reader.date("until")) {
            out.until = time::parse_day(*until);
        }
        if (out.from && out.until && *out.until <= *out.from) {
            reader.error("until", msg("\"until\" must be later than \"from\""));
        }
        reader.finish();
        return out;
    }

    void read_head(const conf::Value& table)
    {
        conf::Reader reader(document_, table, diagnostics_);
        pack_.id = required_id(reader);
        pack_.version = reader.required_string("version");
        if (!pack_.version.empty() && !is_version(pack_.version)) {
            reader.error("version", msg("\"{}\" is no version", pack_.version), msg("write three numbers such as 1.0.0"));
        }
        pack_.title = reader.required_text("title");
        reader.require("instrument");
        if (const conf::Value* instrument = reader.table("instrument")) {
            conf::Reader inner(document_, *instrument, diagnostics_);
            pack_.instrument = inner.required_string("number");
            inner.require("issued");
            pack_.issued = inner.date("issued").value_or("");
            inner.require("in_force");
            pack_.in_force = read_in_force(inner);
            inner.finish();
        }
        reader.finish();
    }

    void read_group(const conf::Value& table)
    {
        conf::Reader reader(document_, table, diagnostics_);
        Group group;
        group.id = required_id(reader);
        group.title = reader.required_text("title");
        reader.finish();
        pack_.groups.push_back(std::move(group));
    }

    void read_rule(const conf::Value& table)
    {
        conf::Reader reader(document_, table, diagnostics_);
        Rule rule;
        rule.pack = pack_.id;
        rule.where = document_.at(table.line, table.column);
        rule.id = required_id(reader);
        rule.title = reader.required_text("title");
        rule.why = reader.required_text("why");
        rule.remedy = reader.required_text("remedy");
        rule.article = reader.required_string("article");
        reader.require("source");
        rule.source = reader.one_of("source", sources).value_or("");
        read_applicability(reader, rule);
        read_weight(reader, rule);
        reader.require("kind");
        const auto kind = reader.one_of("kind", kind_names_);
        rule.kind = kind.value_or("");
        if (kind) {
            read_params(reader, rule);
        }
        for (const conf::Value* example : reader.tables("example")) {
            rule.examples.push_back(read_example(*example));
        }
        if (kind || !reader.has("kind")) {
            reader.finish();  // with an unknown kind nobody knows which keys are its parameters
        }
        const bool is_new = ids_.insert(rule.id).second;
        if (!is_new) {
            reader.error("id", msg("the rule \"{}\" is there twice", rule.id));
        }
        pack_.rules.push_back(std::move(rule));
    }

    void read_applicability(conf::Reader& reader, Rule& rule)
    {
        reader.require("applies_to");
        rule.applies_to = reader.strings("applies_to");
        for (const std::string& type : rule.applies_to) {
            if (std::find(unit_types().begin(), unit_types().end(), type) == unit_types().end()) {
                const std::string near = text::nearest(type, unit_types());
                reader.error("applies_to", msg("unknown unit type \"{}\"", type),
                             near.empty() ? Message{} : msg("did you mean \"{}\"?", near));
            }
        }
        if (reader.has("applies_to") && rule.applies_to.empty()) {
            reader.error("applies_to", msg("\"{}\" must not be empty", "applies_to"));
        }
        rule.in_force = reader.has("in_force") ? read_in_force(reader) : pack_.in_force;
        if (const auto form = reader.one_of("form", forms)) {
            rule.form = *form == "tool" ? Form::tool : *form == "onsite" ? Form::onsite : Form::online;
        }
    }

    void read_weight(conf::Reader& reader, Rule& rule)
    {
        reader.require("severity");
        if (const auto severity = reader.one_of("severity", severities)) {
            const auto index = std::find(severities.begin(), severities.end(), *severity) - severities.begin();
            rule.severity = static_cast<Severity>(index);
            rule.points = points_of[index];
        }
        if (const auto points = reader.number("points")) {
            rule.points = *points;
            if (!(*points >= 0 && *points <= 1000)) {
                reader.error("points", msg("\"points\" must be between 0 and 1000"));
            }
        }
        rule.group = reader.required_string("group");
        const bool known = std::any_of(pack_.groups.begin(), pack_.groups.end(), [&](const Group& g) { return g.id == rule.group; });
        if (!known && !rule.group.empty()) {
            std::vector<std::string> names;
            for (const Group& group : pack_.groups) {
                names.push_back(group.id);
            }
            const std::string near = text::nearest(rule.group, names);
            reader.error("group", msg("unknown group \"{}\"", rule.group),
                         near.empty() ? msg("groups are declared with [[group]]") : msg("did you mean \"{}\"?", near));
        }
    }

    void read_params(conf::Reader& reader, Rule& rule)
    {
        const auto spec = std::find_if(kinds_.begin(), kinds_.end(), [&](const KindSpec& k) { return k.name == rule.kind; });
        for (const ParamSpec& param : spec->params) {
            if (param.required) {
                reader.require(param.name);
            }
            read_param(document_, reader, param, rule);
        }
    }

    Example read_example(const conf::Value& table)
    {
        conf::Reader reader(document_, table, diagnostics_);
        Example example;
        example.where = document_.at(table.line, table.column);
        example.home = read_page(reader);
        reader.require("expect");
        example.expect = reader.one_of("expect", verdicts).value_or("");
        example.unit_type = reader.one_of("unit_type", unit_types()).value_or("");
        example.unit_name = reader.string("unit_name").value_or("");
        example.catalogue = reader.string("catalogue").value_or("");
        for (const conf::Value* page : reader.tables("page")) {
            conf::Reader inner(document_, *page, diagnostics_);
            const std::string path = inner.required_string("path");
            example.pages[path] = read_page(inner);
            if (!path.starts_with('/') && !path.starts_with("http://") && !path.starts_with("https://")) {
                inner.error("path", msg("\"path\" must begin with \"/\", or be a whole address"));
            }
            inner.finish();
        }
        if (const conf::Value* server = reader.table("server")) {
            read_server(*server, example);
        }
        reader.finish();
        return example;
    }

    ExamplePage read_page(conf::Reader& reader)
    {
        ExamplePage page;
        page.html = reader.required_string("html");
        page.status = static_cast<int>(reader.integer("status").value_or(200));
        if (page.status < 200 || page.status > 599) {
            reader.error("status", msg("\"{}\" must be between {} and {}", "status", 200, 599));
        }
        page.type = reader.string("type").value_or("");
        page.headers = reader.strings("headers");
        for (const std::string& header : page.headers) {
            if (header.find(':') == std::string::npos) {
                reader.error("headers", msg("\"{}\" is not of the form \"Name: value\"", header));
            }
        }
        return page;
    }

    void read_server(const conf::Value& table, Example& example)
    {
        conf::Reader reader(document_, table, diagnostics_);
        example.served = true;
        if (const auto address = reader.string("address")) {
            example.address = *address;
            if (!address->starts_with("https://") && !address->starts_with("http://")) {
                reader.error("address", msg("\"{}\" is no http or https address", *address));
            }
        }
        example.ipv4 = reader.strings("ipv4");
        example.ipv6 = reader.strings("ipv6");
        example.tls = reader.string("tls").value_or("");
        example.verify = reader.string("verify").value_or("ok");
        example.certificate_until = reader.date("certificate_until").value_or("");
        reader.finish();
    }

    const conf::Document& document_;
    std::span<const KindSpec> kinds_;
    Diagnostics& diagnostics_;
    std::vector<std::string> kind_names_;
    std::set<std::string> ids_;
    Pack pack_;
};

}  // namespace

void read_document(const conf::Document& document, std::span<const KindSpec> kinds, Library& library, Diagnostics& diagnostics)
{
    const conf::Value* profile = document.root.find("profile");
    const conf::Value* pack = document.root.find("pack");
    if (pack != nullptr && pack->type == conf::Type::table) {
        library.packs.push_back(PackReader(document, kinds, diagnostics).read());
    } else if (profile != nullptr && profile->type == conf::Type::table) {
        conf::Reader root(document, document.root, diagnostics);
        library.profiles.push_back(read_profile(document, *root.table("profile"), diagnostics));
        root.finish();
    } else {
        diagnostics.error({ErrorKind::config, msg("neither a rule pack nor a profile"), document.at(1, 1),
                           msg("a pack has a table [pack], a profile a table [profile]")});
    }
}

namespace {

void check_together(const Library& library, Diagnostics& diagnostics)
{
    for (std::size_t i = 1; i < library.packs.size(); ++i) {
        if (library.packs[i].id == library.packs[i - 1].id) {
            diagnostics.error({ErrorKind::config,
                               msg("the pack \"{}\" is in {} too", library.packs[i].id, library.packs[i - 1].file),
                               Location{library.packs[i].file, 0, 0, ""},
                               {}});
        }
    }
    check_profiles(library, diagnostics);
}

}  // namespace

Result<Library> load(std::span<const std::string> paths, std::span<const KindSpec> kinds, Diagnostics& diagnostics, Examples examples)
{
    Library library;
    std::set<std::string> seen;
    for (const std::string& path : paths) {
        std::vector<std::string> files{path};
        std::error_code code;
        if (std::filesystem::is_directory(path, code)) {
            PA_LET(found, list_files(path, 10000));
            files.clear();
            for (const std::string& name : found) {
                if (name.ends_with(".toml")) {
                    files.push_back((std::filesystem::path(path) / name).string());
                }
            }
        }
        for (const std::string& file : files) {
            if (!seen.insert(std::filesystem::weakly_canonical(file, code).string()).second) {
                continue;  // named twice, by itself and by its folder
            }
            auto document = conf::load_toml(file, examples == Examples::left_out ? "rule.example" : "");
            if (!document) {
                diagnostics.error(document.error());
                continue;
            }
            read_document(*document, kinds, library, diagnostics);
        }
    }
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::stable_sort(library.packs.begin(), library.packs.end(), by_id);
    std::stable_sort(library.profiles.begin(), library.profiles.end(), by_id);
    if (library.packs.empty() && !diagnostics.failed()) {
        diagnostics.error({ErrorKind::config, msg("no rule pack found"), {}, {}});
    }
    check_together(library, diagnostics);
    return library;
}

}  // namespace pa::rule
