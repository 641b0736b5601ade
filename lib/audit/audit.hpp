// The result: everything a report needs, and nothing that needs the evidence or the rules again. All texts
// are in both languages. Written as audit.json, described in portalaudit-audit(5) and its JSON Schema.
#pragma once

#include "audit/decisions.hpp"
#include "audit/items.hpp"
#include "audit/portal.hpp"
#include "audit/services.hpp"
#include "base/message.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pa::audit {

/// Grows with every addition; a reader takes every version with the same major number.
inline constexpr const char* schema_version = "1.4";

struct Percent {
    double low = 0;
    double high = 0;
    double coverage = 0;
};

struct Points {
    double low = 0;
    double high = 0;
    double possible = 0;
};

struct GroupScore {
    std::string id;
    Text title;
    Percent percent;
    Points points;
};

struct Grade {
    std::string name;
    double from = 0;
};

struct Score {
    Percent percent;
    Points points;
    std::string grade_low;
    std::string grade_high;
    std::vector<Grade> grades;
    std::vector<GroupScore> groups;
    std::map<std::string, std::uint64_t> verdicts;  ///< how many findings of each verdict
};

/// The score with excused rules left out.
struct WaivedScore {
    Percent percent;
    Points points;
    std::string grade_low;
    std::string grade_high;
};

struct Proof {
    Text what;
    std::string url;
    std::string excerpt;
};

struct Finding {
    std::string id;        ///< the same for the same rule and portal in every audit
    std::string rule;      ///< "vn.nd43-2011/directives.schedule"
    Text title;
    Text asked;
    Text remedy;
    std::string instrument;
    std::string article;
    std::string source;
    std::string in_force_from;
    std::string in_force_until;
    std::string group;
    std::string kind;
    std::string form;
    std::string severity;
    std::string verdict;
    double share = 0;
    Points points;
    Text why;
    std::vector<Text> searched;
    std::vector<Proof> proof;
    std::uint64_t proof_left_out = 0;
    std::string item;      ///< id of the item, or empty
    std::string waiver;    ///< number of the act that excuses from the rule, or empty
};

struct PackInfo {
    std::string id;
    std::string version;
    Text title;
    std::string instrument;
    std::string issued;
    std::string in_force_from;
    std::string in_force_until;
};

struct Audit {
    std::string tool_name;
    std::string tool_version;

    std::string start;
    std::string home;
    std::string scope;
    std::string source;            ///< network or folder
    std::string evidence_sha256;
    std::string evidence_begun;    ///< ISO 8601 with offset
    std::string evidence_ended;
    bool complete = false;

    std::string unit_name;
    std::string unit_type;
    std::string profile;
    Text profile_title;
    std::string as_of;             ///< the day whose law was applied
    std::vector<PackInfo> packs;
    std::vector<Text> notes;       ///< what a reader must know first, such as a law no longer in force

    Score score;
    WaivedScore with_waivers;       ///< the same as `score` where no act counts
    std::vector<Tailoring> tailorings;
    std::vector<Waiver> waivers;
    std::vector<Finding> findings;  ///< in the order of the packs
    std::vector<Item> items;        ///< sorted by id
    std::vector<Document> documents;  ///< by item, then in the order of its lists
    std::vector<Service> services;    ///< the worst first
    ServiceFacts service_facts;

    std::uint64_t pages = 0;        ///< HTML pages that were looked at
    std::uint64_t addresses = 0;    ///< everything that was asked for as a page
    std::uint64_t failed = 0;       ///< of these, no answer or one of 400 and above
    std::uint64_t disallowed = 0;
    std::uint64_t not_fetched = 0;
    std::string robots;
    std::vector<std::string> limits_hit;
    std::vector<std::string> failed_examples;  ///< at most 50 addresses with what they answered
    std::map<std::string, std::uint64_t> charsets;
    std::map<std::string, std::uint64_t> languages;

    std::string http_version;                  ///< of the home page's answer: "2", "1.1"; empty for a folder
    std::string http_to_https;                 ///< "yes", "no", or "" when it is not known
    std::vector<Header> security_headers;      ///< of the home page's answer, those that are there
    std::uint64_t sitemap_files = 0;
    std::vector<Host> hosts;
    std::uint64_t blocked = 0;                 ///< pages that a firewall, captcha or login wall keeps
    std::vector<std::string> blocked_examples; ///< at most 50 addresses with the kind of block
    std::uint64_t soft_404 = 0;
    std::uint64_t duplicates = 0;              ///< pages with the text of another
    std::vector<Trap> traps;
    std::uint64_t sample_seed = 0;
    std::vector<Stratum> sample;               ///< empty when everything known was asked
    std::vector<std::string> resumed;          ///< when a broken-off fetch was gone on with
};

/// JSON with two blanks of indent and a line end; the same audit gives the same bytes.
std::string to_json(const Audit& audit);

/// The services alone, as `to_json` writes them: an object with `services` and `service_facts`.
std::string services_json(const Audit& audit);

/// What in an audit contradicts the rest: an unknown verdict, points that do not fit it, a score that is not the sum of
/// its findings. Nothing when it holds together.
std::optional<Message> contradiction(const Audit& audit);

/// Reads an audit.json. Fails with `damaged`, naming what is missing or wrong and where, also when the audit contradicts itself.
Result<Audit> from_json(const std::string& json, const std::string& file);

/// The same from a file, of at most 1 GiB.
Result<Audit> read(const std::string& file);

}  // namespace pa::audit
