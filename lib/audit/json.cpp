// audit.json, both ways. One list of fields serves writing and reading, so neither can forget one.
#include "audit/audit.hpp"
#include "audit/json_score.hpp"
#include "audit/json_services.hpp"
#include "audit/json_visitor.hpp"
#include "base/file.hpp"

#include <charconv>

namespace pa::audit {

// Not in a nameless namespace: the visitors find these by argument-dependent look-up.

template <class Visitor>
void describe(Visitor& v, GroupScore& group)
{
    v.field("id", group.id);
    v.field("title", group.title);
    describe(v, group.percent);
    v.field("points", group.points);
}

template <class Visitor>
void describe(Visitor& v, Score& score)
{
    describe(v, score.percent);
    v.group("grade", [&](auto& inner) {
        inner.field("low", score.grade_low);
        inner.field("high", score.grade_high);
    });
    v.field("points", score.points);
    v.field("verdicts", score.verdicts);
    v.list("grades", score.grades);
    v.list("groups", score.groups);
}

template <class Visitor>
void describe(Visitor& v, TailoringChange& change)
{
    v.field("rule", change.rule);
    v.field("what", change.what);
    v.field("from", change.from);
    v.field("to", change.to);
    v.field("reason", change.reason);
}

template <class Visitor>
void describe(Visitor& v, Tailoring& tailoring)
{
    v.field("id", tailoring.id);
    v.field("title", tailoring.title);
    v.field("authority", tailoring.authority);
    v.field("sha256", tailoring.sha256);
    v.list("changes", tailoring.changes);
}

template <class Visitor>
void describe(Visitor& v, Waiver& waiver)
{
    v.field("authority", waiver.authority);
    v.field("number", waiver.number);
    v.field("issued", waiver.issued);
    v.field("from", waiver.from);
    v.field("until", waiver.until);
    v.field("reason", waiver.reason);
    v.field("rules", waiver.rules);
    v.field("portals", waiver.portals);
    v.field("state", waiver.state);
}

template <class Visitor>
void describe(Visitor& v, Proof& proof)
{
    v.field("what", proof.what);
    v.field("url", proof.url);
    v.field("excerpt", proof.excerpt);
}

template <class Visitor>
void describe(Visitor& v, Finding& finding)
{
    v.field("id", finding.id);
    v.field("rule", finding.rule);
    v.field("verdict", finding.verdict);
    v.field("share", finding.share);
    v.field("points", finding.points);
    v.field("title", finding.title);
    v.field("why", finding.why);
    v.field("asked", finding.asked);
    v.field("remedy", finding.remedy);
    v.group("law", [&](auto& inner) {
        inner.field("instrument", finding.instrument);
        inner.field("article", finding.article);
        inner.field("source", finding.source);
        inner.field("in_force_from", finding.in_force_from);
        inner.field("in_force_until", finding.in_force_until);
    });
    v.field("group", finding.group);
    v.field("kind", finding.kind);
    v.field("form", finding.form);
    v.field("severity", finding.severity);
    v.field("item", finding.item);
    v.since(2, [&](auto& added) { added.field("waiver", finding.waiver); });
    v.list("searched", finding.searched);
    v.list("proof", finding.proof);
    v.field("proof_left_out", finding.proof_left_out);
}

template <class Visitor>
void describe(Visitor& v, Item& item)
{
    v.field("id", item.id);
    v.field("state", item.state);
    v.field("rule", item.rule);
    v.field("title", item.title);
    v.field("label", item.label);
    v.field("clicks", item.clicks);
    v.field("newest", item.newest);
    v.since(3, [&](auto& inner) {
        inner.field("oldest", item.oldest);
        inner.field("dated", item.dated);
        inner.field("entries_per_month", item.entries_per_month);
        inner.field("longest_gap_days", item.longest_gap);
        inner.list("suspicions", item.suspicions);
    });
    v.field("why", item.why);
    v.field("page_count", item.page_count);
    v.field("pages", item.pages);
}

template <class Visitor>
void describe(Visitor& v, File& file)
{
    v.field("url", file.url);
    v.field("state", file.state);
    v.field("why", file.why);
}

template <class Visitor>
void describe(Visitor& v, Document& document)
{
    v.field("page", document.page);
    v.field("item", document.item);
    v.group("fields", [&](auto& inner) {
        inner.field("type", document.type);
        inner.field("authority", document.authority);
        inner.field("number", document.number);
        inner.field("issued", document.issued);
        inner.field("effective", document.effective);
        inner.field("abstract", document.abstract);
    });
    v.list("files", document.files);
}

template <class Visitor>
void describe(Visitor& v, PackInfo& pack)
{
    v.field("id", pack.id);
    v.field("version", pack.version);
    v.field("title", pack.title);
    v.field("instrument", pack.instrument);
    v.field("issued", pack.issued);
    v.field("in_force_from", pack.in_force_from);
    v.field("in_force_until", pack.in_force_until);
}

template <class Visitor>
void describe(Visitor& v, Header& header)
{
    v.field("name", header.name);
    v.field("value", header.value);
}

template <class Visitor>
void describe(Visitor& v, Certificate& certificate)
{
    v.field("subject", certificate.subject);
    v.field("issuer", certificate.issuer);
    v.field("names", certificate.names);
    v.field("from", certificate.from);
    v.field("until", certificate.until);
    v.field("key", certificate.key);
    v.field("sha256", certificate.sha256);
}

template <class Visitor>
void describe(Visitor& v, Host& host)
{
    v.field("host", host.host);
    v.field("port", host.port);
    v.field("a", host.addresses4);
    v.field("aaaa", host.addresses6);
    v.field("fixed_address", host.fixed_address);
    v.field("dns_failure", host.dns_failure);
    v.group("tls", [&](auto& inner) {
        inner.field("version", host.tls_version);
        inner.field("cipher", host.tls_cipher);
        inner.field("alpn", host.alpn);
        inner.field("failure", host.tls_failure);
        inner.field("verify", host.verify);
        inner.list("chain", host.chain);
    });
    v.field("requests", host.requests);
    v.field("failed", host.failed);
    v.group("response_ms", [&](auto& inner) {
        inner.field("p50", host.ms_p50);
        inner.field("p90", host.ms_p90);
        inner.field("p99", host.ms_p99);
    });
}

template <class Visitor>
void describe(Visitor& v, Trap& trap)
{
    v.field("kind", trap.kind);
    v.field("where", trap.where);
    v.field("left_out", trap.left_out);
}

template <class Visitor>
void describe(Visitor& v, Stratum& stratum)
{
    v.field("section", stratum.section);
    v.field("known", stratum.known);
    v.field("taken", stratum.taken);
}

template <class Visitor>
void describe(Visitor& v, Audit& audit)
{
    v.group("tool", [&](auto& inner) {
        inner.field("name", audit.tool_name);
        inner.field("version", audit.tool_version);
    });
    v.group("portal", [&](auto& inner) {
        inner.field("start", audit.start);
        inner.field("home", audit.home);
        inner.field("scope", audit.scope);
        inner.field("charsets", audit.charsets);
        inner.field("languages", audit.languages);
        inner.since(1, [&](auto& added) {
            added.field("http_version", audit.http_version);
            added.field("http_to_https", audit.http_to_https);
            added.list("security_headers", audit.security_headers);
            added.field("sitemap_files", audit.sitemap_files);
            added.list("hosts", audit.hosts);
        });
    });
    v.group("unit", [&](auto& inner) {
        inner.field("name", audit.unit_name);
        inner.field("type", audit.unit_type);
    });
    v.group("profile", [&](auto& inner) {
        inner.field("id", audit.profile);
        inner.field("title", audit.profile_title);
    });
    v.field("as_of", audit.as_of);
    v.group("evidence", [&](auto& inner) {
        inner.field("sha256", audit.evidence_sha256);
        inner.field("source", audit.source);
        inner.field("begun", audit.evidence_begun);
        inner.field("ended", audit.evidence_ended);
        inner.field("complete", audit.complete);
    });
    v.list("packs", audit.packs);
    v.list("notes", audit.notes);
    v.field("score", audit.score);
    v.since(2, [&](auto& added) {
        added.field("score_with_waivers", audit.with_waivers);
        added.list("tailoring", audit.tailorings);
        added.list("waivers", audit.waivers);
    });
    v.list("findings", audit.findings);
    v.list("items", audit.items);
    v.since(3, [&](auto& inner) { inner.list("documents", audit.documents); });
    v.since(4, [&](auto& inner) {
        inner.list("services", audit.services);
        inner.field("service_facts", audit.service_facts);
    });
    v.group("crawl", [&](auto& inner) {
        inner.field("pages", audit.pages);
        inner.field("addresses", audit.addresses);
        inner.field("failed", audit.failed);
        inner.field("failed_examples", audit.failed_examples);
        inner.field("disallowed", audit.disallowed);
        inner.field("not_fetched", audit.not_fetched);
        inner.field("robots", audit.robots);
        inner.field("limits_hit", audit.limits_hit);
        inner.since(1, [&](auto& added) {
            added.field("blocked", audit.blocked);
            added.field("blocked_examples", audit.blocked_examples);
            added.field("soft_404", audit.soft_404);
            added.field("duplicates", audit.duplicates);
            added.list("traps", audit.traps);
            added.field("sample_seed", audit.sample_seed);
            added.list("sample", audit.sample);
            added.field("resumed", audit.resumed);
        });
    });
}

std::string to_json(const Audit& audit)
{
    Json json = Json::object();
    json["schema_version"] = schema_version;
    Out out{json};
    describe(out, const_cast<Audit&>(audit));
    return json.dump(2) + "\n";
}

Result<Audit> from_json(const std::string& text, const std::string& file)
{
    const auto broken = [&](const Message& message) -> Result<Audit> {
        return tl::unexpected(Error{ErrorKind::damaged, message, Location{file, 0, 0, ""}, {}});
    };
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        return broken(msg("no valid JSON object, so no audit"));
    }
    const auto version = json.find("schema_version");
    if (version == json.end() || !version->is_string() || !version->get<std::string>().starts_with("1.")) {
        return broken(msg("no audit of schema version {}", schema_version));
    }
    const auto& number = version->get_ref<const std::string&>();
    unsigned minor = 0;
    std::from_chars(number.data() + 2, number.data() + number.size(), minor);
    std::string problem;
    Audit audit;
    In in{json, "", problem, minor};
    describe(in, audit);
    if (!problem.empty()) {
        return broken(msg("no valid audit: {}", problem));
    }
    if (minor < 2) {
        audit.with_waivers = {audit.score.percent, audit.score.points, audit.score.grade_low, audit.score.grade_high};
    }
    if (const auto wrong = contradiction(audit)) {
        return broken(msg("the audit contradicts itself: {}", *wrong));
    }
    return audit;
}

Result<Audit> read(const std::string& file)
{
    constexpr std::uint64_t limit = 1ULL << 30U;
    PA_LET(text, read_file(file, limit));
    return from_json(text, file);
}

}  // namespace pa::audit
