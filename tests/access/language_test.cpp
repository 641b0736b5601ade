// RFC 5646 primary subtags, and telling Vietnamese and English texts.
#include "access/language.hpp"

#include <doctest/doctest.h>

using namespace pa::access;

TEST_CASE("RFC 5646, 2.2.1: primary language subtags")
{
    for (const char* tag : {"vi", "VI", "vi-VN", "en-US-GB", "fr-CH", " vi ", "zh-Hant-TW", "hmn", "cjm", "iw", "x-cham", "kmr-Latn"}) {
        CAPTURE(tag);
        CHECK(is_language(tag));
    }
    for (const char* tag : {"", " ", "vn", "vie", "eng", "fre", "fra", "em-US", "#1", "i-lux", "english", "tiếng Việt", "vietnamese", "v", "x", "vi_VN", "auto"}) {
        CAPTURE(tag);
        CHECK_FALSE(is_language(tag));
    }
    CHECK(primary_subtag(" VI-vn") == "vi");
}

TEST_CASE("the language of a text is told when it is beyond doubt")
{
    const std::string vietnamese = "Ủy ban nhân dân tỉnh vừa ban hành kế hoạch cải cách hành chính năm nay, trong đó yêu cầu các sở, ngành, địa phương công khai thủ tục, "
                                   "nâng cao chất lượng dịch vụ công trực tuyến và bảo đảm quyền lợi của người dân, doanh nghiệp khi thực hiện giao dịch với cơ quan nhà nước. ";
    const std::string english = "The provincial department is a specialised agency of the people's committee and is responsible for the management of construction in the "
                                "province, for the planning of towns, and for the issue of permits that are asked for by citizens and by the companies at work in it. ";
    CHECK(language_of(vietnamese) == "vi");
    CHECK(language_of(english) == "en");
    CHECK(language_of("Tin tức sự kiện") == "");
    CHECK(language_of(english + vietnamese + vietnamese) == "vi");
    CHECK(language_of("Zij liepen een vreemde bar binnen, aan de rand van een dorpje aan het strand, en daar zaten zij de hele avond te praten over de reis die zij in het "
                      "voorjaar hadden gemaakt naar een eiland in de zuidelijke zee waar niemand hen kende en waar zij lang bleven") == "");
    // Names and addresses without marks: no language.
    std::string names;
    for (int i = 0; i < 50; ++i) {
        names += "Nguyen Van An, ";
    }
    CHECK(language_of(names) == "");
    CHECK(language_of(std::string(1000, ' ')) == "");
}
