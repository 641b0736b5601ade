#include "audit/compare.hpp"

#include "audit/words.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace pa::audit {

namespace {

Text same(const std::string& text) { return {text, text}; }

std::string host_of(const Audit& audit)
{
    const auto url = url::Url::parse(audit.home);
    return url ? std::string(url->host()) : audit.home;
}

std::string versions(const Audit& audit)
{
    std::string out;
    for (const PackInfo& pack : audit.packs) {
        out += (out.empty() ? "" : ", ") + pack.id + " " + pack.version;
    }
    return out;
}

std::string digests(const Audit& audit)
{
    std::string out;
    for (const Tailoring& tailoring : audit.tailorings) {
        out += (out.empty() ? "" : ", ") + tailoring.id + " (" + tailoring.sha256.substr(0, 12) + ")";
    }
    return out;
}

std::string acts(const Audit& audit)
{
    std::string out;
    for (const Waiver& waiver : audit.waivers) {
        if (waiver.state == "used") {
            out += (out.empty() ? "" : ", ") + waiver.number;
        }
    }
    return out;
}

bool is_decided(const Finding& finding) { return finding.verdict != "cannot-tell" && finding.verdict != "needs-human"; }

class Comparer {
public:
    Comparer(const Audit& before, const Audit& after) : before_(before), after_(after)
    {
        out_.before = &before;
        out_.after = &after;
    }

    Comparison run()
    {
        circumstances();
        findings();
        groups();
        items();
        documents();
        crawl();
        return std::move(out_);
    }

private:
    void differs(std::vector<ValueChange>& into, const Message& what, const Text& from, const Text& to) const
    {
        if (from != to) {
            into.push_back({what, from, to});
        }
    }
    void differs(std::vector<ValueChange>& into, const Message& what, const std::string& from, const std::string& to) const { differs(into, what, same(from), same(to)); }
    void differs(std::vector<ValueChange>& into, const Message& what, std::uint64_t from, std::uint64_t to) const { differs(into, what, std::to_string(from), std::to_string(to)); }

    void circumstances()
    {
        std::vector<ValueChange>& out = out_.circumstances;
        differs(out, msg("program"), before_.tool_name + " " + before_.tool_version, after_.tool_name + " " + after_.tool_version);
        differs(out, msg("profile"), before_.profile, after_.profile);
        differs(out, msg("type of unit"), before_.unit_type, after_.unit_type);
        differs(out, msg("day of the law"), before_.as_of, after_.as_of);
        differs(out, msg("rule packs"), versions(before_), versions(after_));
        differs(out, msg("overlays"), digests(before_), digests(after_));
        differs(out, msg("acts that excuse"), acts(before_), acts(after_));
        out_.is_same_rules = out.empty();
        out_.is_same_evidence = before_.evidence_sha256 == after_.evidence_sha256;
        differs(out, msg("evidence"), before_.evidence_begun, after_.evidence_begun);
    }

    const std::string& version(const Audit& audit, const Finding& finding) const
    {
        static const std::string none;
        const std::string pack = finding.rule.substr(0, finding.rule.find('/'));
        const auto found = std::find_if(audit.packs.begin(), audit.packs.end(), [&](const PackInfo& info) { return info.id == pack; });
        return found == audit.packs.end() ? none : found->version;
    }

    // Whether the rule, as far as audits show it, and its pack are the same; so are the program and the overlays, which change what rules do.
    bool is_same_rule(const Finding& a, const Finding& b) const
    {
        const auto shown = [](const Finding& f) { return std::tie(f.asked.en, f.asked.vi, f.instrument, f.article, f.kind, f.form, f.severity, f.in_force_from, f.in_force_until); };
        return shown(a) == shown(b) && version(before_, a) == version(after_, b) && before_.tool_version == after_.tool_version && before_.unit_type == after_.unit_type && digests(before_) == digests(after_);
    }

    Cause cause_of(const Finding& a, const Finding& b) const
    {
        if (out_.is_same_evidence) {
            return digests(before_) == digests(after_) || version(before_, a) != version(after_, b) ? Cause::rules : Cause::decision;
        }
        return is_same_rule(a, b) ? Cause::portal : Cause::unclear;
    }

