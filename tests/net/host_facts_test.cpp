#include "net/host_facts.hpp"

#include "support/tls_server.hpp"

#include <doctest/doctest.h>

using namespace pa;
using net::CurlOptions;
using test::TempFolder;
using test::TlsServer;

namespace {

const time::Moment now = *time::parse_moment("2026-11-23T01:00:00Z");

http::HostFacts look(const TlsServer& server, const std::string& host, const std::string& ca_file)
{
    CurlOptions options;
    options.allow_private = true;
    options.ca_file = ca_file;
    options.resolve = {host + ":" + std::to_string(server.port()) + ":127.0.0.1"};
    return net::host_facts(*url::Url::parse("https://" + host + ":" + std::to_string(server.port()) + "/"), options, now);
}

}  // namespace

TEST_CASE("the TLS of a host: version, chain, and whether it can be trusted")
{
    const TempFolder folder;
    REQUIRE(test::make_authority(folder));
    REQUIRE(test::make_certificate(folder, "good", "DNS:a.example.vn,DNS:*.b.example.vn,IP:127.0.0.1", "-days 30"));
    REQUIRE(test::make_certificate(folder, "expired", "DNS:a.example.vn", "-days -1"));
    REQUIRE(test::openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout own.key -out own.pem -subj /CN=a.example.vn -addext subjectAltName=DNS:a.example.vn -days 30"));
    const std::string ca = (folder / "ca.pem").string();
    {
        const TlsServer server(folder, {"-cert", "good.pem", "-key", "good.key", "-cert_chain", "ca.pem", "-alpn", "http/1.1"});
        const http::HostFacts facts = look(server, "a.example.vn", ca);
        CAPTURE(facts.tls_failure);
        CHECK(facts.host == "a.example.vn");
        CHECK(facts.port == server.port());
        CHECK(facts.at == now);
        CHECK(facts.fixed_address);
        CHECK(facts.addresses4 == std::vector<std::string>{"127.0.0.1"});
        CHECK(facts.addresses6.empty());
        CHECK(facts.has_tls);
        CHECK(facts.tls_version == "TLSv1.3");
        CHECK(facts.tls_cipher.starts_with("TLS_"));
        CHECK(facts.alpn == "http/1.1");
        CHECK(facts.verify == "ok");
        CHECK(facts.tls_failure.empty());
        REQUIRE(facts.chain.size() == 2);
        CHECK(facts.chain[0].subject == "CN=good,O=Sở X");
        CHECK(facts.chain[0].issuer == "CN=Test CA");
        CHECK(facts.chain[0].names == std::vector<std::string>{"a.example.vn", "*.b.example.vn"});
        CHECK(facts.chain[0].key == "RSA 2048");
        CHECK(facts.chain[0].sha256.size() == 64);
        CHECK(facts.chain[0].until - facts.chain[0].from == std::chrono::hours(24 * 30));
        CHECK(facts.chain[1].subject == "CN=Test CA");
        CHECK(facts.chain[1].key == "EC 256");
        CHECK(facts.chain[0].sha256 != facts.chain[1].sha256);

        CHECK(look(server, "x.b.example.vn", ca).verify == "ok");
        CHECK(look(server, "other.example.vn", ca).verify == "the certificate is for another host name");
        // the system does not know this authority; the chain is described all the same
        const http::HostFacts unknown = look(server, "a.example.vn", "");
        CHECK(unknown.has_tls);
        CHECK(unknown.chain.size() == 2);
        CHECK(unknown.verify == "self-signed certificate in certificate chain");
        // by its address
        CurlOptions by_address;
        by_address.allow_private = true;
        by_address.ca_file = ca;
        const http::HostFacts at = net::host_facts(*url::Url::parse("https://127.0.0.1:" + std::to_string(server.port()) + "/"), by_address, now);
        CHECK(at.verify == "ok");
        CHECK(at.fixed_address);
        CHECK(at.addresses4 == std::vector<std::string>{"127.0.0.1"});
        // refused before anything is sent
        by_address.allow_private = false;
        const http::HostFacts refused = net::host_facts(*url::Url::parse("https://127.0.0.1:" + std::to_string(server.port()) + "/"), by_address, now);
        CHECK_FALSE(refused.has_tls);
        CHECK(refused.tls_failure == "private address");
        CHECK(refused.chain.empty());
        CHECK(refused.verify.empty());
    }
    {
        const TlsServer server(folder, {"-cert", "expired.pem", "-key", "expired.key", "-tls1_2"});
        const http::HostFacts facts = look(server, "a.example.vn", ca);
        CHECK(facts.verify == "certificate has expired");
        CHECK(facts.tls_version == "TLSv1.2");
        CHECK(facts.alpn.empty());
        CHECK(facts.chain.size() == 1);
        CHECK(facts.chain.at(0).until < facts.chain.at(0).from + std::chrono::hours(24));
    }
    {
        const TlsServer server(folder, {"-cert", "own.pem", "-key", "own.key"});
        CHECK(look(server, "a.example.vn", ca).verify == "self-signed certificate");
        CHECK(look(server, "a.example.vn", (folder / "own.pem").string()).verify == "ok");
    }
}

TEST_CASE("a host without TLS, and one that is not there")
{
    test::FaultServer server({});
    CurlOptions options;
    options.allow_private = true;
    const http::HostFacts plain = net::host_facts(*url::Url::parse(server.url("/")), options, now);
    CHECK_FALSE(plain.has_tls);
    CHECK(plain.tls_failure.empty());  // http: nothing was tried
    CHECK(server.requests().empty());
    const http::HostFacts gone = net::host_facts(*url::Url::parse("https://127.0.0.1:" + std::to_string(test::closed_port()) + "/"), options, now);
    CHECK_FALSE(gone.has_tls);
    CHECK_FALSE(gone.tls_failure.empty());
    const http::HostFacts unknown = net::host_facts(*url::Url::parse("http://nothing.invalid/"), options, now);
    CHECK_FALSE(unknown.fixed_address);
    CHECK(unknown.addresses4.empty());
    CHECK_FALSE(unknown.dns_failure.empty());
}

TEST_CASE("a client certificate is shown to the host of the secrets alone")
{
    const TempFolder folder;
    REQUIRE(test::make_authority(folder));
    REQUIRE(test::make_certificate(folder, "good", "DNS:a.example.vn,DNS:b.example.vn", "-days 30"));
    REQUIRE(test::make_certificate(folder, "client", "DNS:client", "-days 30"));
    // one that takes nobody without a certificate; by TLS 1.2 the handshake itself fails
    const TlsServer server(folder, {"-cert", "good.pem", "-key", "good.key", "-Verify", "1", "-CAfile", "ca.pem", "-verify_return_error", "-tls1_2"});
    CurlOptions options;
    options.allow_private = true;
    options.ca_file = (folder / "ca.pem").string();
    options.client_certificate = (folder / "client.pem").string();
    options.client_key = (folder / "client.key").string();
    const std::string port = ":" + std::to_string(server.port());
    options.resolve = {"a.example.vn" + port + ":127.0.0.1", "b.example.vn" + port + ":127.0.0.1"};
    options.secrets_for = *url::Url::parse("https://a.example.vn/");
    const http::HostFacts own = net::host_facts(*url::Url::parse("https://a.example.vn" + port + "/"), options, now);
    CAPTURE(own.tls_failure);
    CHECK(own.has_tls);
    CHECK(own.verify == "ok");
    const http::HostFacts other = net::host_facts(*url::Url::parse("https://b.example.vn" + port + "/"), options, now);
    CHECK_FALSE(other.has_tls);
    CHECK_FALSE(other.tls_failure.empty());
}
