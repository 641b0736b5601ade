#include "http/message.hpp"

#include <doctest/doctest.h>

using namespace pa::http;

namespace {

std::string shown(const Response& response)
{
    std::string out = response.version + "|" + std::to_string(response.status) + "|" + response.reason;
    for (const Field& field : response.headers.all()) {
        out += "|" + field.name + "=" + field.value;
    }
    return out;
}

}  // namespace

TEST_CASE("RFC 9112: a response head")
{
    struct Row {
        std::string_view bytes;
        std::string_view head;
        std::string_view behind;
    };
    const Row rows[] = {
        {"HTTP/1.1 200 OK\r\n\r\n", "1.1|200|OK", ""},
        {"HTTP/1.1 200 OK\r\nA: b\r\nC: d\r\n\r\nbody", "1.1|200|OK|A=b|C=d", "body"},
        {"HTTP/1.1 200 OK\nA: b\n\nbody", "1.1|200|OK|A=b", "body"},      // lines that end with LF
        {"HTTP/2 200\r\n\r\n", "2|200|", ""}, {"HTTP/2 200 \r\n\r\n", "2|200|", ""}, {"HTTP/1.0 404 Not here\r\n\r\n", "1.0|404|Not here", ""},
        // blanks around, none, empty values, values with colons
        {"HTTP/1.1 200 OK\r\nA:b\r\nC \t: \t d \t\r\nE:\r\nF: g:h\r\n\r\n", "1.1|200|OK|A=b|C=d|E=|F=g:h", ""},
        // obsolete folding is joined
        {"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\td\r\nE: f\r\n\r\n", "1.1|200|OK|A=b c d|E=f", ""},
        // what is no field is passed over
        {"HTTP/1.1 200 OK\r\nno colon\r\n: no name\r\nA: b\r\n\r\n", "1.1|200|OK|A=b", ""},
        {"HTTP/1.1 200 OK\r\nA: b\r\nno colon\r\n c\r\nD: e\r\n\r\n", "1.1|200|OK|A=b|D=e", ""},
        // names keep their case and their repetition
        {"HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nset-cookie: b\r\n\r\n", "1.1|200|OK|Set-Cookie=a|set-cookie=b", ""},
        // an interim answer is an answer; which one counts is the transport's business
        {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "1.1|100|Continue", "HTTP/1.1 200 OK\r\n\r\n"},
        {"HTTP/1.1 200 OK\r\nA: \xC4\x91\xFF\r\n\r\n", "1.1|200|OK|A=\xC4\x91\xFF", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        Response response;
        const auto body = parse_head(row.bytes, response);
        REQUIRE(body);
        CHECK(row.bytes.substr(*body) == row.behind);
        CHECK(shown(response) == row.head);
    }
}

TEST_CASE("what is no response head, and every head that is cut")
{
    for (const std::string_view bytes : {"", "\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 20\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.1 099 OK\r\n\r\n",
                                         "HTTP/1.1 -20 OK\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTP/1.1 200 OK\r\n\r\n", "http/1.1 200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n",
                                         " HTTP/1.1 200 OK\r\n\r\n", "<html>\n\n", "HTTP/1.1  200 OK\r\n\r\n"}) {
        CAPTURE(bytes);
        Response response;
        CHECK_FALSE(parse_head(bytes, response));
    }
    const std::string whole = "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        Response response;
        CHECK_FALSE(parse_head(whole.substr(0, size), response));
        CHECK(response.headers.all().empty());
    }
}

