#include "text/document_number.hpp"

#include <doctest/doctest.h>

using namespace pa::text;

TEST_CASE("numbers of documents, in a text and alone")
{
    struct Row {
        const char* text;
        const char* found;
        const char* sole;
    };
    const Row rows[] = {
        {"12/QĐ-SXD", "12/QĐ-SXD", "12/QĐ-SXD"},
        {"Số: 45/2026/QĐ-UBND", "45/2026/QĐ-UBND", "45/2026/QĐ-UBND"},
        {"Số ký hiệu 7/KH-SVHTTDL", "7/KH-SVHTTDL", "7/KH-SVHTTDL"},
        {"Quyết định số 12a/QĐ-SXD ngày 3/5/2026", "12a/QĐ-SXD", ""},
        {"91/2015/QH13", "91/2015/QH13", "91/2015/QH13"},
        {"3/5/2026", "", ""},
        {"24/7", "", ""},
        {"12/", "", ""},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(find_document_number(row.text) == row.found);
        CHECK(sole_document_number(row.text) == row.sole);
    }
}
