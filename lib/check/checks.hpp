// A rule set made ready, run over a site.
#pragma once

#include "check/kind.hpp"
#include "service/list_file.hpp"
#include "text/pattern_set.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pa::check {

/// Who is audited; decides which rules apply.
struct Unit {
    std::string name;
    std::string type = "other";
};

/// What came of judging: a finding for each rule, and the services that were seen.
struct Judged {
    std::vector<Finding> findings;
    std::shared_ptr<const service::Catalogue> services;
};

/// The rules of one audit with their checks. Also what looks at pages while they are parsed.
class Checks final : public site::Observer {
public:
    /// Makes a check of every rule. All mistakes go to `diagnostics`; `rules` must outlive this.
    static Checks make(std::vector<const rule::Rule*> rules, Diagnostics& diagnostics);

    std::vector<site::Note> observe(const site::PageView& view) const override;

    /// Judges every rule; the findings are in the order given. Items come first, so that other rules can ask for them. Rules that
    /// do not apply to the unit are not-applicable. `list` names the services that the unit must offer, where one was handed in.
    /// Fails with `damaged` when the evidence cannot be read again.
    Result<Judged> judge(const site::Site& site, const Unit& unit, time::Day day, const std::vector<service::Listed>* list = nullptr) const;

    const std::vector<const rule::Rule*>& rules() const { return rules_; }

private:
    void gather_needs();
    std::vector<std::size_t> order_of_judging() const;

    std::vector<const rule::Rule*> rules_;
    std::vector<const Kind*> kinds_;
    std::vector<std::unique_ptr<Check>> checks_;
    std::vector<bool> needs_text_;  ///< for each check
    text::PatternSet needs_{{}};    ///< of those that do, in their order
};

}  // namespace pa::check
