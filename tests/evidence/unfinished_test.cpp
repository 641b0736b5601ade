#include "evidence/verify.hpp"
#include "sample.hpp"

#include <sys/wait.h>
#include <unistd.h>

using namespace pa;
using namespace evidence;
using test::bytes_of;
using test::TempFolder;

namespace {

// A small unfinished fetch, with every kind of group and a revisit.
struct Sample {
    std::string bytes;
    std::vector<std::size_t> group_ends;      // behind the warcinfo, and behind each group
    std::vector<std::size_t> exchanges_at;    // how many exchanges stand before each of these
    std::vector<Exchange> exchanges;
};

Sample sample(const TempFolder& folder)
{
    Sample out;
    const auto path = folder / "sample.wacz";
    auto writer = *Writer::create(path);
    const auto note = [&] {
        out.group_ends.push_back(std::filesystem::file_size(path.string() + ".part"));
        out.exchanges_at.push_back(out.exchanges.size());
    };
    const auto add = [&](const Exchange& one) {
        REQUIRE(writer->append(one, prepare(one)));
        out.exchanges.push_back(one);
        note();
    };
    REQUIRE(writer->append(encoded(test::sample_origin())));
    note();
    REQUIRE(writer->append(encoded(test::sample_host())));
    note();
    const std::string body = std::string(600, 'a');
    Exchange robots = test::exchange("https://a.gov.vn/robots.txt", 404, "");
    robots.purpose = Purpose::robots;
    add(robots);
    add(test::exchange("https://a.gov.vn/1", 200, body));
    REQUIRE(writer->append(encoded_resumption(test::moment("2026-11-23T01:35:00Z"))));
    note();
    add(test::exchange("https://a.gov.vn/2", 200, body));
    Exchange failed;
    failed.url = "https://a.gov.vn/3";
    failed.at = test::moment("2026-11-23T01:36:00Z");
    failed.failure = http::Failure::timed_out;
    add(failed);
    out.bytes = bytes_of(path.string() + ".part");
    writer.reset();
    std::filesystem::remove(path.string() + ".part");
    return out;
}

void seal_with_ending(Writer& writer, std::size_t exchanges, bool complete = true)
{
    Ending ending = test::sample_ending(exchanges);
    ending.complete = complete;
    REQUIRE(writer.append(encoded(ending)));
    REQUIRE(writer.seal(test::sample_origin(), ending.ended, ""));
}

void check_sealed(const std::filesystem::path& path, std::size_t exchanges)
{
    const auto verified = verify(path);
    REQUIRE(verified);
    for (const Fault& fault : verified->faults) {
        FAIL_CHECK(fault.what.en());
    }
    CHECK(verified->exchanges == exchanges);
}

}  // namespace

TEST_CASE("a part that was cut at any byte is gone on with behind its last whole group")
{
    const TempFolder folder;
    const Sample whole = sample(folder);
    const auto path = folder / "a.wacz";
    const Exchange next = test::exchange("https://a.gov.vn/next", 200, std::string(600, 'a'));
    for (std::size_t size = whole.group_ends.front(); size <= whole.bytes.size(); ++size) {
        CAPTURE(size);
        std::size_t groups = whole.group_ends.size();
        while (whole.group_ends[groups - 1] > size) {
            --groups;
        }
        const std::size_t end = whole.group_ends[groups - 1];
        const std::size_t kept = whole.exchanges_at[groups - 1];
        std::filesystem::remove(path);  // as sealed before
        folder.write("a.wacz.part", whole.bytes.substr(0, size));
        const auto unfinished = find_unfinished(path);
        REQUIRE(unfinished);
        CHECK(unfinished->recovered.end == end);
        CHECK(unfinished->origin.start == "https://a.gov.vn/");
        CHECK_FALSE(unfinished->is_sealed);
        REQUIRE(unfinished->kept.size() == kept);
        for (std::size_t i = 0; i < kept; ++i) {
            CHECK(unfinished->kept[i].url == whole.exchanges[i].url);
            CHECK(unfinished->kept[i].purpose == whole.exchanges[i].purpose);
        }
        CHECK(unfinished->hosts.size() == (groups > 1 ? 1 : 0));
        CHECK(unfinished->resumed.size() == (groups > 4 ? 1 : 0));
        {
            auto writer = Writer::resume(path, unfinished->recovered);
            REQUIRE(writer);
            const auto position = (*writer)->append(next, prepare(next));
            REQUIRE(position);
            CHECK(*position == end);
            if (size % 64 != 0 && size != whole.bytes.size()) {
                continue;  // sealing each would take the disk's time
            }
            seal_with_ending(**writer, kept + 1);
        }
        check_sealed(path, kept + 1);
        const std::vector<Exchange> back = test::exchanges_of(path);
        REQUIRE(back.size() == kept + 1);
        for (std::size_t i = 0; i < kept; ++i) {
            test::check_same(back[i], whole.exchanges[i]);
        }
        test::check_same(back[kept], next);
    }
}

TEST_CASE("a part without a whole first record cannot be gone on with")
{
    const TempFolder folder;
    const Sample whole = sample(folder);
    const auto path = folder / "a.wacz";
    for (std::size_t size = 1; size < whole.group_ends.front(); ++size) {
        CAPTURE(size);
        folder.write("a.wacz.part", whole.bytes.substr(0, size));
        const auto unfinished = find_unfinished(path);
        REQUIRE_FALSE(unfinished);
        CHECK(unfinished.error().kind == ErrorKind::damaged);
        CHECK(bytes_of(path.string() + ".part").size() == size);
    }
    folder.write("a.wacz.part", "");
    const auto nothing = find_unfinished(path);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().kind == ErrorKind::usage);
    CHECK(nothing.error().message.en() == "there is nothing to resume: neither \"" + path.string() + ".part\" nor \"" + path.string() + "\"");
    CHECK(Writer::create(path));  // an empty part holds no fetch
}