TEST_CASE("a head is written so that it reads back, and injects nothing")
{
    Response response;
    response.status = 301;
    response.reason = "Moved";
    response.headers.add("Location", "/a");
    response.headers.add("X", "");
    CHECK(head_text(response) == "HTTP/1.1 301 Moved\r\nLocation: /a\r\nX: \r\n\r\n");
    response.version = "2";
    response.reason.clear();
    CHECK(head_text(response) == "HTTP/2 301 \r\nLocation: /a\r\nX: \r\n\r\n");

    Response hostile;
    hostile.version = "1.1 200 OK\r\nV: 1\r\n";
    hostile.status = 200;
    hostile.reason = "OK\r\nR: 1";
    hostile.headers.add("A\r\nN: 1\r\n\r\n", std::string("b\r\nS: 1\r\n\r\n<html>\0\tc", 20));
    const std::string text = head_text(hostile);
    CHECK(text == "HTTP/1.1 200 OK  V: 1   200 OK  R: 1\r\nA  N: 1    : b  S: 1    <html> \tc\r\n\r\n");
    Response back;
    CHECK(parse_head(text, back) == text.size());
    CHECK(back.headers.all().size() == 1);
}

TEST_CASE("headers are found without case, the first one first")
{
    Headers headers;
    headers.add("Content-Type", "a");
    headers.add("content-type", "b");
    headers.add("Empty", "");
    CHECK(headers.get("CONTENT-TYPE") == "a");
    CHECK(headers.find("empty") == "");
    CHECK_FALSE(headers.find("none"));
    CHECK_FALSE(headers.find("Content-Typ"));
    CHECK(headers.get("none").empty());
}

TEST_CASE("media types")
{
    struct Row {
        std::string_view value;
        std::string_view type;
        std::string_view charset;
        bool is_html;
    };
    const Row rows[] = {
        {"text/html", "text/html", "", true}, {"Text/HTML; Charset=UTF-8", "text/html", "utf-8", true},
        {"text/html;charset=\"utf-8\"", "text/html", "utf-8", true}, {" text/html ; a=b ; charset = euc-kr ; c", "text/html", "euc-kr", true},
        {"application/xhtml+xml", "application/xhtml+xml", "", true}, {"application/pdf", "application/pdf", "", false},
        {"text/html; xcharset=a; charset=b", "text/html", "b", true}, {"text/html; charset=", "text/html", "", true},
        {"text/html; charset='utf-8'", "text/html", "utf-8", true}, {"text/html;", "text/html", "", true},
        {"", "", "", false}, {"html", "", "", false}, {";charset=utf-8", "", "utf-8", false}, {"text/htmlx", "text/htmlx", "", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        const MediaType type = parse_media_type(row.value);
        CHECK(type.type == row.type);
        CHECK(type.charset == row.charset);
        CHECK(type.is_html() == row.is_html);
    }
    struct File {
        std::string_view name;
        std::string_view type;
    };
    const File files[] = {{"index.html", "text/html"}, {"A.HTM", "text/html"}, {"a.b.pdf", "application/pdf"}, {"van-ban.DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}, {"a", "application/octet-stream"}, {"", "application/octet-stream"},
        {"a.", "application/octet-stream"}, {".html", "text/html"}, {"a.php", "application/octet-stream"}, {"x.woff2", "font/woff2"}};
    for (const File& file : files) {
        CAPTURE(file.name);
        CHECK(media_type_of_file(file.name) == file.type);
    }
}

TEST_CASE("redirects have a status and somewhere to go")
{
    for (const int status : {200, 300, 301, 302, 303, 304, 305, 307, 308, 404}) {
        CAPTURE(status);
        Response response;
        response.status = status;
        CHECK_FALSE(response.is_redirect());
        response.headers.add("Location", "/a");
        CHECK(response.is_redirect() == (status == 301 || status == 302 || status == 303 || status == 307 || status == 308));
        CHECK(response.ok() == (status == 200));
    }
    Response empty;
    empty.status = 302;
    empty.headers.add("Location", "");
    CHECK_FALSE(empty.is_redirect());
}

TEST_CASE("every failure has a name of its own that reads back")
{
    for (int i = 0; i <= static_cast<int>(Failure::too_large); ++i) {
        const auto failure = static_cast<Failure>(i);
        CHECK(failure_named(name_of(failure)) == failure);
    }
    CHECK(name_of(Failure::name_not_found) == "name-not-found");
    CHECK_FALSE(failure_named(""));
    CHECK_FALSE(failure_named("None"));
}
