// verify: whether evidence, and an audit made of it, are what they were.
#include "cmd/options.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"
#include "evidence/signature.hpp"
#include "evidence/verify.hpp"

namespace pa::cmd {

namespace {

constexpr std::uint64_t audit_limit = 1ULL << 30U;

struct Options {
    CommonOptions common;
    std::vector<std::string> rules;
    std::vector<std::string> tailorings;
    std::vector<std::string> waivers;
    std::string catalogue;
    std::string evidence;
    std::string audit;
    std::string public_key;
    std::string signature;
};

Message words_of(const evidence::Fault& fault)
{
    return fault.part.empty() ? msg("byte {}: {}", fault.at, fault.what) : msg("{}, byte {}: {}", fault.part, fault.at, fault.what);
}

Result<void> verify_evidence(const Options& options, const Env& env)
{
    PA_LET(found, evidence::verify(options.evidence));
    for (const evidence::Fault& fault : found.faults) {
        env.say(words_of(fault));
    }
    if (!found.faults.empty()) {
        return fail(ErrorKind::damaged, msg("\"{}\" is not what was sealed; faults: {}", options.evidence, found.faults.size()));
    }
    env.out(msg("{}: {} bytes, {} records, {} answers, {} pages; every digest holds", options.evidence, found.bytes, found.records, found.exchanges, found.pages)
                .in(env.lang) +
            "\n");
    if (!found.ending.complete) {
        env.out(msg("the crawl was broken off: what was not seen counts as not known").in(env.lang) + "\n");
    }
    return {};
}

Result<void> verify_signature(const Options& options, const Env& env)
{
    const std::string signature = options.signature.empty() ? evidence::signature_of(options.evidence).string() : options.signature;
    if (options.public_key.empty()) {
        std::error_code code;
        if (!options.signature.empty() || std::filesystem::exists(signature, code)) {
            env.say(msg("{} was not looked at: name the public key with --public-key", signature));
        }
        return {};
    }
    PA_LET(good, evidence::is_signed(options.evidence, signature, options.public_key));
    if (!good) {
        return fail(ErrorKind::damaged, msg("\"{}\" is no signature of \"{}\" by the key \"{}\"", signature, options.evidence, options.public_key));
    }
    env.out(msg("{}: signed by {}", options.evidence, options.public_key).in(env.lang) + "\n");
    return {};
}

// The line in which two texts differ first.
std::size_t first_difference(const std::string& a, const std::string& b)
{
    std::size_t line = 1;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i) {
        line += a[i] == '\n' ? 1U : 0U;
    }
    return line;
}

// Judges again what the audit was made of, by the same law, and holds the bytes against each other.
Result<void> verify_audit(const Options& options, const Env& env)
{
    PA_LET(text, read_file(options.audit, audit_limit));
    PA_LET(audit, audit::from_json(text, options.audit));
    PA_LET(digest, evidence::sha256_file(options.evidence));
    if (digest != audit.evidence_sha256) {
        return fail(ErrorKind::damaged, msg("\"{}\" was made of other evidence: SHA-256 {}, not {}", options.audit, audit.evidence_sha256, digest));
    }
    const RuleOptions rules{options.rules, audit.profile, audit.as_of, audit.unit_type, audit.unit_name, options.tailorings, options.waivers, options.catalogue};
    PA_LET(again, judge_evidence(options.evidence, rules, options.common, env));
    const std::string replayed = audit::to_json(again);
    if (replayed == text) {
        env.out(msg("{}: judged again, the same to the byte", options.audit).in(env.lang) + "\n");
        return {};
    }
    const bool other_program = again.tool_version != audit.tool_version;
    bool other_packs = again.packs.size() != audit.packs.size();
    for (std::size_t i = 0; !other_packs && i < again.packs.size(); ++i) {
        other_packs = again.packs[i].version != audit.packs[i].version;
    }
    return fail(ErrorKind::damaged, msg("\"{}\" differs from what the evidence gives, first in line {}", options.audit, first_difference(replayed, text)),
                other_program ? msg("it was made by version {} of this program, which is {}", audit.tool_version, again.tool_version)
                : other_packs ? msg("it was made with other versions of the rule packs")
                : again.tailorings.size() != audit.tailorings.size() || again.waivers.size() != audit.waivers.size()
                    ? msg("it was made with overlays or waivers: name their files with --tailoring and --waivers")
                              : Message());
}

Result<void> run(const Options& options, const Env& env)
{
    PA_TRY(verify_evidence(options, env));
    PA_TRY(verify_signature(options, env));
    return options.audit.empty() ? Result<void>() : verify_audit(options, env);
}

}  // namespace

namespace registry {

Command verify_command()
{
    return {"verify", msg("check that evidence is what was sealed, and that an audit follows from it"), [](CLI::App& app, Env& env) -> std::function<int()> {
                auto options = std::make_shared<Options>();
                app.add_option("evidence", options->evidence, msg("an evidence file of fetch or audit").in(env.lang))->required();
                app.add_option("audit", options->audit, msg("an audit.json: it is made again from the evidence and compared").in(env.lang));
                app.add_option("--public-key", options->public_key, msg("a public key or certificate (PEM) that the evidence must be signed by").in(env.lang));
                app.add_option("--signature", options->signature, msg("the signature; the evidence file's name with .sig by default").in(env.lang));
                app.add_option("--rules", options->rules, msg("rule packs and profiles: files or folders; those installed by default").in(env.lang));
                app.add_option("--tailoring", options->tailorings, msg("an overlay that selects, weighs and sets rules; packs stay as they are").in(env.lang));
                app.add_option("--waivers", options->waivers, msg("a file of administrative acts that excuse from rules").in(env.lang));
                app.add_option("--catalogue", options->catalogue, msg("the list of procedures by which the audit was made").in(env.lang));
                options->common.add(app, env);
                return [options, &env] {
                    const auto done = run(*options, env);
                    return done ? static_cast<int>(judged) : env.fail(done.error());
                };
            }};
}

}  // namespace registry

}  // namespace pa::cmd
