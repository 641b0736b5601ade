// broken-links: do the portal's links lead to something?
#include "check/kind.hpp"

#include <algorithm>
#include <map>

namespace pa::check {

namespace {

class BrokenLinks final : public Check {
public:
    explicit BrokenLinks(const rule::Rule& rule) : most_percent_(rule.number("most_percent", 0)) {}

    Judgement judge(std::span<const PageNote>, const Context& context) const override
    {
        const site::Site& site = context.site();
        std::map<site::UrlId, const LinkGroup*> targets;
        for (const LinkGroup& group : context.links()) {
            if (site.is_inside(group.target)) {
                targets.try_emplace(group.target, &group);
            }
        }
        Judgement out;
        out.searched.push_back(msg("the addresses that the portal's pages link to: {}", targets.size()));
        std::size_t known = 0;
        std::size_t broken = 0;
        for (const auto& [url, group] : targets) {
            const site::Target target = site.target(url);
            if (!is_known(target)) {
                continue;
            }
            ++known;
            if (target.state != site::Target::State::page) {
                ++broken;
                add_proof(out, {fault_of(site, target), site.urls[url], site.labels[group->label] + " – " + site.url_of(group->first_page)});
            }
        }
        conclude(known, broken, targets.size(), out);
        return out;
    }

private:
    // What gave no answer twice may be the network's fault: not known.
    static bool is_known(const site::Target& target)
    {
        using State = site::Target::State;
        return target.state == State::page || target.state == State::broken || target.state == State::soft_404 || target.state == State::loop;
    }

    static Message fault_of(const site::Site& site, const site::Target& target)
    {
        if (target.state == site::Target::State::loop) {
            return msg("redirects without end");
        }
        return target.state == site::Target::State::soft_404 ? msg("says that there is no such page") : msg("answers {}", site.pages[target.page].status);
    }

    void conclude(std::size_t known, std::size_t broken, std::size_t all, Judgement& out) const
    {
        if (known == 0) {
            out.verdict = Verdict::cannot_tell;
            out.why = msg("none of {} addresses was asked", all);
            return;
        }
        const double percent = 100 * static_cast<double>(broken) / static_cast<double>(known);
        out.verdict = percent <= most_percent_ ? Verdict::passed : broken == known ? Verdict::failed : Verdict::partly;
        out.share = static_cast<double>(known - broken) / static_cast<double>(known);
        out.why = broken == 0 ? msg("all {} addresses that were asked answer", known) : msg("{} of {} addresses that were asked lead nowhere", broken, known);
    }

    double most_percent_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<BrokenLinks>(rule); }

}  // namespace

namespace registry {

Kind broken_links()
{
    using rule::ParamType;
    Kind kind;
    kind.spec = {"broken-links",
                 {{"most_percent", ParamType::number, false, "how many of a hundred may be broken; 0 by default"}}};
    kind.summary = "whether the addresses that the portal links to answer";
    kind.document = "Counts each address once. Broken is what answers 400 and above, says \"not found\" with status 200, or redirects without end. What gave no answer, is kept from the tool or was "
                    "not asked counts neither way. Partly with the share of good ones. Links to other portals are not followed by a fetch and do not count.";
    kind.example = "kind = \"broken-links\"\nmost_percent = 1\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
