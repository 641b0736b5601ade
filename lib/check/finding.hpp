// What a rule says of a portal.
#pragma once

#include "base/message.hpp"
#include "rule/rule.hpp"
#include "time/date.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pa::check {

/// Each word is defined once, here, and used everywhere:
enum class Verdict {
    passed,          ///< what is asked is there
    partly,          ///< some of it is; the share says how much
    failed,          ///< it was looked for and is not there
    cannot_tell,     ///< the evidence does not show it either way; the reason says why
    not_applicable,  ///< not asked of this unit, or there is nothing to ask it of
    needs_human,     ///< only a person can judge it
};

std::string_view name_of(Verdict verdict);
std::optional<Verdict> verdict_named(std::string_view name);

/// One thing that was looked at, for or against.
struct Proof {
    Message what;
    std::string url;      ///< where; may be empty
    std::string excerpt;  ///< the page's own words, at most 300 code points; may be empty
};

/// A file that a page offers.
struct File {
    enum class State {
        sound,
        no_text,  ///< pictures of pages: it can be downloaded, but neither searched nor read aloud
        broken,
        unknown,
    };

    std::string url;
    State state = State::unknown;
    Message why;  ///< for all but `sound`
};

/// A document that an item publishes, as the portal shows it.
struct Document {
    std::string page;                                      ///< where; several share the page of a list
    std::map<std::string, std::string, std::less<>> fields;  ///< those that are shown: type, authority, number, issued, effective, abstract
    std::vector<File> files;
};

/// An information item of the law on this portal.
struct Item {
    enum class State { present, empty, absent, cannot_tell };

    std::string id;
    State state = State::absent;
    std::vector<std::string> pages;      ///< the section's page first, then pages of its entries, at most 200
    std::uint64_t page_count = 0;
    std::string label;                   ///< by which it was found
    std::optional<std::uint32_t> clicks;
    std::optional<time::Day> newest;
    std::optional<time::Day> oldest;
    std::uint64_t dated = 0;             ///< entries whose publication day is known
    std::optional<double> entries_per_month;
    std::optional<std::int64_t> longest_gap;  ///< days
    std::vector<Document> documents;     ///< where the rule asks for them
    std::vector<Message> suspicions;     ///< what looks made for the inspection
    Message why;
};

std::string_view name_of(Item::State state);
std::string_view name_of(File::State state);

/// What a check has to say; a finding is this and the rule.
struct Judgement {
    Verdict verdict = Verdict::cannot_tell;
    double share = 0;                  ///< of the points, for `partly`: more than 0, less than 1
    Message why;
    std::vector<Proof> proof;          ///< at most `most_proof`; the most telling first
    std::uint64_t proof_left_out = 0;
    std::vector<Message> searched;     ///< what was looked for and where
    std::optional<Item> item;
};

constexpr std::size_t most_proof = 20;

/// Adds to the proof as long as there is room, and counts the rest.
void add_proof(Judgement& judgement, Proof proof);

struct Finding {
    const rule::Rule* rule = nullptr;
    Judgement judgement;
};

}  // namespace pa::check
