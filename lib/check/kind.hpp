// Kinds of check. Each file in kinds/ is one kind; CMake lists the folder, so a new file is a new kind.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"
#include "rule/rule.hpp"
#include "site/site.hpp"
#include "text/pattern.hpp"

#include <memory>
#include <span>
#include <vector>

namespace pa::check {

constexpr std::size_t most_detail = 300;  ///< code points of a note's detail that are kept

/// One rule made ready to be checked: its parameters decoded, its patterns compiled. Read-only once made.
class Check {
public:
    virtual ~Check() = default;

    /// What a page's text (`PageView::text`) must have, or `observe` has nothing to say of it; null where it may. The texts of all
    /// rules are looked for together, so that a rule about text costs next to nothing on pages without it.
    virtual const text::Pattern* needs() const { return nullptr; }

    /// Looks at one HTML page while its tree is there; called for every page that has what it needs, on any thread. Gives a note
    /// if there is something to remember of this page.
    virtual std::optional<site::Note> observe(const site::PageView&) const { return std::nullopt; }

    /// Called once, with this rule's notes in the order of the pages.
    virtual Judgement judge(std::span<const PageNote> notes, const Context& context) const = 0;
};

/// One of the things that a rule can choose with the parameter `checks`.
struct Part {
    std::string name;         ///< kebab case, unique among all kinds
    std::string sentence;     ///< what is asked, without full stop
    std::string criterion;    ///< of WCAG, such as "1.1.1"; may be empty
    std::string act_rules;    ///< ids of the W3C's ACT rules that it decides, with blanks between; may be empty
    bool by_default = true;
};

struct Kind {
    rule::KindSpec spec;
    std::string summary;       ///< one line, without full stop, for lists
    std::string document;      ///< for portalaudit-checks(7): what it looks for, when it cannot tell
    std::string example;       ///< the keys of a rule of this kind, in TOML
    std::vector<Part> parts = {};  ///< for kinds with `checks`
    bool makes_items = false;  ///< its judgements carry items; such rules are judged before all that are not about their item alone
    Result<std::unique_ptr<Check>> (*make)(const rule::Rule& rule) = nullptr;
};

/// All kinds, sorted by name.
const std::vector<Kind>& kinds();
const Kind* kind_named(std::string_view name);
/// What the rule loader has to know.
std::vector<rule::KindSpec> kind_specs();

/// An error at a parameter of a rule.
Error param_error(const rule::Rule& rule, std::string_view param, Message message);

}  // namespace pa::check
