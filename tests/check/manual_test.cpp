// man/portalaudit-checks.7 is what the kinds say of themselves. PA_UPDATE_GOLDEN=1 writes it anew.
#include "base/file.hpp"
#include "check/kind.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>

using namespace pa;

namespace {

const std::string manual_file = PA_SOURCE_DIR "/man/portalaudit-checks.7";

// A text in mdoc: no escapes of its own, no line that begins like a request, each sentence on a line of its own.
std::string mdoc(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool begins_line = out.empty() || out.back() == '\n';
        if (c == '\\') {
            out += "\\e";
        } else if (begins_line && (c == '.' || c == '\'')) {
            out += std::string("\\&") + c;
        } else if (c == ' ' && i > 0 && text[i - 1] == '.' && i + 1 < text.size() && text[i + 1] >= 'A' && text[i + 1] <= 'Z') {
            out += '\n';
        } else {
            out += c;
        }
    }
    return out;
}

const char* type_name(rule::ParamType type)
{
    using rule::ParamType;
    switch (type) {
    case ParamType::string: return "text";
    case ParamType::strings: return "list of texts";
    case ParamType::integer: return "integer";
    case ParamType::number: return "number";
    case ParamType::boolean: return "true or false";
    case ParamType::days: return "duration in days";
    case ParamType::pattern: return "pattern";
    case ParamType::choice: return "choice";
    }
    return "";
}

std::string section(const check::Kind& kind)
{
    std::string out = ".Ss " + kind.spec.name + "\nTells " + mdoc(kind.summary) + ".\n" + mdoc(kind.document) + "\n";
    if (!kind.spec.params.empty()) {
        out += ".Pp\nParameters:\n.Bl -tag -width Ds -compact\n";
        for (const rule::ParamSpec& param : kind.spec.params) {
            out += ".It Cm " + param.name + " Pq " + type_name(param.type) + (param.required ? ", needed" : "") + "\n" + mdoc(param.sentence) + "\n";
        }
        out += ".El\n";
    }
    if (!kind.parts.empty()) {
        out += ".Pp\nChecks:\n.Bl -tag -width Ds -compact\n";
        for (const check::Part& part : kind.parts) {
            out += ".It Cm " + part.name + (part.by_default ? " Pq default" : "") + "\n" + mdoc(part.sentence) + "\n";
            if (!part.criterion.empty()) {
                out += ".Pq WCAG " + part.criterion + "\n";
            }
            if (!part.act_rules.empty()) {
                out += ".Pq ACT " + part.act_rules + "\n";
            }
        }
        out += ".El\n";
    }
    return out + ".Bd -literal -offset indent\n" + mdoc(kind.example.substr(0, kind.example.find_last_not_of('\n') + 1)) + "\n.Ed\n";
}

}  // namespace

TEST_CASE("portalaudit-checks(7) is what the kinds say")
{
    std::string manual = ".Dd November 24, 2026\n.Dt PORTALAUDIT-CHECKS 7\n.Os\n.Sh NAME\n.Nm portalaudit-checks\n.Nd kinds of check\n.Sh DESCRIPTION\n"
                         "A rule of a pack names its kind of check and gives the parameters.\n"
                         "Every kind may say that it cannot tell; that is neither a pass nor a failure.\n"
                         "The kinds about accessibility look at the page as it was stored, as assistive technology is told of it.\n"
                         "What a style sheet in another file hides counts as shown, unless a class says so by its name; whatever else they\n"
                         "cannot decide is never a fault.\n"
                         "How they do on the test cases of the W3C's ACT rules stands in\n.Pa act-coverage.md\nbeside this page's source.\n.Sh KINDS\n";
    for (const check::Kind& kind : check::kinds()) {
        manual += section(kind);
    }
    manual += ".Sh SEE ALSO\n.Xr portalaudit 1 ,\n.Xr portalaudit-rules 1 ,\n.Xr portalaudit-rulepack 5\n";
    if (std::getenv("PA_UPDATE_GOLDEN") != nullptr) {
        REQUIRE(write_file(manual_file, manual).has_value());
    }
    const auto kept = read_file(manual_file, 1U << 20U);
    REQUIRE(kept.has_value());
    CHECK(*kept == manual);
}

TEST_CASE("every kind is documented, and the names of checks are unique")
{
    std::set<std::string> names;
    for (const check::Kind& kind : check::kinds()) {
        CAPTURE(kind.spec.name);
        CHECK_FALSE(kind.summary.empty());
        CHECK(kind.summary.back() != '.');
        CHECK(kind.document.ends_with('.'));
        CHECK(kind.example.starts_with("kind = \"" + kind.spec.name + "\"\n"));
        for (const check::Part& part : kind.parts) {
            CAPTURE(part.name);
            CHECK(names.insert(part.name).second);
            CHECK_FALSE(part.sentence.empty());
            CHECK(part.sentence.back() != '.');
        }
    }
}