    std::optional<Turn> turn_of(const Finding& a, const Finding& b) const
    {
        if (a.verdict == "not-applicable" || b.verdict == "not-applicable") {
            return a.verdict == b.verdict ? std::nullopt : std::optional(a.verdict == "not-applicable" ? Turn::asked : Turn::dropped);
        }
        if (is_defect(b) && (goodness(b.verdict) < goodness(a.verdict) || (a.verdict == b.verdict && b.share < a.share))) {
            return Turn::worse;
        }
        if (is_defect(b) && a.waiver.empty() != b.waiver.empty()) {
            return b.waiver.empty() ? Turn::exposed : Turn::excused;
        }
        if (is_decided(a) != is_decided(b)) {
            return is_decided(b) ? Turn::decided : Turn::undecided;
        }
        if (is_defect(a) && (goodness(b.verdict) > goodness(a.verdict) || b.share > a.share)) {
            return Turn::better;
        }
        if (a.verdict != b.verdict) {
            return Turn::undecided;  // cannot-tell and needs-human
        }
        const bool is_weighed = a.points.possible != b.points.possible;
        return is_weighed ? std::optional(Turn::weighed) : std::nullopt;
    }

    void findings()
    {
        std::map<std::string, const Finding*> earlier;
        for (const Finding& finding : before_.findings) {
            earlier.emplace(finding.id, &finding);
        }
        std::set<std::string> seen;
        for (const Finding& finding : after_.findings) {
            const auto found = earlier.find(finding.id);
            seen.insert(finding.id);
            if (found == earlier.end()) {
                if (finding.verdict != "not-applicable") {
                    out_.findings.push_back({Turn::asked, Cause::rules, nullptr, &finding});
                }
                continue;
            }
            const Finding& before = *found->second;
            if (const auto turn = turn_of(before, finding)) {
                const bool is_act = *turn == Turn::exposed || *turn == Turn::excused;
                const bool is_overlay = *turn == Turn::weighed && digests(before_) != digests(after_);
                const Cause cause = is_act || is_overlay ? Cause::decision : *turn == Turn::weighed ? Cause::rules : cause_of(before, finding);
                out_.findings.push_back({*turn, cause, &before, &finding});
            }
        }
        for (const Finding& finding : before_.findings) {
            if (seen.count(finding.id) == 0 && finding.verdict != "not-applicable") {
                out_.findings.push_back({Turn::dropped, Cause::rules, &finding, nullptr});
            }
        }
        std::stable_sort(out_.findings.begin(), out_.findings.end(), [](const FindingChange& a, const FindingChange& b) { return a.turn < b.turn; });
    }

    void groups()
    {
        const auto find = [](const Audit& audit, const std::string& id) -> std::optional<Percent> {
            for (const GroupScore& group : audit.score.groups) {
                if (group.id == id && group.points.possible > 0) {
                    return group.percent;
                }
            }
            return std::nullopt;
        };
        const auto add = [&](const GroupScore& group) {
            const auto before = find(before_, group.id);
            const auto after = find(after_, group.id);
            const bool is_same = before.has_value() == after.has_value() && (!before || (before->low == after->low && before->high == after->high));
            if (!is_same) {
                out_.groups.push_back({group.title, before, after});
            }
        };
        for (const GroupScore& group : after_.score.groups) {
            add(group);
        }
        for (const GroupScore& group : before_.score.groups) {
            const bool is_in_both = std::any_of(after_.score.groups.begin(), after_.score.groups.end(), [&](const GroupScore& other) { return other.id == group.id; });
            if (!is_in_both) {
                add(group);
            }
        }
    }

    // Items are of a rule: two instruments may ask for the same one.
    static std::map<std::pair<std::string, std::string>, const Item*> by_rule(const Audit& audit)
    {
        std::map<std::pair<std::string, std::string>, const Item*> out;
        for (const Item& item : audit.items) {
            out.emplace(std::pair(item.id, item.rule), &item);
        }
        return out;
    }

