// Tables: HTML Living Standard, 4.9.12.
#include "access/table.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::access;

namespace {

Grid first_grid(const Survey& survey) { return grid_of(survey, survey.with_tag(Tag::table).front()); }

}  // namespace

TEST_CASE("4.9.12.1: cells in their slots")
{
    const html::Document document = html::Document::parse("<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e</table>");
    const Survey survey(document);
    const Grid grid = first_grid(survey);
    CHECK(grid.rows == 3);
    CHECK(grid.columns == 3);
    REQUIRE(grid.cells.size() == 5);
    CHECK(grid.cells[2].row == 1);
    CHECK(grid.cells[2].column == 1);
    CHECK(grid.cells[3].column == 2);
    CHECK(grid.cells[4].column == 0);
    CHECK(grid.is_whole);
}

TEST_CASE("4.9.12.2: header cells and the cells that they are assigned to")
{
    struct Row {
        const char* html;
        std::size_t lonely;
    };
    const Row rows[] = {
        {"<table><tr><th>a<th>b<tr><td>1<td>2</table>", 0},
        {"<table><tr><th>a<th>b<tr><td>1</table>", 1},
        {"<table><tr><th>a<td>1<tr><th>b<td>2</table>", 0},
        {"<table><tr><th>a<th>b<tr><td colspan=2>1</table>", 0},
        {"<table><tr><th>a</table>", 1},
        {"<table><tr><th scope=col>a<td>1</table>", 1},
        {"<table><tr><th scope=row>a<tr><td>1</table>", 1},
        {"<table><tr><th id=a>a<tr><td>1<td headers=a>2</table>", 0},
        {"<table><tr><th>a<th id=b>b<tr><td>1<td headers=c>2</table>", 1},
        {"<table><tr><th><th>b<tr><td>1<td>2</table>", 0},                   // an empty one is none
        {"<table><tr><th rowspan=0>a<tr><td>1</table>", 0},
        {"<table><tr><th>a<tr><td><table><tr><td>1</table></table>", 0},
        {"<table><tr><th colspan=999999>a<tr><td>1</table>", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.html);
        const html::Document document = html::Document::parse(row.html);
        const Survey survey(document);
        CHECK(lonely_headers(survey, first_grid(survey)).size() == row.lonely);
    }
}
