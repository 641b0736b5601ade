// service-forms: can every form that a procedure names be downloaded, as a document?
#include "check/kind.hpp"
#include "check/services.hpp"

#include <algorithm>

namespace pa::check {

namespace {

class ServiceForms final : public Check {
public:
    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        const std::vector<const service::Service*> services = services_to_judge(context, out);
        if (services.empty()) {
            return out;
        }
        Tally tally;
        for (const service::Service* one : services) {
            if (!one->has_page) {
                ++tally.unknown;
            } else if (!one->forms.empty()) {
                add(*one, tally, out);
            }
        }
        conclude(context, tally, out);
        return out;
    }

private:
    static void add(const service::Service& one, Tally& tally, Judgement& out)
    {
        const auto count = [&](service::FileState state) {
            return static_cast<std::size_t>(std::count_if(one.forms.begin(), one.forms.end(), [&](const service::Form& form) { return form.state == state; }));
        };
        const std::size_t broken = count(service::FileState::broken);
        if (broken == 0 && count(service::FileState::unknown) > 0) {
            ++tally.unknown;
            return;
        }
        tally.right += broken == 0 ? 1U : 0U;
        tally.wrong += broken == 0 ? 0U : 1U;
        tally.share += static_cast<double>(one.forms.size() - broken) / static_cast<double>(one.forms.size());
        for (const service::Form& form : one.forms) {
            if (form.state == service::FileState::broken) {
                Proof proof = proof_of(one, msg("the form “{}” {}", form.name, form.why));
                proof.url = form.url.empty() ? proof.url : form.url;
                add_proof(out, std::move(proof));
            }
        }
    }
};

Result<std::unique_ptr<Check>> make(const rule::Rule&) { return std::make_unique<ServiceForms>(); }

}  // namespace

namespace registry {

Kind service_forms()
{
    Kind kind;
    kind.spec = {"service-forms", {}};
    kind.summary = "whether every form that a procedure names can be downloaded as a document";
    kind.document = "Takes the links and names below the label of forms, files that the dossier links, and, where nothing else is said of forms, papers of the dossier that are \"theo mẫu\". Each has to lead to a file that is what its name says: PDF, Word, Excel, OpenDocument or RTF. "
                    "A form without a link, a dead link, a web page and a picture are none. Partly with the share of forms. Not applicable where no form is named; cannot tell where files were not fetched.";
    kind.example = "kind = \"service-forms\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
