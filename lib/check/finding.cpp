#include "check/finding.hpp"

#include <array>

namespace pa::check {

namespace {

struct VerdictName {
    Verdict verdict;
    std::string_view name;
};
constexpr VerdictName verdicts[] = {
    {Verdict::passed, "passed"},           {Verdict::partly, "partly"},
    {Verdict::failed, "failed"},           {Verdict::cannot_tell, "cannot-tell"},
    {Verdict::not_applicable, "not-applicable"}, {Verdict::needs_human, "needs-human"},
};

}  // namespace

std::string_view name_of(Verdict verdict)
{
    for (const VerdictName& row : verdicts) {
        if (row.verdict == verdict) {
            return row.name;
        }
    }
    return "";
}

std::optional<Verdict> verdict_named(std::string_view name)
{
    for (const VerdictName& row : verdicts) {
        if (row.name == name) {
            return row.verdict;
        }
    }
    return std::nullopt;
}

std::string_view name_of(File::State state)
{
    constexpr std::array<std::string_view, 4> names = {"sound", "no-text", "broken", "unknown"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(Item::State state)
{
    switch (state) {
    case Item::State::present:
        return "present";
    case Item::State::empty:
        return "empty";
    case Item::State::absent:
        return "absent";
    case Item::State::cannot_tell:
        return "cannot-tell";
    }
    return "";
}

void add_proof(Judgement& judgement, Proof proof)
{
    if (judgement.proof.size() < most_proof) {
        judgement.proof.push_back(std::move(proof));
    } else {
        ++judgement.proof_left_out;
    }
}

}  // namespace pa::check
