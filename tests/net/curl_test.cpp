#include "net/transport.hpp"

#include "support/fault_server.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace std::chrono_literals;
using http::Failure;
using net::Answer;
using test::FaultServer;
using test::Step;

namespace {

net::CurlOptions options()
{
    net::CurlOptions out;
    out.user_agent = "portalaudit-test/1";
    out.connect_timeout = 500ms;
    out.total_timeout = 800ms;
    out.allow_private = true;
    return out;
}

Answer ask(net::Transport& transport, const std::string& url, std::uint64_t limit = 100'000)
{
    transport.start({3, url, limit});
    const auto deadline = std::chrono::steady_clock::now() + 3s;
    while (std::chrono::steady_clock::now() < deadline) {
        std::vector<Answer> answers = transport.wait(50ms);
        if (!answers.empty()) {
            CHECK(answers.size() == 1);
            CHECK(transport.in_flight() == 0);
            CHECK(answers[0].ticket == 3);
            CHECK_FALSE(answers[0].from_file);
            return answers[0];
        }
    }
    FAIL("no answer");
    return {};
}

std::string times(std::size_t n, std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < n; ++i) {
        out += text;
    }
    return out;
}

const std::string ok = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

struct Row {
    std::string path;
    std::vector<Step> steps;
    int status;
    Failure failure;
    bool truncated;
    std::string body;
};

const Row rows[] = {
    // as it should be
    {"/normal", {{ok + "Content-Length: 5\r\n\r\nhello"}}, 200, Failure::none, false, "hello"},
    {"/close", {{ok + "\r\nhello"}}, 200, Failure::none, false, "hello"},
    {"/http10", {{"HTTP/1.0 200 OK\r\n\r\nhello"}}, 200, Failure::none, false, "hello"},
    {"/missing", {{"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"}}, 404, Failure::none, false, "no"},
    {"/chunked", {{ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\nX-Trailer: y\r\n\r\n"}}, 200, Failure::none, false, "hello"},
    {"/pieces", {{"HTTP/1.1 200"}, {" OK\r\nContent-Len", 20ms}, {"gth: 5\r\n\r", 20ms}, {"\nhel", 20ms}, {"lo", 20ms}}, 200, Failure::none, false, "hello"},
    // kept as it came: codings are taken off where they are looked at, redirects are the crawler's business
    {"/gzip", {{ok + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b!!"}}, 200, Failure::none, false, "\x1f\x8b!!"},
    {"/moved", {{"HTTP/1.1 302 Found\r\nLocation: /normal\r\nContent-Length: 0\r\n\r\n"}}, 302, Failure::none, false, ""},
    {"/interim", {{"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + ok + "Content-Length: 1\r\n\r\nx"}}, 200, Failure::none, false, "x"},
    // slow: within the time, and not
    {"/slow-start", {{ok + "Content-Length: 1\r\n\r\nx", 200ms}}, 200, Failure::none, false, "x"},
    {"/silent", {{ok, 1200ms}}, 0, Failure::timed_out, false, ""},
    {"/slow-bytes", {{ok + "Content-Length: 100\r\n\r\n"}, {"x", 40ms, 100}}, 200, Failure::timed_out, false, ""},
    // bodies that end too early
    {"/cut", {{ok + "Content-Length: 10\r\n\r\nhello"}}, 200, Failure::cut_off, false, "hello"},
    {"/cut-chunk", {{ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel"}}, 200, Failure::cut_off, false, "hel"},
    {"/cut-head", {{ok + "Content-Ty"}}, 0, Failure::bad_response, false, ""},
    {"/nothing", {}, 0, Failure::cut_off, false, ""},
    // bodies that do not end: the limit, and the length that was promised
    {"/endless", {{ok + "\r\n"}, {std::string(8192, 'x'), 0ms, 1'000'000}}, 200, Failure::none, true, std::string(100'000, 'x')},
    {"/longer", {{ok + "Content-Length: 2\r\n\r\nhello"}}, 200, Failure::none, false, "he"},
    // heads that are none
    {"/no-http", {{"hello\r\n\r\n"}}, 0, Failure::bad_response, false, ""},
    {"/bad-status", {{"HTTP/1.1 abc OK\r\n\r\n"}}, 0, Failure::bad_response, false, ""},
    {"/nul", {{std::string("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n", 46)}}, 0, Failure::bad_response, false, ""},
    // curl tells of a broken chunk as of a broken connection
    {"/bad-chunk", {{ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello"}}, 200, Failure::cut_off, false, ""},
    {"/huge-line", {{ok + "X: " + std::string(400'000, 'x') + "\r\n\r\n"}}, 0, Failure::too_large, false, ""},
    {"/huge-head", {{ok + times(5000, "X: " + std::string(90, 'x') + "\r\n") + "\r\n"}}, 0, Failure::too_large, false, ""},
};

}  // namespace

TEST_CASE("servers as they are")
{
    std::map<std::string, std::vector<Step>> answers;
    for (const Row& row : rows) {
        answers[row.path] = row.steps;
    }
    FaultServer server(answers);
    auto transport = *net::curl_transport(options());
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Answer answer = ask(*transport, server.url(row.path));
        CAPTURE(answer.detail);
        CHECK(http::name_of(answer.failure) == http::name_of(row.failure));
        CHECK(answer.response.status == row.status);
        CHECK(answer.truncated == row.truncated);
        CHECK((row.path == "/slow-bytes" || answer.response.body == row.body));
        CHECK(answer.detail.empty() == (answer.failure == Failure::none));
        CHECK(answer.address == "127.0.0.1");
    }
}

TEST_CASE("what is kept of an answer, and what is sent")
{
    FaultServer server({{"/chunked", {{ok + "Transfer-Encoding: chunked\r\nX-Y: z\r\n\r\n1\r\nx\r\n0\r\n\r\n"}}},
                        {"/interim", {{"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + ok + "A: b\r\nContent-Length: 0\r\n\r\n"}}},
                        {"/moved", {{"HTTP/1.1 301 Moved Permanently\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"}}}});
    auto transport = *net::curl_transport(options());
    // curl took the chunks apart, so the head must not promise them
    const Answer chunked = ask(*transport, server.url("/chunked"));
    CHECK_FALSE(chunked.response.headers.find("Transfer-Encoding"));
    CHECK(chunked.response.headers.get("X-Archive-Orig-Transfer-Encoding") == "chunked");
    CHECK(chunked.response.headers.get("X-Y") == "z");
    CHECK(chunked.response.version == "1.1");
    CHECK(chunked.response.reason == "OK");
    const Answer interim = ask(*transport, server.url("/interim"));
    CHECK(interim.response.headers.get("a") == "b");
    CHECK_FALSE(interim.response.headers.find("link"));
    const Answer moved = ask(*transport, server.url("/moved"));
    CHECK(moved.response.is_redirect());
    CHECK(server.requests().size() == 3);

    CHECK(moved.request_head == server.requests().back());
    CHECK(moved.request_head.starts_with("GET /moved HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.port()) + "\r\n"));
    CHECK(moved.request_head.find("\r\nUser-Agent: portalaudit-test/1\r\n") != std::string::npos);
    CHECK(moved.request_head.find("\r\nAccept-Encoding: gzip, br, zstd\r\n") != std::string::npos);
    CHECK(moved.request_head.find("\r\nAccept-Language: vi,en;q=0.5\r\n") != std::string::npos);
    CHECK(moved.request_head.find("Cookie") == std::string::npos);
    CHECK(moved.request_head.ends_with("\r\n\r\n"));
}

TEST_CASE("private addresses are refused before anything is sent")
{
    FaultServer server({{"/", {{ok + "\r\nhello"}}}});
    net::CurlOptions strict = options();
    strict.allow_private = false;
    strict.resolve = {"a.example.vn:" + std::to_string(server.port()) + ":127.0.0.1"};
    auto transport = *net::curl_transport(strict);
    // also behind a public name
    for (const std::string& url : {server.url("/"), "http://a.example.vn:" + std::to_string(server.port()) + "/"}) {
        CAPTURE(url);
        const Answer answer = ask(*transport, url);
        CHECK(answer.failure == Failure::refused_address);
        CHECK(answer.response.status == 0);
    }
    CHECK(server.requests().empty());
    strict.allow_private = true;
    auto loose = *net::curl_transport(strict);
    CHECK(ask(*loose, "http://a.example.vn:" + std::to_string(server.port()) + "/").response.body == "hello");
}

TEST_CASE("nobody there")
{
    auto transport = *net::curl_transport(options());
    CHECK(transport->wait(0ms).empty());
    const Answer refused = ask(*transport, "http://127.0.0.1:" + std::to_string(test::closed_port()) + "/");
    CHECK(refused.failure == Failure::cannot_connect);
    CHECK_FALSE(refused.detail.empty());
    const Answer unknown = ask(*transport, "http://nothing.invalid/");
    // a machine without a resolver waits for one
    CHECK((unknown.failure == Failure::name_not_found || unknown.failure == Failure::timed_out));
    CHECK(ask(*transport, "ftp://127.0.0.1/").failure == Failure::refused_scheme);
    CHECK(ask(*transport, "file:///etc/passwd").failure == Failure::refused_scheme);
}

TEST_CASE("TLS with somebody who does not speak it")
{
    FaultServer server({});
    auto transport = *net::curl_transport(options());
    const Answer answer = ask(*transport, "https://127.0.0.1:" + std::to_string(server.port()) + "/");
    CHECK((answer.failure == Failure::tls || answer.failure == Failure::timed_out));
    CHECK(answer.response.status == 0);
}

TEST_CASE("several at once come back with their tickets, and a limit of nothing keeps nothing")
{
    FaultServer server({{"/slow", {{ok + "Content-Length: 1\r\n\r\na", 150ms}}}, {"/fast", {{ok + "Content-Length: 1\r\n\r\nb"}}}});
    auto transport = *net::curl_transport(options());
    transport->start({1, server.url("/slow"), 10});
    transport->start({2, server.url("/fast"), 10});
    transport->start({4, server.url("/fast"), 0});
    CHECK(transport->in_flight() == 3);
    std::map<std::uint64_t, Answer> answers;
    const auto deadline = std::chrono::steady_clock::now() + 3s;
    while (answers.size() < 3 && std::chrono::steady_clock::now() < deadline) {
        for (Answer& answer : transport->wait(50ms)) {
            answers[answer.ticket] = answer;
        }
    }
    REQUIRE(answers.size() == 3);
    CHECK(answers[1].response.body == "a");
    CHECK(answers[1].elapsed_ms >= 140);
    CHECK(answers[2].response.body == "b");
    CHECK(answers[4].response.body.empty());
    CHECK(answers[4].truncated);
    CHECK(answers[4].failure == Failure::none);
    // what is still on its way may be dropped
    transport->start({5, server.url("/slow"), 10});
}
