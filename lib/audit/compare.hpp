// What changed between two audits of a portal, and whether the portal changed or the rules did. A pure function of both.
#pragma once

#include "audit/audit.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pa::audit {

/// Where a change comes from.
enum class Cause {
    portal,    ///< the rule is the same in both
    rules,     ///< the evidence is the same, or the rule is in one of them only
    unclear,   ///< both the evidence and the rule, its pack or the program differ
    decision,  ///< an act that excuses, or an overlay
};

/// How a finding changed, the worst first.
enum class Turn {
    worse,      ///< to failed or partly from something better, to failed from partly, or a smaller share
    exposed,    ///< a defect that an act excused before and none excuses now
    undecided,  ///< was decided
    decided,    ///< as met; was not decided, or not asked
    better,     ///< no defect any more, or a smaller one
    excused,    ///< a defect that an act excuses now
    asked,      ///< a rule that only the later audit has
    dropped,    ///< a rule that only the earlier audit has, or that is no longer asked of this unit
    weighed,    ///< the same verdict for other points
};

struct FindingChange {
    Turn turn = Turn::worse;
    Cause cause = Cause::portal;
    const Finding* before = nullptr;  ///< of the audits that were compared; at least one is there
    const Finding* after = nullptr;

    const Finding& known() const { return after != nullptr ? *after : *before; }
};

/// A value that differs: "from" and "to" as people read it.
struct ValueChange {
    Message what;
    Text from;
    Text to;
};

struct ItemChange {
    std::string id;
    Text title;
    std::vector<ValueChange> values;
    bool is_new = false;   ///< or gone, when not
    bool is_gone = false;
};

struct DocumentChange {
    enum class Kind { added, removed, broken, mended } kind = Kind::added;
    std::string item;
    std::string number;
    std::string page;
};

/// A page of an evidence file, as far as comparing goes.
struct PageState {
    std::string answer;      ///< status, or the name of the failure
    std::uint64_t text = 0;  ///< of its visible text
    std::string title;
    std::uint64_t prose = 0;  ///< of its paragraphs, without their stamp; 0 where it has none
    std::string published = {};  ///< the day, in ISO 8601; empty where it is not told with medium or high confidence
};
using PageStates = std::map<std::string, PageState>;  ///< by address

struct PageChange {
    enum class Kind { added, removed, answer, text, restamped } kind = Kind::text;  ///< the last: a later day of publication over the same paragraphs
    std::string url;
    std::string title;
    std::string from;  ///< answers; of `restamped` days in ISO 8601
    std::string to;
};

struct GroupChange {
    Text title;
    std::optional<Percent> before;
    std::optional<Percent> after;
};

struct Comparison {
    const Audit* before = nullptr;
    const Audit* after = nullptr;
    bool is_same_evidence = false;
    bool is_same_rules = false;             ///< profile, day of the law, packs with their versions, overlays, acts, program
    std::vector<ValueChange> circumstances; ///< what differs of both: program, packs, profile, days, overlays, evidence
    std::vector<FindingChange> findings;    ///< by turn, then in the order of the later audit
    std::vector<GroupChange> groups;        ///< those that differ
    std::vector<ItemChange> items;
    std::vector<DocumentChange> documents;
    std::vector<ValueChange> crawl;         ///< counts of pages that differ
    std::optional<std::vector<PageChange>> pages;  ///< by address; only evidence tells them
};

/// Fails with `usage` when they are audits of different hosts.
Result<Comparison> compare(const Audit& before, const Audit& after);

/// The pages that are not the same, by address.
std::vector<PageChange> compare(const PageStates& before, const PageStates& after);

}  // namespace pa::audit
