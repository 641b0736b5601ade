#include "net/transport.hpp"

#include "support/fault_server.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace std::chrono_literals;
using test::FaultServer;

namespace {

const std::string ok = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

net::CurlOptions options(const FaultServer& server, const std::string& secrets_for)
{
    net::CurlOptions out;
    out.user_agent = "portalaudit-test/1";
    out.connect_timeout = 5s;
    out.total_timeout = 10s;
    out.allow_private = true;
    for (const char* host : {"own.example.vn", "other.example.vn", "sub.own.example.vn"}) {
        out.resolve.push_back(host + (":" + std::to_string(server.port()) + ":127.0.0.1"));
    }
    out.secrets_for = *url::Url::parse(secrets_for);
    out.basic_auth = "nguyen:mat-khau";
    out.cookie = "session=bi-mat; b=c";
    out.headers = {"X-Staging-Token: to-ken", "x-second: hai"};
    return out;
}

net::Answer ask(net::Transport& transport, const std::string& url)
{
    transport.start({1, url, 100'000});
    const auto deadline = std::chrono::steady_clock::now() + 15s;
    while (std::chrono::steady_clock::now() < deadline) {
        std::vector<net::Answer> answers = transport.wait(50ms);
        if (!answers.empty()) {
            return answers[0];
        }
    }
    FAIL("no answer");
    return {};
}

// "nguyen:mat-khau" by RFC 4648.
constexpr std::string_view in_base64 = "bmd1eWVuOm1hdC1raGF1";
constexpr std::string_view secrets[] = {in_base64, "bi-mat", "to-ken", "hai"};

std::size_t secrets_in(const std::string& text)
{
    std::size_t count = 0;
    for (const std::string_view secret : secrets) {
        count += text.find(secret) != std::string::npos ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_CASE("secrets go to their own host alone, and stand in no evidence")
{
    FaultServer server({{"/", {{ok}}}, {"/x", {{ok}}}});
    const std::string port = ":" + std::to_string(server.port());
    auto transport = *net::curl_transport(options(server, "http://own.example.vn" + port + "/"));
    struct Row {
        std::string url;
        std::size_t secrets;
    };
    // in turn, so that a handle that carried secrets is used for another host next
    const Row rows[] = {
        {"http://own.example.vn" + port + "/", 4},   {"http://other.example.vn" + port + "/", 0}, {"http://sub.own.example.vn" + port + "/", 0},
        {"http://own.example.vn" + port + "/x", 4},  {"http://127.0.0.1" + port + "/", 0},        {"http://other.example.vn" + port + "/x", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        const net::Answer answer = ask(*transport, row.url);
        CAPTURE(answer.detail);
        REQUIRE(answer.response.status == 200);
        const std::string sent = server.requests().back();
        CAPTURE(sent);
        CHECK(secrets_in(sent) == row.secrets);
        CHECK(secrets_in(answer.request_head) == 0);
        // the rest is what was sent; the fields are named, not valued
        CHECK(answer.request_head.starts_with(sent.substr(0, sent.find("\r\n"))));
        CHECK(answer.request_head.ends_with("\r\n\r\n"));
        for (const char* field : {"\r\nAuthorization: [withheld]\r\n", "\r\nCookie: [withheld]\r\n", "\r\nX-Staging-Token: [withheld]\r\n", "\r\nx-second: [withheld]\r\n"}) {
            CAPTURE(field);
            CHECK((answer.request_head.find(field) != std::string::npos) == (row.secrets > 0));
        }
        CHECK(answer.request_head.find("\r\nUser-Agent: portalaudit-test/1\r\n") != std::string::npos);
    }
}

TEST_CASE("secrets that were given for https are not sent in the clear")
{
    FaultServer server({{"/", {{ok}}}});
    const std::string port = ":" + std::to_string(server.port());
    auto transport = *net::curl_transport(options(server, "https://own.example.vn" + port + "/"));
    REQUIRE(ask(*transport, "http://own.example.vn" + port + "/").response.status == 200);
    CHECK(secrets_in(server.requests().back()) == 0);
}

TEST_CASE("without an address to send them to, secrets are not sent")
{
    FaultServer server({{"/", {{ok}}}});
    const std::string port = ":" + std::to_string(server.port());
    net::CurlOptions nowhere = options(server, "http://own.example.vn/");
    nowhere.secrets_for = {};
    auto transport = *net::curl_transport(nowhere);
    REQUIRE(ask(*transport, "http://own.example.vn" + port + "/").response.status == 200);
    CHECK(secrets_in(server.requests().back()) == 0);
}
