// attested: what only a person on site can judge.
#include "check/kind.hpp"

namespace pa::check {

namespace {

class Attested final : public Check {
public:
    explicit Attested(std::string evidence) : evidence_(std::move(evidence)) {}

    Judgement judge(std::span<const PageNote>, const Context&) const override
    {
        Judgement judgement;
        judgement.verdict = Verdict::needs_human;
        judgement.why = msg("to be judged by an inspector, who has to see: {}", evidence_);
        return judgement;
    }

private:
    std::string evidence_;
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return std::make_unique<Attested>(rule.text("evidence")); }

}  // namespace

namespace registry {

Kind attested()
{
    Kind kind;
    kind.spec = {"attested", {{"evidence", rule::ParamType::string, true, "what the inspector has to see or to ask for"}}, true};
    kind.summary = "what only a person can judge";
    kind.document = "Always needs-human. The points count as not decided, so they lie between the low and the high end of the score.";
    kind.example = "kind = \"attested\"\nform = \"onsite\"\nevidence = \"Quyết định thành lập Ban Biên tập\"\n";
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