TEST_CASE("a part that is damaged before its end is refused, and left as it is")
{
    const TempFolder folder;
    const Sample whole = sample(folder);
    const auto path = folder / "a.wacz";
    for (const std::size_t group : {0UL, 2UL, 4UL}) {
        std::string damaged = whole.bytes;
        const std::size_t at = whole.group_ends[group];
        damaged[at + 20] = static_cast<char>(damaged[at + 20] ^ 1);  // in the first record of the group that begins here
        folder.write("a.wacz.part", damaged);
        const auto unfinished = find_unfinished(path);
        REQUIRE_FALSE(unfinished);
        CHECK(unfinished.error().kind == ErrorKind::damaged);
        CHECK(unfinished.error().message.en() == "\"" + path.string() + ".part\" is damaged at byte " + std::to_string(at));
        CHECK(unfinished.error().hint.en() == "it cannot be gone on with; keep it, and fetch into another file");
        CHECK((bytes_of(path.string() + ".part") == damaged));
    }
}

TEST_CASE("a sealed file whose crawl was interrupted is unpacked, and stays until a whole one replaces it")
{
    const TempFolder folder;
    const Sample whole = sample(folder);
    const auto path = folder / "a.wacz";
    test::write_sealed(path, whole.exchanges, false);
    const std::string sealed = bytes_of(path);
    auto unfinished = find_unfinished(path);
    REQUIRE(unfinished);
    CHECK(unfinished->kept.size() == whole.exchanges.size());
    CHECK(unfinished->hosts == std::vector<http::HostFacts>{test::sample_host()});
    CHECK((bytes_of(path) == sealed));
    // the ending that says "interrupted" is cut off; a second look finds the same
    auto again = find_unfinished(path);
    REQUIRE(again);
    CHECK(again->recovered.end == unfinished->recovered.end);
    CHECK(again->recovered.end < std::filesystem::file_size(path.string() + ".part"));
    auto writer = *Writer::resume(path, again->recovered);
    CHECK((bytes_of(path) == sealed));
    seal_with_ending(*writer, whole.exchanges.size());
    check_sealed(path, whole.exchanges.size());
    CHECK(std::filesystem::exists(path));
    CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
    // now there is nothing left to do
    const auto done = find_unfinished(path);
    REQUIRE(done);
    CHECK(done->is_sealed);
    CHECK(done->origin.start == "https://a.gov.vn/");
    CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
}

TEST_CASE("a part that is complete and was not sealed loses its ending, and nothing else")
{
    const TempFolder folder;
    const Sample whole = sample(folder);
    const auto path = folder / "a.wacz";
    folder.write("a.wacz.part", whole.bytes + encoded(test::sample_ending(whole.exchanges.size())));
    const auto unfinished = find_unfinished(path);
    REQUIRE(unfinished);
    CHECK_FALSE(unfinished->is_sealed);
    CHECK(unfinished->recovered.end == whole.bytes.size());
    CHECK(unfinished->kept.size() == whole.exchanges.size());
    auto writer = *Writer::resume(path, unfinished->recovered);
    seal_with_ending(*writer, whole.exchanges.size());
    check_sealed(path, whole.exchanges.size());
}

TEST_CASE("a damaged sealed file is not unpacked")
{
    const TempFolder folder;
    const auto path = folder / "a.wacz";
    test::write_sealed(path, sample(folder).exchanges, false);
    const std::string bytes = bytes_of(path);
    const test::ZipEntry warc = test::zip_entries(bytes).at(0);
    const std::vector<test::Member> members = test::gzip_members(warc.bytes);
    // in a record; in the time of a gzip header, which no record's digest covers
    for (const std::size_t at : {members.at(2).begin + 30, members.at(2).begin + 5}) {
        std::string damaged = bytes;
        damaged[warc.begin + at] = static_cast<char>(damaged[warc.begin + at] ^ 1);
        folder.write("a.wacz", damaged);
        CHECK(find_unfinished(path).error().kind == ErrorKind::damaged);
        CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
        CHECK_FALSE(std::filesystem::exists(path.string() + ".part.unpacking"));
    }
    folder.write("a.wacz", "something else");
    CHECK(find_unfinished(path).error().kind == ErrorKind::damaged);
}

TEST_CASE("while one process writes, another is refused; afterwards it is not")
{
    const TempFolder folder;
    const auto path = folder / "a.wacz";
    const std::string refused = "\"" + path.string() + ".part\" is being written by another process";
    // what a process of its own is told
    const auto other_process = [&] {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto created = Writer::create(path);
            const auto resumed = Writer::resume(path, {});
            const bool both = !created && !resumed && created.error().message.en() == refused && resumed.error().message.en() == refused;
            ::_exit(both ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "refused" : "not refused";
    };
    const std::string origin = encoded(test::sample_origin());
    {
        auto writer = *Writer::create(path);
        REQUIRE(writer->append(origin));
        CHECK(other_process() == std::string("refused"));
        CHECK((bytes_of(path.string() + ".part") == origin));
    }
    const auto left = Writer::create(path);
    REQUIRE_FALSE(left);
    CHECK(left.error().kind == ErrorKind::io);
    CHECK(left.error().message.en() == "\"" + path.string() + ".part\" holds an unfinished fetch");
    CHECK(left.error().hint.en() == "--resume goes on with it, --restart throws it away");
    CHECK((bytes_of(path.string() + ".part") == origin));
    CHECK(other_process() == std::string("not refused"));
    CHECK(Writer::resume(folder / "missing.wacz", {}).error().kind == ErrorKind::io);
}
