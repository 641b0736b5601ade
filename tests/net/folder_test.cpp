#include "net/transport.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

using namespace pa;
using net::Answer;
using test::TempFolder;
namespace fs = std::filesystem;

namespace {

Answer ask(net::Transport& transport, const std::string& url, std::uint64_t limit = 1000)
{
    transport.start({7, url, limit});
    CHECK(transport.in_flight() == 1);
    std::vector<Answer> answers = transport.wait(std::chrono::milliseconds(0));
    REQUIRE(answers.size() == 1);
    CHECK(transport.in_flight() == 0);
    CHECK(answers[0].ticket == 7);
    CHECK(answers[0].from_file);
    CHECK(answers[0].request_head.empty());
    return answers[0];
}

}  // namespace

TEST_CASE("a folder answers as a static server would, and nothing outside of it")
{
    const TempFolder outside;
    outside.write("secret.html", "secret");
    outside.write("index.html", "secret");
    const TempFolder folder;
    folder.write("index.html", "home");
    folder.write("a b/đ.html", "page");
    folder.write("old/index.htm", "old");
    folder.write("bare/x.css", "css");
    folder.write("both/index.html", "html");
    folder.write("both/index.htm", "htm");
    fs::create_directory_symlink(outside.path(), folder / "out");
    fs::create_symlink(outside / "secret.html", folder / "leak.html");
    fs::create_directories(folder / "sly");
    fs::create_symlink(outside / "secret.html", folder / "sly/index.html");
    fs::create_symlink(folder / "index.html", folder / "inner.html");
    const std::string up = "/" + outside.path().filename().string() + "/secret.html";

    struct Row {
        std::string path;
        int status;
        std::string text;  // the body, or the Location
    };
    const Row rows[] = {
        {"/", 200, "home"}, {"", 200, "home"}, {"/index.html", 200, "home"}, {"/?a=../b", 200, "home"}, {"/#x", 200, "home"},
        {"/a%20b/%C4%91.html", 200, "page"}, {"/a b/đ.html", 200, "page"}, {"/old/", 200, "old"}, {"/both/", 200, "html"},
        {"/old", 301, "https://a.gov.vn/old/"}, {"/old?x", 301, "https://a.gov.vn/old/"}, {"/a%20b", 301, "https://a.gov.vn/a%20b/"},
        {"//old", 301, "https://a.gov.vn//old/"},  // and not to a host of that name
        {"/missing", 404, ""}, {"/bare/", 404, ""}, {"/index.html/", 404, ""}, {"/INDEX.html", 404, ""},
        // ways out
        {"/.." + up, 404, ""}, {"/%2e%2e" + up, 404, ""}, {"/..%2f" + up.substr(1), 404, ""}, {"/old/..%2f..%2f" + up.substr(1), 404, ""},
        {"/%2Fetc%2Fpasswd", 404, ""}, {"/index.html%00.png", 404, ""}, {"/out/secret.html", 404, ""}, {"/out/", 404, ""}, {"/out", 404, ""},
        {"/leak.html", 404, ""}, {"/sly/", 404, ""}, {"/sly/index.html", 404, ""},
        {"/inner.html", 200, "home"},  // a link that stays inside is a file
    };
    auto transport = *net::folder_transport(folder.path(), "https://a.gov.vn/");
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Answer answer = ask(*transport, "https://a.gov.vn" + row.path);
        CHECK(answer.failure == http::Failure::none);
        CHECK(answer.response.status == row.status);
        CHECK((row.status == 301 ? std::string(answer.response.headers.get("location")) : answer.response.body) == row.text);
        CHECK_FALSE(answer.truncated);
    }
    CHECK(ask(*transport, "https://a.gov.vn/").response.headers.get("content-type") == "text/html");
    CHECK(ask(*transport, "https://a.gov.vn/bare/x.css").response.headers.get("content-type") == "text/css");
    for (const std::string url : {"https://b.gov.vn/", "http://a.gov.vn/", "https://a.gov.vn:444/", "mailto:a@b", "rubbish", ""}) {
        CAPTURE(url);
        const Answer answer = ask(*transport, url);
        CHECK(answer.failure == http::Failure::cannot_connect);
        CHECK(answer.response.status == 0);
    }
}

TEST_CASE("a file is read up to the limit on bodies")
{
    const TempFolder folder;
    folder.write("five", "12345");
    auto transport = *net::folder_transport(folder.path(), "http://a.vn");
    CHECK(ask(*transport, "http://a.vn/five", 5).response.body == "12345");
    CHECK_FALSE(ask(*transport, "http://a.vn/five", 5).truncated);
    CHECK(ask(*transport, "http://a.vn/five", 4).response.body == "1234");
    CHECK(ask(*transport, "http://a.vn/five", 4).truncated);
}

TEST_CASE("folders that cannot be a portal")
{
    const TempFolder folder;
    const std::string path = folder.path().string();
    CHECK(net::folder_transport(folder.path(), "https://a.vn/").error().message.en() == "the folder \"" + path + "\" is empty");
    CHECK(net::folder_transport(folder.path(), "https://a.vn/").error().kind == ErrorKind::usage);
    CHECK(net::folder_transport(folder.path(), "ftp://a.vn/").error().message.en() == "\"ftp://a.vn/\" is no http or https address");
    CHECK(net::folder_transport(folder.path(), "a.vn").error().kind == ErrorKind::usage);
    CHECK(net::folder_transport(folder / "none", "https://a.vn/").error().kind == ErrorKind::io);
}
