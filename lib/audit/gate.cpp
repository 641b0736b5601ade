#include "audit/gate.hpp"

#include "audit/words.hpp"
#include "text/suggest.hpp"
#include "url/url.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace pa::audit {

namespace {

// At least a hundredth must be missing, as the score has no finer parts.
bool is_less(double value, double than) { return value < than - 0.005; }

double end_of(const Percent& percent, ScoreEnd end) { return end == ScoreEnd::low ? percent.low : percent.high; }

Message name_of(ScoreEnd end) { return end == ScoreEnd::low ? msg("low end") : msg("high end"); }

std::string host_of(const Audit& audit)
{
    const auto url = url::Url::parse(audit.home);
    return url ? std::string(url->host()) : audit.home;
}

bool is_named(const Finding& finding, const std::string& rule) { return finding.rule == rule || finding.rule.ends_with("/" + rule); }

class Gate {
public:
    Gate(const Audit& audit, const Audit* baseline, const GateConditions& conditions) : audit_(audit), baseline_(baseline), conditions_(conditions)
    {
        if (baseline != nullptr) {
            for (const Finding& finding : baseline->findings) {
                before_.emplace(finding.id, &finding);
            }
        }
    }

    Result<GateResult> run()
    {
        PA_TRY(usable());
        judge_score();
        judge_findings();
        tell_fixed();
        judge_coverage();
        return std::move(out_);
    }

private:
    bool is_about_findings() const { return !conditions_.fail_on.empty() || !conditions_.fail_on_rules.empty(); }
    bool is_any_new_one() const { return baseline_ != nullptr && !is_about_findings() && !conditions_.max_score_drop; }

    Result<void> usable() const
    {
        const bool is_asked = conditions_.min_score || conditions_.min_coverage || conditions_.max_score_drop || is_about_findings() || baseline_ != nullptr;
        if (!is_asked) {
            return fail(ErrorKind::usage, msg("the gate has no condition, so everything would pass"), msg("name one, such as --min-score or --fail-on"));
        }
        if (std::none_of(audit_.findings.begin(), audit_.findings.end(), [](const Finding& finding) { return finding.verdict != "not-applicable"; })) {
            return fail(ErrorKind::usage, msg("no rule was applied in this audit, so there is nothing to judge"));
        }
        for (const auto& value : {conditions_.min_score, conditions_.min_coverage, conditions_.max_score_drop}) {
            if (value && !(*value >= 0 && *value <= 100)) {  // also what is no number, which no comparison would ever fail
                return fail(ErrorKind::usage, msg("a percentage lies between 0 and 100"));
            }
        }
        if (conditions_.max_score_drop && baseline_ == nullptr) {
            return fail(ErrorKind::usage, msg("a drop of the score needs an earlier audit"), msg("name it with --baseline"));
        }
        if (baseline_ != nullptr && host_of(*baseline_) != host_of(audit_)) {
            return fail(ErrorKind::usage, msg("the baseline is an audit of {}, not of {}", host_of(*baseline_), host_of(audit_)));
        }
        if (!conditions_.fail_on.empty() && std::find(severities().begin(), severities().end(), conditions_.fail_on) == severities().end()) {
            return fail(ErrorKind::usage, msg("unknown severity \"{}\"", conditions_.fail_on), msg("known are: {}", fmt::format("{}", fmt::join(severities(), ", "))));
        }
        for (const std::string& rule : conditions_.fail_on_rules) {
            PA_TRY(known(rule));
        }
        return {};
    }

    Result<void> known(const std::string& rule) const
    {
        std::vector<std::string> names;
        for (const Finding& finding : audit_.findings) {
            if (is_named(finding, rule)) {
                return {};
            }
            names.push_back(finding.rule);
            names.push_back(finding.rule.substr(finding.rule.find('/') + 1));
        }
        const std::string near = text::nearest(rule, names);
        return fail(ErrorKind::usage, msg("the audit has no rule \"{}\"", rule), near.empty() ? Message{} : msg("did you mean \"{}\"?", near));
    }

    void fails(Message message)
    {
        out_.outcome = GateOutcome::failed;
        out_.failures.push_back(std::move(message));
    }

    void judge_score()
    {
        const double now = end_of(audit_.score.percent, conditions_.end);
        if (conditions_.min_score && is_less(now, *conditions_.min_score)) {
            fails(msg("the score is {} %, under {} % ({} of {} – {} %)", number(now), number(*conditions_.min_score), name_of(conditions_.end),
                      number(audit_.score.percent.low), number(audit_.score.percent.high)));
        }
        if (baseline_ == nullptr) {
            return;
        }
        const double before = end_of(baseline_->score.percent, conditions_.end);
        if (conditions_.max_score_drop && is_less(now, before - *conditions_.max_score_drop)) {
            fails(msg("the score fell by {}, more than {}: from {} to {} % ({})", number(before - now), number(*conditions_.max_score_drop), number(before), number(now), name_of(conditions_.end)));
        }
        if (!same_rules()) {
            out_.notes.push_back(msg("the baseline was judged by other rules, so a change may come from them and not from the portal"));
        }
    }

