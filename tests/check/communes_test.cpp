#include "check/communes.hpp"

#include "base/file.hpp"
#include "text/fold.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace pa;
using check::is_commune;

TEST_CASE("a commune's name in a domain name")
{
    struct Row {
        const char* province;
        const char* label;
        bool expected;
    };
    const Row rows[] = {
        {"hatinh.gov.vn", "tungloc", true},
        {"hatinh.gov.vn", "xatungloc", true},
        {"hatinh.gov.vn", "xa-tung-loc", true},
        {"hatinh.gov.vn", "sonkim1", true},
        {"hatinh.gov.vn", "phuongtungloc", true},  // the list does not tell a xã from a phường
        {"hanoi.gov.vn", "tungloc", false},
        {"hanoi.gov.vn", "vanmieuquoctugiam", true},
        {"daklak.gov.vn", "eahleo", true},
        {"daklak.gov.vn", "ea-h-leo", true},
        {"hochiminhcity.gov.vn", "condao", true},
        {"hochiminhcity.gov.vn", "dackhucondao", true},
        {"hochiminh.gov.vn", "condao", false},
        {"hatinh.gov.vn", "ubndxatungloc", false},
        {"hatinh.gov.vn", "tung", false},
        {"hatinh.gov.vn", "loc tung", false},
        {"hatinh.gov.vn", "xa", false},
        {"hatinh.gov.vn", "", false},
        {"", "tungloc", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.province);
        CAPTURE(row.label);
        CHECK(is_commune(row.province, row.label) == row.expected);
    }
}

TEST_CASE("every commune of the list of 2025 is known under its province")
{
    const std::string folder = PA_SHARED_DIR "/data/vn/provinces-2025";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: there is no ", folder);
        return;
    }
    std::size_t communes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.path().filename().string().starts_with("simplified_json")) {
            continue;
        }
        const auto text = read_file(entry.path(), 16U << 20U);
        REQUIRE(text.has_value());
        for (const auto& province : nlohmann::json::parse(*text)) {
            const auto name_of = [](const nlohmann::json& unit) {
                std::string name = text::unaccented(unit["Name"].get<std::string>());
                std::erase_if(name, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
                return name;
            };
            const std::string short_name = name_of(province);
            const std::string domain = (short_name == "hochiminh" ? "hochiminhcity" : short_name) + ".gov.vn";
            for (const auto& commune : province["Wards"]) {
                CAPTURE(domain);
                CAPTURE(commune["Name"].get<std::string>());
                CHECK(is_commune(domain, name_of(commune)));
                ++communes;
            }
        }
    }
    CHECK(communes == 3321);
}
