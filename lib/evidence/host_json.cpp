#include "evidence/host_json.hpp"

#include <nlohmann/json.hpp>

namespace pa::evidence {

namespace {

using Json = nlohmann::ordered_json;

Json of(const http::Certificate& certificate)
{
    return {{"subject", certificate.subject},
            {"issuer", certificate.issuer},
            {"names", certificate.names},
            {"from", time::to_utc_string(certificate.from)},
            {"until", time::to_utc_string(certificate.until)},
            {"key", certificate.key},
            {"sha256", certificate.sha256}};
}

std::string text(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

bool flag(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

std::vector<std::string> texts(const Json& json, const char* key)
{
    std::vector<std::string> out;
    const auto found = json.find(key);
    if (found != json.end() && found->is_array()) {
        for (const Json& one : *found) {
            if (one.is_string()) {
                out.push_back(one.get<std::string>());
            }
        }
    }
    return out;
}

time::Moment moment(const Json& json, const char* key) { return time::parse_moment(text(json, key)).value_or(time::Moment()); }

}  // namespace

std::string host_json(const http::HostFacts& facts)
{
    Json json;
    json["host"] = facts.host;
    json["port"] = facts.port;
    json["at"] = time::to_utc_string(facts.at);
    json["a"] = facts.addresses4;
    json["aaaa"] = facts.addresses6;
    json["fixed-address"] = facts.fixed_address;
    json["dns-failure"] = facts.dns_failure;
    json["tls"] = facts.has_tls;
    json["tls-version"] = facts.tls_version;
    json["tls-cipher"] = facts.tls_cipher;
    json["alpn"] = facts.alpn;
    json["tls-failure"] = facts.tls_failure;
    json["verify"] = facts.verify;
    json["chain"] = Json::array();
    for (const http::Certificate& certificate : facts.chain) {
        json["chain"].push_back(of(certificate));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<http::HostFacts> parse_host_json(std::string_view bytes)
{
    const Json json = Json::parse(bytes, nullptr, false);
    if (!json.is_object() || text(json, "host").empty()) {
        return std::nullopt;
    }
    http::HostFacts facts;
    facts.host = text(json, "host");
    const auto port = json.find("port");
    const bool is_port = port != json.end() && port->is_number_unsigned() && port->get<std::uint64_t>() <= 0xFFFF;
    facts.port = is_port ? port->get<std::uint16_t>() : std::uint16_t{0};
    facts.at = moment(json, "at");
    facts.addresses4 = texts(json, "a");
    facts.addresses6 = texts(json, "aaaa");
    facts.fixed_address = flag(json, "fixed-address");
    facts.dns_failure = text(json, "dns-failure");
    facts.has_tls = flag(json, "tls");
    facts.tls_version = text(json, "tls-version");
    facts.tls_cipher = text(json, "tls-cipher");
    facts.alpn = text(json, "alpn");
    facts.tls_failure = text(json, "tls-failure");
    facts.verify = text(json, "verify");
    const auto chain = json.find("chain");
    if (chain != json.end() && chain->is_array()) {
        for (const Json& one : *chain) {
            facts.chain.push_back({text(one, "subject"), text(one, "issuer"), texts(one, "names"), moment(one, "from"), moment(one, "until"),
                                   text(one, "key"), text(one, "sha256")});
        }
    }
    return facts;
}

}  // namespace pa::evidence
