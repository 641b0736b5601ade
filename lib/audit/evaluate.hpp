// Evidence and rules to an audit.
#pragma once

#include "audit/audit.hpp"
#include "check/checks.hpp"
#include "rule/tailoring.hpp"
#include "rule/waiver.hpp"

#include <string>
#include <string_view>

namespace pa::audit {

/// Which law, for whom.
struct Selection {
    const rule::Library* library = nullptr;
    const rule::Profile* profile = nullptr;
    time::Day as_of{};               ///< picks the rules in force; also shown
    check::Unit unit;
    std::vector<rule::Tailoring> tailorings;  ///< were laid on `library` and `profile` before
    std::vector<rule::Waiver> waivers;
    std::optional<std::vector<service::Listed>> catalogue = {};  ///< the services that the unit must offer, where a list was handed in
};

/// The rules of the profile, in the order of its packs. A profile that was in force keeps the rules of its own
/// time when it is applied later. Fails with `config` when there is none.
Result<std::vector<const rule::Rule*>> selected_rules(const Selection& selection);

/// Judges the site and adds everything up.
Result<Audit> evaluate(const site::Site& site, const check::Checks& checks, const Selection& selection, std::string_view version);

}  // namespace pa::audit
