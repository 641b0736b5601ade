// Every format over the same audit, held against tests/report/golden. PA_UPDATE_GOLDEN=1 writes them anew; read the difference.
#include "base/file.hpp"
#include "report/format.hpp"
#include "support/sample_audit.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace pa;

TEST_CASE("every format is as its golden file has it")
{
    const audit::Audit audit = sample::audit_of_all();
    REQUIRE_FALSE(audit::contradiction(audit).has_value());
    for (const report::Format& format : report::formats()) {
        CAPTURE(format.name);
        if (format.is_binary) {
            continue;  // read back by tests/e2e/formats.py
        }
        const std::string text = format.write(audit, {Lang::en, 80, false});
        const std::filesystem::path file = std::filesystem::path(PA_SOURCE_DIR "/tests/report/golden") / format.file_name;
        if (std::getenv("PA_UPDATE_GOLDEN") != nullptr) {
            REQUIRE(write_file(file, text).has_value());
        }
        const auto golden = read_file(file, 16U << 20U);
        REQUIRE(golden.has_value());
        const bool is_current = *golden == text;  // not compared by doctest, which would print both
        CHECK(is_current);
    }
}

TEST_CASE("every format: its own name and file, the same bytes each time, the packs' texts in the language asked for")
{
    const audit::Audit audit = sample::audit_of_all();
    std::vector<std::string> names;
    for (const report::Format& format : report::formats()) {
        CAPTURE(format.name);
        names.push_back(format.file_name);
        const std::string vi = format.write(audit, {Lang::vi, 80, false});
        CHECK(vi == format.write(audit, {Lang::vi, 80, false}));
        if (format.name != "json" && format.name != "csv-documents") {  // have both languages, or none
            CHECK(vi != format.write(audit, {Lang::en, 80, false}));
        }
    }
    std::sort(names.begin(), names.end());
    CHECK(std::unique(names.begin(), names.end()) == names.end());
}

TEST_CASE("CSV: the byte order mark is there unless it is not wanted")
{
    const report::Format& csv = *report::format_named("csv");
    CHECK(csv.write(sample::audit_of_all(), {Lang::en, 80, false}).starts_with("\xEF\xBB\xBFid,rule,"));
    CHECK(csv.write(sample::audit_of_all(), {Lang::en, 80, false, false}).starts_with("id,rule,"));
}