    void items()
    {
        const auto before = by_rule(before_);
        const auto after = by_rule(after_);
        for (const auto& [key, item] : after) {
            const auto found = before.find(key);
            if (found == before.end()) {
                out_.items.push_back({item->id, item->title, {}, true, false});
                continue;
            }
            ItemChange change{item->id, item->title, {}, false, false};
            differs(change.values, msg("state"), found->second->state, item->state);
            differs(change.values, msg("newest"), found->second->newest, item->newest);
            differs(change.values, msg("pages"), found->second->page_count, item->page_count);
            differs(change.values, msg("label"), found->second->label, item->label);
            if (!change.values.empty()) {
                out_.items.push_back(std::move(change));
            }
        }
        for (const auto& [key, item] : before) {
            if (after.count(key) == 0) {
                out_.items.push_back({item->id, item->title, {}, false, true});
            }
        }
    }

    using DocumentKey = std::tuple<std::string, std::string, std::string>;

    // Whether a file of it is broken.
    static std::map<DocumentKey, bool> broken(const Audit& audit)
    {
        std::map<DocumentKey, bool> out;
        for (const Document& document : audit.documents) {
            out[{document.item, document.number, document.page}] |= std::any_of(document.files.begin(), document.files.end(), [](const File& file) { return file.state == "broken"; });
        }
        return out;
    }

    void documents()
    {
        const auto before = broken(before_);
        const auto after = broken(after_);
        const auto add = [&](DocumentChange::Kind kind, const DocumentKey& key) { out_.documents.push_back({kind, std::get<0>(key), std::get<1>(key), std::get<2>(key)}); };
        for (const auto& [key, is_broken] : after) {
            const auto found = before.find(key);
            if (found == before.end()) {
                add(DocumentChange::Kind::added, key);
            } else if (found->second != is_broken) {
                add(is_broken ? DocumentChange::Kind::broken : DocumentChange::Kind::mended, key);
            }
        }
        for (const auto& [key, is_broken] : before) {
            if (after.count(key) == 0) {
                add(DocumentChange::Kind::removed, key);
            }
        }
    }

    void crawl()
    {
        std::vector<ValueChange>& out = out_.crawl;
        differs(out, msg("pages looked at"), before_.pages, after_.pages);
        differs(out, msg("addresses asked"), before_.addresses, after_.addresses);
        differs(out, msg("without a usable answer"), before_.failed, after_.failed);
        differs(out, msg("behind a firewall, captcha or login"), before_.blocked, after_.blocked);
        differs(out, msg("error pages that answer as found"), before_.soft_404, after_.soft_404);
        differs(out, msg("known but not asked"), before_.not_fetched, after_.not_fetched);
    }

    const Audit& before_;
    const Audit& after_;
    Comparison out_;
};

bool is_restamped(const PageState& before, const PageState& after)
{
    return before.prose != 0 && before.prose == after.prose && !before.published.empty() && after.published > before.published;
}

}  // namespace

Result<Comparison> compare(const Audit& before, const Audit& after)
{
    if (host_of(before) != host_of(after)) {
        return fail(ErrorKind::usage, msg("these are audits of different portals: {} and {}", host_of(before), host_of(after)));
    }
    return Comparer(before, after).run();
}

std::vector<PageChange> compare(const PageStates& before, const PageStates& after)
{
    std::vector<PageChange> out;
    for (const auto& [url, page] : after) {
        const auto found = before.find(url);
        if (found == before.end()) {
            out.push_back({PageChange::Kind::added, url, page.title, "", page.answer});
        } else if (found->second.answer != page.answer) {
            out.push_back({PageChange::Kind::answer, url, page.title, found->second.answer, page.answer});
        } else if (is_restamped(found->second, page)) {
            out.push_back({PageChange::Kind::restamped, url, page.title, found->second.published, page.published});
        } else if (found->second.text != page.text) {
            out.push_back({PageChange::Kind::text, url, page.title, page.answer, page.answer});
        }
    }
    for (const auto& [url, page] : before) {
        if (after.count(url) == 0) {
            out.push_back({PageChange::Kind::removed, url, page.title, page.answer, ""});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const PageChange& a, const PageChange& b) { return a.url < b.url; });
    return out;
}

}  // namespace pa::audit
