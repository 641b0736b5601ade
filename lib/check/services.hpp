// The services of a portal, for the rules about them.
#pragma once

#include "check/context.hpp"
#include "check/finding.hpp"
#include "service/list_file.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pa::check {

/// Puts together what pages noted about services; looks at the files of forms; holds all against `list`, where there is one. `agency` is the
/// audited one's name; where it is empty, the title of its home page.
std::shared_ptr<const service::Catalogue> services_of(const Context& context, const std::string& agency, const std::vector<service::Listed>* list);

/// The agency's own services. Where none was seen, empty, and `out` says why: cannot tell where they may be behind a script, or the portal was
/// not seen whole; not applicable where the portal only leads to another one, or shows none.
std::vector<const service::Service*> services_to_judge(const Context& context, Judgement& out);

/// How many services were as asked, were not, and could not be told.
struct Tally {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t unknown = 0;
    double share = 0;  ///< sum over the services that are known, of what is right in each; `right` where each is right or wrong

    void add(bool is_right) { (is_right ? right : wrong) += 1; share += is_right ? 1 : 0; }
};

/// Passed where all are right; partly with the share of what is known; failed where nothing is right. Cannot tell where what is not
/// known decides, or where all that were seen are right but not all were seen. Not applicable without any.
void conclude(const Context& context, const Tally& tally, Judgement& out);

/// A proof about a service: its code or name, and its page.
Proof proof_of(const service::Service& service, Message what);

}  // namespace pa::check
