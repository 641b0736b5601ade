#include "crawl/traps.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace pa;
using crawl::Traps;
using Answer = crawl::Traps::Answer;

namespace {

url::Url at(const std::string& path) { return *url::Url::parse("http://p.vn" + path); }

// What a portal gives for an address: blocks of text, and the addresses on the page.
struct Served {
    std::vector<std::uint32_t> blocks;
    std::vector<std::string> paths;
};

// Goes through a portal as the crawl does, a pass at a time, and counts what was asked.
template <class Portal>
std::size_t asked_of(Traps& traps, const std::vector<std::string>& start, const Portal& portal, int depths)
{
    std::set<std::string> known;
    std::vector<std::string> wave = start;
    std::size_t count = 0;
    for (int depth = 0; depth < depths && !wave.empty(); ++depth) {
        std::vector<std::string> next;
        while (!wave.empty()) {
            std::vector<std::string> pass;
            std::vector<std::string> later;
            for (const std::string& path : wave) {
                if (known.contains(path)) {
                    continue;
                }
                const Answer answer = traps.decide(at(path));
                if (answer == Answer::wait) {
                    later.push_back(path);
                    continue;
                }
                known.insert(path);
                if (answer == Answer::ask) {
                    pass.push_back(path);
                }
            }
            if (pass.empty()) {
                break;
            }
            std::vector<crawl::Yield> yields;
            for (const std::string& path : pass) {
                const Served served = portal(path);
                crawl::Yield yield;
                yield.is_page = true;
                yield.blocks = served.blocks;
                for (const std::uint32_t block : served.blocks) {
                    yield.text_hash = yield.text_hash * 31 + block;
                }
                std::vector<url::Url> targets;
                for (const std::string& target : served.paths) {
                    targets.push_back(at(target));
                    next.push_back(target);
                }
                yield.leads_on = traps.leads_on(at(path), targets, [&](const url::Url& url) { return known.contains(std::string(url.path()) + std::string(url.query())); });
                yields.push_back(yield);
            }
            for (std::size_t i = 0; i < pass.size(); ++i) {
                traps.learn(at(pass[i]), yields[i]);
            }
            traps.settle();
            count += pass.size();
            wave = later;
        }
        wave = next;
    }
    return count;
}

std::vector<std::uint32_t> blocks_from(std::uint32_t first, std::uint32_t count)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < count; ++i) {
        out.push_back(first + i);
    }
    return out;
}

bool names(const Traps& traps, std::string_view kind)
{
    for (const evidence::Trap& trap : traps.list()) {
        if (trap.kind == kind) {
            return true;
        }
    }
    return false;
}

constexpr std::uint64_t plenty = 1'000'000;

}  // namespace

TEST_CASE("addresses that repeat themselves")
{
    struct Row {
        const char* path;
        Answer answer;
    };
    const Row rows[] = {
        {"/vi/en/", Answer::ask},
        {"/vi/en/en/", Answer::ask},
        {"/vi/en/en/en/", Answer::refuse},
        {"/a/b/a/b/", Answer::ask},
        {"/a/b/a/b/a/b/", Answer::refuse},
        {"/a/b/c/a/b/c/a/b/c/", Answer::refuse},
        {"/2026/11/11/11-thang-11.html", Answer::ask},
        {"/vi/en/vi/vi/en/vi/", Answer::refuse},  // no run of three, but again and again
        {"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21", Answer::refuse},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        Traps traps(plenty);
        CHECK(traps.decide(at(row.path)) == row.answer);
        CHECK(names(traps, "repeated-path") == (row.answer == Answer::refuse));
    }
    Traps traps(plenty);
    CHECK(traps.decide(at("/" + std::string(2500, 'a'))) == Answer::refuse);
}

TEST_CASE("orders of sorting and of parameters are one page")
{
    struct Row {
        const char* path;
        Answer answer;
    };
    const Row rows[] = {
        {"/van-ban?trang=1&loai=2", Answer::ask},
        {"/van-ban?loai=2&trang=1", Answer::refuse},               // the same parameters
        {"/van-ban?loai=2&trang=1&sort=ngay", Answer::refuse},     // the same page in another order
        {"/van-ban?loai=3&sort=ngay", Answer::ask},                // not known without it
        {"/van-ban?loai=3&sort=ten&dir=asc", Answer::refuse},
        {"/van-ban?loai=4", Answer::ask},
        {"/index.php?option=com_content&view=article&id=5", Answer::ask},
        {"/index.php?option=com_content&view=category&id=5", Answer::ask},  // "view" names the page
        {"/tim?a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1&l=1&m=1", Answer::refuse},
    };
    Traps traps(plenty);
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CHECK(traps.decide(at(row.path)) == row.answer);
    }
    REQUIRE(traps.list().size() == 1);  // all of one place
    CHECK(traps.list().front().kind == "permutations");
    CHECK(traps.list().front().left_out == 4);
}

