#include "base/file.hpp"

#include "support/full_disk.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace pa;
using test::bytes_of;
using test::TempFolder;
namespace fs = std::filesystem;

namespace {

std::string said(const Error& error) { return error.message.en(); }

std::size_t entries(const fs::path& folder)
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is read up to its limit")
{
    const TempFolder folder;
    const std::string large(70000, 'x');  // more than one read
    folder.write("empty", "");
    folder.write("five", std::string("a\0b\xff\n", 5));
    folder.write("large", large);
    struct Row {
        std::string_view name;
        std::uint64_t limit;
        std::string bytes;  // of read_start
        bool more;
    };
    const Row rows[] = {
        {"empty", 0, "", false},     {"empty", 10, "", false},
        {"five", 5, std::string("a\0b\xff\n", 5), false}, {"five", 4, std::string("a\0b\xff", 4), true}, {"five", 0, "", true},
        {"large", 70000, large, false}, {"large", 69999, large.substr(1), true}, {"large", 65536, large.substr(0, 65536), true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CAPTURE(row.limit);
        bool more = !row.more;
        const auto start = read_start(folder / row.name, row.limit, more);
        REQUIRE(start);
        CHECK((*start == row.bytes));
        CHECK(more == row.more);
        const auto whole = read_file(folder / row.name, row.limit);
        REQUIRE(whole.has_value() == !row.more);
        if (!whole) {
            CHECK(whole.error().kind == ErrorKind::io);
            CHECK(said(whole.error()) == fmt::format("\"{}\" is larger than {} bytes", (folder / row.name).string(), row.limit));
        }
    }
}

TEST_CASE("what is no file cannot be read")
{
    const TempFolder folder;
    folder.write("file", "x");
    const std::string at = folder.path().string();
    CHECK(said(read_file(folder / "missing", 10).error()) == "cannot read \"" + at + "/missing\": No such file or directory");
    CHECK(said(read_file(folder.path(), 10).error()) == "cannot read \"" + at + "\": Is a directory");
    CHECK(said(read_file(folder / "file/below", 10).error()) == "cannot read \"" + at + "/file/below\": Not a directory");
    CHECK(read_file(folder / "missing", 10).error().kind == ErrorKind::io);
}

TEST_CASE("a file is written whole or not at all")
{
    const TempFolder folder;
    const fs::path file = folder / "report.html";
    REQUIRE(write_file(file, "first"));
    CHECK(bytes_of(file) == "first");
    REQUIRE(write_file(file, std::string("second\0", 7)));
    CHECK((bytes_of(file) == std::string("second\0", 7)));
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0644);

    // the disk is full in the middle of the new text: the old one stays, and nothing else lies about
    {
        const test::FullDisk full(100);
        const auto written = write_file(file, std::string(5000, 'x'));
        REQUIRE_FALSE(written);
        CHECK(written.error().kind == ErrorKind::io);
        CHECK(said(written.error()) == "cannot write \"" + file.string() + "\": File too large");
    }
    CHECK((bytes_of(file) == std::string("second\0", 7)));
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("what cannot be written says why and leaves nothing behind")
{
    const TempFolder folder;
    folder.write("file", "x");
    folder.write("taken/inside", "y");
    struct Row {
        std::string_view path;
        std::string_view why;
    };
    const Row rows[] = {
        {"missing/file", "No such file or directory"}, {"file/below", "Not a directory"}, {"taken", "Is a directory"}};
    for (const Row& row : rows) {
        const std::string path = (folder / row.path).string();
        const auto written = write_file(path, "z");
        REQUIRE_FALSE(written);
        CHECK(said(written.error()) == "cannot write \"" + path + "\": " + std::string(row.why));
    }
    CHECK(entries(folder.path()) == 2);
    // not even root writes here, and a folder's mode would not keep root out
    CHECK_FALSE(write_file("/proc/portalaudit", "z"));
}

TEST_CASE("folders are made with those above them")
{
    const TempFolder folder;
    REQUIRE(make_folder(folder / "a/b/c"));
    CHECK(fs::is_directory(folder / "a/b/c"));
    CHECK(make_folder(folder / "a/b/c"));
    folder.write("file", "x");
    for (const std::string_view path : {"file", "file/below"}) {
        const auto made = make_folder(folder / path);
        REQUIRE_FALSE(made);
        CHECK(said(made.error()) == "cannot make the folder \"" + (folder / path).string() + "\": Not a directory");
    }
}

TEST_CASE("files are listed sorted, bounded, and without leaving the folder")
{
    const TempFolder folder;
    const TempFolder other;
    other.write("secret", "x");
    for (const std::string_view name : {"b.html", "a/z.html", "a/b/c.html", "Z.html", "a.html", "đ.html"}) {
        folder.write(name, "x");
    }
    fs::create_directories(folder / "empty");
    fs::create_directory_symlink(other.path(), folder / "out");
    fs::create_symlink(other / "secret", folder / "secret");
    fs::create_directory_symlink(folder.path(), folder / "round");
    fs::create_symlink(folder / "gone", folder / "dangling");
    const std::vector<std::string> all = {"Z.html", "a.html", "a/b/c.html", "a/z.html", "b.html", "đ.html"};
    CHECK(list_files(folder.path(), 6).value() == all);
    CHECK(list_files(folder.path().string() + "/", 6).value() == all);
    CHECK(said(list_files(folder.path(), 5).error()) == "\"" + folder.path().string() + "\" holds more than 5 files");
    CHECK(list_files(folder / "empty", 0).value().empty());
    CHECK(said(list_files(folder / "nowhere", 5).error()) ==
          "cannot list \"" + (folder / "nowhere").string() + "\": No such file or directory");
    CHECK_FALSE(list_files(folder / "b.html", 5));
}
