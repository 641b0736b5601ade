#include "base/file.hpp"
#include "url/url.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pa;

namespace {

/// `host` as an address serialises it; a host that is none stays as it is.
std::string serialised(const std::string& host)
{
    const auto url = url::Url::parse("http://" + host + "/");
    return url ? std::string(url->host()) : host;
}

std::string next_word(std::string_view& line)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string word(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    return word == "null" ? "" : word;
}

}  // namespace

TEST_CASE("registrable domains of portals")
{
    struct Row {
        std::string_view host;
        std::string_view domain;
    };
    const Row rows[] = {
        {"www.hanoi.gov.vn", "hanoi.gov.vn"},
        {"hanoi.gov.vn", "hanoi.gov.vn"},
        {"dichvucong.soxaydung.hanoi.gov.vn.", "hanoi.gov.vn"},
        {"vnexpress.net", "vnexpress.net"},
        {"gov.vn", ""},
        {"vn", ""},
        {"localhost", ""},
        {"", ""},
        {".vn", ""},
        {"127.0.0.1", ""},
        {"[::1]", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.host);
        CHECK(url::registrable_domain(row.host) == row.domain);
    }
    CHECK(url::registrable_domain(std::string(100000, '.') + "vn").empty());
}

TEST_CASE("publicsuffix.org: tests.txt")
{
    const std::string path = PA_SHARED_DIR "/data/conformance/psl/tests.txt";
    const auto text = read_file(path, 1U << 20U);
    if (!text) {
        MESSAGE("skipped, there is no " << path);
        return;
    }
    int rows = 0;
    std::string_view rest = *text;
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.empty() || line.starts_with("//")) {
            continue;
        }
        CAPTURE(line);
        const std::string host = next_word(line);
        const std::string domain = next_word(line);
        CHECK(url::registrable_domain(serialised(host)) ==
              (domain.empty() ? "" : serialised(domain)));
        ++rows;
    }
    MESSAGE("tests.txt: " << rows << " rows, no accepted difference");
    CHECK(rows == 78);
}