TEST_CASE("a calendar without end is recognised and costs a bounded number of requests")
{
    Traps traps(plenty);
    const auto portal = [](const std::string& path) {
        // Every month has the frame, 30 days, its own name, and leads to the months beside it and to its days.
        const int month = std::stoi(path.substr(path.find("m=") + 2));
        Served out{blocks_from(1, 40), {}};
        out.blocks.push_back(1000U + static_cast<std::uint32_t>(month + 100'000));
        for (const int other : {month - 1, month + 1, month + 12, month - 12}) {
            out.paths.push_back("/lich?m=" + std::to_string(other));
        }
        return out;
    };
    const std::size_t asked = asked_of(traps, {"/lich?m=0"}, portal, 1000);
    CHECK(asked < 100);
    CHECK(names(traps, "calendar"));
}

TEST_CASE("paging beyond the last page is recognised")
{
    Traps traps(plenty);
    const auto portal = [](const std::string& path) {
        const int page = std::stoi(path.substr(path.find("page=") + 5));
        Served out{blocks_from(1, 30), {"/tin?page=" + std::to_string(page + 1)}};
        const auto last = static_cast<std::uint32_t>(std::min(page, 12));
        for (const std::uint32_t block : blocks_from(1000 + 10 * last, 10)) {
            out.blocks.push_back(block);  // ten entries of its own, the last page's for all behind it
        }
        return out;
    };
    const std::size_t asked = asked_of(traps, {"/tin?page=1"}, portal, 1000);
    CHECK(asked >= 12);
    CHECK(asked <= 16);
    CHECK(names(traps, "endless-paging"));
}

TEST_CASE("a large section of real pages is not taken for a trap")
{
    Traps traps(plenty);
    // 3,000 articles with numbers for names, each with text of its own and links to its neighbours.
    const auto portal = [](const std::string& path) {
        const int number = std::stoi(path.substr(path.rfind('/') + 1));
        Served out{blocks_from(1, 40), {}};
        for (const std::uint32_t block : blocks_from(10'000 + 20 * static_cast<std::uint32_t>(number), 8)) {
            out.blocks.push_back(block);
        }
        for (int i = 1; i <= 10; ++i) {
            out.paths.push_back("/tin/" + std::to_string((number * 10 + i) % 3000));
        }
        return out;
    };
    CHECK(asked_of(traps, {"/tin/1"}, portal, 50) == 3000);
    CHECK(traps.list().empty());
}

TEST_CASE("one shape is not asked without measure before anything is known of it")
{
    Traps traps(plenty);
    int asked = 0;
    int waiting = 0;
    for (int i = 0; i < 500; ++i) {
        const Answer answer = traps.decide(at("/xem?id=" + std::to_string(i)));
        asked += answer == Answer::ask ? 1 : 0;
        waiting += answer == Answer::wait ? 1 : 0;
    }
    CHECK(asked == 60);
    CHECK(waiting == 440);
}

TEST_CASE("the limit on addresses of one pattern")
{
    Traps traps(5);
    int asked = 0;
    for (int i = 0; i < 20; ++i) {
        asked += traps.decide(at("/a/bai-" + std::string(1, static_cast<char>('a' + i)))) == Answer::ask ? 1 : 0;
    }
    CHECK(asked == 5);
    CHECK(traps.hit_pattern_limit());
    CHECK(traps.decide(at("/b/bai")) == Answer::ask);
    const std::vector<evidence::Trap> list = traps.list();
    REQUIRE(list.size() == 1);
    CHECK(list.front().kind == "pattern-limit");
    CHECK(list.front().left_out == 15);
}

TEST_CASE("names of pages that are made up at random are of one kind")
{
    Traps traps(plenty);
    const auto portal = [](const std::string& path) {
        Served out{blocks_from(1, 5), {}};
        for (int i = 0; i < 50; ++i) {
            out.paths.push_back("/endless/" + std::string(1, static_cast<char>('a' + (path.size() * 7 + static_cast<std::size_t>(i)) % 26)) + std::to_string(path.size()) + "c-" +
                                std::to_string(i * 31));
        }
        return out;
    };
    CHECK(asked_of(traps, {"/endless/a1"}, portal, 1000) < 150);
    CHECK(names(traps, "endless"));
}

TEST_CASE("addresses of one kind that all answer with an error are given up; one page among them saves them")
{
    for (const bool with_page : {false, true}) {
        Traps traps(plenty);
        int asked = 0;
        for (int pass = 0; pass < 10; ++pass) {
            for (int i = 0; i < 50; ++i) {
                const url::Url url = at("/links/" + std::to_string(pass * 50 + i));
                if (traps.decide(url) == Answer::ask) {
                    ++asked;
                    crawl::Yield yield;
                    yield.is_page = with_page && asked == 3;
                    yield.is_error = !yield.is_page;
                    yield.blocks = blocks_from(static_cast<std::uint32_t>(asked) * 100, 10);
                    traps.learn(url, yield);
                }
                traps.settle();
            }
        }
        CHECK(asked == (with_page ? 500 : 60));
        CHECK(names(traps, "dead-links") == !with_page);
    }
}