    bool same_rules() const
    {
        return audit_.profile == baseline_->profile && audit_.as_of == baseline_->as_of &&
               std::equal(audit_.packs.begin(), audit_.packs.end(), baseline_->packs.begin(), baseline_->packs.end(),
                          [](const PackInfo& a, const PackInfo& b) { return a.id == b.id && a.version == b.version; });
    }

    bool is_asked(const Finding& finding) const
    {
        const auto rank = [](const std::string& severity) { return std::find(severities().begin(), severities().end(), severity) - severities().begin(); };
        if (is_any_new_one() || (!conditions_.fail_on.empty() && rank(finding.severity) >= rank(conditions_.fail_on))) {
            return true;
        }
        return std::any_of(conditions_.fail_on_rules.begin(), conditions_.fail_on_rules.end(), [&](const std::string& rule) { return is_named(finding, rule); });
    }

    const Finding* earlier(const Finding& finding) const
    {
        const auto found = before_.find(finding.id);
        return found == before_.end() ? nullptr : found->second;
    }

    void judge_findings()
    {
        std::size_t unknown = 0;
        for (const Finding& finding : audit_.findings) {
            if (!is_asked(finding)) {
                continue;
            }
            unknown += finding.verdict == "cannot-tell" || finding.verdict == "needs-human" ? 1U : 0U;
            if (is_defect(finding)) {
                judge_defect(finding);
            }
        }
        if (unknown > 0) {
            out_.notes.push_back(msg("rules that would fail the gate, but are not decided: {}", unknown));
        }
        if (known_defects_ > 0) {
            out_.notes.push_back(msg("findings that are as in the baseline, or better: {}", known_defects_));
        }
    }

    void judge_defect(const Finding& finding)
    {
        const Finding* before = earlier(finding);
        // A defect that an act excused in the baseline and none excuses now is new to the gate.
        const bool is_exposed = before != nullptr && !before->waiver.empty() && finding.waiver.empty();
        if (before != nullptr && !is_exposed && goodness(before->verdict) <= goodness(finding.verdict)) {
            ++known_defects_;
        } else if (!finding.waiver.empty()) {
            out_.notes.push_back(msg("{} ({}): {}; excused by the act {}", finding.rule, severity_word(finding.severity), finding.title, finding.waiver));
        } else if (baseline_ == nullptr) {
            fails(msg("{} ({}): {}; {}", finding.rule, severity_word(finding.severity), finding.title, finding.why));
        } else {
            fails(msg("new: {} ({}): {}; {}", finding.rule, severity_word(finding.severity), finding.title, finding.why));
        }
    }

    void tell_fixed()
    {
        if (baseline_ == nullptr) {
            return;
        }
        std::set<std::string> still_there;
        for (const Finding& finding : audit_.findings) {
            still_there.insert(finding.id);
            const Finding* before = earlier(finding);
            if (before != nullptr && is_defect(*before) && finding.verdict == "passed") {
                out_.notes.push_back(msg("fixed: {}: {}", finding.rule, finding.title));
            } else if (before != nullptr && is_defect(*before) && !is_defect(finding)) {
                out_.notes.push_back(msg("was failed or partly, is now {}: {}: {}", verdict_word(finding.verdict), finding.rule, finding.title));
            }
        }
        for (const Finding& finding : baseline_->findings) {
            if (is_defect(finding) && still_there.count(finding.id) == 0) {
                out_.notes.push_back(msg("no longer asked: {}: {}", finding.rule, finding.title));
            }
        }
    }

    void judge_coverage()
    {
        if (conditions_.min_coverage && is_less(audit_.score.percent.coverage, *conditions_.min_coverage)) {
            fails(msg("only {} % of the points are decided, under {} %", number(audit_.score.percent.coverage), number(*conditions_.min_coverage)));
            out_.outcome = GateOutcome::low_coverage;
        }
    }

    const Audit& audit_;
    const Audit* baseline_;
    const GateConditions& conditions_;
    std::map<std::string, const Finding*> before_;
    std::size_t known_defects_ = 0;
    GateResult out_;
};

}  // namespace

Message words_of(const GateResult& result)
{
    switch (result.outcome) {
    case GateOutcome::passed: return msg("gate: passed");
    case GateOutcome::low_coverage: return msg("gate: could not judge, too little is decided");
    case GateOutcome::failed: break;
    }
    return msg("gate: failed");
}

Result<GateResult> gate(const Audit& audit, const Audit* baseline, const GateConditions& conditions) { return Gate(audit, baseline, conditions).run(); }

}  // namespace pa::audit
