// Label matching: each row says why it has to be so.
#include "check/labels.hpp"

#include <doctest/doctest.h>

using namespace pa::check;

TEST_CASE("a text is the name of a section, or is not")
{
    const Labels schedule({"Lịch công tác", "Lịch làm việc của lãnh đạo"}, {"Lịch tiếp công dân"});
    struct Row {
        const char* text;
        bool fits;
        const char* why;
    };
    const Row rows[] = {
        {"Lịch công tác", true, "the label"},
        {"LỊCH CÔNG TÁC", true, "capitals"},
        {"L\u0069\u0323ch công tác", true, "decomposed"},
        {"Lich cong tac", true, "no diacritics at all"},
        {"Lịch công tác tuần", true, "a word more"},
        {"» Lịch công tác:", true, "punctuation"},
        {"Lịch làm việc của lãnh đao", true, "a typing error in a long label"},
        {"Lịch tiếp công dân", false, "another item"},
        {"Lịch công tác và lịch tiếp công dân", false, "names the other item too"},
        {"Sở họp bàn về đổi mới lịch công tác của các phòng chuyên môn", false, "a sentence about it"},
        {"Công tác", false, "only a part"},
        {"", false, "nothing"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.why);
        CHECK((schedule.match(FoldedText::of(row.text)).score > 0) == row.fits);
    }
}

TEST_CASE("a page that writes diacritics means what it writes, in short labels to the letter")
{
    const Labels projects({"Dự án"}, {});
    CHECK(projects.match(FoldedText::of("Dự án")).score == 100);
    CHECK(projects.match(FoldedText::of("Du an")).score == 95);
    CHECK(projects.match(FoldedText::of("Dữ án")).score == 0);
}

TEST_CASE("signs between words are alike")
{
    const Labels news({"Tin tức - Sự kiện"}, {});
    for (const char* text : {"Tin tức – Sự kiện", "Tin tức & sự kiện", "Tin tức và sự kiện", "Tin tức/Sự kiện", "Tin tức sự kiện"}) {
        CAPTURE(text);
        CHECK(news.match(FoldedText::of(text)).score == 100);
    }
}

TEST_CASE("what rejects a text is named")
{
    const Labels schedule({"Lịch"}, {"Lịch tiếp công dân"});
    const LabelMatch match = schedule.match(FoldedText::of("Lịch tiếp công dân"));
    CHECK(match.score == 0);
    const Labels two({"Lịch làm việc"}, {"Lịch làm việc hành chính"});
    CHECK(two.match(FoldedText::of("Lịch làm việc hành chính")).rejected_by == "Lịch làm việc hành chính");
}

TEST_CASE("words of an address, with and without đ")
{
    const Labels leaders({"Lãnh đạo Sở"}, {});
    struct Row {
        const char* path;
        bool fits;
    };
    const Row rows[] = {
        {"/gioi-thieu/lanh-dao-so", true}, {"/lanh-ao-so", true},  // Liferay drops đ
        {"/Lanh-Dao-So.aspx", true},       {"/lanh-dao-so/index.html", true}, {"/lanh-dao-so-hop", false}, {"/", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CHECK(leaders.matches_path(path_words(row.path)) == row.fits);
    }
    CHECK_FALSE(Labels({"Tin"}, {}).matches_path(path_words("/tin")));  // one word says too little
}

TEST_CASE("the name of an agency or a territory behind a label")
{
    const Labels labels({"Lãnh đạo", "Mời gọi đầu tư"}, {});
    CHECK(labels.match(FoldedText::of("Lãnh đạo")).is_whole);
    // A title of news begins so as well; who asks is told that it is not all of the text.
    for (const char* const text : {"Mời gọi đầu tư của Ủy ban nhân dân tỉnh Minh Giang", "Lãnh đạo UBND tỉnh Minh Giang chúc Tết", "Mời gọi đầu tư tại các xã của tỉnh Minh Giang"}) {
        CAPTURE(text);
        const LabelMatch match = labels.match(FoldedText::of(text));
        CHECK(match.score > 0);
        CHECK_FALSE(match.is_whole);
    }
}

TEST_CASE("the label that comes nearest to a text that is none")
{
    const Labels labels({"Lịch làm việc của lãnh đạo", "Lịch công tác"}, {});
    const LabelMatch near = labels.nearest(FoldedText::of("Lịch làm việc của bộ phận một cửa"));
    CHECK(near.label == "Lịch làm việc của lãnh đạo");
    CHECK(near.score == 50);  // four words of eight
    CHECK(labels.nearest(FoldedText::of("Lịch")).score == 0);
    CHECK(labels.nearest(FoldedText::of("Tin tức")).label.empty());
}
