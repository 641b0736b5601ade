// What the kinds about accessibility have in common. Each is a table of checks; a rule chooses among them, and pages are looked at
// and judged here.
#pragma once

#include "access/survey.hpp"
#include "check/kind.hpp"

#include <span>
#include <string>
#include <vector>

namespace pa::check {

/// Parameters that single checks ask for.
struct AccessSettings {
    std::vector<std::string> texts;  ///< of `texts`, folded and sorted
    std::string language;            ///< of `language`: a primary subtag
};

/// What one check finds on one page.
class Finds {
public:
    explicit Finds(const access::Survey& survey) : survey_(survey) {}

    /// There is something that the check asks about.
    void saw() { is_applicable_ = true; }
    /// And it is wrong. The first one is shown.
    void fault(access::Index index);
    void fault(std::string_view excerpt);
    /// `saw`, and `fault` if it is one.
    void judge(access::Index index, bool is_fault);

    bool is_applicable() const { return is_applicable_; }
    std::uint32_t faults() const { return faults_; }
    const std::string& excerpt() const { return excerpt_; }

private:
    const access::Survey& survey_;
    bool is_applicable_ = false;
    std::uint32_t faults_ = 0;
    std::string excerpt_;
};

struct AccessCheck {
    const char* name;
    const char* sentence;
    const char* criterion;
    const char* act_rules;
    bool by_default;
    Message (*fault)();  ///< what is wrong, for the reader of a report
    void (*look)(const access::Survey& survey, const AccessSettings& settings, Finds& finds);
};

/// What a kind says of itself to `access_kind`.
struct AccessKind {
    const char* name;
    const char* summary;
    const char* document;
    const char* example;                             ///< without the line `kind = …`
    std::vector<rule::ParamSpec> params = {};        ///< besides `checks` and `where`
    bool framesets_count = false;                    ///< what is asked is asked of framesets too
};

/// A kind whose parts are `checks`.
Kind access_kind(const AccessKind& about, std::span<const AccessCheck> checks);

/// Its `make`. `checks` must be there as long as the program runs.
Result<std::unique_ptr<Check>> make_access_check(const rule::Rule& rule, std::span<const AccessCheck> checks, bool framesets_count = false);

/// The start tag of an element, and some of its text.
std::string excerpt_of(const access::Survey& survey, access::Index index);

}  // namespace pa::check
