// service-parts: does each procedure show the parts that are asked?
#include "check/kind.hpp"
#include "check/services.hpp"

namespace pa::check {

namespace {

class ServiceParts final : public Check {
public:
    ServiceParts(std::vector<service::Part> parts, bool empty_counts) : parts_(std::move(parts)), empty_counts_(empty_counts) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        Judgement out;
        const std::vector<const service::Service*> services = services_to_judge(context, out);
        if (services.empty()) {
            return out;
        }
        Tally tally;
        for (const service::Service* one : services) {
            if (one->has_page) {
                add(*one, tally, out);
            } else {
                ++tally.unknown;
            }
        }
        conclude(context, tally, out);
        return out;
    }

private:
    void add(const service::Service& one, Tally& tally, Judgement& out) const
    {
        std::string missing;
        std::size_t there = 0;
        std::size_t asked = 0;
        for (const service::Part part : parts_) {
            const service::Shown shown = one.parts[static_cast<std::size_t>(part)];
            // What is asked only where a procedure has it cannot be missed on a page that does not name it.
            if (!is_always_asked(part) && shown == service::Shown::missing) {
                continue;
            }
            ++asked;
            const bool is_there = shown == service::Shown::shown || (empty_counts_ && shown == service::Shown::empty);
            there += is_there ? 1U : 0U;
            missing += is_there ? "" : (missing.empty() ? "" : ", ") + std::string(vietnamese(part)) + (shown == service::Shown::empty ? " (trống)" : "");
        }
        if (asked == 0) {
            return;
        }
        tally.right += there == asked ? 1U : 0U;
        tally.wrong += there == asked ? 0U : 1U;
        tally.share += static_cast<double>(there) / static_cast<double>(asked);
        if (there < asked) {
            add_proof(out, proof_of(one, msg("{} of {} parts are shown; missing: {}", there, asked, missing)));
        }
    }

    std::vector<service::Part> parts_;
    bool empty_counts_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule)
{
    std::vector<service::Part> parts;
    for (const std::string& name : rule.texts("parts")) {
        const auto part = service::part_named(name);
        if (!part) {
            return tl::unexpected(param_error(rule, "parts", msg("\"{}\" is no part of a procedure", name)));
        }
        parts.push_back(*part);
    }
    if (parts.empty()) {
        return tl::unexpected(param_error(rule, "parts", msg("must name at least one part")));
    }
    return std::make_unique<ServiceParts>(std::move(parts), rule.boolean("empty_counts", false));
}

}  // namespace

namespace registry {

Kind service_parts()
{
    using rule::ParamType;
    std::string names;
    for (std::size_t i = 0; i < service::part_count; ++i) {
        names += (names.empty() ? "" : ", ") + std::string(name_of(static_cast<service::Part>(i)));
    }
    Kind kind;
    kind.spec = {"service-parts",
                 {{"parts", ParamType::strings, true, "the parts that are asked: " + names},
                  {"empty_counts", ParamType::boolean, false, "a part that is named with nothing below it counts as shown"}}};
    kind.summary = "whether each procedure shows the parts that are asked";
    kind.document = "Reads the description of every service that the portal shows: headings, tables, definition lists, tabs, accordions, bold words and \"Label: value\" lines that name a part, and what stands below them. \"Không\", \"Không có\" and \"Không quy định\" are content; "
                    "\"Đang cập nhật\", \"Không có thông tin\", dashes and a reference to another part are none. Fees, forms and conditions are asked only of services that name them. Partly with the share of parts, over all services. Cannot tell where descriptions were not seen, "
                    "lists are filled by a script or go on in pages that cannot be had; not applicable where the portal shows no services itself.";
    kind.example = "kind = \"service-parts\"\nparts = [\"steps\", \"time-limit\"]\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
